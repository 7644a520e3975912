package org.youju.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.youju.observation.Observation;

/**
 * 人工改判: what a person decided of a promise in the place of what the rules say, for a time. It belongs to one row of
 * the promise; once the promise is changed, the rules speak again. A row is never changed but for being closed.
 *
 * @param promise     number of the row of the promise
 * @param verdict     what is decided
 * @param reason      why; never blank
 * @param until       the last day on which it holds
 * @param by          user name of who decided it
 * @param endedBy     user name of who ended it before its time, null where nobody did
 * @param endedReason why, null where another took its place or nobody ended it
 * @param recordedTo  {@link Observation#OPEN_END} until it is ended or another takes its place
 */
public record VerdictOverride(long id, long promise, Verdict.Kind verdict, String reason, LocalDate until, String by,
        @Nullable String endedBy, @Nullable String endedReason, Instant recordedFrom, Instant recordedTo) {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Whether nobody has ended it; it may have expired all the same. */
    public boolean isOpen() {
        return recordedTo.equals(Observation.OPEN_END);
    }

    /** Whether it speaks of what was known on a day: not before it was decided, and not after its last day. */
    public boolean speaksOn(LocalDate day) {
        return !day.isAfter(until) && !day.isBefore(LocalDate.ofInstant(recordedFrom, SHANGHAI));
    }
}
