package org.youju.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * A number in the scale in which it is written.
 *
 * @param magnitude without sign
 * @param place     place of its last digit
 * @param negative  whether a minus stands before it
 * @param scale     the factor that follows it: 10000 for 1.2万
 * @param more      whether 余 or 多 follows
 * @param scaled    whether its last digit stands for more than ones: 1.2万, 三万
 * @param below     of 数十 the number that it stays below, else null
 */
public record WrittenNumber(BigDecimal magnitude, BigDecimal place, boolean negative, BigDecimal scale, boolean more,
        boolean scaled, @Nullable BigDecimal below) {

    WrittenNumber inScale(BigDecimal other) {
        return scale.compareTo(other) == 0 ? this
                : new WrittenNumber(magnitude.multiply(scale).divide(other, MathContext.DECIMAL128),
                        place.multiply(scale).divide(other, MathContext.DECIMAL128), negative, other, more, true, null);
    }

    WrittenNumber andMore() {
        return new WrittenNumber(magnitude, place, negative, scale, true, scaled, below);
    }

    WrittenNumber negated() {
        return new WrittenNumber(magnitude, place, !negative, scale, more, scaled, below);
    }

    WrittenNumber scaledBy(BigDecimal factor) {
        return new WrittenNumber(magnitude, place, negative, factor, more, factor.compareTo(BigDecimal.ONE) != 0,
                below);
    }
}
