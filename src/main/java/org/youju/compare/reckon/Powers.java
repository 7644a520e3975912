package org.youju.compare.reckon;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.youju.figure.End;
import org.youju.figure.Interval;

/** Roots of numbers and of intervals, to 34 digits. */
final class Powers {

    private static final MathContext FINER = new MathContext(40);
    private static final int STEPS = 6;

    private Powers() {
    }

    /** The positive number whose {@code n}th power is {@code of}, a positive number. */
    static BigDecimal root(BigDecimal of, int n) {
        if (n == 1) {
            return of;
        }
        var root = new BigDecimal(Math.pow(of.doubleValue(), 1.0 / n));
        for (int step = 0; step < STEPS; step++) {
            root = root.multiply(BigDecimal.valueOf(n - 1L), FINER)
                    .add(of.divide(root.pow(n - 1, FINER), FINER), FINER)
                    .divide(BigDecimal.valueOf(n), FINER);
        }
        return root.round(MathContext.DECIMAL128);
    }

    /** What a rising function makes of an interval. */
    static Interval rising(Interval of, UnaryOperator<BigDecimal> function) {
        var low = applied(of.low(), function);
        var high = applied(of.high(), function);
        if (low != null && high != null && low.compareTo(high) >= 0) {
            return Interval.closed(high, high);
        }
        return new Interval(low, of.lowEnd(), high, of.highEnd());
    }

    private static @Nullable BigDecimal applied(@Nullable BigDecimal end, UnaryOperator<BigDecimal> function) {
        return end == null ? null : function.apply(end);
    }

    /** Whether all that is possible lies above zero. */
    static boolean isPositive(Interval interval) {
        return interval.low() != null && (interval.low().signum() > 0
                || interval.low().signum() == 0 && interval.lowEnd() == End.OPEN);
    }
}
