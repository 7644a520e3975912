package org.youju.observation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.youju.figure.Figure;
import org.youju.figure.Period;

/**
 * A statement to be recorded; components as in {@link Observation}.
 *
 * @param replyId     its source
 * @param citationIds the spans that state it; empty only with an {@code uncitedReason}, or while it is not yet submitted
 */
public record NewObservation(String indicator, String region, Period period, @Nullable String periodNote, long replyId,
        Figure figure, ObsStatus status, @Nullable Vintage vintage, @Nullable String comment,
        @Nullable String departure, @Nullable String uncitedReason, List<Long> citationIds) {

    public NewObservation {
        citationIds = List.copyOf(citationIds);
    }

    /** One that says what its words say. */
    public NewObservation(String indicator, String region, Period period, @Nullable String periodNote, long replyId,
            Figure figure, ObsStatus status, @Nullable Vintage vintage, @Nullable String comment,
            @Nullable String uncitedReason, List<Long> citationIds) {
        this(indicator, region, period, periodNote, replyId, figure, status, vintage, comment, null, uncitedReason,
                citationIds);
    }

    /** The cell that it is of. */
    public CellKey cell() {
        return new CellKey(indicator, region, period);
    }

    SourceKey key() {
        return new SourceKey(cell(), replyId);
    }

    /** What has at most one current approved row: a cell as one source states it. */
    record SourceKey(CellKey cell, long replyId) {
    }
}
