package org.youju.entry;

import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.figure.Figure;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;

/** What has become, or would become, of one {@link CellEdit}. */
public sealed interface CellAnswer {

    CellEdit edit();

    /**
     * It is taken.
     *
     * @param figure what the text states; null where the cell is emptied
     * @param before the draft that it replaces, or null
     * @param draft  number of the draft that stands there now; 0 where the cell is emptied, or would only be written
     */
    record Taken(CellEdit edit, CellKey cell, @Nullable Figure figure, @Nullable Observation before, long draft)
            implements CellAnswer {
    }

    /** The cell states this already. */
    record Same(CellEdit edit, CellKey cell) implements CellAnswer {
    }

    /** A rule refuses it; what was typed stays with whoever typed it. */
    record Refused(CellEdit edit, RuleViolation why) implements CellAnswer {
    }

    /**
     * Somebody else was faster.
     *
     * @param theirs what stands there now, null where they emptied the cell
     */
    record Overtaken(CellEdit edit, CellKey cell, @Nullable Observation theirs) implements CellAnswer {
    }
}
