package org.youju.reply.file;

import java.util.List;

/**
 * The text as a file has it, before it is healed.
 *
 * @param text  lines end in {@code \n}, a page begins with {@code \f}
 * @param lines what a line is
 * @param pages 0 for a format that knows none
 * @param turns where pages begin within a line, the first page left out, ascending
 */
record Draft(String text, Lines lines, int pages, List<Integer> turns) {

    Draft(String text, Lines lines, int pages) {
        this(text, lines, pages, List.of());
    }

    /** What a line of a text is. */
    enum Lines {
        /** A paragraph of its own, unless the sentence shows that it was torn. */
        PARAGRAPHS,
        /** As wide as the paper; a paragraph ends at a blank line. */
        AS_PRINTED
    }
}
