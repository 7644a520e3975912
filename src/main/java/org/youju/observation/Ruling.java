package org.youju.observation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's decision which source represents a cell. It holds for what that source states there, corrected or not.
 *
 * @param replyId     the source
 * @param reason      why; never blank
 * @param by          user name
 * @param from        since when it holds in our records
 * @param to          {@link Observation#OPEN_END} while it holds
 * @param endedBy     user name of who took it back or put another in its place; null while it holds
 * @param endedReason why it was taken back; null where it was not
 */
public record Ruling(long id, CellKey cell, long replyId, String reason, String by, Instant from, Instant to,
        @Nullable String endedBy, @Nullable String endedReason) {

    public boolean holds() {
        return to.equals(Observation.OPEN_END);
    }
}
