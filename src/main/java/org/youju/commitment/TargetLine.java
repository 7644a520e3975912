package org.youju.commitment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.youju.figure.Nature;
import org.youju.indicator.Indicator;

/**
 * Where a picture draws what a promise asks for. A level that is due in a year is a point at that year, or the way to it
 * (序时) where its base is known; a total over several years is no value of any single one.
 *
 * @param target what is asked for, in the unit of the picture; of a yearly floor that a sum adds up, of one year
 * @param from   first year of the window
 * @param to     last year of the window, null where no end is printed
 * @param endsOn last day of a window that ends within its last year, null where it ends with the year
 * @param base   what is stated or set as the beginning, from which the way begins; null except for {@link Shape#PATH}
 */
public record TargetLine(Shape shape, BigDecimal target, int from, @Nullable Integer to, @Nullable LocalDate endsOn,
        @Nullable BigDecimal base) {

    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);

    /** How it is drawn. */
    public enum Shape {
        /** The same in each year of the window. */
        YEARLY,
        /** A point at the last year of the window. */
        POINT,
        /** A straight way from the year before the window to the last year of it. */
        PATH,
        /** An even share of a total in each year of the window. */
        SHARE,
        /** A total that adds up through the window, in step with time. */
        SUM,
        /** A floor of each year that adds up from the first year on. */
        FLOORS
    }

    /**
     * How a promise is drawn in the picture of an indicator.
     *
     * @param target what is asked for, such as the printed number
     * @param of     the promise's indicator, or the sum of it
     * @param stated what is stated of that indicator for a year, null where nothing is
     */
    public static TargetLine of(Commitment promise, BigDecimal target, Indicator of,
            IntFunction<@Nullable BigDecimal> stated) {
        var set = promise.base() == null ? null : promise.base().value();
        var base = set == null ? stated.apply(promise.baseYear()) : set;
        var shape = shape(promise, of, base != null && base.compareTo(target) != 0);
        return new TargetLine(shape, target, promise.from(), promise.to(), promise.endsOn(),
                shape == Shape.PATH ? base : null);
    }

    private static Shape shape(Commitment promise, Indicator of, boolean based) {
        boolean sum = promise.indicator().equals(of.cumulativeOf());
        return switch (promise.kind()) {
            case FLOOR_PER_PERIOD -> sum ? Shape.FLOORS : Shape.YEARLY;
            case CEILING, GROWTH_ABOUT -> Shape.YEARLY;
            case MILESTONE -> Shape.POINT;
            case LEVEL_BY -> based && hasPace(of) ? Shape.PATH : Shape.POINT;
            case CUMULATIVE_BY -> sum || of.nature() == Nature.CUMULATIVE ? Shape.SUM
                    : of.nature() == Nature.FLOW && !isPercent(of) && isOfYears(promise) ? Shape.SHARE : Shape.POINT;
        };
    }

    private static boolean isOfYears(Commitment promise) {
        return promise.to() == null || promise.to() > promise.from();
    }

    /** Of a rate or a share no part can be done, so that no way leads to it. */
    private static boolean hasPace(Indicator indicator) {
        return !isPercent(indicator) && switch (indicator.nature()) {
            case FLOW, STOCK, CUMULATIVE -> true;
            case RATE, SHARE, RATIO, STANDARD -> false;
        };
    }

    private static boolean isPercent(Indicator indicator) {
        return indicator.unit().dimension().startsWith("percent");
    }

    /** What is asked for at the end of a year. */
    public @Nullable BigDecimal at(int year) {
        return at(LocalDate.of(year, 12, 31));
    }

    /**
     * What is asked for at the end of a day; null where the promise says nothing of it. To four significant digits where
     * it follows from time.
     */
    public @Nullable BigDecimal at(LocalDate day) {
        int year = day.getYear();
        if (shape == Shape.PATH && base != null && to != null && day.equals(LocalDate.of(from - 1, 12, 31))) {
            return base;
        }
        if (year < from || to != null && year > to) {
            return null;
        }
        return switch (shape) {
            case YEARLY -> target;
            case POINT -> to != null && year == to ? target : null;
            case FLOORS -> target.multiply(BigDecimal.valueOf(year - from + 1L));
            case SHARE -> to == null ? null : target.divide(BigDecimal.valueOf(to - from + 1L), FOUR_DIGITS);
            case SUM -> to == null ? null : reached(BigDecimal.ZERO, day, to);
            case PATH -> to == null || base == null ? null : reached(base, day, to);
        };
    }

    private BigDecimal reached(BigDecimal start, LocalDate day, int last) {
        var end = endsOn == null ? LocalDate.of(last, 12, 31) : endsOn;
        return !day.isBefore(end) ? target
                : start.add(target.subtract(start).multiply(elapsed(from, end, day))).round(FOUR_DIGITS);
    }

    /** The share of a window that is over at the end of a day, 0 to 1. */
    static BigDecimal elapsed(int from, LocalDate last, LocalDate end) {
        var before = LocalDate.of(from, 1, 1).minusDays(1);
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(before, end))
                .divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(before, last)), MathContext.DECIMAL128);
    }
}
