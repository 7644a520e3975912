package org.youju.commitment;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.youju.commitment.Verdict.Kind;
import org.youju.figure.Interval;
import org.youju.figure.Qualifier;
import org.youju.indicator.Direction;
import org.youju.observation.Observation;

/**
 * What an actual is held against: the printed number of the target; of a range its lower one; of a target written 约 the
 * end of its interval that is easier to reach.
 *
 * @param ceiling whether the actual must not be above it; else it must not be below
 */
record Threshold(BigDecimal value, boolean ceiling) {

    static Threshold of(Commitment commitment, Direction direction) {
        var target = commitment.target();
        boolean ceiling = commitment.isCeiling(direction);
        if (target.qualifier() != Qualifier.ABOUT) {
            return new Threshold(target.value(), ceiling);
        }
        var interval = target.interval();
        return new Threshold(Objects.requireNonNull(ceiling ? interval.high() : interval.low()), ceiling);
    }

    Threshold times(int periods) {
        return new Threshold(value.multiply(BigDecimal.valueOf(periods)), ceiling);
    }

    /** MET, NOT_MET or NOT_PROVABLE. */
    Kind judge(Observation actual) {
        return judge(actual.interval(), printed(actual));
    }

    /**
     * MET, NOT_MET or NOT_PROVABLE.
     *
     * @param printed the number of an exact print, which meets the threshold by itself; else null
     */
    Kind judge(Interval actual, @Nullable BigDecimal printed) {
        if (printed != null && (ceiling ? printed.compareTo(value) <= 0 : printed.compareTo(value) >= 0)) {
            return Kind.MET;
        }
        if (ceiling ? actual.certainlyAtMost(value) : actual.certainlyAtLeast(value)) {
            return Kind.MET;
        }
        return (ceiling ? actual.certainlyAbove(value) : actual.certainlyBelow(value)) ? Kind.NOT_MET
                : Kind.NOT_PROVABLE;
    }

    /** What stands between the actual and the threshold, once it is judged. */
    String sign(Kind kind) {
        return switch (kind) {
            case NOT_MET -> ceiling ? ">" : "<";
            case NOT_PROVABLE -> "?";
            case MET, MET_ON_TOTAL, ON_PACE, BEHIND, NO_DATA -> ceiling ? "≤" : "≥";
        };
    }

    static @Nullable BigDecimal printed(Observation actual) {
        var figure = actual.figure();
        return figure.qualifier() == Qualifier.EXACT && figure.valueHi() == null ? figure.value() : null;
    }
}
