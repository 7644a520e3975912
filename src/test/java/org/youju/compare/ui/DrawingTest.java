package org.youju.compare.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.CHANGNING;
import static org.youju.check.SampleStatements.SHANGHAI;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.base.chart.Annotation;
import org.youju.base.chart.ChartSpec;
import org.youju.check.SampleStatements;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.SampleCommitments;
import org.youju.compare.ComparisonTestAccess;
import org.youju.compare.Option;
import org.youju.compare.Selection;
import org.youju.compare.reckon.Lines;
import org.youju.compare.reckon.Transform;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DrawingTest {

    private static final String BUDGET = "FI_BUDGET_REVENUE";
    private static final Selection SELECTION = Selection.NONE.withIndicators(List.of(BUDGET))
            .withRegions(List.of(CHANGNING)).with(Option.TARGETS, true);

    @Test
    void a_level_is_drawn_as_the_pace_from_its_base_and_up_to_the_year_in_which_it_is_due() {
        var chart = chart(SELECTION, promise(CommitmentKind.LEVEL_BY, "210亿元", 2024, 2026));
        assertThat(chart.categories()).endsWith("2023", "2024", "2025", "2026");
        assertThat(targets(chart)).containsExactly("2023 168.53, 2024 182.4, 2025 196.2, 2026 210");
    }

    @Test
    void a_level_without_a_base_is_a_point_at_its_year() {
        assertThat(targets(chart(SELECTION, promise(CommitmentKind.LEVEL_BY, "210亿元", 2010, 2026))))
                .containsExactly("2026 210");
    }

    @Test
    void a_total_is_an_even_share_in_the_years_of_its_window() {
        assertThat(targets(chart(SELECTION, promise(CommitmentKind.CUMULATIVE_BY, "400亿元", 2025, 2026))))
                .containsExactly("2025 200, 2026 200");
    }

    @Test
    void a_sum_has_the_floor_of_the_years_that_it_adds_up_as_it_grows_but_not_that_of_a_single_year() {
        var sum = "UR_REFINED_AREA_CUM";
        var selection = SELECTION.withIndicators(List.of(sum)).withYears(OptionalInt.of(2021), OptionalInt.of(2023));
        var floors = chart(selection, sum, SampleCommitments.promise("UR_REFINED_AREA",
                CommitmentKind.FLOOR_PER_PERIOD, "不少于100万平方米", 2018, null));
        assertThat(floors.annotations()).filteredOn(Annotation.Target.class::isInstance).singleElement().asString()
                .contains("commitment.line.floors");
        assertThat(targets(floors)).containsExactly("2021 400, 2022 500, 2023 600");
        assertThat(targets(chart(selection, sum, SampleCommitments.promise("UR_REFINED_AREA",
                CommitmentKind.FLOOR_PER_PERIOD, "100万平方米", 2023, 2023)))).isEmpty();
    }

    @Test
    void no_year_is_shown_beyond_the_last_that_is_asked_for() {
        assertThat(chart(SELECTION.withYears(OptionalInt.of(2023), OptionalInt.of(2025)),
                promise(CommitmentKind.LEVEL_BY, "210亿元", 2024, 2026)).categories()).endsWith("2025");
    }

    @Test
    void an_index_on_a_base_that_is_not_validated_is_a_dashed_line_between_firm_years_and_says_so() {
        var lines = Lines.of(CATALOGUE, List.of(CATALOGUE.indicator("EC_GDP")), List.of(CATALOGUE.region(SHANGHAI)),
                SampleStatements.cells(), List.of(), false);
        var selection = Selection.NONE.withIndicators(List.of("EC_GDP")).withRegions(List.of(SHANGHAI))
                .withTransform(Transform.INDEX).withYears(OptionalInt.of(2020), OptionalInt.of(2025));
        var comparison = ComparisonTestAccess.of(selection, CATALOGUE, lines, List.of());
        var drawing = new Drawing(comparison, new Words(new Div(), comparison, Locale.CHINESE));
        var points = drawing.charts().getFirst().series().getFirst().points();
        assertThat(points).extracting(it -> it.mark().name()).containsExactly("UNVALIDATED", "UNVALIDATED", "COMPUTED",
                "COMPUTED", "COMPUTED", "COMPUTED");
        assertThat(drawing.notes()).singleElement().asString().contains("compare.index.base");
    }

    private static Commitment promise(CommitmentKind kind, String printed, int from, int to) {
        return SampleCommitments.promise(BUDGET, kind, printed, from, to);
    }

    private static ChartSpec chart(Selection selection, Commitment promise) {
        return chart(selection, BUDGET, promise);
    }

    private static ChartSpec chart(Selection selection, String indicator, Commitment promise) {
        var lines = Lines.of(CATALOGUE, List.of(CATALOGUE.indicator(indicator)), List.of(CATALOGUE.region(CHANGNING)),
                SampleStatements.cells(), List.of(promise), false);
        var comparison = ComparisonTestAccess.of(selection, CATALOGUE, lines, List.of());
        return new Drawing(comparison, new Words(new Div(), comparison, Locale.CHINESE)).charts().getFirst();
    }

    private static List<String> targets(ChartSpec chart) {
        return chart.annotations().stream().filter(Annotation.Target.class::isInstance)
                .map(it -> ((Annotation.Target) it).values())
                .map(values -> IntStream.range(0, values.size()).filter(at -> values.get(at) != null)
                        .mapToObj(at -> chart.categories().get(at) + " "
                                + values.get(at).stripTrailingZeros().toPlainString())
                        .collect(Collectors.joining(", ")))
                .toList();
    }
}
