package org.youju.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.security.core.context.SecurityContextHolder;
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
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 21;

    /** Where what was generated stays for the next run, on either engine, until {@code mvn clean}. */
    private static final Path STORE = Path.of("target", "bench").toAbsolutePath();

    private QueryBench() {
    }

    static boolean run() {
        var engine = System.getProperty("youju.bench.engine", "both");
        return ("postgres".equals(engine) || onH2()) & ("h2".equals(engine) || onPostgres());
    }

    private static boolean onH2() {
        var what = "dashboard queries, H2 file";
        if (!Files.exists(STORE.resolve("youju.mv.db"))) {
            String file;
            try (var product = Product.start(STORE, List.of())) {
                fill(what, product);
                file = url(product.get(DataSource.class));
            }
            compact(file);
        }
        try (var product = Product.start(STORE, List.of())) {
            return compare(what, product);
        }
    }

    private static boolean onPostgres() {
        try (var server = EmbeddedPostgres.builder()
                .setDataDirectory(STORE.resolve("postgres")).setCleanDataDirectory(false).start();
                var product = Product.start(List.of(),
                        "youju.db.url=" + server.getJdbcUrl("postgres", "postgres"), "youju.db.user=postgres")) {
            return compare("dashboard queries, PostgreSQL", product);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(DataSource database) {
        try (var connection = database.getConnection()) {
            return connection.getMetaData().getURL();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A million rows in one go leave the file ten times as large as its rows; years of work do not. */
    private static void compact(String file) {
        try (var connection = DriverManager.getConnection(file, "", ""); var statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(String what, Product product) {
        long start = System.nanoTime();
        long rows = Generator.fill(product.get(DataSource.class));
        System.out.printf("%s: %,d statements in the store after %d s%n", what, rows,
                (System.nanoTime() - start) / 1_000_000_000);
    }

    private static boolean compare(String what, Product product) {
        fill(what, product);
        var database = product.get(DataSource.class);
        var dashboard = product.get(DashboardService.class);
        var queries = new Queries(product.get(IndicatorService.class), product.get(ObservationService.class),
                product.get(CommitmentService.class));
        SecurityContextHolder.getContext().setAuthentication(
                Access.authentication(new CurrentAccount("leader", "leader", Role.VIEWER, Scope.ALL)));
        var page = HandWritten.read(database, REGION);
        requireSameRows(read(dashboard), page);
        var byHand = Comparison.timed(() -> HandWritten.read(database, REGION));
        var kept = Comparison.of(Comparison.timed(() -> queries.read(page)), byHand, WARM_UP, ROUNDS)
                .report(what, "JDBC");
        Comparison.of(Comparison.timed(() -> read(dashboard)), byHand, WARM_UP, ROUNDS)
                .tell("  all reckoned from them", "JDBC");
        return kept;
    }

    /** The queries of the page alone, in its two steps: the headlines with the frame, and the long series. */
    private record Queries(IndicatorService indicators, ObservationService observations,
            CommitmentService commitments) {

        void read(HandWritten.Page page) {
            indicators.catalogue();
            rows(page.codesOfHeadlines());
            observations.longestSeries(REGION, null, 5, 8);
            rows(page.codesOfLongest());
        }

        private void rows(Set<String> codes) {
            observations.statements(StatementQuery.of(codes, REGION, null));
            var promises = commitments.commitments(codes, Set.of(REGION), null);
            commitments.assumptionsFor(promises.stream().map(Commitment::code).toList());
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
        dashboard.longSeries(REGION, board.asOf()).forEach(series -> note(series.cells(), shown));
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
