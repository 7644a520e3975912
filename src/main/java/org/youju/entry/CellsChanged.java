package org.youju.entry;

import java.util.Set;
import org.youju.observation.CellKey;

/**
 * Cells of a sheet have changed; published once that is committed.
 *
 * @param by the name of who changed them
 */
public record CellsChanged(String region, Set<CellKey> cells, String by) {

    public CellsChanged {
        cells = Set.copyOf(cells);
    }
}
