package org.youju.commitment;

import java.time.LocalDate;
import org.youju.base.RuleViolation;

/**
 * An override to be recorded; components as in {@link VerdictOverride}.
 *
 * @param promise code of the promise
 */
public record NewOverride(String promise, Verdict.Kind verdict, String reason, LocalDate until) {

    /** The longest reason. */
    public static final int LONGEST = 1000;

    public NewOverride {
        reason = reason.strip();
        if (reason.isEmpty()) {
            throw new RuleViolation("commitment.override.reason");
        }
        if (reason.length() > LONGEST) {
            throw new RuleViolation("commitment.override.reason-long", reason.length(), LONGEST);
        }
    }
}
