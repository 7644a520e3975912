package org.youju.entry;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.youju.check.rule.RuleFinding;
import org.youju.check.rule.RuleFindings.Placed;

/**
 * What speaks against the figure of a cell.
 *
 * @param rules the rules that it breaks, the weightiest first
 * @param usual where such a figure lies as a rule; empty where its series is too short to say
 */
public record CellFindings(List<RuleFinding> rules, Optional<Placed> usual) {

    public CellFindings {
        rules = List.copyOf(rules);
    }

    /** The robust z of its change on the year before, where that is far from the other changes of its series. */
    public OptionalDouble farOff() {
        return usual.map(Placed::farOff).orElseGet(OptionalDouble::empty);
    }
}
