package org.youju.entry;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.youju.figure.Interval;
import org.youju.observation.Observation;

/**
 * How a figure differs from the one of the same period a year earlier.
 *
 * @param base     what stands there, approved or in preparation
 * @param value    difference of the printed values, in the indicator's unit and no finer than {@code interval}; of
 *                 percentages in percentage points; null where it is not known so well that a number says it
 * @param rate     the same in per cent of the earlier value, no finer than it is known; null where that says nothing
 * @param interval what the difference can be
 */
public record YearChange(Observation base, @Nullable BigDecimal value, @Nullable BigDecimal rate, Interval interval) {

    /** Whether it has certainly risen or certainly fallen; not where that rests on a reading convention. */
    public boolean isCertain() {
        return interval.certainlyAbove(BigDecimal.ZERO) || interval.certainlyBelow(BigDecimal.ZERO);
    }

    /** Whether both figures may be the same. */
    public boolean isCompatible() {
        return interval.contains(BigDecimal.ZERO);
    }
}
