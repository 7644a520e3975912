package org.youju.compare.reckon;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.youju.check.SampleStatements;
import org.youju.compare.reckon.Outcome.Result;
import org.youju.figure.Fineness;
import org.youju.figure.Interval;
import org.youju.figure.Period;

class ReckoningProperties {

    private static Line line(Known first, Known last) {
        var values = new TreeMap<Integer, Known>();
        values.put(2020, first);
        values.put(2023, last);
        return Line.of(SampleStatements.CATALOGUE.indicator("DE_TAX"), SampleStatements.CATALOGUE.region("310105"), values);
    }

    private static List<Outcome> all(Line line) {
        return List.of(Reckoning.change(line, 2020, 2023, false), Reckoning.growth(line, 2020, 2023, false),
                Reckoning.average(line, 2020, 2023, false));
    }

    @Property
    void a_result_lies_in_its_interval_and_its_trend_is_certain_only_where_every_value_agrees(
            @ForAll("known") Known first, @ForAll("known") Known last) {
        for (var outcome : all(line(first, last))) {
            if (outcome instanceof Result it) {
                assertThat(it.interval().contains(it.value())).as(it.toString()).isTrue();
                boolean above = it.interval().low().signum() > 0;
                boolean below = it.interval().high().signum() < 0;
                assertThat(it.trend() == Outcome.Trend.UP).isEqualTo(above);
                assertThat(it.trend() == Outcome.Trend.DOWN).isEqualTo(below);
            }
        }
    }

    @Property
    void whatever_the_true_values_are_the_true_result_lies_in_the_interval(@ForAll("known") Known first,
            @ForAll("known") Known last, @ForAll @IntRange(max = 10) int a, @ForAll @IntRange(max = 10) int b) {
        var start = within(first.interval(), a);
        var end = within(last.interval(), b);
        var line = line(first, last);
        if (Reckoning.change(line, 2020, 2023, false) instanceof Result it) {
            assertThat(it.interval().contains(end.subtract(start))).isTrue();
        }
        if (Reckoning.growth(line, 2020, 2023, false) instanceof Result it) {
            var growth = end.subtract(start).multiply(BigDecimal.valueOf(100)).divide(start, MathContext.DECIMAL64);
            assertThat(growth.doubleValue()).isBetween(it.interval().low().doubleValue() - 1e-6,
                    it.interval().high().doubleValue() + 1e-6);
        }
    }

    private static BigDecimal within(Interval interval, int tenth) {
        return interval.low().add(interval.high().subtract(interval.low()).multiply(BigDecimal.valueOf(tenth))
                .divide(BigDecimal.TEN));
    }

    @Property
    void no_number_is_printed_finer_than_its_interval(@ForAll("known") Known first, @ForAll("known") Known last,
            @ForAll @IntRange(max = 4) int decimals) {
        for (var outcome : all(line(first, last))) {
            if (outcome instanceof Result it) {
                Fineness.rounded(it.value(), it.interval(), decimals).ifPresent(printed -> {
                    var width = it.interval().high().subtract(it.interval().low());
                    var finest = printed.signum() == 0 ? BigDecimal.ZERO : printed.stripTrailingZeros().ulp();
                    // the last digit that is not zero stands at the interval's first place or above
                    if (printed.signum() != 0) {
                        assertThat(finest.multiply(BigDecimal.TEN)).isGreaterThan(width);
                    }
                    assertThat(printed.scale()).isBetween(0, decimals);
                    assertThat(printed.subtract(it.value()).abs()).isLessThanOrEqualTo(
                            width.max(BigDecimal.ONE.movePointLeft(decimals)));
                });
            }
        }
    }

    @Property
    void a_root_raised_to_its_power_is_what_it_was_taken_of(@ForAll @IntRange(min = 1, max = 2_000_000_000) int number,
            @ForAll @IntRange(min = 1, max = 60) int power) {
        var of = BigDecimal.valueOf(number).movePointLeft(3);
        var again = Powers.root(of, power).pow(power, MathContext.DECIMAL128);
        assertThat(again.subtract(of).abs()).isLessThan(of.movePointLeft(20));
    }

    @Provide
    Arbitrary<Known> known() {
        return Combinators.combine(Arbitraries.integers().between(-2_000, 900_000), Arbitraries.integers().between(0, 500),
                Arbitraries.integers().between(0, 500), Arbitraries.integers().between(0, 3))
                .as((value, below, above, decimals) -> {
                    var middle = BigDecimal.valueOf(value, decimals);
                    return new Known(new Period.Year(2020), middle, Interval.closed(
                            middle.subtract(BigDecimal.valueOf(below, decimals)),
                            middle.add(BigDecimal.valueOf(above, decimals))), Worth.STATED, null, null);
                });
    }
}
