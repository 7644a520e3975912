package org.youju.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.youju.figure.Figure;
import org.youju.figure.Period;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Direction;
import org.youju.observation.Observation;
import org.youju.observation.Recorded;
import org.youju.observation.State;
import org.youju.reply.Citation;
import org.youju.reply.Reply;

/**
 * A promise or target that a sentence makes. A row is never changed: a change of the promise closes its recorded time
 * and opens a new row under the same code.
 *
 * @param id         number of the row
 * @param code       what people call it, such as C001; the same through all changes
 * @param reply      the document that makes it
 * @param citation   the span that makes it
 * @param indicator  code of what it is measured by
 * @param region     code
 * @param target     in the indicator's unit
 * @param from       first year of the window
 * @param to         last year of the window, null where no end is printed
 * @param endsOn     last day of a window that ends within its last year, null where it ends with the year
 * @param base       what the way to a level is measured from, null for what the series states of the year before
 * @param department code of the department that answers for it, null where it is not known
 * @param reason     why it replaces the row before it, or why it was returned, or null
 * @param recordedTo {@link Observation#OPEN_END} for the current row
 */
public record Commitment(long id, String code, Reply reply, Citation citation, String indicator, String region,
        CommitmentKind kind, Figure target, int from, @Nullable Integer to, @Nullable LocalDate endsOn,
        @Nullable Base base, @Nullable String department, State state, @Nullable String reason, String recordedBy, Instant recordedFrom, Instant recordedTo)
        implements Recorded {

    /** A promise of whole years whose base nobody has set. */
    public Commitment(long id, String code, Reply reply, Citation citation, String indicator, String region,
            CommitmentKind kind, Figure target, int from, @Nullable Integer to, @Nullable String department, State state,
            @Nullable String reason, String recordedBy, Instant recordedFrom, Instant recordedTo) {
        this(id, code, reply, citation, indicator, region, kind, target, from, to, null, null, department, state, reason,
                recordedBy, recordedFrom, recordedTo);
    }

    @Override
    public String stated() {
        return target.printed();
    }

    @Override
    public List<Object> names() {
        return List.of(code);
    }

    @Override
    public List<Object> called(Catalogue catalogue) {
        return List.of(code);
    }

    /** The day from which it is known, null where its document has no date. */
    public @Nullable LocalDate publishedOn() {
        return reply.knownOn();
    }

    /** Whether the window has not ended on a day, or has no end. */
    public boolean isOpen(LocalDate today) {
        var last = lastDay();
        return last == null || !today.isAfter(last);
    }

    /** The last day of the window, null where no end is printed. */
    public @Nullable LocalDate lastDay() {
        return endsOn != null ? endsOn : to == null ? null : LocalDate.of(to, 12, 31);
    }

    /** The time that it speaks of, to the last day: 2024, 2018–2023, 2018年起, 2021–2025年6月30日. */
    public Period window() {
        var first = new Period.Year(from);
        if (endsOn != null) {
            return new Period.Span(first, new Period.AsOf(endsOn));
        }
        return to == null ? new Period.Since(first) : to == from ? first : new Period.Span(first, new Period.Year(to));
    }

    /** The year that the way to a level is measured from. */
    public int baseYear() {
        return base == null ? from - 1 : base.year();
    }

    /** Whether it speaks of what its years come to together, and so of what adds its indicator up; one of a single year does not. */
    public boolean addsUp() {
        return (to == null || to > from)
                && (kind == CommitmentKind.FLOOR_PER_PERIOD || kind == CommitmentKind.CUMULATIVE_BY);
    }

    /** Whether it is kept by staying at or below its threshold. */
    public boolean isCeiling(Direction direction) {
        return kind.isCeiling(direction);
    }
}
