package org.youju.base.grid;

import org.jspecify.annotations.Nullable;

/**
 * A cell as it is drawn.
 *
 * @param column   index of its first column
 * @param span     over how many columns it reaches
 * @param period   what is written here, beside the row
 * @param look     how it is drawn
 * @param version  what whoever writes says they saw; 0 where nothing can be overwritten
 * @param before   words before the number
 * @param number   null for an empty cell
 * @param after    words after the number
 * @param spoken   the figure as it is read aloud, null where it is what is drawn and the row's unit
 * @param label    words that stand beside the number, such as the years that it speaks of; null for none
 * @param raw      what is to be edited, null where there is nothing
 * @param sources  how many sources it has, if several; else 0
 * @param others   how many figures of other periods stand beside it in its column
 * @param sourceless whether it owes its source
 * @param remark   whether there is a remark about it
 * @param locked   whether it can't be written
 * @param finding  what speaks against it, null for nothing
 * @param ruled    whether a person chose what is shown among several sources
 * @param departs  whether it says something else than the words that it quotes
 */
public record GridCell(int column, int span, String period, Look look, long version, String before,
        @Nullable String number, String after, @Nullable String spoken, @Nullable String label, @Nullable String raw, int sources,
        int others, boolean sourceless, boolean remark, boolean locked, @Nullable Finding finding, boolean ruled, boolean departs) {

    /** How much it weighs what speaks against a cell: each by a sign of its own, and spoken as {@code grid.finding-…}. */
    public enum Finding {
        HIGH, MEDIUM, LOW
    }

    /** How a cell is drawn: each by a sign of its own, and spoken as {@code grid.look.…}. */
    public enum Look {
        EMPTY, MISSING, IMPLIED, APPROVED, DRAFT, SUBMITTED, RETURNED
    }
}
