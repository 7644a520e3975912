package org.youju.workflow.chase;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.youju.observation.CellKey;

/**
 * A figure that a department was asked for.
 *
 * @param version    counts the changes
 * @param department code of the department that answers for the indicator, or, where none does, that is asked; null
 *                   where neither is known
 * @param dueOn      the last day
 * @param note       what is asked, in words
 * @param by         user name
 */
public record Chase(long id, int version, CellKey cell, @Nullable String department, LocalDate dueOn, String note,
        String by, Instant at, State state, @Nullable Instant endedAt) {

    /** What has become of it. */
    public enum State {
        /** Nothing yet. */
        OPEN,
        /** A statement waits for approval. */
        SUBMITTED,
        /** A statement is approved. */
        APPROVED,
        /** Nobody asks for it any more. */
        CANCELLED
    }

    /** Whether it is still open after its last day. */
    public boolean isOverdue(LocalDate today) {
        return state == State.OPEN && dueOn.isBefore(today);
    }
}
