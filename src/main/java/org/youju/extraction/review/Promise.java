package org.youju.extraction.review;

import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.commitment.CommitmentKind;

/**
 * What a promise asks beyond its figure.
 *
 * @param from       first year of its window
 * @param to         last year of its window, null where no end is printed
 * @param department code of the department that answers for it, null where it is not known
 */
public record Promise(CommitmentKind kind, int from, @Nullable Integer to, @Nullable String department) {

    public Promise {
        if (to != null && to < from) {
            throw new RuleViolation("review.terms.promise.reversed", Integer.toString(from), Integer.toString(to));
        }
    }

    /** The same, answered for by a department. */
    Promise by(String code) {
        return new Promise(kind, from, to, code);
    }
}
