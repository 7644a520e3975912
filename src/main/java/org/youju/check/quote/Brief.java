package org.youju.check.quote;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.figure.Interval;
import org.youju.figure.Nature;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.observation.Observation;

/**
 * What was last answered of an indicator, and what is known now.
 *
 * @param said  the figure of the reply that spoke of it last, with what has become of it; null where no reply did
 * @param now   what represents the latest period of the same kind; null where nothing is stated
 * @param change from what was said to what is known now; null where the two are of one period, or can't be compared
 */
public record Brief(Indicator indicator, @Nullable Quoted said, @Nullable Observation now, @Nullable Change change) {

    /** Whether the two periods may be compared. */
    public enum Comparable {
        /** They may. */
        YES,
        /** The definition has changed between them. */
        BREAK
    }

    /**
     * How far a figure of a later period lies from that of an earlier one.
     *
     * @param comparable whether it may be said at all; if not, the rest is null
     * @param value      in percent, or in percentage points of a share or rate; by the printed numbers
     * @param interval   where it lies
     * @param points     whether it is in percentage points
     */
    public record Change(Comparable comparable, @Nullable BigDecimal value, @Nullable Interval interval,
            boolean points) {

        /** Whether what is stated proves that it rose or fell. */
        public boolean isProven() {
            return interval != null
                    && (interval.certainlyAbove(BigDecimal.ZERO) || interval.certainlyBelow(BigDecimal.ZERO));
        }
    }

    /** Whether a later period than that of the reply is known. */
    public boolean isNewer() {
        return said != null && now != null && now.period().compareTo(said.statement().period()) > 0;
    }

    static Brief of(Indicator indicator, @Nullable Quoted said, @Nullable Observation now, Catalogue catalogue) {
        var brief = new Brief(indicator, said, now, null);
        return brief.isNewer() ? new Brief(indicator, said, now,
                change(indicator, said.statement(), now, catalogue).orElse(null)) : brief;
    }

    private static Optional<Change> change(Indicator indicator, Observation before, Observation now,
            Catalogue catalogue) {
        var from = before.period().end();
        var to = now.period().end();
        if (from == null || to == null || indicator.nature() == Nature.STANDARD) {
            return Optional.empty();
        }
        if (catalogue.breakBetween(indicator.code(), now.region(), from.getYear(), to.getYear())) {
            return Optional.of(new Change(Comparable.BREAK, null, null, false));
        }
        if (indicator.nature() == Nature.SHARE || indicator.nature() == Nature.RATE) {
            return Optional.of(new Change(Comparable.YES, now.figure().value().subtract(before.figure().value()),
                    now.interval().minus(before.interval()), true));
        }
        if (before.interval().contains(BigDecimal.ZERO) || before.figure().value().signum() <= 0) {
            return Optional.empty();
        }
        var hundred = BigDecimal.valueOf(100);
        return Optional.of(new Change(Comparable.YES,
                now.figure().value().subtract(before.figure().value()).multiply(hundred)
                        .divide(before.figure().value(), MathContext.DECIMAL128),
                now.interval().dividedBy(before.interval()).minus(Interval.point(BigDecimal.ONE)).times(hundred), false));
    }
}
