package org.youju.observation.ruling;

import org.jspecify.annotations.Nullable;
import org.youju.observation.CellKey;
import org.youju.observation.Ruling;

/**
 * Which source represented a cell by ruling at two moments.
 *
 * @param before null where the usual rule decided
 * @param after  null where the usual rule decides again
 * @param last   the ruling that was made or ended last between the two
 */
public record RulingChange(CellKey cell, @Nullable Ruling before, @Nullable Ruling after, Ruling last) {

    /** Why it has changed, as people wrote it. */
    public @Nullable String reason() {
        return after != null ? after.reason() : last.endedReason();
    }

    /** Who has changed it, by user name. */
    public @Nullable String by() {
        return after != null ? after.by() : last.endedBy();
    }
}
