package org.youju.commitment;

import java.math.BigDecimal;
import java.time.Instant;
import org.youju.figure.Period;
import org.youju.observation.Observation;

/**
 * An upper bound that a person vouches for where no source states the figure. A verdict that rests on it says so.
 *
 * @param commitment code of the promise whose verdict may use it
 * @param indicator  code of what is bounded
 * @param upperBound in the indicator's unit; the lower bound is zero
 * @param recordedTo {@link Observation#OPEN_END} until it is withdrawn
 */
public record Assumption(long id, String commitment, String indicator, Period period, BigDecimal upperBound,
        String reason, String recordedBy, Instant recordedFrom, Instant recordedTo) {

    public boolean isCurrent() {
        return recordedTo.equals(Observation.OPEN_END);
    }
}
