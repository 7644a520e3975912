package org.youju.commitment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.youju.base.Named;
import org.youju.figure.Numbers;
import org.youju.figure.Period;
import org.youju.figure.Unit;
import org.youju.indicator.Catalogue;
import org.youju.observation.Observation;
import org.youju.observation.Recorded;
import org.youju.observation.State;

/**
 * An upper bound that people vouch for where no source states the figure. A verdict that rests on it says so.
 *
 * @param commitment  code of the promise whose verdict may use it
 * @param indicator   code of what is bounded
 * @param region      code of the promise's region
 * @param department  code of the department that answers for the promise, null where none is known
 * @param upperBound  in {@code unit}, the indicator's; the lower bound is zero
 * @param grounds     why it can be assumed
 * @param reason      why it was restored after it had been withdrawn, or why it was returned, or null
 * @param submittedBy user name of who has proposed what was approved, null where nobody has
 * @param recordedBy  user name of who took the last step
 * @param recordedTo  {@link Observation#OPEN_END} until it is withdrawn
 */
public record Assumption(long id, String commitment, String indicator, String region, @Nullable String department,
        Period period, BigDecimal upperBound, Unit unit, String grounds, State state, @Nullable String reason,
        @Nullable String submittedBy, String recordedBy, Instant recordedFrom, Instant recordedTo)
        implements Recorded {

    @Override
    public String stated() {
        return commitment + " " + period.code() + " ≤ " + Numbers.text(upperBound) + unit.code();
    }

    @Override
    public List<Object> names() {
        return List.of(commitment, period.code());
    }

    @Override
    public List<Object> called(Catalogue catalogue) {
        return List.of(commitment, Named.of(period::label));
    }
}
