package org.youju.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.figure.Bound.Side;

/**
 * Where a true value lies. Every verdict, comparison and implied figure is computed on intervals. Ends that are equal
 * as numbers are equal here, however many zeros they were written with.
 *
 * @param low     lower end, null if and only if {@code lowEnd} is UNBOUNDED
 * @param lowEnd  what the lower end is worth
 * @param high    upper end, null if and only if {@code highEnd} is UNBOUNDED
 * @param highEnd what the upper end is worth
 */
public record Interval(@Nullable BigDecimal low, End lowEnd, @Nullable BigDecimal high, End highEnd) {

    public Interval {
        if ((low == null) != (lowEnd == End.UNBOUNDED) || (high == null) != (highEnd == End.UNBOUNDED)) {
            throw new IllegalArgumentException("An end is null if and only if it is unbounded");
        }
        if (low != null && high != null) {
            var order = low.compareTo(high);
            if (order > 0) {
                throw new IllegalArgumentException("low > high: " + low + " > " + high);
            }
            if (order == 0 && (lowEnd == End.OPEN || highEnd == End.OPEN)) {
                throw new IllegalArgumentException("No value lies between " + low + " and itself");
            }
        }
        low = Numbers.plain(low);
        high = Numbers.plain(high);
    }

    /** As a store keeps it whose numbers have few decimals: ends that it has made one are both included. */
    public static Interval kept(@Nullable BigDecimal low, End lowEnd, @Nullable BigDecimal high, End highEnd) {
        return low != null && high != null && low.compareTo(high) == 0 ? point(low)
                : new Interval(low, lowEnd, high, highEnd);
    }

    /** The narrowest interval around this one whose ends have so many decimals at most. */
    public Interval around(int decimals) {
        return new Interval(low == null || low.scale() <= decimals ? low : low.setScale(decimals, RoundingMode.FLOOR), lowEnd,
                high == null || high.scale() <= decimals ? high : high.setScale(decimals, RoundingMode.CEILING), highEnd);
    }

    /** The interval that holds one value only. */
    public static Interval point(BigDecimal value) {
        return closed(value, value);
    }

    /** Both ends hard and included. */
    public static Interval closed(BigDecimal low, BigDecimal high) {
        return new Interval(Objects.requireNonNull(low), End.CLOSED, Objects.requireNonNull(high), End.CLOSED);
    }

    /** Everything from a value on, which is included. */
    public static Interval atLeast(BigDecimal low) {
        return new Interval(Objects.requireNonNull(low), End.CLOSED, null, End.UNBOUNDED);
    }

    /** Everything up to a value, which is included. */
    public static Interval atMost(BigDecimal high) {
        return new Interval(null, End.UNBOUNDED, Objects.requireNonNull(high), End.CLOSED);
    }

    /** Whether one value only is possible. */
    public boolean isPoint() {
        return low != null && low.equals(high);
    }

    /** Whether neither side is unbounded. */
    public boolean isBounded() {
        return low != null && high != null;
    }

    public Interval negate() {
        return new Interval(high == null ? null : high.negate(), highEnd, low == null ? null : low.negate(), lowEnd);
    }

    public Interval plus(Interval other) {
        return between(lower().plus(other.lower()), upper().plus(other.upper()));
    }

    public Interval minus(Interval other) {
        return plus(other.negate());
    }

    public Interval times(BigDecimal factor) {
        return times(point(factor));
    }

    public Interval times(Interval other) {
        var low = lower().times(other.lower());
        var high = low;
        for (var corner : new Bound[] {lower().times(other.upper()), upper().times(other.lower()),
                upper().times(other.upper())}) {
            low = Bound.outer(low, corner, Side.LOW);
            high = Bound.outer(high, corner, Side.HIGH);
        }
        return between(low, high);
    }

    /**
     * The quotient, to 34 digits.
     *
     * @throws IllegalArgumentException if {@code divisor} contains zero
     */
    public Interval dividedBy(Interval divisor) {
        if (divisor.contains(BigDecimal.ZERO)) {
            throw new IllegalArgumentException("Division by an interval that contains zero: " + divisor);
        }
        Bound low = null;
        Bound high = null;
        for (var top : new Bound[] {lower(), upper()}) {
            for (var bottom : new Bound[] {divisor.lower(), divisor.upper()}) {
                var corner = top.dividedBy(bottom, divisor.signum());
                if (corner != null) {
                    low = low == null ? corner : Bound.outer(low, corner, Side.LOW);
                    high = high == null ? corner : Bound.outer(high, corner, Side.HIGH);
                }
            }
        }
        return between(Objects.requireNonNull(low), Objects.requireNonNull(high));
    }

