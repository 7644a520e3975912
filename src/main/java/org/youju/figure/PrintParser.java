package org.youju.figure;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.figure.FigureFormatException.Reason;

/**
 * Takes the print of one figure apart, from left to right and once: words before, number, 余, scale, a range's second
 * number, unit, words after. Everything that is neither number nor unit nor limiting word is the figure's subject and
 * passed over.
 */
final class PrintParser {

    /**
     * The parts of a print.
     *
     * @param before what stands before the number
     * @param number the number; of a range the first
     * @param second of a range the second, else null
     * @param unit   the unit, if one is written
     * @param after  what stands after number and unit
     * @param half   whether it says 半数
     */
    record Print(String before, WrittenNumber number, @Nullable WrittenNumber second, Optional<UnitNames.Found> unit, String after,
            boolean half) {
    }

    private static final String PER_CENT_OF = "百分之";
    private static final String[] HALVES = {"半数", "一半", "过半", "近半", "超半"};

    private final UnitNames units;
    private final String text;
    private final boolean inDigits;
    private int at;
    private int rangeStart;

    PrintParser(UnitNames units, String plainText) {
        this.units = units;
        this.text = plainText;
        this.inDigits = plainText.chars().anyMatch(PrintParser::isDigit);
    }

    Print parse() {
        if (text.contains("千分之")) {
            throw new FigureFormatException(Reason.UNKNOWN_UNIT, "千分之");
        }
        var perCent = text.indexOf(PER_CENT_OF);
        var start = numberFrom(perCent < 0 ? 0 : perCent + PER_CENT_OF.length());
        if (start < 0) {
            return half();
        }
        var before = text.substring(0, perCent < 0 ? start : perCent);
        var first = number(start);
        var unit = unit();
        if (unit.isPresent() && unit.get().name().equals("成")
                && at < text.length() && "余多".indexOf(text.charAt(at)) >= 0) {
            at++;
            first = first.andMore();
        }
        WrittenNumber second = null;
        if (rangeMark()) {
            second = number(rangeStart);
            var unitOfFirst = unit;
            unit = unit().or(() -> unitOfFirst);
            first = second.scale().compareTo(BigDecimal.ONE) != 0 && first.scale().compareTo(BigDecimal.ONE) == 0
                    ? first.scaledBy(second.scale())
                    : first.inScale(second.scale());
        }
        if (perCent >= 0) {
            unit = units.at("%", 0);
        }
        var after = text.substring(at);
        if (numberFrom(at) >= 0) {
            throw new FigureFormatException(Reason.SEVERAL_NUMBERS, text.strip());
        }
        return new Print(before, first, second, unit, after, false);
    }

    private Print half() {
        for (var word : HALVES) {
            var start = text.indexOf(word);
            if (start >= 0) {
                var number = new WrittenNumber(BigDecimal.valueOf(50), BigDecimal.TEN, false, BigDecimal.ONE, false,
                        true, null);
                var before = text.substring(0, start + (word.startsWith("半") || word.startsWith("一") ? 0 : 1));
                return new Print(before.replace('过', '超'), number, null, units.at("%", 0),
                        text.substring(start + 2), true);
            }
        }
        throw new FigureFormatException(Reason.NO_NUMBER, text.strip());
    }

    /** Where the next number begins, or −1. */
    private int numberFrom(int from) {
        for (var i = from; i < text.length(); i++) {
            if (inDigits ? startsInDigits(i) : startsInCharacters(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean startsInDigits(int i) {
        return isDigit(text.charAt(i)) || text.charAt(i) == '.' && isDigitAt(i + 1);
    }

    private boolean startsInCharacters(int i) {
        var sign = text.charAt(i);
        if (NumberScanner.isVague(sign) && i + 1 < text.length() && ChineseNumerals.isUnit(text.charAt(i + 1))
                && !text.startsWith("百分点", i + 1)) {
            return true;
        }
        return ChineseNumerals.isPart(sign) && !text.startsWith("百分点", i) && !text.startsWith("一半", i)
                && (i == 0 || "第每统唯".indexOf(text.charAt(i - 1)) < 0
                        && !(ChineseNumerals.isPart(text.charAt(i - 1)) && at < i && wasPassedOver(i - 1)));
    }

    /** Whether the numeral to which a character belongs is part of a word such as 第十五届. */
    private boolean wasPassedOver(int i) {
        while (i >= at && i >= 0 && ChineseNumerals.isPart(text.charAt(i))) {
            i--;
        }
        return i >= at && i >= 0 && "第每统唯".indexOf(text.charAt(i)) >= 0;
    }

    private WrittenNumber number(int start) {
        var negative = signBefore(start);
        var scanner = new NumberScanner(text, start, true);
        var number = scanner.scan();
        at = scanner.end();
        return negative ? number.negated() : number;
    }

    private boolean signBefore(int start) {
        var i = start - 1;
        while (i >= 0 && text.charAt(i) == ' ') {
            i--;
        }
        return i >= at && i >= 0 && text.charAt(i) == '-';
    }

    private Optional<UnitNames.Found> unit() {
        skipSpaces();
        if (at < text.length() && text.charAt(at) == '成') {
            at++;
            if (!inDigits && at < text.length() && ChineseNumerals.digit(text.charAt(at)) > 0) {
                at++;
            }
            return units.at("%", 0).map(found -> new UnitNames.Found("成", found.unit()));
        }
        var found = units.at(text, at);
        found.ifPresent(unit -> at += unit.name().length());
        return found;
    }

    /** Steps over 至, 到 or a dash if a number follows it. */
    private boolean rangeMark() {
        var i = skipSpaces(at);
        if (i >= text.length() || "-~至到".indexOf(text.charAt(i)) < 0) {
            return false;
        }
        var next = skipSpaces(i + 1);
        var signed = next < text.length() && text.charAt(next) == '-';
        var start = skipSpaces(signed ? next + 1 : next);
        if (start >= text.length() || !(inDigits ? startsInDigits(start) : startsInCharacters(start))) {
            return false;
        }
        at = i + 1;
        rangeStart = start;
        return true;
    }

    private void skipSpaces() {
        at = skipSpaces(at);
    }

    private int skipSpaces(int from) {
        var i = from;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private boolean isDigitAt(int i) {
        return i < text.length() && isDigit(text.charAt(i));
    }

    private static boolean isDigit(int sign) {
        return sign >= '0' && sign <= '9';
    }
}
