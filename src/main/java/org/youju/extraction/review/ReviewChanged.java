package org.youju.extraction.review;

import java.util.Set;

/**
 * Candidates of a reply have changed; published once that is committed.
 *
 * @param by who changed them, by user name
 */
public record ReviewChanged(long replyId, Set<Long> candidateIds, String by) {

    public ReviewChanged {
        candidateIds = Set.copyOf(candidateIds);
    }
}
