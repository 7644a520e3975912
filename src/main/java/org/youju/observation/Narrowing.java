package org.youju.observation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the rows in preparation are wanted; what is null narrows nothing.
 *
 * @param indicators codes, null for all
 * @param department code of the department that answers for them
 * @param period     code of the period; a promise has none
 * @param reply      number of the document that states them
 */
public record Narrowing(@Nullable Set<String> indicators, @Nullable String department, @Nullable String period,
        @Nullable Long reply) {

    /** All of them. */
    public static final Narrowing NONE = new Narrowing(null, null, null, null);

    /** Whether a promise is wanted. */
    public boolean takes(Recorded promise, long ofReply) {
        return period == null && (indicators == null || indicators.contains(promise.indicator()))
                && (department == null || department.equals(promise.department()))
                && (reply == null || reply == ofReply);
    }
}
