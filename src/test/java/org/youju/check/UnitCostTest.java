package org.youju.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CHANGNING;
import static org.youju.check.SampleStatements.SHANGHAI;
import static org.youju.check.SampleStatements.cells;
import static org.youju.check.SampleStatements.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.observation.Cell;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnitCostTest {

    private static final UnitCost.Pair RENT_SUBSIDY = new UnitCost.Pair("TL_RENT_SUBSIDY_FUNDS",
            "TL_RENT_SUBSIDY_PERSONS", "TL_RENT_SUBSIDY", "TL_RENT_SUBSIDY_MONTHS");
    private static final UnitCost.Pair RENTAL_TURNOVER = new UnitCost.Pair("HS_PUBLIC_RENTAL_ALLOCATIONS",
            "HS_PUBLIC_RENTAL_UNITS", null, null);
    private static final UnitCost.Pair RETURNEES = new UnitCost.Pair(null, "TL_RETURNEE_HOUSED", "TL_RETURNEE_MAX",
            null);
    private static final List<UnitCost.Pair> PAIRS = List.of(RENT_SUBSIDY, RENTAL_TURNOVER, RETURNEES);

    @Test
    void a_person_gets_14231_to_16250_yuan_or_8_9_to_10_2_months_below_a_ceiling_of_38400() {
        var cost = of(RENT_SUBSIDY);
        assertThat(range(Objects.requireNonNull(cost.each()), 0)).isEqualTo("14231–16250");
        assertThat(range(Objects.requireNonNull(cost.months()), 1)).isEqualTo("8.9–10.2");
        assertThat(cost.ceiling()).isNotNull().satisfies(c -> {
            assertThat(c.value()).isEqualByComparingTo("38400");
            assertThat(c.formula()).isEqualTo("1600 × 24");
        });
        assertThat(cost.outcome()).isEqualTo(UnitCost.Outcome.WITHIN);
        assertThat(cost.each().formula()).isEqualTo("1.9亿元 ÷ 1.2万余人");
        assertThat(cost.each().value().setScale(0, RoundingMode.HALF_UP)).isEqualTo(BigDecimal.valueOf(15833));
    }

    @Test
    void dwellings_were_allocated_3_5_to_4_2_times_without_a_ceiling() {
        var cost = of(RENTAL_TURNOVER);
        assertThat(range(Objects.requireNonNull(cost.each()), 1)).isEqualTo("3.5–4.2");
        assertThat(cost.outcome()).isEqualTo(UnitCost.Outcome.UNBOUNDED);
        assertThat(cost.ceiling()).isNull();
    }

    @Test
    void no_total_is_stated_for_the_returnees_so_there_is_no_data() {
        var cost = of(RETURNEES);
        assertThat(cost.outcome()).isEqualTo(UnitCost.Outcome.NO_DATA);
        assertThat(cost.each()).isNull();
        assertThat(cost.ceiling()).isNotNull()
                .satisfies(c -> assertThat(c.value()).isEqualByComparingTo("45000"));
    }

    @Test
    void a_region_that_states_none_of_it_has_no_check() {
        assertThat(UnitCost.of(PAIRS, cells(), SHANGHAI)).isEmpty();
    }

    @Test
    void what_certainly_exceeds_its_ceiling_does_not_go_together() {
        assertThat(withFunds("9亿元")).isEqualTo(UnitCost.Outcome.ABOVE);
    }

    @Test
    void what_may_exceed_its_ceiling_is_not_proven() {
        assertThat(withFunds("4.6亿元")).isEqualTo(UnitCost.Outcome.POSSIBLE);
    }

    private static UnitCost.Outcome withFunds(String funds) {
        return UnitCost.of(PAIRS, Cell.of(List.of(
                statement("TL_RENT_SUBSIDY_FUNDS", CHANGNING, "2021/2023", funds),
                statement("TL_RENT_SUBSIDY_PERSONS", CHANGNING, "2021/2023", "12000人"),
                statement("TL_RENT_SUBSIDY", CHANGNING, "2024-04-25", "每人每月1600元"),
                statement("TL_RENT_SUBSIDY_MONTHS", CHANGNING, "2024-04-25", "最长24个月"))), CHANGNING)
                .getFirst().outcome();
    }

    private static UnitCost of(UnitCost.Pair pair) {
        return UnitCost.of(List.of(pair), cells(), CHANGNING).getFirst();
    }

    private static String range(UnitCost.Quotient quotient, int decimals) {
        return Objects.requireNonNull(quotient.interval().low()).setScale(decimals, RoundingMode.HALF_UP) + "–"
                + Objects.requireNonNull(quotient.interval().high()).setScale(decimals, RoundingMode.HALF_UP);
    }
}
