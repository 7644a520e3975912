package org.youju.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.commitment.TargetLine.Shape;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TargetLineTest {

    @Test
    void a_total_of_two_years_is_an_even_share_in_each_of_them() {
        var line = line("FI_BUDGET_REVENUE", CommitmentKind.CUMULATIVE_BY, "400亿元", 2025, 2026, "180.97");
        assertThat(line.shape()).isEqualTo(Shape.SHARE);
        assertThat(values(line, 2024, 2027)).containsExactly(null, "200", "200", null);
    }

    @Test
    void a_level_is_a_point_at_its_year_where_no_base_is_known() {
        var line = line("FI_BUDGET_REVENUE", CommitmentKind.LEVEL_BY, "210亿元", 2024, 2026, null);
        assertThat(values(line, 2023, 2026)).containsExactly(null, null, null, "210");
    }

    @Test
    void a_level_is_reached_in_step_with_time_from_its_base() {
        var line = line("FI_BUDGET_REVENUE", CommitmentKind.LEVEL_BY, "210亿元", 2024, 2026, "168.53");
        assertThat(line.shape()).isEqualTo(Shape.PATH);
        assertThat(values(line, 2022, 2027)).containsExactly(null, "168.53", "182.4", "196.2", "210", null);
        assertThat(line.at(LocalDate.of(2023, 6, 30))).isNull();
        assertThat(line.at(LocalDate.of(2026, 6, 30))).isEqualByComparingTo("203.0");
    }

    @Test
    void a_base_that_is_set_begins_the_way_and_a_last_day_ends_it() {
        var promise = SampleCommitments.promise("HQ_MNC_STOCK", CommitmentKind.LEVEL_BY, "100家", 2026, 2027);
        var due = new Commitment(1, "T002", promise.reply(), promise.citation(), promise.indicator(), promise.region(),
                promise.kind(), promise.target(), 2026, 2027, LocalDate.of(2027, 6, 30), new Base(2024, new BigDecimal("40")),
                null, promise.state(), null, "test", promise.recordedFrom(), promise.recordedTo());
        var line = TargetLine.of(due, promise.target().value(), CATALOGUE.indicator("HQ_MNC_STOCK"), year -> null);
        assertThat(values(line, 2025, 2027)).containsExactly("40", "80.11", "100");
        assertThat(line.at(LocalDate.of(2027, 6, 30))).isEqualByComparingTo("100");
    }

    @Test
    void no_way_leads_to_a_rate_or_a_share() {
        assertThat(line("IN_MODSERV_TAX_SHARE", CommitmentKind.LEVEL_BY, "75%", 2016, 2017, "70").shape())
                .isEqualTo(Shape.POINT);
    }

    @Test
    void a_floor_of_each_year_is_level_for_the_year_and_adds_up_for_the_sum() {
        var promise = SampleCommitments.commitment("C001");
        var yearly = TargetLine.of(promise, promise.target().value(), CATALOGUE.indicator("UR_REFINED_AREA"), year -> null);
        var sum = TargetLine.of(promise, promise.target().value(), CATALOGUE.indicator("UR_REFINED_AREA_CUM"), year -> null);
        assertThat(values(yearly, 2017, 2020)).containsExactly(null, "100", "100", "100");
        assertThat(values(sum, 2017, 2020)).containsExactly(null, "100", "200", "300");
    }

    private static TargetLine line(String indicator, CommitmentKind kind, String printed, int from, int to,
            @Nullable String base) {
        var promise = SampleCommitments.promise(indicator, kind, printed, from, to);
        return TargetLine.of(promise, promise.target().value(), CATALOGUE.indicator(indicator),
                year -> year == from - 1 && base != null ? new BigDecimal(base) : null);
    }

    private static List<@Nullable String> values(TargetLine line, int first, int last) {
        return Arrays.asList(IntStream.rangeClosed(first, last).mapToObj(line::at)
                .map(it -> it == null ? null : it.stripTrailingZeros().toPlainString()).toArray(String[]::new));
    }
}
