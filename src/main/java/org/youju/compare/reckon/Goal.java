package org.youju.compare.reckon;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator of a region is to reach.
 *
 * @param code     of the promise
 * @param printed  the target as its source prints it
 * @param value    what the actual is held against, in the indicator's unit
 * @param ceiling  whether the actual must stay at or below it
 * @param from     first year that it speaks of
 * @param to       last year that it speaks of, null where none is printed
 * @param reply    number of the document that makes it
 * @param citation number of the span that makes it
 */
public record Goal(String code, String printed, BigDecimal value, boolean ceiling, int from, @Nullable Integer to,
        long reply, long citation) {

    /** Whether it speaks of a year. */
    public boolean holdsIn(int year) {
        return year >= from && (to == null || year <= to);
    }
}
