package org.youju.figure;

import java.math.BigDecimal;
import org.youju.figure.FigureFormatException.Reason;

/** Reads numerals that are written in characters: 两千零五十, 一万二千, 百万, 二三. */
final class ChineseNumerals {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String UNITS = "十百千万亿";

    /**
     * A numeral.
     *
     * @param value its value
     * @param place place of its last digit if it were written in digits before 万 and 亿: 1 for 三百, 1000 for 一万二千,
     *              10000 for 三千万
     */
    record Numeral(BigDecimal value, BigDecimal place) {
    }

    private ChineseNumerals() {
    }

    static boolean isPart(char sign) {
        return digit(sign) >= 0 || isUnit(sign);
    }

    static int digit(char sign) {
        return sign == '两' ? 2 : DIGITS.indexOf(sign);
    }

    static boolean isUnit(char sign) {
        return UNITS.indexOf(sign) >= 0;
    }

    /** What 十, 百, 千, 万 or 亿 multiplies by. */
    static BigDecimal unit(char sign) {
        return switch (sign) {
            case '十' -> BigDecimal.TEN;
            case '百' -> BigDecimal.valueOf(100);
            case '千' -> BigDecimal.valueOf(1000);
            case '万' -> BigDecimal.valueOf(10_000);
            case '亿' -> BigDecimal.valueOf(100_000_000);
            default -> throw new IllegalArgumentException("No unit: " + sign);
        };
    }

    /**
     * Reads a run of digits and units.
     *
     * @throws FigureFormatException if it makes no number
     */
    static Numeral parse(String run) {
        if (run.chars().noneMatch(sign -> isUnit((char) sign))) {
            return positional(run);
        }
        return new Reading(run).numeral();
    }

    private static Numeral positional(String run) {
        var value = BigDecimal.ZERO;
        for (var i = 0; i < run.length(); i++) {
            value = value.movePointRight(1).add(BigDecimal.valueOf(digit(run.charAt(i))));
        }
        return new Numeral(Numbers.plain(value), BigDecimal.ONE);
    }

    /** Sections from 亿 over 万 down to 千百十. */
    private static final class Reading {

        private final String run;
        private BigDecimal done = BigDecimal.ZERO;
        private BigDecimal section = BigDecimal.ZERO;
        private BigDecimal place = BigDecimal.ONE;
        private BigDecimal lastUnit = BigDecimal.ONE;
        private int pending = -1;
        private boolean zeroBefore;

        Reading(String run) {
            this.run = run;
        }

        Numeral numeral() {
            for (var i = 0; i < run.length(); i++) {
                var sign = run.charAt(i);
                if (sign == '零') {
                    check(pending < 0);
                    zeroBefore = true;
                } else if (!isUnit(sign)) {
                    check(pending < 0);
                    pending = digit(sign);
                } else if (unitOfSection(sign)) {
                    closeSection(unit(sign), i == 0);
                } else {
                    small(unit(sign), i == 0);
                }
            }
            if (pending >= 0) {
                // 三百二 is 320, 三百零二 is 302
                place = zeroBefore || lastUnit.compareTo(BigDecimal.valueOf(100)) < 0 ? BigDecimal.ONE
                        : lastUnit.movePointLeft(1);
                section = section.add(BigDecimal.valueOf(pending).multiply(place));
            }
            return new Numeral(Numbers.plain(done.add(section)), lastPlace());
        }

        private BigDecimal lastPlace() {
            var scale = BigDecimal.ONE;
            for (var i = run.length() - 1; i >= 0 && unitOfSection(run.charAt(i)); i--) {
                scale = scale.multiply(unit(run.charAt(i)));
            }
            return scale.compareTo(BigDecimal.ONE) == 0 && run.chars().anyMatch(sign -> unitOfSection((char) sign))
                    ? place
                    : scale;
        }

        private static boolean unitOfSection(char sign) {
            return sign == '万' || sign == '亿';
        }

        private void small(BigDecimal unit, boolean first) {
            check(pending > 0 || first || zeroBefore && unit.equals(BigDecimal.TEN));
            check(section.signum() == 0 || lastUnit.compareTo(unit) > 0);
            // 一百零五 skips a place, 一百零五十 skips none
            check(!zeroBefore || lastUnit.compareTo(unit.movePointRight(1)) != 0);
            section = section.add(unit.multiply(BigDecimal.valueOf(Math.max(1, pending))));
            place = unit;
            lastUnit = unit;
            pending = -1;
            zeroBefore = false;
        }

        private void closeSection(BigDecimal unit, boolean first) {
            if (pending >= 0) {
                section = section.add(BigDecimal.valueOf(pending));
                place = BigDecimal.ONE;
            }
            var sum = unit.longValue() == 10_000 ? section : done.add(section);
            check(sum.signum() > 0 || first);
            check(unit.longValue() != 10_000 || done.signum() == 0 || done.compareTo(unit.movePointRight(4)) >= 0);
            check(unit.longValue() == 10_000 || done.compareTo(unit) < 0);
            if (section.signum() == 0 && done.signum() > 0) {
                done = done.multiply(unit);
            } else {
                done = unit.longValue() == 10_000 ? done.add(first ? unit : section.multiply(unit))
                        : first ? unit : sum.multiply(unit);
            }
            section = BigDecimal.ZERO;
            lastUnit = unit;
            pending = -1;
            zeroBefore = false;
        }

        private void check(boolean holds) {
            if (!holds) {
                throw new FigureFormatException(Reason.BAD_NUMERAL, run);
            }
        }
    }
}
