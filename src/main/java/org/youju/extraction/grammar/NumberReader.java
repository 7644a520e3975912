package org.youju.extraction.grammar;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.grammar.Measure.Form;
import org.youju.extraction.text.Signs;
import org.youju.figure.NumberScanner;
import org.youju.figure.WrittenNumber;

/** Reads numbers, the units behind them and the marks between them; looks at a bounded stretch only. */
final class NumberReader {

    static final String NUMERALS = "零一二两三四五六七八九十百千万亿";
    private static final int WINDOW = 48;
    private static final UnitWords.Name PER_CENT = UnitWords.known("%");

    private final String text;

    NumberReader(String text) {
        this.text = text;
    }

    /** The signs with which a number may begin. */
    static boolean mayBegin(char c) {
        return Signs.isDigit(c) || NUMERALS.indexOf(c) >= 0 || c == '数' || c == '几';
    }

    /** Where the run of digits or numerals that begins at a place ends. */
    int runEnd(int start) {
        var i = start + 1;
        if (Signs.isDigit(text.charAt(start))) {
            while (i < text.length() && (Signs.isDigit(text.charAt(i))
                    || (text.charAt(i) == '.' || text.charAt(i) == ',') && Signs.isDigitAt(text, i + 1))) {
                i++;
            }
            return i;
        }
        while (i < text.length() && NUMERALS.indexOf(text.charAt(i)) >= 0
                && NUMERALS.indexOf(text.charAt(start)) >= 0) {
            i++;
        }
        return i;
    }

    /** A number and where it ends. */
    record Scanned(WrittenNumber number, int end) {
    }

    /** The number that begins at a place, or null; a number beyond all bounds is none. */
    @Nullable Scanned scan(int start) {
        if (start >= text.length()) {
            return null;
        }
        var c = text.charAt(start);
        if (!Signs.isDigit(c) && NUMERALS.indexOf(c) < 0 && c != '数' && c != '几') {
            return null;
        }
        var window = text.substring(start, Math.min(text.length(), start + WINDOW));
        var newline = window.indexOf('\n');
        var scanner = new NumberScanner(newline < 0 ? window : window.substring(0, newline), 0);
        var number = scanner.scan();
        if (scanner.end() >= WINDOW || number.magnitude().precision() > 15
                || number.scale().compareTo(BigDecimal.TEN.pow(12)) > 0
                || number.magnitude().multiply(number.scale()).compareTo(BigDecimal.TEN.pow(18)) >= 0) {
            return null;
        }
        return new Scanned(number, start + scanner.end());
    }

    /** A unit, where it ends, and whether it counts tenths: 成. */
    record UnitAt(UnitWords.Name name, int end, boolean tenths) {
    }

    /** The unit that stands behind a number, or null. */
    @Nullable UnitAt unitAt(int at, Form form) {
        var i = at;
        while (i < text.length() && i - at < 2 && text.charAt(i) == ' ') {
            i++;
        }
        if (i >= text.length()) {
            return null;
        }
        if (text.charAt(i) == '成') {
            var next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if ("立员功为果本效长就都熟品交群套绩对像分型活".indexOf(next) >= 0) {
                return null;
            }
            var half = NUMERALS.indexOf(next) > 0 && form == Form.CHARACTERS;
            return new UnitAt(PER_CENT, half ? i + 2 : i + 1, true);
        }
        var name = UnitWords.at(text, i);
        return name == null ? null : new UnitAt(name, i + name.written().length(), false);
    }

    /** Where the second number of a range begins that is marked at a place, or 0. */
    int rangeStart(int at) {
        var i = at;
        while (i < text.length() && i - at < 2 && text.charAt(i) == ' ') {
            i++;
        }
        if (i >= text.length() || "-~至到".indexOf(text.charAt(i)) < 0) {
            return 0;
        }
        while (i < text.length() && i - at < 4 && "-~至到 ".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i < text.length() && (Signs.isDigit(text.charAt(i)) || NUMERALS.indexOf(text.charAt(i)) >= 0) ? i : 0;
    }

    /** Where the mark between two members of a list ends, or -1 where none stands. */
    int separatorEnd(int at) {
        for (var mark : new String[] {"、", "和", "及", "与", "以及"}) {
            if (text.startsWith(mark, at)) {
                return at + mark.length();
            }
        }
        return -1;
    }

    /** Whether the sign before a number is a minus and no dash. */
    boolean isNegative(int start) {
        if (start == 0 || text.charAt(start - 1) != '-') {
            return false;
        }
        return start == 1 || "、和及，为到至(:达\n 长幅是".indexOf(text.charAt(start - 2)) >= 0
                || Signs.isHan(text.charAt(start - 2));
    }

    /** A number that belongs to a word, a name or a longer sign is none by itself. */
    boolean isPartOfWord(int start) {
        if (start == 0) {
            return false;
        }
        var previous = text.charAt(start - 1);
        var first = text.charAt(start);
        if (Signs.isDigit(first)) {
            if (Signs.isLatin(previous) || Signs.isDigit(previous) || "第〔×.,/#=°+*_:∶".indexOf(previous) >= 0
                    && !(previous == ':' && !Signs.isDigitAt(text, start - 2))
                    || NUMERALS.indexOf(previous) > 0 && "十百千万亿".indexOf(previous) >= 0) {
                return true;
            }
            if (previous == '-' && start > 1 && (Signs.isDigitAt(text, start - 2)
                    || Signs.isLatin(text.charAt(start - 2)))) {
                return true;
            }
        } else if (previous == '第' || NUMERALS.indexOf(previous) >= 0 || Signs.isDigit(previous)) {
            return true;
        }
        if (previous == '前' && (start < 2 || "目此日年以之当提".indexOf(text.charAt(start - 2)) < 0)) {
            return true;
        }
        return text.startsWith("连续", start - 2) || text.startsWith("分之", start - 2)
                && !text.startsWith("百分之", start - 3) && !text.startsWith("千分之", start - 3);
    }
}
