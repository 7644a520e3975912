package org.youju.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.CHANGNING;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.check.Implied;
import org.youju.check.SampleStatements;
import org.youju.dashboard.IndicatorSeries;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SparklineTest {

    @Test
    void what_may_be_no_change_at_all_is_not_drawn_as_a_rise() {
        var heights = heights(drawing("DE_TAX_SHARE", 2023));
        assertThat(heights).hasSize(2);
        assertThat(Math.abs(heights.getFirst() - heights.getLast())).isLessThan(5);
    }

    @Test
    void a_change_beyond_the_intervals_is_drawn_as_one() {
        var heights = heights(drawing("DE_TAX", 2023));
        assertThat(heights.getFirst() - heights.getLast()).isGreaterThan(15);
    }

    @Test
    void no_line_reaches_what_is_not_validated_and_its_point_is_a_hollow_square() {
        var drawing = drawing("DE_ECOM_PLATFORMS_100M", 2023);
        assertThat(drawing).containsOnlyOnce("<rect class='yj-spark-point yj-is-unvalidated'")
                .containsOnlyOnce("<path").contains("<circle class='yj-spark-point'");
    }

    private static List<Double> heights(String drawing) {
        return Pattern.compile("cy='([0-9.]+)'").matcher(drawing).results().map(it -> Double.valueOf(it.group(1))).toList();
    }

    private static String drawing(String indicator, int year) {
        var cells = SampleStatements.cells().stream().filter(it -> it.key().region().equals(CHANGNING)).toList();
        var series = new IndicatorSeries(CATALOGUE.indicator(indicator), CATALOGUE.region(CHANGNING),
                cells.stream().filter(it -> it.key().indicator().equals(indicator)).toList(), List.of(),
                Implied.of(CATALOGUE, cells).stream().filter(it -> it.indicator().equals(indicator)).toList(),
                List.of(), List.of());
        return Sparkline.drawing(Sparkline.points(series, year), series);
    }
}
