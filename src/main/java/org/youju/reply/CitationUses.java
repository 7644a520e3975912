package org.youju.reply;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What citations are recorded as. Each feature that rests on citations answers for its own rows, so that the reader of
 * a document can name them without knowing the feature.
 */
public interface CitationUses {

    /** What the citations of a document are recorded as, approved rows only, in no particular order. */
    List<Use> of(long replyId, Locale locale);

    /**
     * One row that rests on a citation.
     *
     * @param citationId the citation
     * @param indicator  code of the indicator that the row is of; its page shows the row
     * @param name       name of the indicator
     * @param figure     the figure as it is recorded, with qualifier and unit
     * @param period     the period or window that it speaks of
     * @param promise    whether it is a promise; else it states a fact
     * @param department name of the department that answers for a promise, null where it is not known
     * @param departure  why it says something else than the words of the citation, null where it does not
     */
    record Use(long citationId, String indicator, String name, String figure, String period, boolean promise,
            @Nullable String department, @Nullable String departure) {

        /** A row that no department answers for by itself and that says what its words say. */
        public Use(long citationId, String indicator, String name, String figure, String period, boolean promise) {
            this(citationId, indicator, name, figure, period, promise, null, null);
        }
    }
}
