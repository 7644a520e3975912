package org.youju.extraction.review;

import java.time.Instant;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.Candidate;
import org.youju.figure.Period;
import org.youju.observation.State;

/**
 * A candidate that is kept, with what has been decided about it. Positions index the frozen text that it was read from,
 * in UTF-16 units.
 *
 * @param id             number of the row
 * @param number         its place in the text, from 1; one that a person added comes after all that were read
 * @param start          where its span begins
 * @param end            where its span ends
 * @param span           the span as it stands
 * @param clause         the clause that states it
 * @param terms          what it is taken to say
 * @param read           what its words were read as; null where that is not known
 * @param confidence     how likely it is right in everything, 0 to 1
 * @param reasons        what speaks for and against it
 * @param suggestion     where the period is unknown, the one that a person may mean, or null
 * @param belongsTo      number of the figure that it is a change, share or part of, or null
 * @param note           why it was rejected, or accepted although it differs from its words; or null
 * @param duplicateOf    number of the candidate that says the same, or null
 * @param observationId  number of the statement that it became, as that row was first recorded, or null
 * @param commitmentCode code of the promise that it became, or null
 * @param draftState     where that statement or promise stands, null where there is none
 * @param returnReason   why it was returned, null where it was not
 * @param decidedBy      who decided last, null while nobody has
 * @param decidedAt      when, null while nobody has
 * @param version        counts its changes; whoever changes it says which one they saw
 */
public record ReviewCandidate(long id, long replyId, int number, int start, int end, String span, String clause,
        Terms terms, @Nullable AsRead read, double confidence, Set<Candidate.Reason> reasons, @Nullable Period suggestion,
        @Nullable Integer belongsTo, CandidateState state, @Nullable String note, @Nullable Integer duplicateOf,
        @Nullable Long observationId, @Nullable String commitmentCode, @Nullable State draftState,
        @Nullable String returnReason, @Nullable String decidedBy, @Nullable Instant decidedAt, int version) {

    public ReviewCandidate {
        reasons = Set.copyOf(reasons);
    }

    /** Where it stands and what it is taken to say, as the audit trail keeps it. */
    String stated() {
        var words = new StringJoiner(" ").add(state.name()).add(terms.value().toPlainString()
                + (terms.valueHi() == null ? "" : "–" + terms.valueHi().toPlainString()) + terms.multiplier()
                + terms.unit()).add(terms.qualifier().name()).add(terms.period().code()).add(terms.kind().name())
                .add(terms.region()).add(terms.indicator() == null ? "–" : terms.indicator());
        if (terms.promise() != null) {
            words.add(terms.promise().toString());
        }
        if (duplicateOf != null) {
            words.add("= " + duplicateOf);
        }
        return note == null ? words.toString() : words + " (" + note + ")";
    }

    /** Whether it waits for a decision: nobody has decided, or what it became was returned to be put right. */
    public boolean isOpen() {
        return state == CandidateState.PROPOSED || isReturned();
    }

    /** Whether what it became was returned. */
    public boolean isReturned() {
        return state == CandidateState.ACCEPTED && draftState == State.RETURNED;
    }
}
