package org.youju.compare.reckon;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.youju.check.Basis;
import org.youju.check.Derivation;
import org.youju.figure.Interval;
import org.youju.figure.Period;
import org.youju.observation.Cell;
import org.youju.observation.Observation;
import org.youju.reply.Publicity;

/**
 * What is known of one year of a line.
 *
 * @param period     what it speaks of: the year, or a day or span that ends in it
 * @param value      in the unit of the line's indicator
 * @param interval   where it lies, in that unit
 * @param cell       what sources state of it; null where it is implied
 * @param derivation how it follows; null where it is stated
 */
public record Known(Period period, BigDecimal value, Interval interval, Worth worth, @Nullable Cell cell,
        @Nullable Derivation derivation) {

    /** What sources state. */
    public static Known of(Cell cell) {
        var shown = cell.representing();
        return new Known(cell.key().period(), shown.figure().value(), shown.interval(),
                shown.status().isFirm() ? Worth.STATED : Worth.UNVALIDATED, cell, null);
    }

    /** What follows from statements. */
    public static Known of(Derivation derivation) {
        return new Known(derivation.period(), derivation.value(), derivation.interval(),
                derivation.basis() == Basis.UNVALIDATED || derivation.basis() == Basis.ESTIMATED ? Worth.UNVALIDATED
                        : Worth.IMPLIED, null, derivation);
    }

    /** Whether every document that it rests on is public. */
    public boolean isPublic() {
        var statements = cell != null ? List.of(cell.representing())
                : derivation != null ? derivation.inputs() : List.<Observation>of();
        return statements.stream().allMatch(it -> it.reply().publicity() == Publicity.PUBLIC);
    }
}
