package org.youju.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.youju.check.SampleStatements.CHANGNING;
import static org.youju.check.SampleStatements.SHANGHAI;
import static org.youju.check.SampleStatements.cell;
import static org.youju.check.SampleStatements.read;
import static org.youju.check.SampleStatements.source;
import static org.youju.check.SampleStatements.statement;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.figure.Figure;
import org.youju.observation.ObsStatus;
import org.youju.observation.Observation;
import org.youju.observation.Vintage;
import org.youju.reply.Grade;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonTest {

    @Test
    void budget_revenue_2023_of_report_and_final_account_are_the_same() {
        assertThat(Comparison.of(cell("FI_BUDGET_REVENUE", CHANGNING, "2023")))
                .extracting(Comparison::agreement).containsExactly(Agreement.SAME);
    }

    @Test
    void gdp_of_4_72_wan_yi_and_of_47218_66_yi_agree_within_rounding() {
        assertThat(Comparison.of(cell("EC_GDP", SHANGHAI, "2023")))
                .extracting(Comparison::agreement).containsExactly(Agreement.COMPATIBLE);
    }

    @Test
    void budget_revenue_2024_truncated_to_180_conflicts_of_low_importance() {
        var cell = cell("FI_BUDGET_REVENUE", CHANGNING, "2024");
        var truncated = Comparison.of(cell).stream()
                .filter(c -> c.other(cell.representing()).figure().printed().equals("180亿元")).findFirst().orElseThrow();
        assertThat(truncated.agreement()).isEqualTo(Agreement.CONFLICT);
        assertThat(truncated.minor()).isTrue();
    }

    @Test
    void a_forecast_floor_of_2500_is_compatible_with_2789() {
        assertThat(Comparison.of(cell("EC_GDP", CHANGNING, "2024")))
                .extracting(Comparison::agreement).contains(Agreement.COMPATIBLE).doesNotContain(Agreement.CONFLICT);
    }

    @Test
    void a_first_estimate_of_shanghai_gdp_conflicts_with_an_unofficial_table() {
        assertThat(Comparison.of(cell("EC_GDP", SHANGHAI, "2016"))).singleElement().satisfies(c -> {
            assertThat(c.agreement()).isEqualTo(Agreement.CONFLICT);
            assertThat(c.minor()).isTrue();
        });
    }

    @Test
    void a_growth_forecast_of_6_7_conflicts_with_an_outcome_of_6_8_and_weighs() {
        assertThat(Comparison.conflicts(List.of(cell("EC_GDP_GROWTH", SHANGHAI, "2016")))).hasSize(1);
    }

    @Test
    void an_amount_in_another_unit_of_its_dimension_is_the_same() {
        var fine = stated("168.53亿元", "甲", "2024-01-01", null);
        var inYi = fine.figure();
        var yi = SampleStatements.CATALOGUE.unit("亿元");
        var wan = SampleStatements.CATALOGUE.unit("万元");
        var inWan = new Figure("1685300万元", yi.convert(inYi.value(), wan), null, inYi.qualifier(), wan,
                yi.convert(inYi.step(), wan), inYi.interval().times(BigDecimal.valueOf(10000)));
        var other = statement("FI_BUDGET_REVENUE", CHANGNING, "2023", inWan, ObsStatus.A, null,
                source("乙", "乙", "2024-01-02", Grade.A));
        assertThat(Comparison.of(fine, other).agreement()).isEqualTo(Agreement.SAME);
    }

    @Test
    void a_later_stated_vintage_revises() {
        var first = stated("160.2亿元", "甲", "2024-01-01", Vintage.PRELIMINARY);
        var last = stated("168.5亿元", "乙", "2024-09-01", Vintage.FINAL);
        var comparison = Comparison.of(last, first);
        assertThat(comparison.agreement()).isEqualTo(Agreement.REVISION);
        assertThat(comparison.later()).isEqualTo(last);
    }

    @Test
    void an_earlier_vintage_that_was_published_later_is_a_conflict() {
        var settled = stated("160.2亿元", "甲", "2024-01-01", Vintage.FINAL);
        var forecast = stated("168.5亿元", "乙", "2024-09-01", Vintage.FORECAST);
        assertThat(Comparison.of(settled, forecast).agreement()).isEqualTo(Agreement.CONFLICT);
    }

    @Test
    void the_same_issuer_revises_itself_by_publishing_later() {
        var first = stated("160.2亿元", "区财政局", "2024-01-01", null);
        var last = stated("168.5亿元", "区财政局", "2024-09-01", null);
        assertThat(Comparison.of(first, last).agreement()).isEqualTo(Agreement.REVISION);
    }

    @Test
    void the_same_issuer_on_one_day_conflicts_with_itself() {
        var one = stated("160.2亿元", "区财政局", "2024-01-01", null);
        var other = stated("168.5亿元", "区财政局", "2024-01-01", null);
        assertThat(Comparison.of(one, other).agreement()).isEqualTo(Agreement.CONFLICT);
    }

    @Test
    void two_firm_sources_that_hard_ends_keep_apart_conflict() {
        var comparison = Comparison.of(stated("160.2亿元", "甲", "2024-01-01", null),
                stated("168.5亿元", "乙", "2024-09-01", null));
        assertThat(comparison.agreement()).isEqualTo(Agreement.CONFLICT);
        assertThat(comparison.minor()).isFalse();
    }

    @Test
    void no_conflict_rests_on_a_soft_end() {
        var comparison = Comparison.of(stated("160余亿元", "甲", "2024-01-01", null),
                stated("171.5亿元", "乙", "2024-09-01", null));
        assertThat(comparison.agreement()).isEqualTo(Agreement.COMPATIBLE);
        assertThat(comparison.uncertain()).isTrue();
    }

    @Test
    void statements_of_two_cells_are_not_compared() {
        assertThatThrownBy(() -> Comparison.of(statement("DE_TAX", CHANGNING, "2023", "310亿元"),
                statement("DE_TAX", CHANGNING, "2022", "310亿元"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Observation stated(String printed, String issuer, String date, @Nullable Vintage vintage) {
        return statement("FI_BUDGET_REVENUE", CHANGNING, "2023", read(printed, "FI_BUDGET_REVENUE"), ObsStatus.A,
                vintage, source(issuer + date + printed, issuer, date, Grade.A));
    }
}
