package org.youju.extraction.meaning;

import org.youju.extraction.Candidate.Reason;
import org.youju.extraction.FigureKind;

/** How likely a candidate is right in everything, from what its parts rest on. */
final class Confidence {

    private Confidence() {
    }

    static double of(Spot spot) {
        var confidence = spot.kind == FigureKind.RANK ? 0.8 : 0.99;
        for (var reason : spot.reasons) {
            confidence *= weight(reason);
        }
        if (spot.kind == FigureKind.COMMITMENT && (spot.reasons.contains(Reason.PERIOD_IN_SENTENCE)
                || spot.reasons.contains(Reason.PERIOD_FROM_DOCUMENT))) {
            confidence *= 0.94;
        }
        return Math.round(confidence * 100) / 100.0;
    }

    private static double weight(Reason reason) {
        return switch (reason) {
            case PERIOD_IN_CLAUSE, PERIOD_IN_TABLE, KIND_STATED, PART -> 1;
            case PERIOD_IN_SENTENCE -> 0.95;
            case PERIOD_CARRIED -> 0.85;
            case PERIOD_IN_HEADING -> 0.8;
            case PERIOD_OF_LINKED -> 0.9;
            case PERIOD_UNKNOWN -> 0.7;
            case PERIOD_VAGUE -> 0.75;
            case PERIOD_FROM_DOCUMENT -> 0.95;
            case KIND_BY_UNIT -> 0.9;
            case KIND_CARRIED -> 0.85;
            case IN_CHARACTERS -> 0.95;
            case VAGUE_NUMBER -> 0.8;
            case CONTRADICTORY_LIMITS -> 0.7;
            case LIMIT_APART -> 0.95;
            case UNIT_SHARED -> 0.95;
            case FORMER_VALUE -> 0.9;
            case RATIO -> 0.6;
        };
    }
}
