package org.youju.observation.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a figure was computed, ready to be shown; all words are in the language of the page.
 *
 * @param result   the figure in words: ≈262.7亿元
 * @param formula  such as 310÷1.18
 * @param interval where the true value lies, or null where that is not known
 * @param inputs   what the formula takes, in its order
 */
public record Calculation(String result, String formula, @Nullable String interval, List<Input> inputs) {

    /**
     * One number of the formula.
     *
     * @param name what it is, such as the name of an indicator with the period
     */
    public record Input(String name, Evidence evidence) {
    }

    public Calculation {
        inputs = List.copyOf(inputs);
    }
}
