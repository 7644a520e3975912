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
        var spaceAfter = beginsInLatin(unit) ? " " : "";
        return before + spaceBefore + number + after + spaceAfter + unit;
    }

    private static boolean beginsInLatin(String word) {
        return !word.isEmpty() && word.charAt(0) < 0x2e80 && Character.isLetterOrDigit(word.charAt(0));
    }

    private static boolean endsInLatin(String word) {
        var last = word.length() - 1;
        return last >= 0 && word.charAt(last) < 0x80 && Character.isLetter(word.charAt(last));
    }
}
