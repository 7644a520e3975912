package org.youju.observation.news;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.youju.observation.CellKey;

/**
 * Cells of a region have changed; published once that is committed, whatever page or program has done it.
 *
 * @param published where what everybody reads has changed
 * @param prepared  where only those notice who read drafts of the cell
 * @param by        the name of who changed them
 */
public record CellsChanged(String region, Set<CellKey> published, Set<CellKey> prepared, String by) {

    public CellsChanged {
        published = Set.copyOf(published);
        prepared = Set.copyOf(prepared);
    }

    /** The cells that look otherwise now to somebody who reads drafts of some cells. */
    public Set<CellKey> seenBy(Predicate<CellKey> reads) {
        var seen = new HashSet<>(published);
        prepared.stream().filter(reads).forEach(seen::add);
        return seen;
    }
}
