package org.youju.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.figure.Figure;
import org.youju.figure.Interval;
import org.youju.figure.Period;
import org.youju.indicator.Catalogue;
import org.youju.reply.Citation;
import org.youju.reply.Reply;

/**
 * What one source states of one cell (SDMX OBS_VALUE with its attributes). A row is never changed: a correction closes
 * its recorded time and opens a new row.
 *
 * @param id            number of the row
 * @param indicator     code
 * @param region        code
 * @param department    code of the department that answers for its indicator, null where none is known
 * @param periodNote    why the period was read as it is, or null
 * @param reply         the source
 * @param figure        value, qualifier, interval and print, in the indicator's unit
 * @param vintage       the stage of the figure where its source names one, else null
 * @param comment       a remark for people, or null
 * @param departure     why it says something else than the words that it quotes, null where it does not
 * @param reason        why it replaces the row before it, or null
 * @param uncitedReason why no citation states it; null where one does, or where a draft still owes it
 * @param recordedTo    {@link #OPEN_END} for the current row
 * @param citations     the spans that state it
 * @param ruling        the decision that it represents its cell, as of the moment that was asked for; else null
 */
public record Observation(long id, String indicator, String region, @Nullable String department, Period period,
        @Nullable String periodNote, Reply reply, Figure figure, ObsStatus status, @Nullable Vintage vintage,
        @Nullable String comment, @Nullable String departure, State state, @Nullable String reason,
        @Nullable String uncitedReason, String recordedBy, Instant recordedFrom, Instant recordedTo,
        List<Citation> citations, @Nullable Ruling ruling)
        implements Recorded {

    /** The end of the recorded time of every current row. */
    public static final Instant OPEN_END = Instant.parse("9999-12-31T00:00:00Z");

    /** Earliest known first; undated sources come before every dated one, ties by source key. */
    public static final Comparator<Observation> BY_PUBLICATION = Comparator
            .comparing(Observation::publishedOn, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(o -> o.reply().sourceKey());

    public Observation {
        citations = List.copyOf(citations);
    }

    /** One that no ruling chose, and that says what its words say. */
    public Observation(long id, String indicator, String region, @Nullable String department, Period period,
            @Nullable String periodNote, Reply reply, Figure figure, ObsStatus status, @Nullable Vintage vintage,
            @Nullable String comment, State state, @Nullable String reason, @Nullable String uncitedReason,
            String recordedBy, Instant recordedFrom, Instant recordedTo, List<Citation> citations) {
        this(id, indicator, region, department, period, periodNote, reply, figure, status, vintage, comment, null,
                state, reason, uncitedReason, recordedBy, recordedFrom, recordedTo, citations, null);
    }

    /** The same, chosen by a ruling. */
    public Observation chosenBy(Ruling chosenBy) {
        return new Observation(id, indicator, region, department, period, periodNote, reply, figure, status, vintage,
                comment, departure, state, reason, uncitedReason, recordedBy, recordedFrom, recordedTo, citations,
                chosenBy);
    }

    public CellKey cell() {
        return new CellKey(indicator, region, period);
    }

    public Interval interval() {
        return figure.interval();
    }

    /** The day from which its source is known, null for an undated source. */
    public @Nullable LocalDate publishedOn() {
        return reply.knownOn();
    }

    /** Whether a citation states it, or a reason says why none does. */
    public boolean isSourced() {
        return !citations.isEmpty() || uncitedReason != null && !uncitedReason.isBlank();
    }

    @Override
    public void requireComplete(Catalogue catalogue) {
        if (!isSourced()) {
            throw new RuleViolation("observation.uncited", called(catalogue).toArray());
        }
    }

    @Override
    public String stated() {
        return figure.printed();
    }

    @Override
    public List<Object> names() {
        return List.of(indicator, period.code());
    }

    @Override
    public List<Object> called(Catalogue catalogue) {
        return cell().called(catalogue);
    }
}
