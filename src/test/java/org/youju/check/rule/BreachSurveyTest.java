package org.youju.check.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.access.AccessDeniedException;
import org.youju.TestServices;
import org.youju.base.LostRace;
import org.youju.base.RuleViolation;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.observation.CellKey;
import org.youju.observation.Ledger;
import org.youju.security.Role;
import org.youju.security.Scope;

class BreachSurveyTest extends RuledLedgerTest {

    private static final Scope ELSEWHERE = new Scope(Set.of("310000"), Set.of());

    private BreachSurvey survey;

    @BeforeEach
    void open() {
        survey = ledger.services.get(BreachSurvey.class);
    }

    @Test
    void every_figure_that_is_stated_or_in_preparation_is_held_against_a_rule_before_it_is_kept() {
        ledger.approved(ledger.states(ledger.source("S", "2024-01-01"), "310亿元"));
        write("2025", "320亿元");
        assertThat(years(atMost("300"))).containsExactly(2023, 2025);
        assertThat(years(atMost("315"))).containsExactly(2025);
        assertThat(years(atMost("400"))).isEmpty();
        var off = atMost("300");
        assertThat(years(new Rule(0, off.condition(), null, off.importance(), off.missing(), off.tolerance(), "", false,
                0))).as("a rule that is off is tried all the same").containsExactly(2023, 2025);
    }

    @Test
    void a_year_after_a_figure_is_looked_back_from_once() {
        write("2024", "774亿元");
        write("2025", "642亿元");
        assertThat(years(Rule.of(new Condition.Monotone("TAX"), Importance.HIGH))).containsExactly(2025);
    }

    @Test
    void what_breaks_each_active_rule_is_told_with_its_explanation() {
        write("2025", "320亿元");
        var strict = add(atMost("300"));
        var off = add(atMost("200"));
        var lax = add(atMost("400"));
        Ledger.clerk(() -> {
            var rule = rules.rule(off);
            rules.change(new Rule(off, rule.condition(), null, rule.importance(), rule.missing(), rule.tolerance(), "",
                    false, rule.version()));
            return null;
        });
        assertThat(Ledger.clerk(() -> survey.byRule(rules.rules()).orElseThrow()))
                .containsOnlyKeys(strict).doesNotContainKeys(lax);
        var found = Ledger.clerk(() -> survey.byRule(rules.rules()).orElseThrow()).get(strict).getFirst();
        assertThat(found.region()).isEqualTo("310105");
        assertThat(found.finding().explained()).isNull();
        Ledger.clerk(() -> {
            ledger.services.get(RuleFindings.class).explain(
                    cell("2025"), strict, found.finding().breach().stated(), "核过");
            return null;
        });
        assertThat(Ledger.clerk(() -> survey.byRule(rules.rules()).orElseThrow()).get(strict).getFirst()
                .finding().explained().body()).isEqualTo("核过");
    }

    @Test
    void what_is_told_at_once_is_what_each_look_finds_and_takes_no_more_reads_for_more_rules() {
        ledger.approved(ledger.states(ledger.source("S", "2024-01-01"), "310亿元"));
        write("2025", "320亿元");
        add(atMost("300"));
        var few = readsOf(() -> Ledger.clerk(() -> survey.byRule(rules.rules())));
        add(atMost("315"));
        add(Rule.of(new Condition.Monotone("TAX"), Importance.LOW));
        assertThat(readsOf(() -> Ledger.clerk(() -> survey.byRule(rules.rules())))).isEqualTo(few);
        for (var scope : List.of(Scope.ALL, ELSEWHERE)) {
            TestServices.as("li", Role.STATISTICIAN, scope, () -> {
                var told = survey.byRule(rules.rules()).orElseThrow();
                assertThat(rules.rules()).allSatisfy(rule -> assertThat(told.getOrDefault(rule.id(), List.of()))
                        .isEqualTo(survey.of(rule, null).found()));
                return null;
            });
        }
    }

    private int readsOf(Runnable work) {
        var before = ledger.services.reads();
        work.run();
        return ledger.services.reads() - before;
    }

    @Test
    void a_draft_that_contradicts_what_is_approved_is_marked_and_an_explanation_takes_the_mark_away() {
        ledger.approved(ledger.states(ledger.source("S", "2024-01-01"), "310亿元"));
        write("2024", "300亿元");
        write("2026", "500亿元");
        add(atMost("400"));
        var fall = add(Rule.of(new Condition.Monotone("TAX"), Importance.HIGH));
        assertThat(marks()).containsOnly(Map.entry(cell("2024"), Importance.HIGH),
                Map.entry(cell("2026"), Importance.MEDIUM));
        var stated = Ledger.clerk(() -> survey.of(rules.rule(fall), null)).found().getFirst().finding().breach()
                .stated();
        Ledger.clerk(() -> {
            ledger.services.get(RuleFindings.class).explain(cell("2024"), fall, stated, "口径收窄");
            return null;
        });
        assertThat(marks()).containsOnlyKeys(cell("2026"));
        add(atMost("305"));
        assertThat(marks()).as("what is approved bears the mark where no draft is to blame")
                .containsOnlyKeys(cell("2023"), cell("2026"));
        assertThat(Ledger.clerk(() -> survey.heldTogether(List.of("TAX", "OTHER")))).containsOnly("TAX", "OTHER");
    }

