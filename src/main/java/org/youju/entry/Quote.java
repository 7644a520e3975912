package org.youju.entry;

import org.youju.reply.Citation;
import org.youju.reply.ReplyText;

/** Words of a document that are to state a figure. */
public sealed interface Quote {

    /** Number of the document. */
    long replyId();

    /** The words. */
    String words();

    /** The words as they are read before they are cited. */
    Citation read();

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

        @Override
        public Citation read() {
            return new Citation(0, replyId(), start, end, words(), "", "", null, Citation.State.ANCHORED);
        }
    }

    /** Words as they were written down. */
    record Written(long replyId, String words) implements Quote {

        @Override
        public Citation read() {
            return new Citation(0, replyId, null, null, words, "", "", null, Citation.State.QUOTE_ONLY);
        }
    }
}
