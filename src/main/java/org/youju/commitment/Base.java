package org.youju.commitment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;

/**
 * What the way to a promised level is measured from, where it is not what the series states of the year before the window.
 *
 * @param value in the indicator's unit; null for what the series states of the year
 */
public record Base(int year, @Nullable BigDecimal value) {

    /** @throws RuleViolation if the value is zero or below: no share of a way can be told from nothing */
    public Base {
        if (value != null && value.signum() <= 0) {
            throw new RuleViolation("commitment.base.zero", Integer.toString(year));
        }
    }
}
