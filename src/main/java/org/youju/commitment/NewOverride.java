package org.youju.commitment;

import java.time.LocalDate;
import org.youju.base.Reason;

/**
 * An override to be recorded; components as in {@link VerdictOverride}.
 *
 * @param promise code of the promise
 */
public record NewOverride(String promise, Verdict.Kind verdict, String reason, LocalDate until) {

    public NewOverride {
        reason = Reason.of(reason, "commitment.override.reason");
    }
}
