package org.youju.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;

/**
 * Fills a database that holds the sample up to 500 indicators of 20 regions, each stated for 20 years by five sources:
 * a million statements, each with its citation. Most sources agree; some round, few contradict.
 */
final class Generator {

    static final int INDICATORS = 500;
    /** Fewer make a smaller store, for trying a bench out. */
    static final int REGIONS = Integer.getInteger("youju.bench.regions", 20);
    static final int YEARS = 20;
    static final int SOURCES = 5;
    static final int FIRST_YEAR = 2004;

    private static final OffsetDateTime RECORDED = OffsetDateTime.parse("2025-03-01T00:00:00Z");
    private static final OffsetDateTime OPEN_END = OffsetDateTime.parse("9999-12-31T00:00:00Z");

    private record Indicator(long id, String nature, String unit) {
    }

    private final Connection connection;
    private final Random random = new Random(20240425);

    private Generator(Connection connection) {
        this.connection = connection;
    }

    /**
     * Fills a database that is not full yet.
     *
     * @return how many statements it holds then
     */
    static long fill(DataSource database) {
        try (var connection = database.getConnection()) {
            var generator = new Generator(connection);
            if (generator.ids("select 1 from commitment where code like 'BENCH-%'").isEmpty()) {
                connection.setAutoCommit(false);
                generator.addIndicators();
                generator.addRegions();
                generator.addStatements();
                generator.addCommitments();
                connection.commit();
                connection.setAutoCommit(true);
                try (var statement = connection.createStatement()) {
                    statement.execute("analyze");
                }
            }
            return generator.ids("select count(*) from observation").getFirst();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addIndicators() throws SQLException {
        int missing = INDICATORS - ids("select id from indicator").size();
        var themes = ids("select id from theme order by sort_order");
        var units = ids("select id from unit where code in ('亿元', '家', '万人') order by id");
        try (var insert = connection.prepareStatement("""
                insert into indicator (code, name_zh, name_en, theme_id, unit_id, nature, direction, price_basis)
                values (?, ?, ?, ?, ?, 'FLOW', 'UP', 'CURRENT')""")) {
            for (int i = 0; i < missing; i++) {
                set(insert, "ZZ_GENERATED_" + i, "生成指标" + i, "Generated indicator " + i,
                        themes.get(i % themes.size()), units.get(i % units.size()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void addRegions() throws SQLException {
        int missing = REGIONS - ids("select id from region").size();
        try (var insert = connection.prepareStatement(
                "insert into region (code, name_zh, name_en) values (?, ?, ?)")) {
            for (int i = 0; i < missing; i++) {
                set(insert, "3199" + (10 + i), "生成区" + i, "Generated district " + i);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void addStatements() throws SQLException {
        var indicators = indicators();
        long observation = next("observation");
        long citation = next("citation");
        try (var insertReply = connection.prepareStatement("""
                        insert into reply (source_key, kind, doc_no, title, issuer, issued_on, known_on, publicity, grade,
                            recorded_by, recorded_at)
                        values (?, 'BULLETIN', ?, ?, ?, ?, ?, 'PUBLIC', ?, 'bench', ?)""", new String[] {"id"});
                var insertCitation = connection.prepareStatement("""
                        insert into citation (id, reply_id, exact_text, prefix_text, suffix_text, state)
                        values (?, ?, ?, '', '', 'QUOTE_ONLY')""");
                var insertObservation = connection.prepareStatement("""
                        insert into observation (id, indicator_id, region_id, period_code, period_kind, period_start,
                            period_end, reply_id, obs_value, low, low_end, high, high_end, qualifier, print_step,
                            printed, obs_status, state, approved, recorded_by, recorded_from, recorded_to)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'CLOSED', ?, 'OPEN', 'EXACT', ?, ?, 'A', 'APPROVED', true,
                            'bench', ?, ?)""");
                var insertLink = connection.prepareStatement(
                        "insert into observation_citation (observation_id, citation_id, role) values (?, ?, 'STATES')")) {
            for (long region : ids("select id from region order by code")) {
                for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
                    var truths = truths(indicators, year);
                    for (int source = 0; source < SOURCES; source++) {
                        long reply = reply(insertReply, region, year, source);
                        for (int i = 0; i < indicators.size(); i++) {
                            var stated = stated(truths.get(i), source);
                            var printed = stated.toPlainString() + indicators.get(i).unit();
                            set(insertCitation, citation, reply, printed);
                            observation(insertObservation, observation, indicators.get(i), region, year, reply, stated,
                                    printed);
                            set(insertLink, observation++, citation++);
                            insertCitation.addBatch();
                            insertObservation.addBatch();
                            insertLink.addBatch();
                        }
                        insertCitation.executeBatch();
                        insertObservation.executeBatch();
                        insertLink.executeBatch();
                        connection.commit();
                    }
                }
            }
        }
    }

    private List<BigDecimal> truths(List<Indicator> indicators, int year) {
        var truths = new ArrayList<BigDecimal>();
        for (var indicator : indicators) {
            double value = switch (indicator.nature()) {
                case "RATE", "SHARE" -> 2 + 20 * random.nextDouble();
                default -> 100 * Math.pow(1.06, year - FIRST_YEAR) * (0.95 + 0.1 * random.nextDouble());
            };
            truths.add(BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP));
        }
        return truths;
    }

    private BigDecimal stated(BigDecimal truth, int source) {
        if (random.nextInt(50) == 0) {
            return truth.multiply(new BigDecimal("1.01")).setScale(2, RoundingMode.HALF_UP);
        }
        return source == SOURCES - 1 ? truth.setScale(1, RoundingMode.HALF_UP) : truth;
    }

    private long reply(PreparedStatement insert, long region, int year, int source) throws SQLException {
        var day = LocalDate.of(year + 1, 2 + source, 1 + source);
        set(insert, "BENCH-" + region + "-" + year + "-" + source, "统计〔" + (year + 1) + "〕" + region + "-" + source + "号",
                year + "年国民经济和社会发展统计公报之" + source, "统计局" + region, day.toString(), Date.valueOf(day),
                source < 3 ? "A" : "B", RECORDED);
        insert.executeUpdate();
        try (var keys = insert.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
        }
    }

    private static void observation(PreparedStatement insert, long id, Indicator indicator, long region, int year,
            long reply, BigDecimal stated, String printed) throws SQLException {
        var step = BigDecimal.ONE.movePointLeft(stated.scale());
        var half = step.divide(BigDecimal.TWO);
        var lastDay = Date.valueOf(LocalDate.of(year, 12, 31));
        boolean stock = indicator.nature().equals("STOCK");
        set(insert, id, indicator.id(), region, stock ? year + "-12-31" : Integer.toString(year),
                stock ? "AS_OF" : "YEAR", stock ? lastDay : Date.valueOf(LocalDate.of(year, 1, 1)), lastDay, reply,
                stated, stated.subtract(half), stated.add(half), step, printed, RECORDED, OPEN_END);
    }

    /** A promise on every headline of every region. */
    private void addCommitments() throws SQLException {
        var citations = ids("select min(id) from citation where exact_text like '1%' and reply_id in"
                + " (select id from reply where source_key like 'BENCH-%-2015-0')");
        var headlines = ids("select id from indicator where headline_order is not null");
        int number = 0;
        try (var insert = connection.prepareStatement("""
                insert into commitment (code, citation_id, indicator_id, region_id, kind, target_value, low, low_end,
                    high_end, qualifier, print_step, printed, window_from, window_to, state, approved, recorded_by,
                    recorded_from, recorded_to)
                values (?, ?, ?, ?, 'FLOOR_PER_PERIOD', 120, 120, 'CLOSED', 'UNBOUNDED', 'AT_LEAST', 1, '不少于120', 2016,
                    2020, 'APPROVED', true, 'bench', ?, ?)""")) {
            for (long region : ids("select id from region")) {
                for (long headline : headlines) {
                    set(insert, "BENCH-" + ++number, citations.getFirst(), headline, region, RECORDED, OPEN_END);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private List<Indicator> indicators() throws SQLException {
        var indicators = new ArrayList<Indicator>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(
                "select i.id, i.nature, u.code from indicator i join unit u on u.id = i.unit_id order by i.id")) {
            while (rows.next()) {
                indicators.add(new Indicator(rows.getLong(1), rows.getString(2), rows.getString(3)));
            }
        }
        return indicators;
    }

    private List<Long> ids(String sql) throws SQLException {
        var ids = new ArrayList<Long>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    /** A number beyond every one that the table's own counter will give during a measurement. */
    private long next(String table) throws SQLException {
        return 1_000_000 + ids("select coalesce(max(id), 0) from " + table).getFirst();
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
