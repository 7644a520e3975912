package org.youju.base.grid;

/**
 * The cell that a person is in. Comes from a browser: treat it as input.
 *
 * @param row    id of the row; empty where there is none
 * @param period what the cell is beside the row
 * @param column key of the column
 * @param typed  what is typed there and not kept, empty for nothing
 * @param state  {@code PENDING}, {@code REFUSED}, {@code OVERTAKEN} or empty
 * @param words  why it is not kept
 */
public record GridPlace(String row, String period, String column, String typed, String state, String words) {
}
