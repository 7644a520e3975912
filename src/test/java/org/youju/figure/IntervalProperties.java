package org.youju.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of all intervals. */
class IntervalProperties {

    /** An interval and a value that is possible in it. */
    record Possible(Interval interval, BigDecimal value) {
    }

    private static final List<End> BOUNDED = List.of(End.CLOSED, End.OPEN, End.SOFT);

    @Property
    void the_result_of_two_possible_values_is_possible(@ForAll("possibles") Possible a,
            @ForAll("possibles") Possible b) {
        assertThat(a.interval().plus(b.interval()).contains(a.value().add(b.value()))).isTrue();
        assertThat(a.interval().minus(b.interval()).contains(a.value().subtract(b.value()))).isTrue();
        assertThat(a.interval().times(b.interval()).contains(a.value().multiply(b.value()))).isTrue();
        assertThat(a.interval().negate().contains(a.value().negate())).isTrue();
        if (!b.interval().contains(BigDecimal.ZERO)) {
            assertThat(a.interval().dividedBy(b.interval())
                    .contains(a.value().divide(b.value(), MathContext.DECIMAL128))).isTrue();
        }
    }

    @Property
    void a_wider_input_gives_a_wider_output(@ForAll("possibles") Possible narrow, @ForAll("possibles") Possible other,
            @ForAll("widths") BigDecimal below, @ForAll("widths") BigDecimal above) {
        var a = narrow.interval();
        var b = other.interval();
        var wide = new Interval(a.low() == null ? null : a.low().subtract(below),
                a.low() == null ? End.UNBOUNDED : End.CLOSED, a.high() == null ? null : a.high().add(above),
                a.high() == null ? End.UNBOUNDED : End.CLOSED);
        assertCovers(wide.plus(b), a.plus(b));
        assertCovers(wide.minus(b), a.minus(b));
        assertCovers(wide.times(b), a.times(b));
        if (!b.contains(BigDecimal.ZERO)) {
            assertCovers(wide.dividedBy(b), a.dividedBy(b));
        }
        if (!wide.contains(BigDecimal.ZERO)) {
            assertCovers(b.dividedBy(wide), b.dividedBy(a));
        }
    }

    /** A soft end may stand where an open one was: the numbers tell. */
    private static void assertCovers(Interval wide, Interval narrow) {
        assertThat(wide.low() == null || narrow.low() != null && wide.low().compareTo(narrow.low()) <= 0).isTrue();
        assertThat(wide.high() == null || narrow.high() != null && wide.high().compareTo(narrow.high()) >= 0).isTrue();
    }

    @Property
    void what_is_certain_of_an_interval_holds_of_each_possible_value(@ForAll("possibles") Possible a,
            @ForAll("numbers") BigDecimal threshold) {
        var order = a.value().compareTo(threshold);
        assertThat(a.interval().certainlyAtLeast(threshold) && order < 0).isFalse();
        assertThat(a.interval().certainlyAbove(threshold) && order <= 0).isFalse();
        assertThat(a.interval().certainlyAtMost(threshold) && order > 0).isFalse();
        assertThat(a.interval().certainlyBelow(threshold) && order >= 0).isFalse();
    }

    @Property
    void intervals_that_are_certainly_apart_share_no_value(@ForAll("possibles") Possible a,
            @ForAll("possibles") Possible b) {
        assertThat(a.interval().certainlyApartFrom(b.interval()))
                .isEqualTo(b.interval().certainlyApartFrom(a.interval()));
        assertThat(a.interval().certainlyApartFrom(b.interval()) && a.interval().intersects(b.interval())).isFalse();
        a.interval().intersection(b.interval()).ifPresent(common -> {
            assertThat(a.interval().contains(common)).isTrue();
            assertThat(b.interval().contains(common)).isTrue();
        });
    }

    @Provide
    Arbitrary<Possible> possibles() {
        var ends = Arbitraries.of(BOUNDED);
        var unbounded = Arbitraries.of(true, false, false, false);
        return Combinators.combine(numbers(), widths(), widths(), ends, ends, unbounded, unbounded)
                .as((value, below, above, lowEnd, highEnd, noLow, noHigh) -> {
                    var low = noLow ? null : value.subtract(below);
                    var high = noHigh ? null : value.add(above);
                    return new Possible(new Interval(low, noLow ? End.UNBOUNDED : held(lowEnd, below), high,
                            noHigh ? End.UNBOUNDED : held(highEnd, above)), value);
                });
    }

    /** An end at the value itself can't be open, for the value is possible. */
    private static End held(End end, BigDecimal distance) {
        return distance.signum() == 0 && end == End.OPEN ? End.CLOSED : end;
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Arbitraries.bigDecimals().between(BigDecimal.valueOf(-1000), BigDecimal.valueOf(1000)).ofScale(2);
    }

    @Provide
    Arbitrary<BigDecimal> widths() {
        return Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(500)).ofScale(2);
    }
}
