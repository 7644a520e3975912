package org.youju.workflow.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.youju.observation.CellKey;

/**
 * Something that one person is told.
 *
 * @param cell    what it is about, null for what is about no cell
 * @param promise the promise that it is about, null for what is about none
 * @param rule    number of the rule that it is about, null for what is about none
 * @param words   what a person wrote: the reason, the note, the comment; empty for none
 * @param by      user name of who caused it
 * @param readAt  null while it is unread
 */
public record Notice(long id, Kind kind, @Nullable CellKey cell, @Nullable PromiseKey promise,
        @Nullable Long rule, String words, String by, Instant at, @Nullable Instant readAt) {

    /** A promise by its code, and the code of its region. */
    public record PromiseKey(String region, String code) {
    }

    /** What has happened. */
    public enum Kind {
        /** What one entered was approved. */
        APPROVED,
        /** What one entered was sent back. */
        RETURNED,
        /** Somebody named one in a comment. */
        MENTIONED,
        /** A figure is asked for. */
        CHASED,
        /** A figure that was asked for is overdue. */
        OVERDUE,
        /** It was ruled which source represents a cell that one has entered figures of. */
        RULING,
        /** Somebody proposes to withdraw what one may decide about. */
        TO_WITHDRAW,
        /** What one entered, or proposed to withdraw, was withdrawn. */
        WITHDRAWN,
        /** What one proposed to withdraw stays. */
        KEPT,
        /** Somebody proposes to switch off or loosen a rule that one may decide about. */
        TO_LOOSEN,
        /** A rule was switched off or loosened as one had proposed. */
        LOOSENED,
        /** A rule stays as it is that one had proposed to switch off or loosen. */
        NOT_LOOSENED,
        /** A rule says something else now, which ends what one had proposed of it. */
        RULE_CHANGED
    }
}
