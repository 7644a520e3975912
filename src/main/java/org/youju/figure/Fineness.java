package org.youju.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How finely a computed number may be printed. */
public final class Fineness {

    private Fineness() {
    }

    /**
     * A number rounded to the last place that its interval supports, the place of the first digit of the interval's
     * width, so that it isn't printed finer than it is known.
     *
     * @param decimals the most decimals that are wanted
     * @return empty where no place is supported: the interval lacks an end, or rounding would leave the interval or
     *         nothing of a number that is certainly not zero
     */
    public static Optional<BigDecimal> rounded(BigDecimal value, Interval interval, int decimals) {
        if (interval.low() == null || interval.high() == null) {
            return Optional.empty();
        }
        var width = interval.high().subtract(interval.low());
        int place = width.signum() == 0 ? -decimals
                : Math.max(-decimals, width.precision() - width.scale() - 1);
        var rounded = value.setScale(-place, RoundingMode.HALF_UP);
        boolean leaves = rounded.compareTo(interval.low()) < 0 || rounded.compareTo(interval.high()) > 0;
        if (leaves && place > -decimals
                || rounded.signum() == 0 && value.signum() != 0 && !interval.contains(BigDecimal.ZERO)) {
            return Optional.empty();
        }
        return Optional.of(place > 0 ? rounded.setScale(0) : width.signum() == 0 ? Numbers.plain(rounded) : rounded);
    }
}
