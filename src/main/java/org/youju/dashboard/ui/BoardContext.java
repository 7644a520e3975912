package org.youju.dashboard.ui;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.youju.base.ui.PageState;
import org.youju.dashboard.Board;
import org.youju.dashboard.DashboardService;
import org.youju.dashboard.KpiCard;
import org.youju.dashboard.Once;
import org.youju.indicator.Catalogue;
import org.youju.reply.Places;

/**
 * What the parts of one dashboard share. Each card is read once, whoever asks first.
 *
 * @param state  with region and year filled in
 * @param chases whether whoever reads it may ask for missing figures
 */
record BoardContext(Board board, PageState state, Catalogue catalogue, Map<String, Once<KpiCard>> cards,
        DashboardService dashboard, Places places, boolean chases) {

    Once<KpiCard> card(String indicator) {
        return cards.get(indicator);
    }

    /** All cards in the order of the headlines; waits for those that are being read. */
    List<KpiCard> allCards() {
        Collection<Once<KpiCard>> all = cards.values();
        return all.stream().map(Once::get).toList();
    }
}
