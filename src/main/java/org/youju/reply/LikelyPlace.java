package org.youju.reply;

/**
 * Where a citation that was lost may stand in a newer text: units {@code [start, end)}.
 *
 * @param likeness how much of the quotation and of the words around it stands there too, from 0 to 1
 */
public record LikelyPlace(int start, int end, double likeness) {
}
