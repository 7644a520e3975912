package org.youju.indicator.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.select;
import static org.youju.db.Tables.CHECK_RULE;
import static org.youju.db.Tables.CHECK_RULE_INDICATOR;
import static org.youju.db.Tables.INDICATOR;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.LostRace;
import org.youju.base.RuleViolation;
import org.youju.figure.Nature;
import org.youju.figure.Period;
import org.youju.figure.Unit;
import org.youju.indicator.Definition;
import org.youju.indicator.Department;
import org.youju.indicator.Direction;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.PriceBasis;
import org.youju.indicator.Region;
import org.youju.indicator.Theme;
import org.youju.observation.CellDrafts;
import org.youju.observation.CellKey;
import org.youju.observation.Ledger;
import org.youju.security.Role;
import org.youju.security.Scope;

class CatalogueKeeperTest extends BothEnginesTest {

    private static final Unit KM = new Unit("公里", "km", "length", "公里", BigDecimal.ONE, false, "KM", List.of());

    private Ledger ledger;
    private IndicatorKeeper keeper;
    private DefinitionKeeper definitions;
    private IndicatorService indicators;

    @BeforeEach
    void open() {
        ledger = new Ledger(database);
        keeper = ledger.services.get(IndicatorKeeper.class);
        definitions = ledger.services.get(DefinitionKeeper.class);
        indicators = ledger.services.get(IndicatorService.class);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Indicator like(String code, String name, Unit unit, @Nullable String growthOf, @Nullable String department) {
        return new Indicator(code, name, "Name of " + code, "DE", department, unit, Nature.FLOW, Direction.UP,
                PriceBasis.NONE, null, growthOf, null, null, null, true, null);
    }

    private Indicator tax() {
        return one("TAX").entry().indicator();
    }

    private Kept<IndicatorEntry> one(String code) {
        return Ledger.clerk(() -> keeper.one(code));
    }

    private void add(Indicator indicator, String... aliases) {
        clerk(() -> keeper.add(new IndicatorEntry(indicator, List.of(aliases), null)));
    }

    private void change(String code, Indicator to, int version, String... aliases) {
        clerk(() -> keeper.change(new Kept<>(new IndicatorEntry(to, List.of(aliases), null), version)));
        assertThat(one(code).version()).isEqualTo(version + 1);
    }

    private static void clerk(Runnable work) {
        Ledger.clerk(() -> {
            work.run();
            return null;
        });
    }

    private static void within(Scope scope, Runnable work) {
        TestServices.as("wu", Role.STATISTICIAN, scope, (Supplier<Object>) () -> {
            work.run();
            return 0;
        });
    }

    private static void assertRefused(String key, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class,
                it -> assertThat(it.key()).isEqualTo(key));
    }

    @Test
    void a_change_is_seen_at_once_by_everybody_and_the_second_of_two_is_told_that_it_is_late() {
        var before = indicators.catalogue();
        change("TAX", like("TAX", "综合税收", tax().unit(), null, null), 0, "税", "税款");
        assertThat(before.indicator("TAX").nameZh()).isEqualTo("税收");
        assertThat(indicators.catalogue().indicator("TAX").nameZh()).isEqualTo("综合税收");
        assertThat(one("TAX").entry().aliases()).containsExactlyInAnyOrder("税", "税款");
        assertThatThrownBy(() -> clerk(() -> keeper.change(new Kept<>(one("TAX").entry(), 0))))
                .isInstanceOf(LostRace.class);
        change("TAX", tax(), 1);
        assertThat(one("TAX").entry().aliases()).isEmpty();
    }

    @Test
    void the_unit_of_an_indicator_that_figures_are_stated_of_stays() {
        var units = ledger.services.get(UnitKeeper.class);
        clerk(() -> units.add(KM));
        change("TAX", like("TAX", "税收", KM, null, null), 0);
        change("TAX", like("TAX", "税收", tax().unit(), null, null), 1);
        var yi = Ledger.clerk(() -> units.one("亿元")).entry();
        change("TAX", like("TAX", "税收", yi, null, null), 2);
        ledger.draft(ledger.states(ledger.source("S", "2024-01-01"), "310亿元"));
        assertRefused("catalogue.indicator.unit.fixed", () -> change("TAX", like("TAX", "税收", KM, null, null), 3));
        assertThat(tax().unit().code()).isEqualTo("亿元");
        assertRefused("catalogue.unit.fixed", () -> clerk(() -> units.change(new Kept<>(new Unit("亿元", "100m yuan",
                "money", "元", BigDecimal.TEN, false, "CNY", List.of()), 0))));
        clerk(() -> units.change(new Kept<>(new Unit("亿元", "100m yuan", "money", "元", yi.factor(), false, "CNY",
                List.of("亿")), 0)));
        assertThat(indicators.catalogue().unit("亿元").aliases()).containsExactly("亿");
    }

