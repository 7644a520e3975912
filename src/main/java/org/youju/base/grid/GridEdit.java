package org.youju.base.grid;

import org.jspecify.annotations.Nullable;

/**
 * What a person has typed into a cell. Comes from a browser: treat it as input.
 *
 * @param row      id of the row, or the words of a pasted heading
 * @param period   what the cell is beside the row, or the words of a pasted heading
 * @param text     as typed; blank to empty the cell
 * @param seen     version of the cell that the person saw
 * @param restores version that an undo brings back, or null
 */
public record GridEdit(String row, String period, String text, long seen, @Nullable Long restores) {
}
