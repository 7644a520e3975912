package org.youju.dashboard.ui;

import org.youju.base.ui.PageState;
import org.youju.dashboard.Board;
import org.youju.indicator.Catalogue;
import org.youju.reply.Places;

/**
 * What the parts of one dashboard share.
 *
 * @param state  with region and year filled in
 * @param chases whether whoever reads it may ask for missing figures
 */
record BoardContext(Board board, PageState state, Catalogue catalogue, BoardReadings readings, Places places,
        boolean chases) {

    /** What stands on the card of a headline. */
    KpiPanel.Content card(String indicator) {
        return KpiPanel.Content.of(readings.cards().get(indicator).get(), places);
    }

    /** Reads all that the cards will ask for. What fails is read again by its own card, which says so. */
    void readAll() {
        board.headlines().forEach(it -> card(it.code()));
        readings.checks().get();
        readings.attention().get();
        readings.longSeries().get();
    }
}
