package org.youju.entry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.check.Derivation;
import org.youju.check.rule.Importance;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;
import org.youju.observation.State;

/**
 * A cell of the sheet.
 *
 * @param key      what is written here; its period is the column's year, or the one that is stated in that year
 * @param column   the year of its last column
 * @param span     over how many columns it reaches, from there to the left
 * @param approved the statement that represents it to everybody, or null
 * @param sources  how many approved statements it has
 * @param draft    the newest row in preparation, which is shown in its place, or null
 * @param implied  what follows for it from other statements, only where nothing is stated; or null
 * @param missing  whether a figure is due and none is there
 * @param commented whether people have written about it
 * @param others   those of other periods that end in the same column and are seen beside it; they have no others
 * @param finding  how much the weightiest finding weighs that nobody has explained, or null
 * @param within   whether it lies within the regions and departments that whoever reads it answers for
 */
public record SheetCell(CellKey key, int column, int span, @Nullable Observation approved, int sources,
        @Nullable Observation draft, @Nullable Derivation implied, boolean missing, boolean commented,
        List<SheetCell> others, @Nullable Importance finding, boolean within) {

    /** How a cell is drawn. */
    public enum Look {
        EMPTY, MISSING, IMPLIED, APPROVED, DRAFT, SUBMITTED, RETURNED
    }

    public SheetCell {
        others = List.copyOf(others);
    }

    SheetCell asCommented() {
        return new SheetCell(key, column, span, approved, sources, draft, implied, missing, true, others, finding, within);
    }

    /** The same with what is found at it. */
    SheetCell found(@Nullable Importance weightiest) {
        return new SheetCell(key, column, span, approved, sources, draft, implied, missing, commented, others,
                weightiest, within);
    }

    /** The same for somebody who answers for it, or who doesn't. */
    SheetCell within(boolean answers) {
        return new SheetCell(key, column, span, approved, sources, draft, implied, missing, commented, others, finding,
                answers);
    }

    /** All that is in this column: this one and those beside it. */
    public Stream<SheetCell> all() {
        return Stream.concat(Stream.of(this), others.stream());
    }

    /** What is shown: the row in preparation, or the approved one. */
    public Optional<Observation> shown() {
        return Optional.ofNullable(draft != null ? draft : approved);
    }

    /** Number of the draft that is seen here, 0 for none: what whoever writes the cell says they saw. */
    public long seen() {
        return draft == null ? 0 : draft.id();
    }

    public Look look() {
        if (draft != null) {
            return switch (draft.state()) {
                case SUBMITTED -> Look.SUBMITTED;
                case RETURNED -> Look.RETURNED;
                case DRAFT, APPROVED -> Look.DRAFT;
            };
        }
        return approved != null ? Look.APPROVED : implied != null ? Look.IMPLIED : missing ? Look.MISSING : Look.EMPTY;
    }

    /** Whether somebody who may edit drafts can write here. */
    public boolean isOpen() {
        return within && (draft != null ? draft.state() != State.SUBMITTED : approved == null);
    }

    /** Whether something is left to do in this column: a figure is due, was returned, or waits to be submitted. */
    public boolean isToDo() {
        return within && all().map(SheetCell::look).anyMatch(look -> switch (look) {
            case MISSING, DRAFT, RETURNED -> true;
            case EMPTY, IMPLIED, APPROVED, SUBMITTED -> false;
        });
    }
}
