package org.youju.dashboard.ui;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.youju.check.Finding;
import org.youju.dashboard.Board;
import org.youju.dashboard.Checks;
import org.youju.dashboard.DashboardService;
import org.youju.dashboard.IndicatorSeries;
import org.youju.dashboard.KpiCard;
import org.youju.dashboard.Once;

/**
 * What the cards of one dashboard show, each read once, whoever asks first.
 *
 * @param cards by the code of the headline, in the order of the headlines
 */
record BoardReadings(Map<String, Once<KpiCard>> cards, Once<Checks> checks, Once<List<Finding>> attention,
        Once<List<IndicatorSeries>> longSeries) {

    static BoardReadings of(Board board, DashboardService dashboard) {
        Map<String, Once<KpiCard>> cards = new LinkedHashMap<>();
        board.headlines().forEach(it -> cards.put(it.code(), new Once<>(() -> dashboard.card(board, it.code()))));
        return new BoardReadings(cards, new Once<>(() -> dashboard.checks(board)),
                new Once<>(() -> dashboard.attention(board)),
                new Once<>(() -> dashboard.longSeries(board.region().code(), board.asOf(), board.recorded())));
    }

    /** All cards in the order of the headlines; waits for those that are being read. */
    List<KpiCard> allCards() {
        Collection<Once<KpiCard>> all = cards.values();
        return all.stream().map(Once::get).toList();
    }
}
