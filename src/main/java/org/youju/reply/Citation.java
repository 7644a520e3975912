package org.youju.reply;

import org.jspecify.annotations.Nullable;

/**
 * A span of a reply that a figure rests on (W3C TextQuoteSelector with TextPositionSelector).
 *
 * @param start  first UTF-16 unit of the span in the frozen text, null where the text is not held
 * @param end    the unit after the span, null where the text is not held
 * @param exact  the words of the span
 * @param prefix the words before it, at most 32 units
 * @param suffix the words after it, at most 32 units
 * @param page   the page of the original on which it begins, from 1; null where that is not known
 */
public record Citation(long id, long replyId, @Nullable Integer start, @Nullable Integer end, String exact,
        String prefix, String suffix, @Nullable Integer page, State state) {

    /** The most units that are cited. */
    public static final int LONGEST = 1000;

    /** How firmly a citation stands. */
    public enum State {
        /** {@code text[start, end)} is exactly the quoted words. */
        ANCHORED,
        /** Found again in a newer version of the text. */
        REANCHORED,
        /** Not found in the newest version. */
        ORPHANED,
        /** The text is not held; the print is quoted. */
        QUOTE_ONLY;

        /** Whether the citation has a place in the newest text. */
        public boolean isPlaced() {
            return this == ANCHORED || this == REANCHORED;
        }
    }

    /**
     * The sentence of the text that the span stands in, with the span's place in it. A citation whose text is not held
     * is its own sentence.
     *
     * @param text the frozen text of its reply, null where it is not held
     */
    public Sentence sentence(@Nullable String text) {
        if (text == null || start == null || end == null) {
            return new Sentence("", exact, "");
        }
        int from = start;
        while (from > 0 && "。；！？\n".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int to = end;
        while (to < text.length() && "。；！？\n".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        if (to < text.length() && text.charAt(to) != '\n') {
            to++;
        }
        return new Sentence(clean(text.substring(from, start)).stripLeading(), exact, clean(text.substring(end, to)));
    }

    private static String clean(String words) {
        return words.replace("**", "").replace("#", "");
    }

    /** A sentence in three parts, the quoted span in the middle. */
    public record Sentence(String before, String exact, String after) {

        public String text() {
            return before + exact + after;
        }
    }
}
