package org.youju.figure;

import java.math.BigDecimal;

/**
 * The interval that follows from how a number is written. Works on the magnitude in the printed scale: of 1.2万余 on 1.2;
 * scale and sign are applied afterwards.
 */
public final class Intervals {

    private static final BigDecimal FIVE_PER_CENT = new BigDecimal("0.05");
    private static final BigDecimal NINE_TENTHS = new BigDecimal("0.9");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Intervals() {
    }

    /**
     * Where the true value lies.
     *
     * @param magnitude the number without sign, in the printed scale
     * @param place     place of its last printed digit, below 1 where decimals are printed
     * @param count     whether an exact number is a count: a counted unit, printed without scale
     * @throws IllegalArgumentException if no value is left, as in 不足 0
     */
    public static Interval of(BigDecimal magnitude, BigDecimal place, Qualifier qualifier, Nature nature,
            boolean count) {
        var v = magnitude;
        var lastDigit = place.compareTo(BigDecimal.ONE) < 0 ? place : Numbers.lastNonZeroPlace(v, place);
        return switch (qualifier) {
            case EXACT -> isExactPoint(place, nature, count) ? Interval.point(v)
                    : new Interval(v.subtract(place.multiply(HALF)), End.CLOSED, v.add(place.multiply(HALF)), End.OPEN);
            case ABOUT -> {
                var halfWidth = lastDigit.multiply(HALF).min(place.multiply(HALF).max(v.multiply(FIVE_PER_CENT)));
                yield Interval.closed(v.subtract(halfWidth), v.add(halfWidth));
            }
            case AND_MORE -> new Interval(v, End.CLOSED, v.add(lastDigit), End.SOFT);
            case MORE_THAN -> new Interval(v, End.OPEN, v.add(lastDigit), End.SOFT);
            case AT_LEAST -> Interval.atLeast(v);
            case AT_MOST -> switch (nature) {
                case STANDARD -> Interval.point(v);
                case RATE -> Interval.atMost(v);
                case FLOW, STOCK, CUMULATIVE, SHARE, RATIO -> Interval.closed(BigDecimal.ZERO, v);
            };
            case NEARLY -> new Interval(v.multiply(NINE_TENTHS), End.SOFT, v, End.OPEN);
            case LESS_THAN -> new Interval(BigDecimal.ZERO, End.CLOSED, v, End.OPEN);
        };
    }

    /** A norm is exact by decree and a count by its kind; a quotient or a number with decimals was rounded. */
    private static boolean isExactPoint(BigDecimal place, Nature nature, boolean count) {
        return switch (nature) {
            case STANDARD -> true;
            case FLOW, STOCK, CUMULATIVE -> count && place.compareTo(BigDecimal.ONE) >= 0;
            case RATE, SHARE, RATIO -> false;
        };
    }
}
