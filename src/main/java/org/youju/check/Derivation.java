package org.youju.check;

import java.math.BigDecimal;
import java.util.List;
import org.youju.figure.Interval;
import org.youju.figure.Period;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;

/**
 * A figure that no source states but that follows from what sources state (推算). Never stored; always shown with its
 * inputs.
 *
 * @param value    in the indicator's unit, not rounded
 * @param interval where it lies, in the indicator's unit; always holds {@code value}
 * @param formula  the arithmetic on the printed numbers: {@code 310 ÷ 1.18}
 * @param basis    what its weakest input is worth
 * @param inputs   the statements it follows from, in the order of the formula
 */
public record Derivation(String indicator, String region, Period period, Rule rule, BigDecimal value,
        Interval interval, String formula, Basis basis, List<Observation> inputs) {

    /** How one figure follows from others. */
    public enum Rule {
        /** The level of the year before, from a level and its growth in current prices. */
        IMPLIED_PREVIOUS,
        /** The whole, from a part and its share. */
        IMPLIED_TOTAL,
        /** The part, from the whole and its share. */
        IMPLIED_PART,
        /** The whole, from all its parts. */
        SUM,
        /** A quotient of two quantities, such as a unit cost. */
        RATIO
    }

    public Derivation {
        inputs = List.copyOf(inputs);
    }

    public CellKey cell() {
        return new CellKey(indicator, region, period);
    }
}
