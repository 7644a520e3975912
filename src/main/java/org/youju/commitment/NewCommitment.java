package org.youju.commitment;

import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.figure.Figure;

/**
 * A promise to be recorded; components as in {@link Commitment}.
 *
 * @param citationId the span that makes it
 */
public record NewCommitment(String code, long citationId, String indicator, String region, CommitmentKind kind,
        Figure target, int from, @Nullable Integer to, @Nullable String department) {

    public NewCommitment {
        if (!code.matches("[A-Za-z][A-Za-z0-9_-]{0,19}")) {
            throw new RuleViolation("commitment.code.illegal", code);
        }
        if (to != null && to < from) {
            throw new RuleViolation("commitment.window.reversed", Integer.toString(from), Integer.toString(to));
        }
    }
}
