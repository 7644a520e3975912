package org.youju.entry;

import java.util.Optional;
import org.youju.base.RuleViolation;
import org.youju.figure.Figure;

/**
 * What a figure would say if it stood in a cell.
 *
 * @param change  against the year before; empty where nothing stands there, or it can't be compared
 * @param broken  whether its definition has changed since the year before, so that nothing is compared
 * @param departure in what it says something else than the words that state it, as the sentence that asks for a reason
 */
public record Sight(Figure figure, CellFindings findings, Optional<YearChange> change, boolean broken,
        Optional<RuleViolation> departure) {
}
