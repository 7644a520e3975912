package org.youju.extraction.grammar;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.youju.figure.Qualifier;
import org.youju.figure.WrittenNumber;

/**
 * A number with unit and limiting words as it stands in the shadow, before anything around it is asked.
 *
 * @param start       where its span begins: its own limiting word and 每人 belong to it
 * @param end         where its span ends
 * @param numberStart where its number begins
 * @param number      the number
 * @param second      of a range the second number, else null
 * @param unit        the unit
 * @param percentages how many base units one of the number is beside its scale: 10 for 成, else 1
 * @param qualifier   what its limiting words say
 * @param per         of a rate what it is for, joined by ·: 人·月; empty if none
 * @param form        how it is written
 */
public record Measure(int start, int end, int numberStart, WrittenNumber number, @Nullable WrittenNumber second,
        UnitWords.Name unit, BigDecimal percentages, Qualifier qualifier, String per, Form form) {

    public enum Form {
        DIGITS, CHARACTERS,
        /** A number of a list that leaves its unit to the last: 1.2、0.8个百分点. */
        ELLIPTICAL,
        /** 翻两番. */
        DOUBLING,
        /** 居全市第一. */
        RANK,
        /** 8:2. */
        RATIO,
        /** A cell of a table. */
        CELL
    }

    /** The scale as it is written, empty where none is. */
    public String multiplier() {
        if (form == Form.DOUBLING || form == Form.RANK || percentages.compareTo(BigDecimal.ONE) != 0) {
            return "";
        }
        var scale = number.scale();
        if (number.below() != null && scale.compareTo(BigDecimal.ONE) == 0) {
            scale = number.below().movePointLeft(1);
        } else if (form == Form.CHARACTERS && scale.compareTo(BigDecimal.ONE) == 0) {
            scale = scaleInCharacters(number.magnitude(), number.place());
        }
        return nameOf(scale);
    }

    /** How many zeros {@link #multiplier} stands for. */
    private int power() {
        return Scales.names().indexOf(multiplier());
    }

    /** The value in the base unit, without sign. */
    public BigDecimal base() {
        return base(number);
    }

    public BigDecimal base(WrittenNumber of) {
        return of.magnitude().multiply(of.scale()).multiply(percentages);
    }

    /** The place of the last written digit, in the base unit. */
    public BigDecimal place() {
        return number.place().multiply(number.scale()).multiply(percentages);
    }

    /** A number of the base unit in the written scale. */
    public BigDecimal written(BigDecimal ofBase) {
        var power = power();
        return power == 0 ? ofBase : ofBase.movePointLeft(power);
    }

    /** A number of the written scale in the base unit. */
    public BigDecimal unwritten(BigDecimal written) {
        return written.movePointRight(power());
    }

    /** 三百万 is written in 万, a bare 百余 in 百; 两千零五十 in ones. */
    private static BigDecimal scaleInCharacters(BigDecimal value, BigDecimal place) {
        for (var power : new int[] {8, 4}) {
            var scale = BigDecimal.TEN.pow(power);
            if (place.compareTo(scale) >= 0) {
                return scale;
            }
        }
        return value.compareTo(BigDecimal.valueOf(100)) == 0 || value.compareTo(BigDecimal.valueOf(1000)) == 0 ? value
                : BigDecimal.ONE;
    }

    private static String nameOf(BigDecimal scale) {
        var power = scale.precision() - scale.scale() - 1;
        return power > 0 && power < Scales.names().size() ? Scales.names().get(power) : "";
    }
}
