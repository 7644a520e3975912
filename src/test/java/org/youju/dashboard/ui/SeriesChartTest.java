package org.youju.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.CHANGNING;

import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.base.chart.Annotation;
import org.youju.base.chart.ChartSpec;
import org.youju.base.chart.Point;
import org.youju.check.SampleStatements;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.SampleCommitments;
import org.youju.dashboard.IndicatorSeries;
import org.youju.figure.Period;
import org.youju.observation.Cell;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeriesChartTest {

    @Test
    void two_days_of_one_month_both_stand_under_their_longer_names() {
        assertThat(names("DE_FIRMS", "2023-12-31", "2024-04-10", "2024-04-25"))
                .hasSize(3).startsWith("2023-12").doesNotContain("2024-04").doesNotHaveDuplicates();
    }

    @Test
    void sums_that_end_in_one_year_both_stand() {
        assertThat(names("UR_REFINED_AREA_CUM", "2016/2023", "2017/2023")).hasSize(2).doesNotContain("2023");
    }

    @Test
    void a_total_and_a_level_stand_over_the_years_of_their_window_and_not_at_the_last_known_one() {
        var spec = SeriesChart.of(budget(
                SampleCommitments.promise("FI_BUDGET_REVENUE", CommitmentKind.LEVEL_BY, "210亿元", 2024, 2026),
                SampleCommitments.promise("FI_BUDGET_REVENUE", CommitmentKind.CUMULATIVE_BY, "400亿元", 2025, 2026)),
                new Div(), Locale.CHINESE).orElseThrow().spec(null);
        assertThat(spec.categories()).endsWith("2023", "2024", "2025", "2026");
        assertThat(targets(spec)).containsExactly("2023 168.53, 2024 182.4, 2025 196.2, 2026 210", "2025 200, 2026 200");
    }

    @Test
    void a_level_without_a_base_is_a_point_at_its_year_and_that_year_is_not_missing_before_it_is_over() {
        var spec = SeriesChart.of(budget(
                SampleCommitments.promise("FI_BUDGET_REVENUE", CommitmentKind.LEVEL_BY, "210亿元", 2012, 2027)),
                new Div(), Locale.CHINESE).orElseThrow().spec(null);
        assertThat(targets(spec)).containsExactly("2027 210");
        assertThat(spec.annotations()).filteredOn(Annotation.Missing.class::isInstance)
                .noneMatch(it -> ((Annotation.Missing) it).to().compareTo("2025") > 0);
    }

    @Test
    void in_english_points_their_intervals_and_the_axis_count_in_one_scale_of_money() {
        var spec = SeriesChart.of(budget(), new Div(), Locale.ENGLISH).orElseThrow().spec(null);
        assertThat(spec.unit()).isEqualTo("CNY bn");
        var point = spec.series().getFirst().points().get(spec.categories().indexOf("2023"));
        assertThat(point.value()).isEqualByComparingTo("16.853");
        assertThat(point.range().low()).isEqualByComparingTo("16.8525");
        assertThat(point.text()).isEqualTo("CNY 16.853 bn");
    }

    @Test
    void a_limiting_word_in_english_stands_apart_from_the_number_of_a_label() {
        var cells = Cell.of(List.of(SampleStatements.statement("DE_TAX_SHARE", CHANGNING, "2023", "约55%"),
                SampleStatements.statement("DE_TAX_SHARE", CHANGNING, "2024", "近六成")));
        var labels = Map.of(Locale.ENGLISH, List.of("about 55", "nearly 60"), Locale.CHINESE, List.of("约55", "近六成"));
        labels.forEach((locale, expected) -> assertThat(SeriesChart.of(series("DE_TAX_SHARE", cells), new Div(), locale)
                .orElseThrow().spec(null).series().getFirst().points()).extracting(Point::text).isEqualTo(expected));
    }

    private static List<String> targets(ChartSpec spec) {
        return spec.annotations().stream().filter(Annotation.Target.class::isInstance)
                .map(it -> ((Annotation.Target) it).values())
                .map(values -> IntStream.range(0, values.size()).filter(at -> values.get(at) != null)
                        .mapToObj(at -> spec.categories().get(at) + " "
                                + values.get(at).stripTrailingZeros().toPlainString())
                        .collect(Collectors.joining(", ")))
                .toList();
    }

    private static IndicatorSeries budget(Commitment... promises) {
        var cells = SampleStatements.cells().stream().filter(it -> it.key().region().equals(CHANGNING)
                && it.key().indicator().equals("FI_BUDGET_REVENUE")).toList();
        return new IndicatorSeries(CATALOGUE.indicator("FI_BUDGET_REVENUE"), CATALOGUE.region(CHANGNING), cells, List.of(),
                List.of(), List.of(), SampleCommitments.judged(List.of(promises), false, LocalDate.of(2026, 1, 15)));
    }

    private static List<String> names(String indicator, String... periods) {
        var cells = Cell.of(Stream.of(periods)
                .map(period -> SampleStatements.statement(indicator, CHANGNING, period, "100")).toList());
        var known = SeriesChart.of(series(indicator, cells), new Div(), Locale.CHINESE).orElseThrow().periods();
        assertThat(known.values().stream().filter(it -> it != null).map(Period::code)).containsExactly(periods);
        return known.entrySet().stream().filter(it -> it.getValue() != null).map(it -> it.getKey()).toList();
    }

    private static IndicatorSeries series(String indicator, List<Cell> cells) {
        return new IndicatorSeries(CATALOGUE.indicator(indicator), CATALOGUE.region(CHANGNING), cells, List.of(), List.of(),
                List.of(), List.of());
    }
}
