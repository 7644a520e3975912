package org.youju.commitment;

import java.math.BigDecimal;
import org.youju.base.RuleViolation;
import org.youju.figure.Period;

/** An assumption to be recorded; components as in {@link Assumption}. */
public record NewAssumption(String commitment, String indicator, Period period, BigDecimal upperBound, String reason) {

    public NewAssumption {
        if (reason.isBlank()) {
            throw new RuleViolation("commitment.assumption.reason");
        }
        if (upperBound.signum() < 0) {
            throw new RuleViolation("commitment.assumption.negative", upperBound.toPlainString());
        }
    }
}
