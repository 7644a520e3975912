package org.youju.entry;

import java.util.List;
import java.util.OptionalDouble;
import org.youju.check.rule.RuleFinding;

/**
 * What speaks against the figure of a cell.
 *
 * @param rules  the rules that it breaks, the weightiest first
 * @param farOff the robust z of its change on the year before, where that is far from the other changes of its series
 */
public record CellFindings(List<RuleFinding> rules, OptionalDouble farOff) {

    public CellFindings {
        rules = List.copyOf(rules);
    }
}
