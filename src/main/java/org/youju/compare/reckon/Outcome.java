package org.youju.compare.reckon;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.youju.figure.Interval;

/** What a transform gives for one year of a line. */
public sealed interface Outcome {

    /** Nothing is known of the year, or the transform says nothing of it, as of its base year. */
    record Absent() implements Outcome {
    }

    /**
     * It can't be said, and why.
     *
     * @param arguments what fills in the sentence of the reason: years, names, units
     */
    record Refused(Reason reason, List<Object> arguments) implements Outcome {

        public Refused {
            arguments = List.copyOf(arguments);
        }

        static Refused because(Reason reason, Object... arguments) {
            return new Refused(reason, List.of(arguments));
        }
    }

    /**
     * A result.
     *
     * @param value    not rounded; lies in {@code interval}
     * @param interval where the true result lies
     * @param worth    what its weakest input is worth
     * @param trend    whether it lies certainly above or below what is neutral; NONE where nothing is
     * @param hedges   what must be said with it
     * @param inputs   what it was made of, latest last
     */
    record Result(BigDecimal value, Interval interval, Worth worth, Trend trend, Set<Hedge> hedges,
            List<Known> inputs) implements Outcome {

        public Result {
            hedges = Set.copyOf(hedges);
            inputs = List.copyOf(inputs);
        }

        Result with(Hedge hedge) {
            var more = EnumSet.of(hedge);
            more.addAll(hedges);
            return new Result(value, interval, worth, trend, more, inputs);
        }
    }

    /** Why a transform says nothing. */
    enum Reason {
        /** The year before, or the base year, has no value. */
        NO_BASE,
        /** The base may be zero or below: a share of it says nothing. */
        BASE_NOT_POSITIVE,
        /** The end may be zero or below: there is no average rate that leads to it. */
        END_NOT_POSITIVE,
        /** The definition changed in between. */
        BREAK,
        /** Per cents change by percentage points; they have no growth, index or sum. */
        PER_CENT,
        /** Only what happens within each year can be added up. */
        NOT_ADDABLE,
        /** A year in between is missing. */
        GAP,
        /** The sums that are compared do not begin together. */
        OTHER_START,
        /** The other indicator was not chosen. */
        NO_OTHER,
        /** It would be divided by itself. */
        OTHER_SELF,
        /** The other indicator has no value for the year. */
        OTHER_MISSING,
        /** The units measure different things. */
        UNITS,
        /** One is in constant prices, the other in current ones. */
        PRICES,
        /** The periods differ, so one is no part of the other. */
        PERIODS,
        /** What it is divided by may be zero. */
        ZERO_DIVISOR,
        /** More than the whole of which it is a part. */
        OVER_WHOLE,
        /** No target or promise speaks of the year. */
        NO_TARGET,
        /** Fewer than two regions have a value. */
        FEW_REGIONS
    }

    /** What must be said with a result. */
    enum Hedge {
        /** Computed across a change of definition because somebody asked for it. */
        ACROSS_BREAK,
        /** Growth of a level in current prices, which is not the published growth in constant prices. */
        CURRENT_PRICES,
        /** The catalogue does not know the one to be a part of the other. */
        NOT_KNOWN_PART,
        /** The two speak of different periods of the year. */
        OTHER_PERIOD,
        /** Some of the regions have no value. */
        SOME_REGIONS
    }

    /** Where a result lies against what is neutral: no change, 100, the target. */
    enum Trend {
        NONE, UP, DOWN,
        /** Above, if the printed values are right to the last digit; not proven. */
        MAYBE_UP,
        /** Below, if the printed values are right to the last digit; not proven. */
        MAYBE_DOWN,
        /** Equal as printed; not proven. */
        MAYBE_EQUAL,
        /** Equal. */
        EQUAL;

        /** Whether it is certain. */
        public boolean isCertain() {
            return this == UP || this == DOWN || this == EQUAL;
        }

        static Trend of(BigDecimal value, Interval interval, BigDecimal neutral) {
            if (interval.certainlyAbove(neutral)) {
                return UP;
            }
            if (interval.certainlyBelow(neutral)) {
                return DOWN;
            }
            var order = value.compareTo(neutral);
            if (order == 0) {
                return interval.isPoint() ? EQUAL : MAYBE_EQUAL;
            }
            return order > 0 ? MAYBE_UP : MAYBE_DOWN;
        }
    }
}
