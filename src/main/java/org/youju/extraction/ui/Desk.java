package org.youju.extraction.ui;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.youju.extraction.review.CandidateState;
import org.youju.extraction.review.ReviewCandidate;
import org.youju.extraction.review.Terms;
import org.youju.observation.State;

/** The candidates on one desk in the order of the text, and what this person has decided here, latest last. */
final class Desk {

    /** Which candidates a list shows. */
    enum Filter {
        ALL, OPEN, ACCEPTED, RETURNED, REJECTED, DUPLICATE;

        /** Whether it is offered only where it shows something. */
        boolean isRare() {
            return this == RETURNED || this == DUPLICATE;
        }

        boolean shows(ReviewCandidate candidate) {
            return switch (this) {
                case ALL -> true;
                case OPEN -> candidate.state() == CandidateState.PROPOSED;
                case ACCEPTED -> candidate.state() == CandidateState.ACCEPTED;
                case RETURNED -> candidate.draftState() == State.RETURNED;
                case REJECTED -> candidate.state() == CandidateState.REJECTED;
                case DUPLICATE -> candidate.state() == CandidateState.DUPLICATE;
            };
        }
    }

    /** Something that this person did here and can take back. */
    sealed interface Deed {

        /** Candidates that were decided in one go. */
        record Decided(List<Long> ids) implements Deed {
        }

        /** Terms that were kept in the place of others. */
        record Mended(long id, Terms before, Terms after) implements Deed {
        }
    }

    private static final Comparator<ReviewCandidate> BY_PLACE = Comparator.comparingInt(ReviewCandidate::start)
            .thenComparingInt(ReviewCandidate::number);

    private final Map<Long, ReviewCandidate> candidates = new HashMap<>();
    private final Deque<Deed> mine = new ArrayDeque<>();

    Desk(Collection<ReviewCandidate> read) {
        read.forEach(this::put);
    }

    /**
     * Takes a candidate as it was read; a reading that comes late does not undo a later one.
     *
     * @return whether it is news: neither known here nor older than what is
     */
    boolean put(ReviewCandidate candidate) {
        var known = candidates.get(candidate.id());
        if (known != null && (known.equals(candidate) || known.version() > candidate.version())) {
            return false;
        }
        candidates.put(candidate.id(), candidate);
        return true;
    }

    Optional<ReviewCandidate> find(long id) {
        return Optional.ofNullable(candidates.get(id));
    }

    Optional<ReviewCandidate> numbered(int number) {
        return candidates.values().stream().filter(c -> c.number() == number).findFirst();
    }

    List<ReviewCandidate> shown(Filter filter) {
        return candidates.values().stream().filter(filter::shows).sorted(BY_PLACE).toList();
    }

    long count(Filter filter) {
        return candidates.values().stream().filter(filter::shows).count();
    }

    int size() {
        return candidates.size();
    }

    long decided() {
        return size() - count(Filter.OPEN);
    }

    /** Accepted candidates whose drafts are not handed over yet. */
    List<ReviewCandidate> drafts() {
        return shown(Filter.ACCEPTED).stream().filter(c -> c.draftState() == State.DRAFT).toList();
    }

    /** The next of those that a filter shows after a place in the text, or before it; round at the ends. */
    Optional<ReviewCandidate> step(ReviewCandidate from, int by, Filter filter) {
        var shown = shown(filter);
        return by > 0 ? around(shown, c -> BY_PLACE.compare(c, from) > 0)
                : around(shown.reversed(), c -> BY_PLACE.compare(c, from) < 0);
    }

    private static Optional<ReviewCandidate> around(List<ReviewCandidate> shown, Predicate<ReviewCandidate> beyond) {
        return shown.stream().filter(beyond).findFirst().or(() -> shown.stream().findFirst());
    }

    /** Notes what this person decided in one go. */
    void decided(List<Long> ids) {
        if (!ids.isEmpty()) {
            mine.addLast(new Deed.Decided(List.copyOf(ids)));
        }
    }

    /** Notes that this person gave a candidate other terms. */
    void mended(ReviewCandidate before, ReviewCandidate after) {
        if (!before.terms().equals(after.terms())) {
            mine.addLast(new Deed.Mended(after.id(), before.terms(), after.terms()));
        }
    }

    /** What this person did last and still stands, to be taken back; forgotten from here on. */
    Optional<Deed> takeBack() {
        while (!mine.isEmpty()) {
            var standing = standing(mine.removeLast());
            if (standing.isPresent()) {
                return standing;
            }
        }
        return Optional.empty();
    }

    /** What is left of a deed: what others have changed since is theirs. */
    private Optional<Deed> standing(Deed deed) {
        return switch (deed) {
            case Deed.Decided decided -> {
                var ids = decided.ids().stream()
                        .filter(id -> find(id).filter(c -> c.state().isDecided()).isPresent()).toList();
                yield ids.isEmpty() ? Optional.empty() : Optional.of(new Deed.Decided(ids));
            }
            case Deed.Mended mended -> find(mended.id())
                    .filter(c -> c.isOpen() && c.terms().equals(mended.after())).map(c -> mended);
        };
    }
}
