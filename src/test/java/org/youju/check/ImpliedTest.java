package org.youju.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.CHANGNING;
import static org.youju.check.SampleStatements.SHANGHAI;
import static org.youju.check.SampleStatements.cells;
import static org.youju.check.SampleStatements.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.check.Derivation.Rule;
import org.youju.figure.End;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.observation.Cell;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImpliedTest {

    private static final List<Derivation> ALL = Implied.of(CATALOGUE, cells());

    @Test
    void tax_of_310_and_growth_of_18_percent_imply_262_7_in_2022_between_257_4_and_268_1() {
        var implied = only("DE_TAX", CHANGNING, "2022");
        assertThat(implied.rule()).isEqualTo(Rule.IMPLIED_PREVIOUS);
        assertThat(one(implied.value())).isEqualTo("262.7");
        assertThat(one(implied.interval().low())).isEqualTo("257.4");
        assertThat(one(implied.interval().high())).isEqualTo("268.1");
        assertThat(implied.formula()).isEqualTo("310 ÷ 1.18");
        assertThat(implied.inputs()).extracting(Observation::indicator).containsExactly("DE_TAX", "DE_TAX_GROWTH");
        assertThat(implied.basis()).isEqualTo(Basis.STATED);
    }

    @Test
    void the_totals_of_563_6_and_552_2_are_consistent() {
        var routes = of("FI_TAX_TOTAL", CHANGNING, "2023");
        assertThat(routes).extracting(Derivation::rule).containsOnly(Rule.IMPLIED_TOTAL);
        assertThat(routes).extracting(d -> one(d.value()) + " (" + one(d.interval().low()) + "–"
                + one(d.interval().high()) + ") " + d.formula()).containsExactlyInAnyOrder(
                        "563.6 (549.5–578.0) 310 ÷ 55%", "552.2 (547.4–557.1) 370 ÷ 67%");
        var consistency = Consistency.of(cells(), ALL).stream()
                .filter(c -> c.cell().equals(routes.getFirst().cell())).findFirst().orElseThrow();
        assertThat(consistency.outcome()).isEqualTo(Consistency.Outcome.CONSISTENT);
        assertThat(consistency.common()).hasValueSatisfying(i -> {
            assertThat(one(i.low())).isEqualTo("549.5");
            assertThat(one(i.high())).isEqualTo("557.1");
        });
    }

    @Test
    void budget_revenue_of_2023_and_8_31_percent_imply_155_6_in_2022() {
        assertThat(one(only("FI_BUDGET_REVENUE", CHANGNING, "2022").value())).isEqualTo("155.6");
    }

    @Test
    void tax_of_370_and_growth_of_40_percent_imply_264_3_in_2022() {
        assertThat(one(only("IN_KEY33_TAX", CHANGNING, "2022").value())).isEqualTo("264.3");
    }

    @Test
    void changning_gdp_growth_is_in_constant_prices_and_implies_no_level() {
        assertThat(ALL).noneMatch(d -> d.indicator().equals("EC_GDP"));
    }

    @Test
    void nothing_is_implied_across_a_break() {
        assertThat(of("IN_KEY33_TAX", CHANGNING, "2023")).isEmpty();
    }

    @Test
    void the_growth_of_changning_gdp_is_said_to_be_in_constant_prices_where_a_reader_expects_its_level_of_2022() {
        var refused = Implied.refused(CATALOGUE, cells()).stream()
                .filter(it -> it.indicator().equals("EC_GDP") && it.region().equals(CHANGNING)).toList();
        assertThat(refused).anySatisfy(it -> {
            assertThat(it.period().code()).isEqualTo("2022");
            assertThat(it.why()).isEqualTo(Refusal.Why.CONSTANT_PRICES);
            assertThat(Sentences.write(it.reason(), Locale.CHINESE))
                    .isEqualTo("2022年不推算：2023年增速12.8%按不变价计算，2286.2亿元是现价，相除得不出上年水平。");
        });
    }

    @Test
    void what_is_refused_is_neither_derived_nor_stated_and_every_reason_has_a_sentence_in_both_languages() {
        var refused = Implied.refused(CATALOGUE, cells());
        assertThat(refused).isNotEmpty().allSatisfy(it -> {
            assertThat(cells()).extracting(Cell::key)
                    .doesNotContain(new CellKey(it.indicator(), it.region(), it.period()));
            for (var locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                assertThat(Sentences.write(it.reason(), locale)).contains(it.period().label(locale));
            }
        });
    }

    @Test
    void the_break_before_2024_is_given_as_the_reason_why_its_growth_implies_no_level_of_2023() {
        var level = statement("IN_KEY33_TAX", CHANGNING, "2024", "431.78亿元");
        var growth = statement("IN_KEY33_TAX_GROWTH", CHANGNING, "2024", "10%");
        var known = Cell.of(List.of(level, growth));
        assertThat(Implied.of(CATALOGUE, known)).isEmpty();
        assertThat(Implied.refused(CATALOGUE, known)).singleElement()
                .extracting(Refusal::why, it -> it.period().code()).containsExactly(Refusal.Why.BREAK, "2023");
    }

    @Test
    void a_growth_to_nothing_is_refused_with_its_reason() {
        var level = statement("DE_TAX", CHANGNING, "2023", "310亿元");
        var growth = statement("DE_TAX_GROWTH", CHANGNING, "2023", "-100%");
        assertThat(Implied.refused(CATALOGUE, Cell.of(List.of(level, growth)))).singleElement()
                .extracting(Refusal::why).isEqualTo(Refusal.Why.IMPOSSIBLE);
    }

    @Test
    void the_67_suggestions_of_2021_are_the_sum_of_their_results_and_of_their_themes() {
        var sums = List.of(
                new Implied.Sum("GV_NPC_SUGGESTIONS", List.of("GV_NPC_ADOPTED", "GV_NPC_PLANNED", "GV_NPC_REFERENCE")),
                new Implied.Sum("GV_NPC_SUGGESTIONS", List.of("GV_NPC_THEME_ECON", "GV_NPC_THEME_CITY",
                        "GV_NPC_THEME_SOCIAL", "GV_NPC_THEME_LIVING", "GV_NPC_THEME_SAFETY")));
        var derived = Implied.of(CATALOGUE, cells(), sums).stream().filter(it -> it.rule() == Rule.SUM).toList();
        assertThat(derived).extracting(Derivation::formula).containsExactly("11 + 24 + 8 + 8 + 16", "62 + 1 + 4");
        var routes = Consistency.of(cells(), derived);
        assertThat(routes).singleElement().satisfies(it -> {
            assertThat(it.routes()).hasSize(3);
            assertThat(it.outcome()).isEqualTo(Consistency.Outcome.CONSISTENT);
            assertThat(Sentences.write(it.explanation(CATALOGUE.unit("件")), Locale.CHINESE))
                    .isEqualTo("3种来路都容得下67件，互相印证。");
        });
    }

    @Test
    void parts_that_do_not_add_up_are_at_odds_with_the_whole_in_a_sentence_with_both_numbers() {
        var whole = statement("GV_NPC_SUGGESTIONS", CHANGNING, "2022", "70件");
        var cells = Cell.of(List.of(whole, statement("GV_NPC_ADOPTED", CHANGNING, "2022", "62件"),
                statement("GV_NPC_PLANNED", CHANGNING, "2022", "4件")));
        var sum = new Implied.Sum("GV_NPC_SUGGESTIONS", List.of("GV_NPC_ADOPTED", "GV_NPC_PLANNED"));
        var routes = Consistency.of(cells, Implied.of(CATALOGUE, cells, List.of(sum))).getFirst();
        assertThat(routes.outcome()).isEqualTo(Consistency.Outcome.INCONSISTENT);
        assertThat(Sentences.write(new Finding.RoutesApart(routes, CATALOGUE.unit("件")).reason(), Locale.CHINESE))
                .isEqualTo("2022年：由“70件”得70件，由“62 + 4”得66件，两者对不上，至少一处口径或数字有误。");
        assertThat(Sentences.write(routes.explanation(CATALOGUE.unit("件")), Locale.ENGLISH)).contains("62 + 4", "66", "70");
        assertThat(Implied.of(CATALOGUE, cells, List.of(new Implied.Sum("GV_NPC_SUGGESTIONS",
                List.of("GV_NPC_ADOPTED", "GV_NPC_REFERENCE"))))).as("a part that nobody states").isEmpty();
        assertThat(Implied.of(CATALOGUE, cells, List.of(new Implied.Sum("DE_TAX", List.of("GV_NPC_ADOPTED")))))
                .as("parts of another dimension").isEmpty();
    }

    @Test
    void the_totals_of_563_6_and_552_2_bear_each_other_out_in_a_sentence() {
        var routes = Consistency.of(cells(), ALL).stream()
                .filter(it -> it.cell().indicator().equals("FI_TAX_TOTAL") && it.cell().period().code().equals("2023"))
                .findFirst().orElseThrow();
        assertThat(Sentences.write(routes.explanation(CATALOGUE.unit("亿元")), Locale.CHINESE))
                .isEqualTo("2种来路都容得下549.5–557.1亿元，互相印证。");
    }

    @Test
    void a_fall_implies_a_higher_level_before() {
        assertThat(one(only("FI_BUDGET_REVENUE", SHANGHAI, "2021").value())).isEqualTo("7771.4");
        assertThat(only("FI_BUDGET_REVENUE", SHANGHAI, "2021").formula()).isEqualTo("7608.19 ÷ 0.979");
    }

    @Test
    void growth_of_what_is_not_money_implies_the_year_before() {
        assertThat(one(only("EN_PM25", SHANGHAI, "2017").value())).isEqualTo("39.0");
    }

    @Test
    void a_share_that_would_lie_above_the_whole_is_not_implied_and_takes_nothing_else_away() {
        var indicators = CATALOGUE.indicators().stream().map(i -> !i.code().equals("DE_TAX_GROWTH") ? i
                : new Indicator(i.code(), i.nameZh(), i.nameEn(), i.theme(), null, i.unit(), i.nature(), i.direction(),
                        i.priceBasis(), null, "DE_TAX_SHARE", null, null, null, true, null)).toList();
        var catalogue = new Catalogue(indicators, List.of(), CATALOGUE.regions(), CATALOGUE.units(), List.of());
        var stated = Cell.of(List.of(statement("DE_TAX_SHARE", CHANGNING, "2023", "55%"),
                statement("DE_TAX_GROWTH", CHANGNING, "2023", "-80%"),
                statement("DE_TAX", CHANGNING, "2023", "310亿元")));
        assertThat(Implied.of(catalogue, stated)).extracting(Derivation::indicator).containsExactly("FI_TAX_TOTAL");
    }

    @Test
    void a_part_of_a_year_implies_the_same_part_of_the_year_before() {
        var implied = only("FX_FDI_ACTUAL", SHANGHAI, "2019-01/2019-10");
        assertThat(one(implied.value())).isEqualTo("161.8");
    }

    @Test
    void a_soft_end_stays_soft_through_the_arithmetic() {
        var implied = only("DE_SOFTWARE_REVENUE", CHANGNING, "2022");
        assertThat(one(implied.value())).isEqualTo("1625.0");
        assertThat(implied.interval().highEnd()).isEqualTo(End.SOFT);
        assertThat(implied.interval().lowEnd()).isEqualTo(End.OPEN);
    }

    @Test
    void an_unvalidated_input_taints_what_follows() {
        assertThat(only("DE_ONLINE_NEW_ECONOMY_TAX", CHANGNING, "2019").basis()).isEqualTo(Basis.UNVALIDATED);
    }

    @Test
    void a_share_of_a_stated_whole_implies_its_part() {
        var implied = only("GV_NPC_ADOPTED", CHANGNING, "2021");
        assertThat(implied.rule()).isEqualTo(Rule.IMPLIED_PART);
        assertThat(implied.formula()).isEqualTo("67 × 92.54%");
        assertThat(implied.interval().contains(BigDecimal.valueOf(62))).isTrue();
    }

    @Test
    void all_routes_of_the_sample_are_consistent_with_what_is_stated() {
        assertThat(Consistency.of(cells(), ALL)).hasSizeGreaterThan(8)
                .allMatch(c -> c.outcome() == Consistency.Outcome.CONSISTENT);
    }

    @Test
    void routes_that_hard_ends_keep_apart_are_inconsistent() {
        var cells = Cell.of(List.of(statement("DE_TAX", CHANGNING, "2023", "310亿元"),
                statement("DE_TAX_GROWTH", CHANGNING, "2023", "18%"), statement("DE_TAX", CHANGNING, "2022", "300亿元")));
        assertThat(Consistency.of(cells, Implied.of(CATALOGUE, cells))).singleElement()
                .extracting(Consistency::outcome).isEqualTo(Consistency.Outcome.INCONSISTENT);
    }

    @Test
    void a_fall_to_nothing_implies_nothing() {
        var cells = Cell.of(List.of(statement("DE_TAX", CHANGNING, "2023", "0亿元"),
                statement("DE_TAX_GROWTH", CHANGNING, "2023", "-100%")));
        assertThat(Implied.of(CATALOGUE, cells)).isEmpty();
    }

    private static List<Derivation> of(String indicator, String region, String period) {
        return ALL.stream().filter(d -> d.indicator().equals(indicator) && d.region().equals(region)
                && d.period().code().equals(period)).toList();
    }

    private static Derivation only(String indicator, String region, String period) {
        assertThat(of(indicator, region, period)).hasSize(1);
        return of(indicator, region, period).getFirst();
    }

    private static String one(@Nullable BigDecimal number) {
        return number == null ? "∞" : number.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
