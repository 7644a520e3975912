package org.youju.figure;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a true value lies. Every verdict, comparison and implied figure is computed on intervals.
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
        if (low != null && high != null && low.compareTo(high) > 0) {
            throw new IllegalArgumentException("low > high: " + low + " > " + high);
        }
    }

    /** The interval that holds one value only. */
    public static Interval point(BigDecimal value) {
        return closed(value, value);
    }

    /** Both ends hard and included. */
    public static Interval closed(BigDecimal low, BigDecimal high) {
        return new Interval(Objects.requireNonNull(low), End.CLOSED, Objects.requireNonNull(high), End.CLOSED);
    }
}
