package org.youju.check.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.read;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.youju.figure.Figure;

class UsualRangeTest {

    private static final int FIRST = 2010;

    private static Figure figure(String printed) {
        return read(printed, "DE_TAX");
    }

    private static Map<Integer, Figure> series(String... printed) {
        var series = new TreeMap<Integer, Figure>();
        for (int i = 0; i < printed.length; i++) {
            if (!printed[i].isEmpty()) {
                series.put(FIRST + i, figure(printed[i]));
            }
        }
        return series;
    }

    @Test
    void it_is_the_year_before_changed_as_the_series_changes_in_the_other_years() {
        // changes 1.10, 1.20, 1.15, 1.00, 1.05, 1.10: median 1.10, median deviation 0.05, reach 3.5 × 0.05 ÷ 0.6745
        var usual = Outlier.usual(series("100", "110", "132", "151.8", "151.8", "159.39", "175.329"), year -> false, 2017)
                .orElseThrow();
        assertThat(usual.interval().low()).isEqualByComparingTo("147.4");
        assertThat(usual.interval().high()).isEqualByComparingTo("238.4");
        assertThat(usual.years()).containsExactly(2011, 2012, 2013, 2014, 2015, 2016);
        assertThat(usual.baseYear()).isEqualTo(2016);
        assertThat(usual.farOff(figure("148"))).isEmpty();
        assertThat(usual.farOff(figure("147")).orElseThrow()).isNegative();
        assertThat(usual.farOff(figure("239")).orElseThrow()).isPositive();
    }

    @Test
    void nothing_is_said_where_too_little_is_known_or_years_cannot_be_compared() {
        var enough = series("100", "110", "132", "151.8", "151.8", "159.39", "");
        assertThat(Outlier.usual(enough, year -> false, 2016)).isPresent();
        assertThat(Outlier.usual(enough, year -> year == 2016, 2016)).as("a new definition").isEmpty();
        assertThat(Outlier.usual(enough, year -> year == 2012, 2016)).as("four changes are left").isEmpty();
        assertThat(Outlier.usual(enough, year -> false, 2017)).as("nothing in the year before").isEmpty();
        assertThat(Outlier.usual(series("100", "110", "132", "151.8", "151.8", ""), year -> false, 2015)).isEmpty();
        assertThat(Outlier.usual(series("100", "110", "-132", "151.8", "151.8", "159.39", ""), year -> false, 2016))
                .as("a sign that changes").isEmpty();
    }

    @Test
    void an_even_series_has_a_range_that_is_no_point_and_what_lies_near_is_usual() {
        // 7 % a year, to the cent and rounded: a point of a range would call the next rounding far off
        for (var even : List.of(series("100", "107", "114.49", "122.5043", "131.0796", "140.2552", ""),
                series("100", "107", "114.5", "122.5", "131.1", "140.3", ""))) {
            var usual = Outlier.usual(even, year -> false, 2016).orElseThrow();
            assertThat(usual.interval().low()).isLessThan(new BigDecimal("146"));
            assertThat(usual.interval().high()).isGreaterThan(new BigDecimal("154"));
            assertThat(usual.farOff(figure("150.2"))).isEmpty();
            assertThat(usual.farOff(figure("170")).orElseThrow()).isPositive();
            assertThat(usual.farOff(figure("130")).orElseThrow()).isNegative();
        }
    }

    @Test
    void a_wild_figure_neither_moves_its_own_range_nor_that_of_the_way_back() {
        var calm = series("100", "110", "132", "151.8", "151.8", "159.39", "", "180");
        var wild = series("100", "110", "132", "151.8", "151.8", "159.39", "9999", "180");
        assertThat(Outlier.usual(wild, year -> false, 2016).orElseThrow().interval())
                .isEqualTo(Outlier.usual(calm, year -> false, 2016).orElseThrow().interval());
        assertThat(Outlier.usual(wild, year -> false, 2016).orElseThrow().farOff(wild.get(2016))).isPresent();
    }

    @Property
    void what_lies_clearly_outside_is_called_far_off_and_what_lies_clearly_inside_is_not(
            @ForAll @Size(8) @UniqueElements List<@IntRange(min = 50, max = 400) Integer> values,
            @ForAll @IntRange(min = 1, max = 2000) int typed) {
        var series = new TreeMap<Integer, Figure>();
        values.forEach(value -> series.put(FIRST + series.size(), figure(value.toString())));
        var figure = figure(Integer.toString(typed));
        Outlier.usual(series, year -> false, FIRST + values.size()).ifPresent(usual -> {
            var rounding = new BigDecimal("1.001");
            var interval = usual.interval();
            var value = figure.value();
            var low = interval.low();
            if (value.compareTo(interval.high().multiply(rounding)) > 0
                    || low != null && value.multiply(rounding).compareTo(low) < 0) {
                assertThat(usual.farOff(figure)).isPresent();
            } else if (value.multiply(rounding).compareTo(interval.high()) < 0
                    && (low == null || value.compareTo(low.multiply(rounding)) > 0)) {
                assertThat(usual.farOff(figure)).isEmpty();
            }
        });
    }
}
