package org.youju.observation;

/**
 * Something of a cell was written; published within the transaction that writes it.
 *
 * @param published whether everybody notices, not only those who read drafts of the cell
 */
public record CellWritten(CellKey cell, boolean published) {
}
