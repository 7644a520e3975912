package org.youju.workflow;

import java.util.Collection;
import java.util.Map;

/** Knows which figures say something else than the words that they quote, because a person had a reason. */
public interface Departures {

    /**
     * The reasons, by the number of the citation; citations whose figures say what the words say are left out. Only to
     * those who may read drafts.
     */
    Map<Long, String> of(Collection<Long> citationIds);
}
