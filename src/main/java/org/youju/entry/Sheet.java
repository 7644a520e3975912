package org.youju.entry;

import java.util.List;

/**
 * Indicators by years of one region, as whoever reads it may see it.
 *
 * @param rows by theme and then by code
 */
public record Sheet(SheetQuery query, List<SheetRow> rows) {

    public Sheet {
        rows = List.copyOf(rows);
    }
}
