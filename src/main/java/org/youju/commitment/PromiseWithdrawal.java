package org.youju.commitment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.youju.observation.Observation;

/**
 * That an approved promise is to be withdrawn.
 *
 * @param promise       number of the row of the promise
 * @param reason        why
 * @param by            user name of who proposed it
 * @param decidedBy     user name of who ended it, null while it is open
 * @param decidedReason why it was turned down, else null
 * @param decidedAt     {@link Observation#OPEN_END} while it is open
 */
public record PromiseWithdrawal(long id, long promise, String reason, String by, Instant at, Outcome outcome,
        @Nullable String decidedBy, @Nullable String decidedReason, Instant decidedAt) {

    /** What has become of it. */
    public enum Outcome {
        /** Somebody else has yet to decide. */
        OPEN,
        /** The promise is withdrawn. */
        WITHDRAWN,
        /** It was turned down: the promise stays. */
        KEPT,
        /** Those who proposed it gave it up. */
        TAKEN_BACK
    }

    public boolean isOpen() {
        return outcome == Outcome.OPEN;
    }
}
