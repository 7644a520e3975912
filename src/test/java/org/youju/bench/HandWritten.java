package org.youju.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a dashboard of a region rests on, read as somebody would who writes SQL by hand for this one page: one
 * connection, each row once, plain records, nothing reckoned.
 */
final class HandWritten {

    record Region(long id, String code, String nameZh, String nameEn) {
    }

    record Indicator(long id, String code, String nameZh, String nameEn, String theme, String unit, String nature,
            @Nullable Integer headlineOrder, Long growthOf, Long cumulativeOf, Long shareOf, Long part) {

        /** The indicators that it names. */
        Set<Long> named() {
            var named = new HashSet<Long>();
            named.add(growthOf);
            named.add(cumulativeOf);
            named.add(shareOf);
            named.add(part);
            named.remove(null);
            return named;
        }
    }

    record Source(long id, String sourceKey, String kind, String docNo, String title, String issuer,
            String signatory, String issuedOn, String publicity, String grade, String url, boolean textHeld) {
    }

    record Statement(long id, long indicator, String period, String periodNote, long source, String printed,
            BigDecimal value, BigDecimal valueHi, String qualifier, BigDecimal step, BigDecimal low, String lowEnd,
            BigDecimal high, String highEnd, String status, String vintage, String comment, String state, String reason,
            String uncitedReason, String recordedBy, OffsetDateTime recordedFrom, OffsetDateTime recordedTo,
            Long citation, Integer start, Integer end, String exact, String prefix, String suffix,
            String citationState) {
    }

    record Promise(long id, String code, long indicator, String kind, String printed, BigDecimal value,
            BigDecimal valueHi, String qualifier, BigDecimal step, BigDecimal low, String lowEnd, BigDecimal high,
            String highEnd, int from, Integer to, long citation, long source, Integer start, Integer end, String exact,
            String prefix, String suffix) {
    }

    record Assumption(String promise, long indicator, String period, BigDecimal upperBound, String reason) {
    }

    record Definition(long indicator, int number, Integer validFrom, String body, boolean comparable, String reason) {
    }

