package org.youju.bench;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.youju.entry.CellAnswer;
import org.youju.entry.CellEdit;
import org.youju.entry.YearGrid;
import org.youju.figure.Period;
import org.youju.observation.CellDrafts;
import org.youju.observation.CellKey;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.Role;
import org.youju.security.Scope;

/**
 * Saving one cell of the year sheet among a million statements, against the same write by hand-written SQL, on both
 * engines. Both lock the cell, close the draft that stands in it, open the next, and write the audit trail on, in one
 * transaction; each writes cells of its own.
 */
final class EntryBench {

    private static final String REGION = "310105";
    private static final double AT_MOST = 3;
    private static final int WARM_UP = 3_000;
    private static final int ROUNDS = 301;

    private EntryBench() {
    }

    static boolean run() {
        return FilledStore.onEach("saving a cell", EntryBench::compare);
    }

    private static boolean compare(String what, Product product) {
        SecurityContextHolder.getContext().setAuthentication(
                Access.authentication(new CurrentAccount("bench", "bench", Role.STATISTICIAN, Scope.ALL)));
        var database = product.get(DataSource.class);
        clear(database);
        var sheet = new Sheet(product.get(YearGrid.class), product.get(CellDrafts.class));
        sheet.getAsLong();
        var byHand = new ByHand(database);
        byHand.run();
        var kept = Comparison.of(sheet, Comparison.timed(byHand), WARM_UP, ROUNDS).report(what, "JDBC", AT_MOST);
        requireWritten(database, Sheet.INDICATOR);
        requireWritten(database, ByHand.INDICATOR);
        clear(database);
        return kept;
    }

    /** Both have kept every figure, or the comparison is worth nothing. */
    private static void requireWritten(DataSource database, String indicator) {
        try (var connection = database.getConnection(); var count = ByHand.prepare(connection, """
                select count(*) from observation o join indicator i on i.id = o.indicator_id
                where i.code = ? and o.period_code = '2025' and o.recorded_by = 'bench'""", indicator);
                var rows = count.executeQuery()) {
            rows.next();
            if (rows.getLong(1) != 1 + WARM_UP + ROUNDS) {
                throw new IllegalStateException(rows.getLong(1) + " rows of " + indicator);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing in the product deletes statements, so that no index of it leads PostgreSQL to what a deleted one is superseded by. */
    private static void clear(DataSource database) {
        try (var connection = database.getConnection()) {
            ByHand.execute(connection, "create index if not exists bench_supersedes_ix on observation (supersedes_id)");
            ByHand.execute(connection,
                    "update observation set supersedes_id = null where recorded_by = 'bench' and period_code = '2025'");
            ByHand.execute(connection, "delete from observation where recorded_by = 'bench' and period_code = '2025'");
            ByHand.execute(connection, "drop index bench_supersedes_ix");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The product's way: what a person has typed over what they see goes through the sheet's service. */
    private static final class Sheet implements LongSupplier {

        static final String INDICATOR = "ZZ_GENERATED_1";

        private final YearGrid grid;
        private final CellDrafts drafts;
        private int written;

        Sheet(YearGrid grid, CellDrafts drafts) {
            this.grid = grid;
            this.drafts = drafts;
        }

        @Override
        public long getAsLong() {
            var seen = CellDrafts.shown(drafts.current(List.of(new CellKey(INDICATOR, REGION, new Period.Year(2025)))));
            var edits = List.of(new CellEdit(INDICATOR, "2025", Integer.toString(100 + ++written),
                    seen == null ? 0 : seen.id(), null));
            long start = System.nanoTime();
            var answer = grid.save(REGION, edits).getFirst();
            long took = System.nanoTime() - start;
            if (!(answer instanceof CellAnswer.Taken)) {
                throw new IllegalStateException(answer.toString());
            }
            return took;
        }
    }

    /** What somebody would write who knows the tables. */
    private static final class ByHand implements Runnable {

        static final String INDICATOR = "ZZ_GENERATED_2";

        private static final OffsetDateTime OPEN_END = OffsetDateTime.parse("9999-12-31T00:00:00Z");

        private final DataSource database;
        private int written;

        ByHand(DataSource database) {
            this.database = database;
        }

        @Override
        public void run() {
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                write(connection, Integer.toString(100 + ++written));
                connection.commit();
                connection.setAutoCommit(true);
            } catch (SQLException | NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void write(Connection connection, String text) throws SQLException, NoSuchAlgorithmException {
            var now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
            var ledger = one(connection, "select id from reply where source_key = ? for update", "LEDGER-" + REGION);
            var indicator = one(connection, "select id from indicator where code = ?", INDICATOR);
            var region = one(connection, "select id from region where code = ?", REGION);
            var before = one(connection, """
                    select id from observation where indicator_id = ? and region_id = ? and period_code = '2025'
                        and reply_id = ? and approved = false and recorded_to = ? for update""", indicator, region, ledger,
                    OPEN_END);
            if (before != null) {
                execute(connection, "update observation set recorded_to = ? where id = ?", now, before);
            }
            var value = new BigDecimal(text);
            var half = new BigDecimal("0.5");
            execute(connection, """
                    insert into observation (indicator_id, region_id, period_code, period_kind, period_start, period_end,
                        reply_id, obs_value, low, low_end, high, high_end, qualifier, print_step, printed, obs_status,
                        state, approved, supersedes_id, recorded_by, recorded_from, recorded_to)
                    values (?, ?, '2025', 'YEAR', ?, ?, ?, ?, ?, 'CLOSED', ?, 'OPEN', 'EXACT', 1, ?, 'A', 'DRAFT', false,
                        ?, 'bench', ?, ?)""", indicator, region, Date.valueOf(LocalDate.of(2025, 1, 1)),
                    Date.valueOf(LocalDate.of(2025, 12, 31)), ledger, value, value.subtract(half), value.add(half), text,
                    before, now, OPEN_END);
            audit(connection, text, now);
        }

        private static void audit(Connection connection, String text, OffsetDateTime now)
                throws SQLException, NoSuchAlgorithmException {
            try (var head = connection.prepareStatement("select seq, hash from audit_head where id = 1 for update");
                    var row = head.executeQuery()) {
                row.next();
                var seq = row.getLong(1) + 1;
                var request = UUID.randomUUID().toString();
                var name = REGION + " " + INDICATOR + " 2025";
                var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(
                        (row.getString(2) + seq + now + name + text + request).getBytes(StandardCharsets.UTF_8)));
                execute(connection, """
                        insert into audit_event (seq, happened_at, actor, action, entity, entity_name, after_text,
                            request_id, hash)
                        values (?, ?, 'bench', 'draft', 'observation', ?, ?, ?, ?)""", seq, now, name, text, request,
                        hash);
                execute(connection, "update audit_head set seq = ?, hash = ? where id = 1", seq, hash);
            }
        }

        private static Long one(Connection connection, String sql, Object... values) throws SQLException {
            try (var statement = prepare(connection, sql, values); var rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : null;
            }
        }

        static void execute(Connection connection, String sql, Object... values) throws SQLException {
            try (var statement = prepare(connection, sql, values)) {
                statement.executeUpdate();
            }
        }

        static PreparedStatement prepare(Connection connection, String sql, Object... values)
                throws SQLException {
            var statement = connection.prepareStatement(sql);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        }
    }
}