    @Test
    void the_unit_in_which_a_rule_is_written_stays() {
        clerk(() -> ledger.services.get(UnitKeeper.class).add(KM));
        var rule = dsl.insertInto(CHECK_RULE)
                .set(CHECK_RULE.KIND, "RANGE").set(CHECK_RULE.LOW, BigDecimal.ZERO).set(CHECK_RULE.HIGH, BigDecimal.TEN)
                .set(CHECK_RULE.IMPORTANCE, "HINT").set(CHECK_RULE.MISSING, "SKIP")
                .set(CHECK_RULE.TOLERANCE, BigDecimal.ZERO).set(CHECK_RULE.INSTRUCTION, "0 到 10 亿元")
                .set(CHECK_RULE.ACTIVE, false)
                .returning().fetchSingle().getId();
        dsl.insertInto(CHECK_RULE_INDICATOR)
                .set(CHECK_RULE_INDICATOR.RULE_ID, rule).set(CHECK_RULE_INDICATOR.PLACE, 0)
                .set(CHECK_RULE_INDICATOR.INDICATOR_ID,
                        select(INDICATOR.ID).from(INDICATOR).where(INDICATOR.CODE.eq("TAX")))
                .execute();
        assertRefused("catalogue.indicator.unit.fixed", () -> change("TAX", like("TAX", "税收", KM, null, null), 0));
        change("TAX", like("TAX", "综合税收", tax().unit(), null, null), 0);
    }

    @Test
    void a_first_figure_and_a_new_unit_wait_for_each_other() throws Exception {
        clerk(() -> ledger.services.get(UnitKeeper.class).add(KM));
        var figure = ledger.states(ledger.source("S", "2024-01-01"), "310亿元");
        inTransaction(() -> change("TAX", like("TAX", "税收", KM, null, null), 0), () -> ledger.draft(figure),
                LostRace.class, "observation.unit.changed");
        change("TAX", like("TAX", "税收", figure.figure().unit(), null, null), 1);
        inTransaction(() -> ledger.draft(figure), () -> change("TAX", like("TAX", "税收", KM, null, null), 2),
                RuleViolation.class, "catalogue.indicator.unit.fixed");
        assertThat(tax().unit().code()).isEqualTo("亿元");
    }

