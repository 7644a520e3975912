package org.youju.compare.saved;

import java.time.Instant;
import org.youju.compare.Selection;

/**
 * A comparison that somebody keeps.
 *
 * @param name   unique among those of its owner
 * @param shared whether everybody who reads finds it
 * @param owner  user name
 */
public record SavedAnalysis(long id, String name, Selection selection, boolean shared, String owner, Instant savedAt) {
}
