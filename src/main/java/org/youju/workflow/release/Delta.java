package org.youju.workflow.release;

import org.jspecify.annotations.Nullable;
import org.youju.observation.CellKey;
import org.youju.observation.Change;

/**
 * What one source states of one cell, before and after.
 *
 * @param reason why it was revised or withdrawn, as people wrote it, or null
 */
public record Delta(Change change, @Nullable String reason) {

    /** The cell that it is stated of. */
    public CellKey cell() {
        return change.after() != null ? change.after().cell() : change.before().cell();
    }
}
