package org.youju.bench;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.youju.commitment.Assumptions;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentService;
import org.youju.dashboard.DashboardService;
import org.youju.dashboard.Summary;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Cell;
import org.youju.observation.ObservationService;
import org.youju.observation.StatementQuery;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.Role;
import org.youju.security.Scope;

/** The dashboard's reading of a region among a million statements, against hand-written JDBC, on both engines. */
final class QueryBench {

    private static final String REGION = "310105";
    private static final double AT_MOST = 1.5;
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 21;

    private QueryBench() {
    }

    static boolean run() {
        return FilledStore.onEach("dashboard queries", QueryBench::compare);
    }

    private static boolean compare(String what, Product product) {
        var database = product.get(DataSource.class);
        var dashboard = product.get(DashboardService.class);
        var queries = new Queries(product.get(IndicatorService.class), product.get(ObservationService.class),
                product.get(CommitmentService.class), product.get(Assumptions.class));
        SecurityContextHolder.getContext().setAuthentication(
                Access.authentication(new CurrentAccount("leader", "leader", Role.VIEWER, Scope.ALL)));
        var page = HandWritten.read(database, REGION);
        requireSameRows(read(dashboard), page);
        var byHand = Comparison.timed(() -> HandWritten.read(database, REGION));
        var kept = Comparison.of(Comparison.timed(() -> queries.read(page)), byHand, WARM_UP, ROUNDS)
                .report(what, "JDBC", AT_MOST);
        Comparison.of(Comparison.timed(() -> read(dashboard)), byHand, WARM_UP, ROUNDS)
                .tell("  all reckoned from them", "JDBC");
        return kept;
    }

    /** The queries of the page alone, in its two steps: the headlines with the frame, and the long series. */
    private record Queries(IndicatorService indicators, ObservationService observations,
            CommitmentService commitments, Assumptions assumptions) {

        void read(HandWritten.Page page) {
            indicators.catalogue();
            rows(page.codesOfHeadlines());
            observations.longestSeries(REGION, null, null, 5, 8);
            rows(page.codesOfLongest());
        }

        private void rows(Set<String> codes) {
            observations.statements(StatementQuery.of(codes, REGION, null));
            var promises = commitments.commitments(codes, Set.of(REGION), null);
            assumptions.standing(promises.stream().map(Commitment::code).toList());
        }
    }

    /** What the page asks for, card by card; the numbers of the statements that reached a card. */
    private static Set<Long> read(DashboardService dashboard) {
        var shown = new HashSet<Long>();
        var board = dashboard.board(REGION, OptionalInt.empty(), null);
        var cards = board.headlines().stream()
                .map(i -> dashboard.card(board, i.code())).toList();
        Summary.of(cards);
        cards.forEach(card -> note(card.series().cells(), shown));
        dashboard.checks(board);
        dashboard.attention(board);
        dashboard.longSeries(REGION, board.asOf(), board.recorded()).forEach(series -> note(series.cells(), shown));
        return shown;
    }

    private static void note(List<Cell> cells, Set<Long> shown) {
        cells.forEach(cell -> cell.statements().forEach(s -> shown.add(s.id())));
    }

    private static void requireSameRows(Set<Long> shown, HandWritten.Page page) {
        var missing = new HashSet<>(shown);
        page.statements().forEach(s -> missing.remove(s.id()));
        if (shown.isEmpty() || !missing.isEmpty()) {
            throw new IllegalStateException("The hand-written queries lack " + missing.size() + " of " + shown.size()
                    + " statements");
        }
        System.out.printf("  the cards show %,d statements; JDBC reads %,d with %d sources and %d promises%n",
                shown.size(), page.statements().size(), page.sources().size(), page.promises().size());
    }
}