    @Test
    void a_cell_that_is_written_while_the_unit_changes_is_refused_alone() throws Exception {
        clerk(() -> ledger.services.get(UnitKeeper.class).add(KM));
        var cells = ledger.services.get(CellDrafts.class);
        clerk(() -> ledger.replies.openLedger("310105", "长宁区"));
        var written = new CompletableFuture<CellDrafts.Outcome>();
        new TransactionTemplate(ledger.services.get(PlatformTransactionManager.class)).executeWithoutResult(work -> {
            change("TAX", like("TAX", "税收", KM, null, null), 0);
            written.completeAsync(() -> Ledger.clerk(() -> cells.write("310105", List.of(new CellDrafts.Write(
                    new CellKey("TAX", "310105", Period.parse("2023")), Ledger.figure("310亿元"), 0)))).getFirst());
            assertThatThrownBy(() -> written.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        });
        assertThat(written.get(20, TimeUnit.SECONDS)).isInstanceOfSatisfying(CellDrafts.Outcome.Refused.class,
                refused -> assertThat(refused.why().key()).isEqualTo("observation.unit.changed"));
    }

    /** Does something while something else is done and not committed yet, which then refuses it. */
    private void inTransaction(Runnable first, Runnable second, Class<? extends RuleViolation> refusal, String key) {
        var late = new CompletableFuture<Void>();
        new TransactionTemplate(ledger.services.get(PlatformTransactionManager.class)).executeWithoutResult(work -> {
            first.run();
            late.completeAsync(() -> {
                second.run();
                return null;
            });
            assertThatThrownBy(() -> late.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        });
        assertThatThrownBy(() -> late.get(20, TimeUnit.SECONDS)).cause().isInstanceOfSatisfying(refusal,
                it -> assertThat(it.key()).isEqualTo(key));
    }

    @Test
    void what_something_rests_on_is_retired_and_stays_to_be_found_what_nothing_does_may_go() {
        add(like("ROADS", "道路里程", tax().unit(), null, null));
        add(like("ROADS_GROWTH", "道路增速", tax().unit(), "ROADS", null));
        assertRefused("catalogue.used", () -> clerk(() -> keeper.delete("ROADS", 0)));
        clerk(() -> keeper.delete("ROADS_GROWTH", 0));
        clerk(() -> keeper.delete("ROADS", 0));
        assertThat(Ledger.clerk(() -> keeper.all())).extracting(it -> it.entry().indicator().code())
                .containsExactly("TAX");
        ledger.approved(ledger.states(ledger.source("S", "2024-01-01"), "310亿元"));
        assertRefused("catalogue.used", () -> clerk(() -> keeper.delete("TAX", 0)));
        clerk(() -> keeper.retire("TAX", 0));
        assertThat(indicators.catalogue().indicators()).isEmpty();
        assertThat(indicators.catalogue().indicator("TAX").nameZh()).isEqualTo("税收");
        assertThat(one("TAX").entry().isRetired()).isTrue();
        assertThatThrownBy(() -> clerk(() -> keeper.restore("TAX", 0))).isInstanceOf(LostRace.class);
        clerk(() -> keeper.restore("TAX", 1));
        assertThat(indicators.catalogue().indicators()).hasSize(1);
    }

    @Test
    void an_indicator_that_leads_back_to_itself_or_has_no_name_is_refused() {
        add(like("ROADS", "道路里程", tax().unit(), "TAX", null));
        assertRefused("catalogue.indicator.growth-of",
                () -> change("TAX", like("TAX", "税收", tax().unit(), "ROADS", null), 0));
        assertRefused("catalogue.indicator.growth-of",
                () -> change("TAX", like("TAX", "税收", tax().unit(), "TAX", null), 0));
        assertRefused("catalogue.name.zh", () -> change("TAX", like("TAX", " ", tax().unit(), null, null), 0));
        assertRefused("catalogue.alias",
                () -> change("TAX", tax(), 0, "长".repeat(201)));
        assertRefused("indicator.code.taken", () -> add(like("ROADS", "道路", tax().unit(), null, null)));
        assertRefused("indicator.code.illegal", () -> like("1ROADS", "道路", tax().unit(), null, null));
    }

    @Test
    void headlines_stand_in_the_order_that_was_given_last() {
        add(like("ROADS", "道路里程", tax().unit(), null, null));
        clerk(() -> keeper.arrange(List.of(), List.of("TAX", "ROADS")));
        clerk(() -> keeper.arrange(List.of("TAX", "ROADS"), List.of("ROADS", "TAX")));
        assertThat(Ledger.clerk(() -> keeper.headlines())).extracting(Indicator::code).containsExactly("ROADS", "TAX");
        assertThatThrownBy(() -> clerk(() -> keeper.arrange(List.of("TAX", "ROADS"), List.of("TAX"))))
                .isInstanceOf(LostRace.class);
        clerk(() -> keeper.arrange(List.of("ROADS", "TAX"), List.of("TAX")));
        assertThat(indicators.catalogue().headlines()).extracting(Indicator::code).containsExactly("TAX");
        clerk(() -> keeper.retire("TAX", 0));
        assertThat(indicators.catalogue().headlines()).isEmpty();
    }

    @Test
    void an_indicator_is_found_by_name_alias_code_or_initials() {
        var entry = new IndicatorEntry(like("DE_TAX", "数字经济综合税收", tax().unit(), null, null), List.of("数经税"),
                null);
        for (var sought : List.of("综合", "数经", "de_t", "name of", "szjj", "")) {
            assertThat(IndicatorKeeper.isNamed(entry, sought)).as(sought).isTrue();
        }
        assertThat(IndicatorKeeper.isNamed(entry, "道路")).isFalse();
        assertThat(IndicatorKeeper.isNamed(entry, "szzz")).isFalse();
    }

    private Definition version(int number, @Nullable Integer from, boolean comparable, @Nullable String reason) {
        return new Definition("TAX", "310105", number, from, "全口径", null, null, PriceBasis.CURRENT, comparable, reason);
    }

    @Test
    void two_who_change_definitions_at_once_never_cross_their_years() throws Exception {
        clerk(() -> definitions.add(version(0, 2010, true, null)));
        clerk(() -> definitions.add(version(0, 2020, true, null)));
        var second = new CompletableFuture<Void>();
        new TransactionTemplate(ledger.services.get(PlatformTransactionManager.class)).executeWithoutResult(work -> {
            clerk(() -> definitions.change(new Kept<>(version(1, 2018, true, null), 0)));
            second.completeAsync(() -> {
                clerk(() -> definitions.change(new Kept<>(version(2, 2015, true, null), 0)));
                return null;
            });
            assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        });
        assertThatThrownBy(() -> second.get(20, TimeUnit.SECONDS)).cause().isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.key()).isEqualTo("catalogue.definition.early"));
    }

