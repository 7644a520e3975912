package org.youju.base.grid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of cells, or the heading of a group of rows.
 *
 * @param id     unique among rows, and among groups
 * @param unit   null for the heading of a group
 * @param cells  from left to right; empty for the heading of a group
 * @param breaks indices of the columns before which the row breaks
 */
public record GridRow(String id, String name, @Nullable String unit, List<GridCell> cells, List<Integer> breaks) {

    public GridRow {
        cells = List.copyOf(cells);
        breaks = List.copyOf(breaks);
    }

    /** The heading of a group. */
    public static GridRow group(String id, String name) {
        return new GridRow(id, name, null, List.of(), List.of());
    }

    public boolean isGroup() {
        return unit == null;
    }
}
