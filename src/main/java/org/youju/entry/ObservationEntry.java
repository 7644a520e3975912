package org.youju.entry;

import org.jspecify.annotations.Nullable;
import org.youju.observation.CellKey;

/**
 * One observation as a person fills a form with it. All of it comes from people: nothing is taken for granted.
 *
 * @param text      the figure as people write it
 * @param quote     the words that are to state it; null for those that do so already, or where there are none
 * @param excuse    why no words state it, blank to take that back; null where that is left as it is
 * @param reason    why an approved figure is corrected; blank for no reason
 * @param departure why the figure says something else than its words; blank for no reason
 */
public record ObservationEntry(CellKey cell, String text, @Nullable Quote quote, @Nullable String excuse, String reason,
        String departure) {
}
