package org.youju.extraction.grammar;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A unit with the scale that the head of a table writes before it: 亿元. */
record ScaledUnit(UnitWords.Name name, BigDecimal scale) {

    /** Takes 亿元 apart into scale and unit; null where there is no unit. */
    static @Nullable ScaledUnit of(@Nullable String written) {
        if (written == null) {
            return null;
        }
        var scale = BigDecimal.ONE;
        var unit = written;
        while (!unit.isEmpty() && "万亿千百".indexOf(unit.charAt(0)) >= 0 && UnitWords.named(unit) == null) {
            scale = scale.multiply(switch (unit.charAt(0)) {
                case '万' -> BigDecimal.TEN.pow(4);
                case '亿' -> BigDecimal.TEN.pow(8);
                case '千' -> BigDecimal.TEN.pow(3);
                default -> BigDecimal.TEN.pow(2);
            });
            unit = unit.substring(1);
        }
        var name = UnitWords.named(unit);
        return name == null ? null : new ScaledUnit(name, scale);
    }
}
