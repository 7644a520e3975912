package org.youju;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * H2 turns some conditions, a list of constants above all, into ones that hold on to the connection that made them. A
 * pool closes that connection one day, and nothing could be written into the table until the next start.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckConstraintTest {

    private static final Pattern CHECK = Pattern.compile("(?i)check constraint [^\"]*\"([a-z_]+)");

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";" + Engine.h2Options();

    /** Each migration by connections of its own, which are closed when it ends. */
    private void migrate(String target) {
        Flyway.configure().dataSource(new DriverManagerDataSource(url)).locations("classpath:db/migration")
                .target(target).load().migrate();
    }

    @Test
    void every_condition_of_every_table_outlives_the_connection_that_made_it() throws SQLException {
        try (var open = DriverManager.getConnection(url)) {
            migrate("latest");
            assertThat(broken(open)).isEmpty();
        }
    }

    @Test
    void a_database_that_was_migrated_earlier_and_has_been_open_since_is_cured() throws SQLException {
        try (var open = DriverManager.getConnection(url)) {
            migrate("51");
            assertThat(broken(open)).as("before").containsExactly("indicator_state_ck");
        }
        try (var open = DriverManager.getConnection(url)) {
            migrate("51");
            migrate("latest");
            assertThat(broken(open)).isEmpty();
        }
    }

    /** Inserts a row of what no column can do without into every table, dropping what it offends until it goes in. */
    private static List<String> broken(Connection connection) throws SQLException {
        run(connection, "set referential_integrity false");
        var broken = new ArrayList<String>();
        var tables = rows(connection, """
                select distinct table_name from information_schema.table_constraints
                where constraint_type = 'CHECK' order by table_name""");
        assertThat(tables).contains(List.of("indicator"), List.of("observation"), List.of("withdrawal"));
        for (var table : tables) {
            insert(connection, table.getFirst(), broken);
        }
        return broken;
    }

    private static void insert(Connection connection, String table, List<String> broken) throws SQLException {
        var columns = rows(connection, """
                select column_name, upper(data_type) from information_schema.columns
                where table_name = '%s' and is_nullable = 'NO' and column_default is null and is_identity = 'NO'
                """.formatted(table));
        var insert = columns.isEmpty() ? "insert into " + table + " default values"
                : "insert into " + table + columns.stream().map(List::getFirst).collect(joining(", ", " (", ")"))
                        + columns.stream().map(it -> value(it.get(1))).collect(joining(", ", " values (", ")"));
        while (true) {
            try {
                run(connection, insert);
                return;
            } catch (SQLException e) {
                var check = CHECK.matcher(e.getMessage());
                assertThat(check.find()).as(insert + ": " + e.getMessage()).isTrue();
                if (e.getErrorCode() == ErrorCode.CHECK_CONSTRAINT_INVALID) {
                    broken.add(check.group(1));
                }
                run(connection, "alter table " + table + " drop constraint " + check.group(1));
            }
        }
    }

    private static String value(String type) {
        return switch (type) {
            case "BOOLEAN" -> "true";
            case "DATE" -> "date '2026-01-01'";
            case "TIMESTAMP WITH TIME ZONE" -> "timestamp with time zone '2026-01-01 00:00:00+00'";
            case "CHARACTER", "CHARACTER VARYING" -> "'A'";
            default -> "1";
        };
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<String>>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
