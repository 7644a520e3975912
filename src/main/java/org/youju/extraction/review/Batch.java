package org.youju.extraction.review;

import java.util.List;
import org.youju.base.RuleViolation;

/**
 * What came of accepting many candidates at once, each in the order of the text.
 *
 * @param accepted those that became drafts
 * @param refused  those that a rule kept back, which stay as they were
 */
public record Batch(List<ReviewCandidate> accepted, List<Refused> refused) {

    public Batch {
        accepted = List.copyOf(accepted);
        refused = List.copyOf(refused);
    }

    /** A candidate that was kept back, and why. */
    public record Refused(ReviewCandidate candidate, RuleViolation why) {
    }
}
