package org.youju.extraction.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.youju.commitment.CommitmentKind;
import org.youju.extraction.Candidate;
import org.youju.extraction.FigureKind;
import org.youju.extraction.match.Stated;
import org.youju.figure.Period;
import org.youju.figure.Qualifier;
import org.youju.indicator.Indicator;

/** Guesses what a candidate promises, for a person to check. */
final class Promises {

    private record Window(int from, @Nullable Integer to) {
    }

    private Promises() {
    }

    /**
     * What a candidate promises; null where it promises nothing or its window is not known.
     *
     * @param indicator what it is measured by, null where that is not known
     * @param issuedOn  the date of the document, or null
     */
    static @Nullable Promise of(Candidate candidate, @Nullable Indicator indicator, @Nullable LocalDate issuedOn) {
        if (candidate.kind() != FigureKind.COMMITMENT) {
            return null;
        }
        var window = window(candidate.period(), issuedOn);
        if (window == null && candidate.suggestion() != null) {
            window = window(candidate.suggestion(), issuedOn);
        }
        return window == null ? null : new Promise(kind(candidate, indicator, window), window.from(), window.to(), null);
    }

    private static CommitmentKind kind(Candidate candidate, @Nullable Indicator indicator, Window window) {
        var qualifier = candidate.qualifier();
        if (qualifier == Qualifier.AT_MOST || qualifier == Qualifier.LESS_THAN) {
            return CommitmentKind.CEILING;
        }
        if (Stated.isYearly(candidate)) {
            return CommitmentKind.FLOOR_PER_PERIOD;
        }
        if (indicator == null) {
            return candidate.unit().equals("%") ? CommitmentKind.LEVEL_BY : CommitmentKind.MILESTONE;
        }
        return switch (indicator.nature()) {
            case RATE -> indicator.growthOf() != null ? CommitmentKind.GROWTH_ABOUT : CommitmentKind.LEVEL_BY;
            case STOCK, SHARE, RATIO, STANDARD -> CommitmentKind.LEVEL_BY;
            case CUMULATIVE -> CommitmentKind.CUMULATIVE_BY;
            case FLOW -> Integer.valueOf(window.from()).equals(window.to()) ? CommitmentKind.FLOOR_PER_PERIOD
                    : CommitmentKind.CUMULATIVE_BY;
        };
    }

    private static @Nullable Window window(Period period, @Nullable LocalDate issuedOn) {
        var start = period.start();
        var end = period.end();
        if (start == null && end == null) {
            return null;
        }
        if (start == null) {
            var from = issuedOn == null ? end.getYear() : Math.min(issuedOn.getYear(), end.getYear());
            return new Window(from, end.getYear());
        }
        return new Window(start.getYear(), end == null ? null : Integer.valueOf(end.getYear()));
    }
}
