package org.youju.extraction.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was decided in older versions of a text, beside what is found in a new one.
 *
 * @param moved where the new text has the words of a candidate of an older one, by the number of that candidate
 * @param fresh what nobody has decided about yet
 */
record CarryOver(Map<Long, Found> moved, List<Found> fresh) {

    /**
     * Finds the same words in the same clause.
     *
     * @param older candidates of older versions
     * @param added the numbers of those that a person selected, which move even where nobody has decided
     */
    static CarryOver of(Collection<ReviewCandidate> older, Set<Long> added, List<Found> found, String text) {
        var fresh = new ArrayList<>(found);
        var moved = new HashMap<Long, Found>();
        var number = found.size();
        for (var old : older) {
            if (old.decidedBy() == null && !added.contains(old.id())) {
                continue;
            }
            var same = fresh.stream()
                    .filter(it -> it.span().equals(old.span()) && it.clause().equals(old.clause()))
                    .findFirst();
            var place = same.or(() -> place(old, text));
            same.ifPresent(fresh::remove);
            if (place.isPresent()) {
                moved.put(old.id(), same.isPresent() ? place.get() : place.get().withNumber(++number));
            }
        }
        return new CarryOver(moved, fresh);
    }

    /** Where a text has the clause of a candidate that the reading does not find there. */
    private static Optional<Found> place(ReviewCandidate old, String text) {
        var clause = text.indexOf(old.clause());
        var span = old.clause().indexOf(old.span());
        if (clause < 0 || span < 0) {
            return Optional.empty();
        }
        var start = clause + span;
        return Optional.of(new Found(0, start, start + old.span().length(), old.span(), old.clause(), old.terms(),
                old.read(), old.confidence(), old.reasons(), old.suggestion(), null, true));
    }
}
