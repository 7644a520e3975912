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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.check.Derivation.Rule;
import org.youju.figure.End;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.observation.Cell;
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
