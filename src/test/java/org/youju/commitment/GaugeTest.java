package org.youju.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.CHANGNING;
import static org.youju.check.SampleStatements.cells;
import static org.youju.check.SampleStatements.statement;
import static org.youju.commitment.SampleCommitments.ASSUMPTIONS;
import static org.youju.commitment.SampleCommitments.commitment;
import static org.youju.commitment.SampleCommitments.promise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.observation.Cell;
import org.youju.observation.Observation;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GaugeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 15);

    private static @Nullable Gauge gauge(Commitment promise, List<Cell> facts, List<Assumption> assumptions) {
        var direction = CATALOGUE.indicator(promise.indicator()).direction();
        return Gauge.of(new Judged(promise, Judge.judge(promise, facts, assumptions, CATALOGUE, TODAY), null), direction);
    }

    private static @Nullable Gauge gauge(Commitment promise, Observation... facts) {
        return gauge(promise, Cell.of(List.of(facts)), List.of());
    }

    private static String percent(@Nullable BigDecimal share) {
        return share == null ? "" : share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    @Test
    void with_the_assumption_the_refined_communities_are_at_least_112_percent_done() {
        assertThat(gauge(commitment("C001"), cells(), ASSUMPTIONS)).isNotNull().satisfies(it -> {
            assertThat(percent(it.value())).isEqualTo("112.3");
            assertThat(percent(it.low())).isEqualTo("112.3");
            assertThat(percent(it.high())).isEqualTo("129.1");
            assertThat(it.atLeast()).isTrue();
            assertThat(it.atMost()).isFalse();
        });
    }

    @Test
    void without_it_they_are_at_most_129_percent_done() {
        assertThat(gauge(commitment("C001"), cells(), List.of())).isNotNull().satisfies(it -> {
            assertThat(percent(it.value())).isEqualTo("129.0");
            assertThat(it.atMost()).isTrue();
            assertThat(it.low()).isZero();
        });
    }

    @Test
    void where_nothing_is_stated_there_is_nothing_to_draw() {
        assertThat(gauge(commitment("C002"), cells(), List.of())).isNull();
    }

    @Test
    void a_target_of_zero_and_a_negative_actual_give_no_quotient() {
        assertThat(gauge(promise("FI_BUDGET_REVENUE_GROWTH", CommitmentKind.GROWTH_ABOUT, "0%", 2024, 2024),
                statement("FI_BUDGET_REVENUE_GROWTH", CHANGNING, "2024", "3%"))).isNull();
        assertThat(gauge(promise("FI_BUDGET_REVENUE_GROWTH", CommitmentKind.GROWTH_ABOUT, "5%", 2024, 2024),
                statement("FI_BUDGET_REVENUE_GROWTH", CHANGNING, "2024", "下降3%"))).isNull();
    }

    @Test
    void an_open_window_carries_the_time_that_is_over() {
        assertThat(gauge(promise("HQ_MNC_NEW", CommitmentKind.CUMULATIVE_BY, "20家", 2025, 2026),
                statement("HQ_MNC_NEW", CHANGNING, "2025", "9家"))).isNotNull().satisfies(it -> {
                    assertThat(percent(it.value())).isEqualTo("45.0");
                    assertThat(percent(it.elapsed())).isEqualTo("50.0");
                });
    }

    @Test
    void a_ceiling_says_so() {
        assertThat(gauge(commitment("C073"), cells(), List.of())).isNotNull()
                .satisfies(it -> assertThat(it.ceiling()).isTrue())
                .satisfies(it -> assertThat(percent(it.value())).isEqualTo("84.0"));
    }
}
