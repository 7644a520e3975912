package org.youju.observation;

import java.util.List;
import java.util.Map;
import org.youju.base.RuleViolation;

/** Keeps statements back that must not be approved as they stand, for reasons that this package doesn't know. */
public interface ApprovalGuard {

    /**
     * Asked within the transaction that approves them, which is undone if one is refused.
     *
     * @param approved the rows as they were just approved
     * @return why each must not be that must not, by its number; empty if all may be
     */
    Map<Long, RuleViolation> refused(List<Observation> approved);
}
