package org.youju.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiPredicate;
import javax.sql.DataSource;

/** The product on a store that the {@link Generator} has filled, on either engine. */
final class FilledStore {

    /** Where what was generated stays for the next run, on either engine, until {@code mvn clean}. */
    private static final Path FOLDER =
            Path.of("target", Generator.REGIONS == 20 ? "bench" : "bench-" + Generator.REGIONS).toAbsolutePath();

    /** What H2 says to whoever closes a connection after that. */
    private static final int DATABASE_IS_CLOSED = 90121;

    private FilledStore() {
    }

    /**
     * Measures on each engine that is asked for.
     *
     * @param compare told what is measured, and where; tells whether its bound is kept
     */
    static boolean onEach(String what, BiPredicate<String, Product> compare) {
        var engine = System.getProperty("youju.bench.engine", "both");
        return ("postgres".equals(engine) || onH2(what + ", H2 file", compare))
                & ("h2".equals(engine) || onPostgres(what + ", PostgreSQL", compare));
    }

    private static boolean onH2(String what, BiPredicate<String, Product> compare) {
        if (!Files.exists(FOLDER.resolve("youju.mv.db"))) {
            try (var product = Product.start(FOLDER, List.of())) {
                fill(what, product);
                compact(product.get(DataSource.class));
            }
        }
        try (var product = Product.start(FOLDER, List.of())) {
            fill(what, product);
            readAnew(product.get(DataSource.class));
            return compare.test(what, product);
        }
    }

    private static boolean onPostgres(String what, BiPredicate<String, Product> compare) {
        try (var server = EmbeddedPostgres.builder()
                .setDataDirectory(FOLDER.resolve("postgres")).setCleanDataDirectory(false).start();
                var product = Product.start(List.of(),
                        "youju.db.url=" + server.getJdbcUrl("postgres", "postgres"), "youju.db.user=postgres")) {
            fill(what, product);
            return compare.test(what, product);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** H2 answers a question that it has just been asked from memory, as long as nobody writes; somebody always does. */
    private static void readAnew(DataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set optimize_reuse_results 0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A million rows in one go leave the file ten times as large as its rows; years of work do not. */
    private static void compact(DataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        } catch (SQLException e) {
            if (e.getErrorCode() != DATABASE_IS_CLOSED) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void fill(String what, Product product) {
        long start = System.nanoTime();
        long rows = Generator.fill(product.get(DataSource.class));
        System.out.printf("%s: %,d statements in the store after %d s%n", what, rows,
                (System.nanoTime() - start) / 1_000_000_000);
    }
}
