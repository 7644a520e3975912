package org.youju.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.observation.Cell;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;
import org.youju.observation.State;

/**
 * What stands in a cell when a person begins to write it.
 *
 * @param draft    the newest row in preparation, or null
 * @param approved what is approved, earliest published first
 * @param within   whether whoever reads it answers for the cell
 */
public record Standing(CellKey cell, @Nullable Observation draft, List<Observation> approved, boolean within) {

    public Standing {
        approved = List.copyOf(approved);
    }

    /** What is shown of it: the row in preparation, or the approved one that represents the cell. */
    public Optional<Observation> shown() {
        return Optional.ofNullable(draft).or(this::representing);
    }

    /** The approved statement that represents the cell. */
    public Optional<Observation> representing() {
        return Cell.of(approved).stream().findFirst().map(Cell::representing);
    }

    /**
     * The approved statement that a figure would correct.
     *
     * @param reply number of the document that states the figure from now on, null where that stays as it is
     * @return empty where the figure would be a draft of its own
     */
    public Optional<Observation> corrected(@Nullable Long reply) {
        return draft != null ? Optional.empty() : reply == null ? representing()
                : approved.stream().filter(row -> row.reply().id() == reply).findFirst();
    }

    /** Whether it waits for an approver, and can't be written. */
    public boolean isSubmitted() {
        return draft != null && draft.state() == State.SUBMITTED;
    }

    /** Whether the same rows stand there. */
    boolean isSame(Standing other) {
        return numbers().equals(other.numbers());
    }

    private List<Long> numbers() {
        var numbers = new ArrayList<>(approved.stream().map(Observation::id).sorted().toList());
        numbers.add(draft == null ? 0L : draft.id());
        return numbers;
    }
}
