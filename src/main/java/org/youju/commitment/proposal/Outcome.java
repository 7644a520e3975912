package org.youju.commitment.proposal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.youju.commitment.Judged;
import org.youju.commitment.Verdict;
import org.youju.observation.Observation;
import org.youju.reply.FiledProposal;
import org.youju.reply.Reply;

/**
 * What has become of a proposal.
 *
 * @param answers the documents that answer it, the latest first; empty where none is recorded
 */
public record Outcome(FiledProposal proposal, List<Answer> answers) {

    /**
     * A document that answers a proposal.
     *
     * @param promises what it promises, in the order of its text
     */
    public record Answer(Reply reply, List<Kept> promises) {

        public Answer {
            promises = List.copyOf(promises);
        }
    }

    /**
     * A promise and what is known of its indicator.
     *
     * @param latest what represents the latest period of its indicator, or of one that adds it up; null where nothing
     *               is stated, or was not asked for
     */
    public record Kept(Judged judged, @Nullable Observation latest) {

        /** Whether it reaches in total what it should, while not every part of it can be shown to. */
        public boolean isMetOnTotal() {
            return judged.kind() == Verdict.Kind.MET_ON_TOTAL;
        }

        /** Whether it still has to be kept: everything but what is met, by each part or in total. */
        public boolean isUnfulfilled() {
            var kind = judged.kind();
            return kind != Verdict.Kind.MET && kind != Verdict.Kind.MET_ON_TOTAL;
        }
    }

    public Outcome {
        answers = List.copyOf(answers);
    }

    /** The promises of all its answers, in their order. */
    public List<Kept> promises() {
        return answers.stream().flatMap(it -> it.promises().stream()).toList();
    }

    /** Whether the next year takes it up again: it is not solved, and a promise made for it still has to be kept. */
    public boolean isCarriedOver() {
        return proposal.category().filter(it -> it.isCarriedOver()).isPresent()
                && promises().stream().anyMatch(Kept::isUnfulfilled);
    }
}
