package org.youju.figure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number as a source prints it: never a bare value, always with the interval that its words allow.
 *
 * @param printed   the words of the source, unchanged: 约 310 亿元
 * @param value     the number in {@code unit}; of a range its lower end
 * @param valueHi   the upper end of a printed range, else null
 * @param qualifier the limiting word
 * @param unit      the unit of value, interval and step
 * @param step      the place of the last printed digit, in {@code unit}: 0.01 for 168.53亿元; the finer print has the
 *                  smaller step
 * @param interval  where the true value lies, in {@code unit}
 */
public record Figure(String printed, BigDecimal value, @Nullable BigDecimal valueHi, Qualifier qualifier, Unit unit,
        BigDecimal step, Interval interval) {

    public Figure {
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("A step is positive: " + step);
        }
        if (valueHi != null && value.compareTo(valueHi) > 0) {
            throw new IllegalArgumentException("value > valueHi: " + value + " > " + valueHi);
        }
        var low = interval.low();
        var high = interval.high();
        if (low != null && value.compareTo(low) < 0 || high != null && value.compareTo(high) > 0) {
            throw new IllegalArgumentException("The value " + value + " lies outside " + interval);
        }
    }

    /** A step as a store keeps it whose numbers have few decimals: the finest one where it has become none. */
    public static BigDecimal keptStep(BigDecimal kept) {
        return Numbers.plain(kept.signum() > 0 ? kept : BigDecimal.ONE.movePointLeft(kept.scale()));
    }
}
