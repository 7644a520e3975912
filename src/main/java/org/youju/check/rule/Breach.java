package org.youju.check.rule;

import java.util.List;
import java.util.stream.Collectors;
import org.youju.check.Explanation;
import org.youju.figure.Figure;

/**
 * Figures that break a rule, by everything that they can mean.
 *
 * @param year   whose figures they are; a rule that looks back has read the year before too
 * @param inputs the figures that were held against the rule
 * @param reason why, as a sentence
 */
public record Breach(Rule rule, int year, List<Input> inputs, Explanation reason) {

    /** A figure of an indicator in a year. */
    public record Input(String indicator, int year, Figure figure) {
    }

    public Breach {
        inputs = List.copyOf(inputs);
    }

    /** The figures as they are printed, each with its place: what an explanation is of, and of nothing else. */
    public String stated() {
        return year + ": " + inputs.stream()
                .map(input -> input.indicator() + " " + input.year() + " " + input.figure().printed())
                .collect(Collectors.joining("; "));
    }
}
