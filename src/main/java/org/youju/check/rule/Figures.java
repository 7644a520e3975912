package org.youju.check.rule;

import java.util.Optional;
import org.youju.figure.Figure;

/** What is known of one region: one figure an indicator and year. */
@FunctionalInterface
public interface Figures {

    /** The figure of an indicator in a year, in the indicator's unit; empty where nothing is stated. */
    Optional<Figure> of(String indicator, int year);
}
