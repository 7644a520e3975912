package org.youju.compare.reckon;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.youju.commitment.TargetLine;
import org.youju.figure.Figure;

/**
 * What an indicator of a region is to reach.
 *
 * @param code     of the promise
 * @param target   as its source prints it
 * @param value    what the actual is held against, in the indicator's unit
 * @param ceiling  whether the actual must stay at or below it
 * @param from     first year that it speaks of
 * @param to       last year that it speaks of, null where none is printed
 * @param ofYear   whether the value of a year may be held against it; not where it is a total over the window
 * @param line     where a picture draws it
 * @param reply    number of the document that makes it
 * @param citation number of the span that makes it
 * @param isPublic whether that document is
 */
public record Goal(String code, Figure target, BigDecimal value, boolean ceiling, int from, @Nullable Integer to,
        boolean ofYear, TargetLine line, long reply, long citation, boolean isPublic) {

    /** Whether the value of a year is held against it. */
    public boolean holdsIn(int year) {
        return ofYear && year >= from && (to == null || year <= to);
    }
}