    @Test
    void a_version_of_a_definition_that_does_not_compare_breaks_the_series_where_it_begins() {
        clerk(() -> definitions.add(version(0, null, true, null)));
        clerk(() -> definitions.add(version(0, 2024, false, "口径收窄")));
        assertThat(Ledger.clerk(() -> definitions.of("TAX"))).extracting(it -> it.entry().number())
                .containsExactly(1, 2);
        assertThat(indicators.catalogue().breakBetween("TAX", "310105", 2023, 2024)).isTrue();
        assertRefused("catalogue.definition.early", () -> clerk(() -> definitions.add(version(0, 2024, true, null))));
        assertRefused("catalogue.definition.from", () -> clerk(() -> definitions.add(version(0, null, true, null))));
        assertRefused("catalogue.definition.reason", () -> clerk(() -> definitions.add(version(0, 2025, false, " "))));
        assertRefused("catalogue.definition.year", () -> clerk(() -> definitions.add(version(0, 20223, true, null))));
        clerk(() -> definitions.change(new Kept<>(version(2, 2023, false, " 口径收窄\n"), 0)));
        assertThat(Ledger.clerk(() -> definitions.of("TAX")).getLast().entry().reason()).isEqualTo("口径收窄");
        assertThat(indicators.catalogue().breakBetween("TAX", "310105", 2023, 2024)).isFalse();
        assertRefused("catalogue.definition.late",
                () -> clerk(() -> definitions.change(new Kept<>(version(1, 2023, true, null), 0))));
        assertThatThrownBy(() -> clerk(() -> definitions.change(new Kept<>(version(2, 2022, true, null), 0))))
                .isInstanceOf(LostRace.class);
    }

    @Test
    void short_lists_keep_what_is_in_use_and_go_round_in_no_circle() {
        var themes = ledger.services.get(ThemeKeeper.class);
        var regions = ledger.services.get(RegionKeeper.class);
        var departments = ledger.services.get(DepartmentKeeper.class);
        clerk(() -> themes.add(new ThemeEntry(new Theme("SUB", "子主题", "Part", 2), "DE")));
        assertRefused("catalogue.parent", () -> clerk(() -> themes.change(
                new Kept<>(new ThemeEntry(new Theme("DE", "数字经济", "Digital", 1), "SUB"), 0))));
        assertRefused("catalogue.code.taken",
                () -> clerk(() -> themes.add(new ThemeEntry(new Theme("SUB", "又一个", "Another", 2), null))));
        assertRefused("catalogue.code", () -> clerk(() -> themes.add(new ThemeEntry(new Theme("子", "子", "S", 2), null))));
        assertRefused("catalogue.used", () -> clerk(() -> themes.delete(Ledger.clerk(() -> themes.one("DE")))));
        clerk(() -> themes.change(new Kept<>(new ThemeEntry(new Theme("SUB", "分主题", "Part", 3), null), 0)));
        assertThat(indicators.catalogue().theme("SUB").nameZh()).isEqualTo("分主题");
        assertThatThrownBy(() -> clerk(() -> themes.delete(new Kept<>(new ThemeEntry(
                new Theme("SUB", "子主题", "Part", 2), "DE"), 0)))).isInstanceOf(LostRace.class);
        clerk(() -> themes.delete(themes.one("SUB")));

        clerk(() -> regions.add(new Region("310105001", "新街道", "New subdistrict", "310105")));
        assertRefused("catalogue.parent",
                () -> clerk(() -> regions.change(new Kept<>(new Region("310105", "长宁区", "C", "310105001"), 0))));
        assertRefused("catalogue.used", () -> clerk(() -> regions.delete(regions.one("310105"))));
        clerk(() -> regions.delete(regions.one("310105001")));
        assertRefused("catalogue.code.region", () -> clerk(() -> regions.add(new Region("长宁", "长宁", "C", null))));

        clerk(() -> departments.add(new Department("FGW", "发展改革委", "Development")));
        change("TAX", like("TAX", "税收", tax().unit(), null, "FGW"), 0);
        assertRefused("catalogue.used", () -> clerk(() -> departments.delete(departments.one("FGW"))));
        assertThatThrownBy(() -> clerk(() -> departments.change(
                new Kept<>(new Department("FGW", "发改委", "Development"), 7)))).isInstanceOf(LostRace.class);
    }