    /**
     * The quotient by a number, to 34 digits.
     *
     * @throws IllegalArgumentException if {@code divisor} is zero
     */
    public Interval dividedBy(BigDecimal divisor) {
        return dividedBy(point(divisor));
    }

    /** Whether a value is possible; an open end is not, a soft end counts as its number. */
    public boolean contains(BigDecimal value) {
        return lower().admits(value, Side.LOW) && upper().admits(value, Side.HIGH);
    }

    /** Whether every value of {@code other} is possible here. */
    public boolean contains(Interval other) {
        return Bound.outer(lower(), other.lower(), Side.LOW).samePlace(lower())
                && Bound.outer(upper(), other.upper(), Side.HIGH).samePlace(upper());
    }

    /** Whether one value is possible in both; open ends are excluded, soft ends count as their numbers. */
    public boolean intersects(Interval other) {
        return intersection(other).isPresent();
    }

    /** What is possible in both, if anything. */
    public Optional<Interval> intersection(Interval other) {
        var low = Bound.inner(lower(), other.lower(), Side.LOW);
        var high = Bound.inner(upper(), other.upper(), Side.HIGH);
        if (low.value() != null && high.value() != null) {
            var order = low.value().compareTo(high.value());
            if (order > 0 || order == 0 && (low.end() == End.OPEN || high.end() == End.OPEN)) {
                return Optional.empty();
            }
        }
        return Optional.of(between(low, high));
    }

    /**
     * The same without what lies above a cap that holds by nature, such as 100 for a share.
     *
     * @throws IllegalArgumentException if everything lies above it
     */
    public Interval cappedAt(BigDecimal cap) {
        if (high != null && high.compareTo(cap) <= 0) {
            return this;
        }
        return intersection(atMost(cap))
                .orElseThrow(() -> new IllegalArgumentException("All of " + this + " lies above " + cap));
    }

    /** Whether no possible value lies below; nothing is certain by a soft end. */
    public boolean certainlyAtLeast(BigDecimal value) {
        return low != null && lowEnd != End.SOFT && low.compareTo(value) >= 0;
    }

    /** Whether every possible value lies above; nothing is certain by a soft end. */
    public boolean certainlyAbove(BigDecimal value) {
        return certainlyAtLeast(value) && !lower().admits(value, Side.LOW);
    }

    /** Whether no possible value lies above; nothing is certain by a soft end. */
    public boolean certainlyAtMost(BigDecimal value) {
        return high != null && highEnd != End.SOFT && high.compareTo(value) <= 0;
    }

    /** Whether every possible value lies below; nothing is certain by a soft end. */
    public boolean certainlyBelow(BigDecimal value) {
        return certainlyAtMost(value) && !upper().admits(value, Side.HIGH);
    }

    /** Whether hard ends alone keep the two apart. */
    public boolean certainlyApartFrom(Interval other) {
        return endsBefore(other) || other.endsBefore(this);
    }

    private boolean endsBefore(Interval other) {
        return high != null && other.low != null && highEnd != End.SOFT && other.lowEnd != End.SOFT
                && !intersects(other) && high.compareTo(other.low) <= 0;
    }

    /** The half of the width where both ends are known; how far a whisker reaches. */
    public Optional<BigDecimal> halfWidth() {
        return low == null || high == null ? Optional.empty()
                : Optional.of(high.subtract(low).divide(BigDecimal.TWO, MathContext.DECIMAL128));
    }

    /** −1 below zero, 1 above zero, 0 where both or zero are possible. */
    private int signum() {
        if (low != null && low.signum() >= 0 && !contains(BigDecimal.ZERO)) {
            return 1;
        }
        return high != null && high.signum() <= 0 && !contains(BigDecimal.ZERO) ? -1 : 0;
    }

    private Bound lower() {
        return new Bound(low, lowEnd, Side.LOW);
    }

    private Bound upper() {
        return new Bound(high, highEnd, Side.HIGH);
    }

    private static Interval between(Bound low, Bound high) {
        if (low.value() != null && high.value() != null && low.value().compareTo(high.value()) == 0) {
            // rounding to 34 digits may bring two ends together: what is left is that number
            return new Interval(low.value(), low.end() == End.OPEN ? End.CLOSED : low.end(), high.value(),
                    high.end() == End.OPEN ? End.CLOSED : high.end());
        }
        return new Interval(low.value(), low.end(), high.value(), high.end());
    }
}
