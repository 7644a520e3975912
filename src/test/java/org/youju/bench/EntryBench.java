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
import javax.sql.DataSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.youju.entry.CellAnswer;
import org.youju.entry.CellEdit;
import org.youju.entry.SheetQuery;
import org.youju.entry.SheetRow;
import org.youju.entry.Sheets;
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
 * transaction; each writes cells of its own. Then, without a bound, the same with what a person waits for beside it: the
 * row of the sheet and the panel of its cell as they stand after the save, which by hand is read with as few statements
 * as it takes.
 */
final class EntryBench {

    private static final String REGION = "310105";
    private static final double AT_MOST = 3;
    private static final int WARM_UP = 3_000;
    private static final int ROUNDS = 301;
    private static final int LOOKS_WARM_UP = 1_000;
    private static final int LOOKS = 201;
    private static final int FROM = 2006;
    private static final int TO = 2025;

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
        var sheet = new Sheet(product.get(Sheets.class), product.get(CellDrafts.class));
        sheet.save(false);
        var byHand = new ByHand(database);
        byHand.save(false);
        var kept = Comparison.of(() -> sheet.save(false), Comparison.timed(() -> byHand.save(false)), WARM_UP, ROUNDS)
                .report(what, "JDBC", AT_MOST);
        Comparison.of(() -> sheet.save(true), Comparison.timed(() -> byHand.save(true)), LOOKS_WARM_UP, LOOKS)
                .tell(what + ", seen", "JDBC");
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
            if (rows.getLong(1) != 1 + WARM_UP + ROUNDS + LOOKS_WARM_UP + LOOKS) {
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
    private static final class Sheet {

        static final String INDICATOR = "ZZ_GENERATED_1";

        private final Sheets grid;
        private final CellDrafts drafts;
        private int written;

        Sheet(Sheets grid, CellDrafts drafts) {
            this.grid = grid;
            this.drafts = drafts;
        }

        /** @param looks whether the row and the panel are shown again, as the sheet's page does */
        long save(boolean looks) {
            var cell = new CellKey(INDICATOR, REGION, new Period.Year(2025));
            var seen = CellDrafts.shown(drafts.current(List.of(cell)));
            var edits = List.of(new CellEdit(INDICATOR, "2025", Integer.toString(100 + ++written),
                    seen == null ? 0 : seen.id(), null));
            long start = System.nanoTime();
            var answer = grid.save(REGION, edits).getFirst();
            if (looks) {
                requireSeen(grid.rows(SheetQuery.of(REGION, FROM, TO), grid.heldTogether(List.of(INDICATOR))), written);
                grid.findings(cell, null);
                grid.trail(cell);
            }
            long took = System.nanoTime() - start;
            if (!(answer instanceof CellAnswer.Taken)) {
                throw new IllegalStateException(answer.toString());
            }
            return took;
        }
    }

    private static void requireSeen(List<SheetRow> rows, int written) {
        var shown = rows.stream().flatMap(row -> row.at(TO).stream()).flatMap(cell -> cell.shown().stream())
                .map(row -> row.figure().printed()).toList();
        if (!shown.contains(Integer.toString(100 + written))) {
            throw new IllegalStateException(shown.toString());
        }
    }

    /** What somebody would write who knows the tables. */
    private static final class ByHand {

        static final String INDICATOR = "ZZ_GENERATED_2";

        private static final OffsetDateTime OPEN_END = OffsetDateTime.parse("9999-12-31T00:00:00Z");
        private static final String STATED = """
                select o.*, d.source_key, d.title, d.issuer, d.grade, d.known_on, c.start_pos, c.exact_text, c.state
                from %s
                join reply d on d.id = o.reply_id
                left join observation_citation oc on oc.observation_id = o.id and oc.role = 'STATES'
                left join citation c on c.id = oc.citation_id
                """;

        private final DataSource database;
        private int written;

        ByHand(DataSource database) {
            this.database = database;
        }

        /** @param looks whether what the sheet shows of its row and of the cell is read again */
        void save(boolean looks) {
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                write(connection, Integer.toString(100 + ++written));
                connection.commit();
                connection.setAutoCommit(true);
                if (looks) {
                    look(connection);
                }
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

        private static void look(Connection connection) throws SQLException {
            var indicator = one(connection, "select id from indicator where code = ?", INDICATOR);
            var region = one(connection, "select id from region where code = ?", REGION);
            read(connection, """
                    select r.id, r.kind, r.low, r.high, r.importance, r.missing, r.tolerance, r.instruction, p.place, i.code
                    from check_rule r
                    join check_rule_indicator p on p.rule_id = r.id
                    join indicator i on i.id = p.indicator_id
                    where r.active and (r.region_id is null or r.region_id = ?)""", region);
            read(connection, STATED.formatted("observation o") + """
                    where o.indicator_id = ? and o.region_id = ? and o.recorded_to = ? and o.period_end >= ?
                        and o.period_start <= ?""", indicator, region, OPEN_END, Date.valueOf(LocalDate.of(FROM, 1, 1)),
                    Date.valueOf(LocalDate.of(TO + 1, 12, 31)));
            read(connection, "select distinct period_code from cell_comment where indicator_id = ? and region_id = ?",
                    indicator, region);
            read(connection, STATED.formatted("""
                    (select t.id from observation t
                        where t.indicator_id = ? and t.region_id = ? and t.period_code = '2025'
                        order by t.id desc fetch first 60 rows only) newest
                    join observation o on o.id = newest.id""") + "order by o.id desc", indicator, region);
        }

        private static void read(Connection connection, String sql, Object... values) throws SQLException {
            try (var statement = prepare(connection, sql, values); var rows = statement.executeQuery()) {
                var columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        rows.getObject(column);
                    }
                }
            }
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
