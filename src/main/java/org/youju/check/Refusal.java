package org.youju.check;

import java.util.List;
import org.youju.figure.Period;
import org.youju.observation.Observation;

/**
 * A figure that does not follow from what sources state, though a reader may expect it to.
 *
 * @param inputs the statements that it would follow from: a level or part, then the growth or share
 */
public record Refusal(String indicator, String region, Period period, Why why, List<Observation> inputs) {

    /** Why it does not follow. */
    public enum Why {
        /** The growth is in constant prices (不变价), the level in current ones. */
        CONSTANT_PRICES,
        /** The definition (口径) changed between the two periods. */
        BREAK,
        /** What is stated allows a divisor of zero, or would give a part that is larger than its whole. */
        IMPOSSIBLE
    }

    public Refusal {
        inputs = List.copyOf(inputs);
    }

    /** Why, as a sentence with the figures. */
    public Explanation reason() {
        var level = inputs.getFirst();
        var rate = inputs.getLast();
        return Explanation.of("check.refused." + why, period, rate.period(), rate.figure(), level.figure());
    }
}
