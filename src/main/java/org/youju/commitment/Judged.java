package org.youju.commitment;

import org.jspecify.annotations.Nullable;

/**
 * A promise with what the statements known at a moment say of it.
 *
 * @param verdict  by the rules
 * @param override what a person decided in its place, null where nobody did or its time is over
 */
public record Judged(Commitment commitment, Verdict verdict, @Nullable VerdictOverride override) {

    /** What holds: what a person decided, else what the rules say. */
    public Verdict.Kind kind() {
        return override == null ? verdict.kind() : override.verdict();
    }
}
