package org.youju.entry;

import org.jspecify.annotations.Nullable;

/**
 * What somebody has typed into a cell. All of it comes from people: nothing is taken for granted.
 *
 * @param indicator code
 * @param period    code of the period, or the words of a pasted heading: 2023年
 * @param text      as it was typed; blank to empty the cell
 * @param seen      number of the draft that was seen in the cell, 0 for none
 * @param restores  number of a row of this cell whose remarks come back with the text, or null
 * @param departure why the text says something else than the quoted words of the draft, or null
 */
public record CellEdit(String indicator, String period, String text, long seen, @Nullable Long restores,
        @Nullable String departure) {

    /** One that needs no reason, as far as whoever typed it knows. */
    public CellEdit(String indicator, String period, String text, long seen, @Nullable Long restores) {
        this(indicator, period, text, seen, restores, null);
    }
}
