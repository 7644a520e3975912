package org.youju.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How finely a computed number may be printed. */
public final class Fineness {

    private Fineness() {
    }

    /**
     * A number rounded to the place of the first digit of its interval's width, so that it isn't printed finer than it
     * is known.
     *
     * @param decimals the most decimals that are wanted
     * @return empty where the interval lacks an end, or rounding would leave nothing of a number that is not zero
     */
    public static Optional<BigDecimal> rounded(BigDecimal value, Interval interval, int decimals) {
        if (interval.low() == null || interval.high() == null) {
            return Optional.empty();
        }
        var width = interval.high().subtract(interval.low());
        var place = width.signum() == 0 ? -decimals : Math.max(-decimals, width.precision() - width.scale() - 1);
        var rounded = value.setScale(-place, RoundingMode.HALF_UP);
        return rounded.signum() == 0 && value.signum() != 0 ? Optional.empty()
                : Optional.of(place > 0 ? rounded.setScale(0) : rounded);
    }
}
