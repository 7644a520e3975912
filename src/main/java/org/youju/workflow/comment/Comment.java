package org.youju.workflow.comment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.youju.observation.CellKey;

/**
 * What somebody wrote about a cell; plain text, whatever it looks like.
 *
 * @param version counts the changes
 * @param by      user name
 */
public record Comment(long id, int version, CellKey cell, String body, FollowUp followUp, String by, Instant at,
        @Nullable String settledBy, @Nullable Instant settledAt) {

    /** Whether something is to be done about it. */
    public enum FollowUp {
        NONE, OPEN, SETTLED
    }
}
