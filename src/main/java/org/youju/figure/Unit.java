package org.youju.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * A unit of measure (SDMX UNIT_MEASURE with UNIT_MULT).
 *
 * @param code      how the unit is written in Chinese, such as 亿元; unique
 * @param nameEn    its name in English
 * @param dimension what it measures; two units convert into each other only within one dimension
 * @param base      code of the base unit of the dimension
 * @param factor    how many base units one of this unit is; positive
 * @param counted   whether an unscaled exact number in this unit is a count and therefore a point
 * @param sdmx      code of UNIT_MEASURE
 * @param aliases   other ways of writing it
 */
public record Unit(String code, String nameEn, String dimension, String base, BigDecimal factor, boolean counted,
        String sdmx, List<String> aliases) {

    public Unit {
        if (factor.signum() <= 0) {
            throw new IllegalArgumentException("The factor of a unit is positive: " + code);
        }
        factor = Numbers.plain(factor);
        aliases = List.copyOf(aliases);
    }

    /**
     * Converts a number of this unit into another unit of the same dimension.
     *
     * @throws IllegalArgumentException if the dimensions differ
     */
    public BigDecimal convert(BigDecimal amount, Unit target) {
        if (!dimension.equals(target.dimension)) {
            throw new IllegalArgumentException(code + " does not convert into " + target.code);
        }
        if (factor.compareTo(target.factor) == 0) {
            return amount;
        }
        return Numbers.plain(amount.multiply(factor).divide(target.factor, MathContext.DECIMAL128));
    }
}
