package org.youju.figure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Decimal numbers and their places. */
public final class Numbers {

    private Numbers() {
    }

    /** The same number without trailing zeros behind the point, and never in scientific notation; null of null. */
    public static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A number as formulas write it: 310, not 310.000000 or 3.1E+2. */
    public static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** Place of the last digit that is written: 0.01 for 1.20, 1 for 300. */
    static BigDecimal lastPlace(BigDecimal written) {
        return BigDecimal.ONE.movePointLeft(Math.max(0, written.scale()));
    }

    /** Place of the last digit that is not zero: 100 for 300; {@code otherwise} for zero. */
    static BigDecimal lastNonZeroPlace(BigDecimal number, BigDecimal otherwise) {
        return number.signum() == 0 ? otherwise : number.stripTrailingZeros().ulp();
    }
}
