package org.youju.extraction.review;

import java.util.List;
import java.util.stream.Stream;
import org.youju.observation.State;
import org.youju.reply.Reply;
import org.youju.reply.ReplyText;

/**
 * What is under review.
 *
 * @param text       the frozen text that the candidates were read from
 * @param candidates in the order of the text
 * @param earlier    those that were accepted in an older text of the reply, whose words this one does not have, and
 *                   whose drafts nobody has handed over yet or somebody has returned
 */
public record Review(Reply reply, ReplyText text, List<ReviewCandidate> candidates, List<ReviewCandidate> earlier) {

    public Review {
        candidates = List.copyOf(candidates);
        earlier = List.copyOf(earlier);
    }

    /** The candidates whose drafts are handed over together, those of older texts first. */
    public List<ReviewCandidate> drafts() {
        return Stream.concat(earlier.stream(), candidates.stream())
                .filter(it -> it.state() == CandidateState.ACCEPTED && it.draftState() == State.DRAFT).toList();
    }
}
