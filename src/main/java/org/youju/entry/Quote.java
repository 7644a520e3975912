package org.youju.entry;

import org.youju.reply.ReplyText;

/** Words of a document that are to state a figure. */
public sealed interface Quote {

    /** Number of the document. */
    long replyId();

    /** The words. */
    String words();

    /**
     * A place in a document's text.
     *
     * @param seen  the text in which it was selected
     * @param start where it begins, in UTF-16 units
     * @param end   the unit after it
     */
    record Place(ReplyText seen, int start, int end) implements Quote {

        @Override
        public long replyId() {
            return seen.replyId();
        }

        @Override
        public String words() {
            return seen.text().substring(start, end);
        }
    }

    /** Words as they were written down. */
    record Written(long replyId, String words) implements Quote {
    }
}
