package org.youju.observation;

import java.util.List;

/** Keeps statements back that must not be approved as they stand, for reasons that this package doesn't know. */
public interface ApprovalGuard {

    /**
     * Asked within the transaction that approves them.
     *
     * @param approved the rows as they were just approved
     * @throws org.youju.base.RuleViolation if one must not be; then none is
     */
    void check(List<Observation> approved);
}
