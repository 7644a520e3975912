package org.youju.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How finely a computed number may be printed. */
public final class Fineness {

    private static final int MOST_DECIMALS = 6;

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

    /**
     * With how many decimals the ends of an interval are printed: as many as are wanted, and where the ends would fall
     * together or on neighbouring numbers, so many that they are no finer than a tenth of its width.
     *
     * @param decimals how many are wanted
     * @return {@code decimals} for a point and for an interval without an end
     */
    public static int ofEnds(Interval interval, int decimals) {
        if (interval.low() == null || interval.high() == null || interval.isPoint()) {
            return decimals;
        }
        var width = interval.high().subtract(interval.low());
        return width.compareTo(BigDecimal.TWO.movePointLeft(decimals)) >= 0 ? decimals
                : Math.max(decimals, ofWidth(interval));
    }

    /** How many decimals are no finer than a tenth of the width of an interval; none for one without an end. */
    public static int ofWidth(Interval interval) {
        if (interval.low() == null || interval.high() == null) {
            return 0;
        }
        int decimals = 0;
        var width = interval.high().subtract(interval.low());
        while (decimals < MOST_DECIMALS
                && BigDecimal.ONE.movePointLeft(decimals).compareTo(width.movePointLeft(1)) > 0) {
            decimals++;
        }
        return decimals;
    }
}
