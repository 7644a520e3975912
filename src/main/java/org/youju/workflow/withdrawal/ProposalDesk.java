package org.youju.workflow.withdrawal;

import org.youju.base.RuleViolation;

/** Where proposals are decided about by others than those who made them, or are taken back. */
public interface ProposalDesk {

    /**
     * Does what is proposed.
     *
     * @throws RuleViolation if whoever decides has proposed it, or somebody has decided it meanwhile
     */
    void release(long id);

    /**
     * Turns a proposal down: what it is about stays as it is.
     *
     * @param reason why; never blank
     * @throws RuleViolation if no reason is given, or somebody has decided it meanwhile
     */
    void keep(long id, String reason);

    /**
     * Gives a proposal up; any of those who enter what lies in its scope may.
     *
     * @throws RuleViolation if somebody has decided it meanwhile
     */
    void takeBack(long id);
}
