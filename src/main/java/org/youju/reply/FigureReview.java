package org.youju.reply;

import java.util.Collection;
import java.util.Map;

/**
 * How far people have checked the figures that were read from documents. The feature that keeps them answers, so that
 * the list of documents can say it without knowing the feature.
 */
public interface FigureReview {

    /**
     * By the number of the document; one that nobody has begun, or that is outside the scope of whoever asks, is left
     * out. Asks for the right to read drafts.
     */
    Map<Long, Progress> of(Collection<Long> replyIds);

    /**
     * The figures of one document.
     *
     * @param decided how many somebody has decided about
     * @param all     how many there are, 0 where the document states none
     */
    record Progress(int decided, int all) {
    }
}
