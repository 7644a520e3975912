package org.youju.check.rule;

import java.util.List;
import java.util.stream.Collectors;
import org.youju.check.Explanation;
import org.youju.figure.Figure;
import org.youju.figure.Period;

/**
 * Figures that break a rule, by everything that they can mean.
 *
 * @param period whose figures they are; a rule that looks back has read one before too
 * @param inputs the figures that were held against the rule
 * @param reason why, as a sentence
 */
public record Breach(Rule rule, Period period, List<Input> inputs, Explanation reason) {

    /** A figure of an indicator in a period. */
    public record Input(String indicator, Period period, Figure figure) {

        /** The year in which its period ends. */
        public int year() {
            return Places.lastYear(period);
        }
    }

    public Breach {
        inputs = List.copyOf(inputs);
    }

    /** The year in which its period ends. */
    public int year() {
        return Places.lastYear(period);
    }

    /** The figures as they are printed, each with its place: what an explanation is of, and of nothing else. */
    public String stated() {
        return period.code() + ": " + inputs.stream()
                .map(input -> input.indicator() + " " + input.period().code() + " " + input.figure().printed())
                .collect(Collectors.joining("; "));
    }
}
