package org.youju.figure;

/**
 * A figure as a screen sets it, so that the limiting word can be smaller than the number. The parts together are the
 * figure: it is copied, exported and read aloud as {@link #text()}.
 *
 * @param before the limiting word before the number, or empty: 约
 * @param number the number with its sign, or both numbers of a range: 310
 * @param after  the limiting word after the number, or empty: 余
 * @param unit   the unit: 亿元
 */
public record Shown(String before, String number, String after, String unit) {

    /** Everything in one line: 约310亿元, about CNY 31.0 bn. */
    public String text() {
        var spaceBefore = endsInLatin(before) ? " " : "";
        var spaceAfter = !unit.isEmpty() && Character.isLetterOrDigit(unit.charAt(0)) && unit.charAt(0) < 0x2e80 ? " " : "";
        return before + spaceBefore + number + after + spaceAfter + unit;
    }

    private static boolean endsInLatin(String word) {
        return !word.isEmpty() && word.charAt(word.length() - 1) < 0x80 && Character.isLetter(word.charAt(word.length() - 1));
    }
}
