package org.youju.observation.ruling;

import org.jspecify.annotations.Nullable;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;

/**
 * A ruling was made or taken back; published within the transaction that does it.
 *
 * @param chosen what represents the cell from now on by ruling, null where one was taken back
 * @param reason why
 * @param by     user name
 */
public record RulingMade(CellKey cell, @Nullable Observation chosen, String reason, String by) {
}