    /** Everything on the page. */
    record Page(Region region, List<Indicator> indicators, List<Long> longest, Set<Long> divided, List<Statement> statements,
            Map<Long, Source> sources, List<Promise> promises, List<Assumption> assumptions,
            List<Definition> definitions) {

        /** The indicators that the headlines need, by code. */
        Set<String> codesOfHeadlines() {
            return codes(around(indicators, List.of(), divided));
        }

        /** The indicators that the long series need, by code. */
        Set<String> codesOfLongest() {
            var codes = codes(around(indicators, longest, divided));
            codes.removeAll(codesOfHeadlines());
            return codes;
        }

        private Set<String> codes(Set<Long> ids) {
            return indicators.stream().filter(i -> ids.contains(i.id())).map(Indicator::code)
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }

    private static final String FIELDS = """
            select o.id, o.indicator_id, o.period_code, o.period_note, o.reply_id, o.printed, o.obs_value, o.value_hi,
                o.qualifier, o.print_step, o.low, o.low_end, o.high, o.high_end, o.obs_status, o.vintage,
                o.comment_text, o.state, o.reason, o.uncited_reason, o.recorded_by, o.recorded_from, o.recorded_to,
                c.id, c.start_pos, c.end_pos, c.exact_text, c.prefix_text, c.suffix_text, c.state
            """;

    private static final String CITED = """
            left join observation_citation oc on oc.observation_id = o.id and oc.role = 'STATES'
            left join citation c on c.id = oc.citation_id
            """;

    private static final String STATEMENTS = FIELDS + """
            from indicator i
            join observation o on o.indicator_id = i.id
            """ + CITED;

    private static final OffsetDateTime OPEN_END = OffsetDateTime.parse("9999-12-31T00:00:00Z");

    private interface Mapping<T> {
        T map(ResultSet row) throws SQLException;
    }

    private final Connection connection;

    private HandWritten(Connection connection) {
        this.connection = connection;
    }

    static Page read(DataSource database, String region) {
        try (var connection = database.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                return new HandWritten(connection).page(region);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setReadOnly(false);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a comparison rests on. */
    record Lines(List<Statement> statements, Map<Long, Source> sources) {
    }

    /** The statements of some indicators of some regions that speak of the years from–to, with their sources. */
    static Lines lines(DataSource database, Collection<String> indicators, Collection<String> regions, int from, int to) {
        try (var connection = database.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                return new HandWritten(connection).lines(indicators, regions, from, to);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setReadOnly(false);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Lines lines(Collection<String> indicators, Collection<String> regions, int from, int to) throws SQLException {
        var numbers = ids("indicator", indicators);
        var places = ids("region", regions);
        var values = new ArrayList<Object>(numbers);
        values.addAll(places);
        values.addAll(List.of(OPEN_END, LocalDate.of(from, 1, 1), LocalDate.of(to, 12, 31)));
        var statements = rows(FIELDS + """
                from (select i.id as indicator_id, r.id as region_id
                    from indicator i cross join region r
                    where i.id in (%s) and r.id in (%s)) asked
                join observation o on o.indicator_id = asked.indicator_id and o.region_id = asked.region_id
                """.formatted(marks(numbers), marks(places)) + CITED + """
                where o.approved and o.recorded_to = ?
                    and (o.period_end is null or o.period_end >= ?) and (o.period_start is null or o.period_start <= ?)""",
                HandWritten::statement, values.toArray());
        return new Lines(statements, sources(statements.stream().map(Statement::source).collect(Collectors.toSet())));
    }

    private List<Long> ids(String table, Collection<String> codes) throws SQLException {
        return rows("select id from %s where code in (%s)".formatted(table, marks(codes)), r -> r.getLong(1),
                codes.toArray());
    }

    private Page page(String code) throws SQLException {
        var region = rows("select id, code, name_zh, name_en from region where code = ?",
                r -> new Region(r.getLong(1), r.getString(2), r.getString(3), r.getString(4)), code).getFirst();
        var indicators = rows("""
                select i.id, i.code, i.name_zh, i.name_en, t.name_zh, u.code, i.nature, i.headline_order,
                    i.growth_of_id, i.cumulative_of_id, i.share_of_id, i.part_id
                from indicator i
                join theme t on t.id = i.theme_id
                join unit u on u.id = i.unit_id
                where i.retired_on is null""", r -> new Indicator(r.getLong(1), r.getString(2), r.getString(3),
                r.getString(4), r.getString(5), r.getString(6), r.getString(7), number(r, 8), id(r, 9), id(r, 10),
                id(r, 11), id(r, 12)));
        var longest = longest(region.id());
        var divided = Set.copyOf(rows("""
                select p.indicator_id
                from check_rule r
                join check_rule_indicator p on p.rule_id = r.id
                where r.kind = 'UNIT_COST' and r.active and (r.region_id is null or r.region_id = ?)""",
                r -> r.getLong(1), region.id()));
        var wanted = around(indicators, longest, divided);
        var statements = statements(region.id(), wanted);
        var promises = promises(region.id(), wanted);
        var sources = statements.stream().map(Statement::source).collect(Collectors.toSet());
        promises.forEach(p -> sources.add(p.source()));
        return new Page(region, indicators, longest, divided, statements, sources(sources), promises, assumptions(promises),
                rows("select indicator_id, number, valid_from, body, comparable, reason from definition",
                        r -> new Definition(r.getLong(1), r.getInt(2), number(r, 3), r.getString(4), r.getBoolean(5),
                                r.getString(6))));
    }

    private List<Long> longest(long region) throws SQLException {
        return rows("""
                select o.indicator_id, count(distinct o.period_end) as years
                from observation o
                join indicator i on i.id = o.indicator_id
                where o.region_id = ? and o.approved and o.recorded_to = ? and o.period_kind in ('YEAR', 'AS_OF')
                group by o.indicator_id, i.code
                having count(distinct o.period_end) >= 5
                order by years desc, i.code
                fetch first 8 rows only""", r -> r.getLong(1), region, OPEN_END);
    }

    /** The headlines, the long series, what belongs to either, and what the unit costs are made of. */
    private static Set<Long> around(List<Indicator> indicators, List<Long> longest, Set<Long> divided) {
        var byId = indicators.stream().collect(Collectors.toMap(Indicator::id, i -> i));
        var wanted = new LinkedHashSet<Long>();
        var shown = new LinkedHashSet<>(longest);
        indicators.stream().filter(i -> i.headlineOrder() != null).forEach(i -> shown.add(i.id()));
        wanted.addAll(shown);
        wanted.addAll(divided);
        shown.forEach(id -> wanted.addAll(byId.get(id).named()));
        for (var indicator : indicators) {
            if (indicator.named().stream().anyMatch(shown::contains)) {
                wanted.add(indicator.id());
                wanted.addAll(indicator.named());
            }
        }
        for (var indicator : indicators) {
            if (indicator.shareOf() != null && wanted.contains(indicator.shareOf())) {
                wanted.add(indicator.id());
                wanted.addAll(indicator.named());
            }
        }
        return wanted;
    }

    private List<Statement> statements(long region, Collection<Long> indicators) throws SQLException {
        return rows(STATEMENTS + """
                where i.id in (%s) and o.region_id = ? and o.approved and o.recorded_to = ?""".formatted(marks(indicators)), HandWritten::statement,
                and(indicators, region, OPEN_END));
    }

    private static Statement statement(ResultSet r) throws SQLException {
        return new Statement(r.getLong(1), r.getLong(2), r.getString(3), r.getString(4), r.getLong(5),
                r.getString(6), r.getBigDecimal(7), r.getBigDecimal(8), r.getString(9), r.getBigDecimal(10),
                r.getBigDecimal(11), r.getString(12), r.getBigDecimal(13), r.getString(14), r.getString(15),
                r.getString(16), r.getString(17), r.getString(18), r.getString(19), r.getString(20),
                r.getString(21), r.getObject(22, OffsetDateTime.class), r.getObject(23, OffsetDateTime.class),
                id(r, 24), number(r, 25), number(r, 26), r.getString(27), r.getString(28), r.getString(29),
                r.getString(30));
    }

    private Map<Long, Source> sources(Collection<Long> ids) throws SQLException {
        var sources = new HashMap<Long, Source>();
        if (!ids.isEmpty()) {
            rows("""
                    select r.id, r.source_key, r.kind, r.doc_no, r.title, r.issuer, r.signatory, r.issued_on, r.publicity,
                        r.grade, r.url, exists (select 1 from reply_version v where v.reply_id = r.id)
                    from reply r
                    where r.id in (%s)""".formatted(marks(ids)),
                    r -> new Source(r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5),
                            r.getString(6), r.getString(7), r.getString(8), r.getString(9), r.getString(10),
                            r.getString(11), r.getBoolean(12)),
                    and(ids)).forEach(s -> sources.put(s.id(), s));
        }
        return sources;
    }

    private List<Promise> promises(long region, Collection<Long> indicators) throws SQLException {
        return rows("""
                select p.id, p.code, p.indicator_id, p.kind, p.printed, p.target_value, p.value_hi, p.qualifier,
                    p.print_step, p.low, p.low_end, p.high, p.high_end, p.window_from, p.window_to, c.id, c.reply_id,
                    c.start_pos, c.end_pos, c.exact_text, c.prefix_text, c.suffix_text
                from indicator i
                join commitment p on p.indicator_id = i.id
                join citation c on c.id = p.citation_id
                where i.id in (%s) and p.region_id = ? and p.approved and p.recorded_to = ?
                order by p.code""".formatted(marks(indicators)),
                r -> new Promise(r.getLong(1), r.getString(2), r.getLong(3), r.getString(4), r.getString(5),
                        r.getBigDecimal(6), r.getBigDecimal(7), r.getString(8), r.getBigDecimal(9), r.getBigDecimal(10),
                        r.getString(11), r.getBigDecimal(12), r.getString(13), r.getInt(14), number(r, 15),
                        r.getLong(16), r.getLong(17), number(r, 18), number(r, 19), r.getString(20), r.getString(21),
                        r.getString(22)),
                and(indicators, region, OPEN_END));
    }

    private List<Assumption> assumptions(List<Promise> promises) throws SQLException {
        if (promises.isEmpty()) {
            return List.of();
        }
        var codes = promises.stream().map(Promise::code).toList();
        return rows("""
                select commitment_code, indicator_id, period_code, upper_bound, grounds
                from assumption
                where commitment_code in (%s) and approved and recorded_to = ?""".formatted(marks(codes)),
                r -> new Assumption(r.getString(1), r.getLong(2), r.getString(3), r.getBigDecimal(4), r.getString(5)),
                and(codes, OPEN_END));
    }

    private <T> List<T> rows(String sql, Mapping<T> mapping, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var result = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    result.add(mapping.map(rows));
                }
            }
            return result;
        }
    }

    private static String marks(Collection<?> values) {
        return values.stream().map(v -> "?").collect(Collectors.joining(", "));
    }

    private static Object[] and(Collection<?> many, Object... further) {
        var all = new ArrayList<Object>(many);
        all.addAll(List.of(further));
        return all.toArray();
    }

    private static @Nullable Integer number(ResultSet row, int column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    private static @Nullable Long id(ResultSet row, int column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : id;
    }
}
