package org.youju.compare.reckon;

import org.jspecify.annotations.Nullable;

/**
 * How lines are transformed.
 *
 * @param from         first year that results are wanted for
 * @param to           last year that results are wanted for
 * @param base         the year that an index or an average rate starts from; null for {@code from}
 * @param other        code of the indicator that a share or a ratio is reckoned by; null where none was chosen
 * @param acrossBreaks whether to compute across changes of definition, and say so
 */
public record Setting(Transform transform, int from, int to, @Nullable Integer base, @Nullable String other,
        boolean acrossBreaks) {

    public Setting {
        if (from > to) {
            throw new IllegalArgumentException(from + " > " + to);
        }
    }

    int baseYear() {
        return base == null ? from : base;
    }
}