    @Test
    void what_a_span_contradicts_is_marked_in_the_sheet_and_found_in_the_survey() {
        write("2017/2023", "774亿元");
        write("2017/2022", "842亿元");
        var fall = add(Rule.of(new Condition.Monotone("TAX"), Importance.HIGH));
        assertThat(Ledger.clerk(() -> survey.marks("310105", List.of(cell("2017/2022"), cell("2017/2023")))))
                .containsOnlyKeys(cell("2017/2022"), cell("2017/2023"));
        assertThat(Ledger.clerk(() -> survey.of(rules.rule(fall), null)).found()).singleElement()
                .satisfies(found -> assertThat(found.finding().breach().period().code()).isEqualTo("2017/2023"));
    }

    private Map<CellKey, Importance> marks() {
        return Ledger.clerk(() -> survey.marks("310105",
                List.of(cell("2023"), cell("2024"), cell("2025"), cell("2026"))));
    }

    @Test
    void drafts_of_others_are_not_held_against_a_rule() {
        write("2025", "320亿元");
        assertThat(TestServices.as("wu", Role.STATISTICIAN, ELSEWHERE, () -> survey.of(atMost("300"), null)).found())
                .isEmpty();
        assertThatThrownBy(() -> TestServices.as("li", Role.ANALYST, () -> survey.of(atMost("300"), null)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_rule_is_kept_by_statisticians_whose_scope_holds_its_region() {
        var here = new Rule(0, new Condition.Monotone("TAX"), "310105", Importance.LOW, Missing.SKIP, BigDecimal.ZERO,
                "", true, 0);
        assertThat(Ledger.clerk(() -> rules.mayKeep(here))).isTrue();
        assertThat(Ledger.approver(() -> rules.mayKeep(here))).isFalse();
        assertThat(TestServices.as("wu", Role.STATISTICIAN, ELSEWHERE, () -> rules.mayKeep(here))).isFalse();
        assertThat(TestServices.within("310105", () -> rules.mayKeep(here))).isTrue();
        var id = TestServices.within("310105", () -> rules.add(here));
        assertThatThrownBy(() -> TestServices.within("310105", () -> {
            rules.change(new Rule(id, here.condition(), null, Importance.LOW, Missing.SKIP, BigDecimal.ZERO, "", false,
                    0));
            return null;
        })).as("not for regions beyond the scope").isInstanceOf(AccessDeniedException.class);
        Ledger.clerk(() -> {
            rules.change(rules.rule(id));
            return null;
        });
        assertThatThrownBy(() -> Ledger.clerk(() -> {
            rules.change(new Rule(id, here.condition(), "310105", Importance.HIGH, Missing.SKIP, BigDecimal.ZERO, "",
                    true, 0));
            return null;
        })).isInstanceOf(LostRace.class);
    }

    private void change(Rule rule) {
        Ledger.clerk(() -> {
            rules.change(rule);
            return null;
        });
    }

    private static Rule with(Rule rule, String tolerance, Missing missing, Importance importance, boolean active) {
        return new Rule(rule.id(), rule.condition(), rule.region(), importance, missing, new BigDecimal(tolerance),
                "请核对", active, rule.version());
    }

    @Test
    void what_keeps_figures_from_being_approved_is_loosened_by_approvers_alone() {
        var limit = atMost("300");
        var id = add(
                new Rule(0, limit.condition(), null, Importance.HIGH, Missing.REPORT, BigDecimal.ONE, "", true, 0));
        var stands = Ledger.clerk(() -> rules.rule(id));
        List.of(with(stands, "2", Missing.REPORT, Importance.HIGH, true),
                with(stands, "1", Missing.SKIP, Importance.HIGH, true),
                with(stands, "1", Missing.REPORT, Importance.MEDIUM, true),
                with(stands, "1", Missing.REPORT, Importance.HIGH, false),
                new Rule(id, atMost("400").condition(), null, Importance.HIGH, Missing.REPORT, BigDecimal.ONE, "", true,
                        0),
                new Rule(id, limit.condition(), "310105", Importance.HIGH, Missing.REPORT, BigDecimal.ONE, "", true, 0))
                .forEach(looser -> assertThatThrownBy(() -> change(looser)).isInstanceOfSatisfying(RuleViolation.class,
                        refused -> assertThat(refused.key()).isEqualTo(looser.tolerance().intValue() == 2
                                ? "check.rule.loosened.tolerance" : "check.rule.loosened")));
        change(with(stands, "0", Missing.REPORT, Importance.HIGH, true));
        var stricter = Ledger.clerk(() -> rules.rule(id));
        assertThatThrownBy(() -> Ledger.clerk(() -> {
            rules.switchOff(stricter, "不用了");
            return null;
        })).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> TestServices.as("zhao", Role.APPROVER, ELSEWHERE, () -> {
            rules.switchOff(stricter, "不用了");
            return null;
        })).isInstanceOf(AccessDeniedException.class);
        Ledger.approver(() -> {
            assertThatThrownBy(() -> rules.switchOff(stricter, " ")).isInstanceOfSatisfying(RuleViolation.class,
                    refused -> assertThat(refused.key()).isEqualTo("check.rule.off.reason"));
            assertThatThrownBy(() -> rules.switchOff(stands, "不用了")).as("seen before the last change")
                    .isInstanceOf(LostRace.class);
            rules.switchOff(stricter, "口径已改");
            return null;
        });
        var off = Ledger.clerk(() -> rules.rule(id));
        assertThat(off.active()).isFalse();
        change(with(off, "5", Missing.SKIP, Importance.MEDIUM, true));
        assertThat(Ledger.clerk(() -> rules.rule(id)).active()).isTrue();
    }

    @Test
    void a_look_ends_after_some_regions_and_the_next_goes_on_from_there() {
        addRegions();
        write("2025", "320亿元");
        var first = Ledger.clerk(() -> survey.of(atMost("300"), null));
        assertThat(first.isWhole()).isFalse();
        assertThat(first.all()).isEqualTo(61);
        Ledger.clerk(() -> {
            ledger.services.get(IndicatorService.class).addRegions(
                    List.of(new Region("100000", "新区", "New District", null)));
            return null;
        });
        var second = Ledger.clerk(() -> survey.of(atMost("300"), first.last()));
        assertThat(second.isWhole()).isTrue();
        assertThat(second.done()).as("a region that came before where the first look ended moves nothing")
                .isEqualTo(62);
        assertThat(Stream.concat(first.found().stream(), second.found().stream()))
                .extracting(BreachSurvey.Found::region).containsExactly("310105");
    }

    private void addRegions() {
        Ledger.clerk(() -> {
            ledger.services.get(IndicatorService.class).addRegions(IntStream.rangeClosed(1, 60)
                    .mapToObj(i -> new Region("9%05d".formatted(i), "区" + i, "District " + i, null)).toList());
            return null;
        });
    }

    @Test
    void what_breaks_the_rules_of_many_regions_is_read_with_as_many_questions_as_that_of_one() {
        add(atMost("300"));
        write("2025", "320亿元");
        var alone = reads();
        addRegions();
        assertThat(reads()).isEqualTo(alone);
    }

    private int reads() {
        ledger.services.get(IndicatorService.class).catalogue();
        var before = ledger.services.reads();
        assertThat(Ledger.clerk(() -> survey.byRule(rules.rules()))).isPresent();
        return ledger.services.reads() - before;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void where_much_is_stated_or_in_preparation_a_page_of_rules_reads_none_of_it(boolean approved) {
        add(atMost("300"));
        var source = ledger.source("S", "2024-01-01");
        var stated = ledger.states(source, "310亿元");
        var row = approved ? ledger.approved(stated) : ledger.draft(stated);
        dsl.execute("""
                insert into observation (indicator_id, region_id, period_code, period_kind, reply_id, obs_value, low,
                    low_end, high, high_end, qualifier, print_step, printed, obs_status, state, approved, recorded_by,
                    recorded_from, recorded_to)
                select o.indicator_id, o.region_id, cast(n.x + 10000 as varchar), 'DAY', o.reply_id, o.obs_value, o.low,
                    o.low_end, o.high, o.high_end, o.qualifier, o.print_step, o.printed, o.obs_status, o.state,
                    o.approved, o.recorded_by, o.recorded_from, o.recorded_to
                from observation o, %s n(x) where o.id = %d
                """.formatted(database.dialect() == SQLDialect.H2 ? "system_range(1, 5000)"
                : "generate_series(1, 5000)", row));
        var before = ledger.services.reads();
        assertThat(Ledger.clerk(() -> survey.byRule(rules.rules()))).isEmpty();
        assertThat(ledger.services.reads() - before).as("the rules and one look whether it is much").isLessThan(6);
    }

    private static Rule atMost(String bound) {
        return Rule.of(new Condition.Range("TAX", null, new BigDecimal(bound)), Importance.MEDIUM);
    }

    private List<Integer> years(Rule rule) {
        return Ledger.clerk(() -> survey.of(rule, null)).found().stream()
                .map(it -> it.finding().breach().year()).toList();
    }
}
