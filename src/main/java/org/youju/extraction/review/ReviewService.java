package org.youju.extraction.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.youju.indicator.Indicator;

/**
 * Keeps the figures that were read from replies and what people decide about each. Whoever changes a candidate says
 * which version they saw; of two people who decide at once, one is told what the other has decided.
 */
@Service
public class ReviewService {

    /** How many of a reply's candidates are decided. */
    public record Progress(int open, int decided) {
    }

    /** Reads the newest text of a reply and keeps its candidates, once; from then on, those that are there. */
    public List<ReviewCandidate> begin(long replyId) {
        throw new UnsupportedOperationException();
    }

    /** The candidates of a reply beside its text; empty where nobody has begun. */
    public Optional<Review> review(long replyId) {
        throw new UnsupportedOperationException();
    }

    /** How far the review of some replies is, by the number of the reply; one that nobody has begun is left out. */
    public Map<Long, Progress> progress(Collection<Long> replyIds) {
        throw new UnsupportedOperationException();
    }

    /** The indicators that a candidate may be a figure of, best first, at most eight. */
    public List<IndicatorGuess> guesses(long candidateId) {
        throw new UnsupportedOperationException();
    }

    /** An indicator for a candidate that none fits: prefilled, not stored. */
    public Indicator newIndicator(long candidateId) {
        throw new UnsupportedOperationException();
    }

    /** What accepting a candidate on these terms would record, and what is stored of the same cell. */
    public Preview preview(long candidateId, Terms terms) {
        throw new UnsupportedOperationException();
    }

    /** Keeps mended terms without deciding. */
    public ReviewCandidate amend(long id, int version, Terms terms) {
        throw new UnsupportedOperationException();
    }

    /** Records a statement or a promise as a draft, with its citation. */
    public ReviewCandidate accept(long id, int version, Terms terms) {
        throw new UnsupportedOperationException();
    }

    /** Decides that it is no figure to be kept. */
    public ReviewCandidate reject(long id, int version, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Decides that another candidate says the same. */
    public ReviewCandidate merge(long id, int version, long into) {
        throw new UnsupportedOperationException();
    }

    /** Takes a decision back, and with it the draft that it made. */
    public ReviewCandidate undo(long id, int version) {
        throw new UnsupportedOperationException();
    }

    /** Accepts every open candidate of at least that confidence that needs no look. */
    public Batch acceptAbove(long replyId, double confidence) {
        throw new UnsupportedOperationException();
    }

    /** Adds a figure that the reading missed, selected in the text by a person. */
    public ReviewCandidate add(long replyId, int start, int end) {
        throw new UnsupportedOperationException();
    }

    /**
     * Hands all drafts that were made here over for approval, together.
     *
     * @return how many
     */
    public int submit(long replyId) {
        throw new UnsupportedOperationException();
    }
}
