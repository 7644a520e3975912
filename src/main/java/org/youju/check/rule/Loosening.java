package org.youju.check.rule;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.youju.base.LostRace;
import org.youju.base.RuleViolation;

/** Lets those who may not loosen a rule that holds figures back ask those who may. */
public interface Loosening {

    /**
     * What somebody asks to be made of a rule.
     *
     * @param instead what it is to say; null where it is to be switched off
     * @param by      user name
     */
    record Wish(@Nullable Rule instead, String reason, String by, Instant at) {
    }

    /**
     * Proposes that a rule be switched off, or say something by which a figure might pass that it holds back; it stays as
     * it is until somebody else decides.
     *
     * @param seen    the rule as it was seen
     * @param instead what it is to say; null to switch it off
     * @param reason  why; never blank
     * @throws LostRace      if somebody has changed it meanwhile
     * @throws RuleViolation if it needs no approver, somebody has proposed something of it already, or no reason is given
     */
    void propose(Rule seen, @Nullable Rule instead, String reason);

    /** What waits for a decision, by the number of the rule; only to those who may read drafts. */
    Map<Long, Wish> wishes();
}
