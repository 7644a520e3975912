package org.youju.entry;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.youju.check.ScaleSlip;
import org.youju.check.rule.RuleFinding;
import org.youju.check.rule.RuleFindings.Placed;
import org.youju.figure.Figure;

/**
 * What speaks against the figure of a cell.
 *
 * @param rules the rules that it breaks, the weightiest first
 * @param usual where such a figure lies as a rule; empty where its series is too short to say
 * @param slip  what may be meant by a figure whose scale makes it far smaller or larger than the others of its series
 */
public record CellFindings(List<RuleFinding> rules, Optional<Placed> usual, Optional<Slip> slip) {

    /** A figure that was read in a scale that may not be meant. */
    public record Slip(Figure read, ScaleSlip scale) {
    }

    public CellFindings {
        rules = List.copyOf(rules);
    }

    /** The robust z of its change on the year before, where that is far from the other changes of its series. */
    public OptionalDouble farOff() {
        return usual.map(Placed::farOff).orElseGet(OptionalDouble::empty);
    }
}
