package org.youju.reply;

/**
 * A part of a frozen text: its UTF-16 units {@code [start, end)}.
 *
 * @param start first unit
 * @param end   the unit after the last
 */
public record TextSpan(int start, int end) {

    /** Whether it holds at least one unit, and no unit that the text does not have. */
    boolean liesIn(String text) {
        return start >= 0 && end > start && end <= text.length();
    }

    /** The words of the text that it covers. */
    String of(String text) {
        return text.substring(start, end);
    }
}
