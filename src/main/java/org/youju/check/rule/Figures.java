package org.youju.check.rule;

import java.util.Optional;
import java.util.SortedSet;
import org.youju.figure.Figure;
import org.youju.figure.Period;

/** What is known of one region: one figure an indicator and period. */
public interface Figures {

    /** The figure of an indicator in a period, in the indicator's unit; empty where nothing is stated. */
    Optional<Figure> of(String indicator, Period period);

    /** The periods of which something is known of an indicator, by their ends. */
    SortedSet<Period> periods(String indicator);
}
