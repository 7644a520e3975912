package org.youju.base.chart;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.youju.base.chart.Samples.number;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChartSpecTest {

    private static final Point POINT = Point.stated(number("1"), "1", "one");

    @Test
    void a_series_has_one_point_for_each_category() {
        assertThatThrownBy(() -> chart(List.of("2022", "2023"), List.of(POINT)))
                .hasMessage("The series “S” has 1 points for 2 categories; give one for each, null where there is none.");
    }

    @Test
    void a_value_that_is_no_number_is_refused() {
        assertThatThrownBy(() -> Point.stated(number("NaN"), "NaN", "key")).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void a_range_runs_upwards_and_has_an_end() {
        assertThatThrownBy(() -> POINT.within(number("315"), number("305")))
                .hasMessage("A range runs from the lower to the higher end, not from 315 to 305.");
        assertThatThrownBy(() -> POINT.within(null, null)).hasMessageContaining("at least one end");
    }

    @Test
    void two_points_never_share_a_key_nor_two_categories_a_name() {
        assertThatThrownBy(() -> chart(List.of("2022", "2023"), List.of(POINT, POINT)))
                .hasMessageContaining("Two points have the key “one”");
        assertThatThrownBy(() -> chart(List.of("2022", "2022"), List.of(POINT, POINT)))
                .hasMessageContaining("names a category twice");
    }

    @Test
    void an_annotation_stands_at_a_category_of_the_chart() {
        var chart = chart(List.of("2023"), List.of(POINT));
        assertThatThrownBy(() -> chart.annotated(List.of(new Annotation.Break("2021", "口径变更", true))))
                .hasMessage("There is no category “2021”; the chart has [2023].");
        assertThatThrownBy(() -> chart.annotated(List.of(new Annotation.Target("目标", "目标", List.of(number("1"), number("2"))))))
                .hasMessageContaining("has 2 values for 1 categories");
        assertThatThrownBy(() -> chart.highlighting("2021")).hasMessageContaining("no category “2021”");
    }

    @Test
    void bars_begin_at_zero() {
        assertThatThrownBy(() -> Samples.tax().along(ChartSpec.Axis.CUT)).hasMessageContaining("begin at zero");
    }

    private static ChartSpec chart(List<String> categories, List<Point> points) {
        return ChartSpec.of("C", "亿元", "一句话。", categories, List.of(new Series("S", Series.Kind.LINE,
                List.copyOf(points))));
    }
}
