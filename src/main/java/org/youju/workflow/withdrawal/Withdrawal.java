package org.youju.workflow.withdrawal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;

/**
 * That something approved is to be withdrawn, or a rule to be switched off or loosened.
 *
 * @param row           number of its row, among those of its kind
 * @param instead       number of what a rule is to say instead; null where it is to be switched off, and of other kinds
 * @param reason        why
 * @param by            user name of who proposed it
 * @param decidedBy     user name of who ended it, null while it is open
 * @param decidedReason why it was turned down, else null
 * @param decidedAt     {@link org.youju.observation.Observation#OPEN_END} while it is open
 */
public record Withdrawal(long id, Kind kind, long row, @Nullable Long instead, String reason, String by, Instant at, Outcome outcome,
        @Nullable String decidedBy, @Nullable String decidedReason, Instant decidedAt) {

    /** @throws RuleViolation if it is decided, or was taken back */
    Withdrawal requireOpen() {
        if (outcome != Outcome.OPEN) {
            throw new RuleViolation("withdrawal.changed");
        }
        return this;
    }

    /** What is withdrawn. */
    public enum Kind {
        /** A statement of a source, which a board shows. */
        STATEMENT,
        /** A promise, which the ledger lists. */
        PROMISE,
        /** An assumption that the verdict on a promise rests on. */
        ASSUMPTION,
        /** An important rule, which holds figures back. */
        RULE
    }

    /** What has become of it. */
    public enum Outcome {
        /** Somebody else has yet to decide. */
        OPEN,
        /** What it is about is withdrawn. */
        WITHDRAWN,
        /** It was turned down: what it is about stays. */
        KEPT,
        /** Those who proposed it gave it up. */
        TAKEN_BACK,
        /** What it is about has changed meanwhile. */
        OVERTAKEN
    }
}