    @Test
    void two_who_put_each_under_the_other_at_once_make_no_circle() {
        var themes = ledger.services.get(ThemeKeeper.class);
        var regions = ledger.services.get(RegionKeeper.class);
        clerk(() -> themes.add(new ThemeEntry(new Theme("SUB", "子主题", "Part", 2), null)));
        inTransaction(() -> clerk(() -> themes.change(
                        new Kept<>(new ThemeEntry(new Theme("SUB", "子主题", "Part", 2), "DE"), 0))),
                () -> clerk(() -> themes.change(
                        new Kept<>(new ThemeEntry(new Theme("DE", "数字经济", "Digital", 1), "SUB"), 0))),
                RuleViolation.class, "catalogue.parent");
        clerk(() -> regions.add(new Region("310000", "上海市", "Shanghai", null)));
        inTransaction(() -> clerk(() -> regions.change(new Kept<>(new Region("310105", "长宁区", "C", "310000"), 0))),
                () -> clerk(() -> regions.change(new Kept<>(new Region("310000", "上海市", "S", "310105"), 0))),
                RuleViolation.class, "catalogue.parent");
        add(like("ROADS", "道路里程", tax().unit(), null, null));
        inTransaction(() -> change("ROADS", like("ROADS", "道路里程", tax().unit(), "TAX", null), 0),
                () -> clerk(() -> keeper.change(new Kept<>(new IndicatorEntry(
                        like("TAX", "税收", tax().unit(), "ROADS", null), List.of(), null), 0))),
                RuleViolation.class, "catalogue.indicator.growth-of");
    }

    @Test
    void only_statisticians_keep_the_catalogue_each_within_the_own_scope() {
        clerk(() -> ledger.services.get(DepartmentKeeper.class).add(new Department("FGW", "发展改革委", "Development")));
        change("TAX", like("TAX", "税收", tax().unit(), null, "FGW"), 0);
        var fgw = new Scope(Set.of(), Set.of("FGW"));
        var other = new Scope(Set.of(), Set.of("MZJ"));
        var entry = one("TAX");
        within(fgw, () -> keeper.change(entry));
        assertDenied(() -> within(other, () -> keeper.change(one("TAX"))));
        assertDenied(() -> within(fgw, () -> keeper.change(new Kept<>(new IndicatorEntry(
                like("TAX", "税收", tax().unit(), null, null), List.of(), null), 2))));
        assertDenied(() -> within(fgw, () -> keeper.arrange(List.of(), List.of("TAX"))));
        assertDenied(() -> within(fgw, () -> ledger.services.get(ThemeKeeper.class)
                .add(new ThemeEntry(new Theme("X", "甲", "A", 1), null))));
        within(new Scope(Set.of("310105"), Set.of()), () -> definitions.add(version(0, null, true, null)));
        assertDenied(() -> within(new Scope(Set.of("310000"), Set.of()),
                () -> definitions.add(version(0, 2024, true, null))));
        assertDenied(() -> Ledger.approver(() -> {
            keeper.retire("TAX", 2);
            return null;
        }));
        assertThat(Ledger.approver(keeper::all)).hasSize(1);
        assertDenied(() -> TestServices.as("li", Role.ANALYST, keeper::all));
    }

    private static void assertDenied(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(AccessDeniedException.class);
    }
}
