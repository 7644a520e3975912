package org.youju.base.grid;

/**
 * Somebody else and the cell that they are in.
 *
 * @param initials one or two characters
 * @param tone     0 to 2, told apart by colour; the initials tell it too
 */
public record GridOther(String row, String period, String initials, String name, int tone) {
}
