package org.youju.extraction.review;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.Candidate;
import org.youju.figure.Period;

/**
 * A candidate to be kept; components as in {@link ReviewCandidate}.
 *
 * @param read  what its words were read as; null where they were not, and a person says what they mean
 * @param added whether a person selected it in the text
 */
record Found(int number, int start, int end, String span, String clause, Terms terms, @Nullable AsRead read,
        double confidence, Set<Candidate.Reason> reasons, @Nullable Period suggestion, @Nullable Integer belongsTo,
        boolean added) {

    Found withNumber(int other) {
        return new Found(other, start, end, span, clause, terms, read, confidence, reasons, suggestion, belongsTo,
                added);
    }
}
