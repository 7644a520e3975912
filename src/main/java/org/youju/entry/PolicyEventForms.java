package org.youju.entry;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.LostRace;
import org.youju.base.RuleViolation;
import org.youju.observation.event.NewPolicyEvent;
import org.youju.observation.event.PolicyEvent;
import org.youju.observation.event.PolicyEvents;

/** Keeps an event together with the words that tell of it, both or neither. */
@Service
public class PolicyEventForms {

    private final PolicyEvents events;
    private final Citing citing;

    PolicyEventForms(PolicyEvents events, Citing citing) {
        this.events = events;
        this.citing = citing;
    }

    /**
     * @param seen   the version that is corrected; null for a new event
     * @param quote  the words that tell of it; null to keep those of the version that is corrected
     * @param reason why it is corrected; not asked for a new event
     * @throws RuleViolation if there are no words, or they are not there as they were seen
     * @throws LostRace      if somebody has changed it meanwhile
     */
    @Transactional
    public void keep(@Nullable PolicyEvent seen, NewPolicyEvent event, @Nullable Quote quote, String reason) {
        if (quote == null && seen == null) {
            throw new RuleViolation("event.words");
        }
        long citation = quote != null ? citing.of(quote).id() : seen.citation();
        if (seen == null) {
            events.add(event, citation);
        } else {
            events.correct(seen, event, citation, reason);
        }
    }
}
