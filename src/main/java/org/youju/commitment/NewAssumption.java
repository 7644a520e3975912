package org.youju.commitment;

import java.math.BigDecimal;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.figure.Period;

/** An assumption to be recorded; components as in {@link Assumption}. */
public record NewAssumption(String commitment, String indicator, Period period, BigDecimal upperBound, String grounds) {

    /** @throws RuleViolation if no grounds are given, or the bound is below zero */
    public NewAssumption {
        grounds = Reason.of(grounds, "commitment.assumption.grounds");
        if (upperBound.signum() < 0) {
            throw new RuleViolation("commitment.assumption.negative", upperBound.toPlainString());
        }
    }
}
