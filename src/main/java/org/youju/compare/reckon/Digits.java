package org.youju.compare.reckon;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.youju.figure.Interval;
import org.youju.figure.Numbers;

/** To which place a computed number may be written. */
public final class Digits {

    private Digits() {
    }

    /**
     * The number to the last place that its interval supports: the place of the first digit of the interval's width.
     *
     * @param decimals the most decimals that are wanted
     * @return empty where no place is supported: the interval lacks an end, or rounding would leave the interval or
     *         nothing of a number that is certainly not zero
     */
    public static Optional<BigDecimal> supported(BigDecimal value, Interval interval, int decimals) {
        if (interval.low() == null || interval.high() == null) {
            return Optional.empty();
        }
        var width = interval.high().subtract(interval.low());
        int exponent = width.signum() == 0 ? -decimals
                : Math.max(-decimals, width.precision() - width.scale() - 1);
        var rounded = value.setScale(-exponent, RoundingMode.HALF_UP);
        boolean leaves = rounded.compareTo(interval.low()) < 0 || rounded.compareTo(interval.high()) > 0;
        if (leaves && exponent > -decimals
                || rounded.signum() == 0 && value.signum() != 0 && !interval.contains(BigDecimal.ZERO)) {
            return Optional.empty();
        }
        return Optional.of(exponent > 0 ? rounded.setScale(0) : width.signum() == 0 ? Numbers.plain(rounded) : rounded);
    }
}
