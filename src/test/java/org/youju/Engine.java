package org.youju;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.SQLDialect;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The two databases that Youju runs on. Property tests, which know no lifecycle, take their databases from here. */
public enum Engine {

    /** In memory, with the very options of the product's own file; gone when its last connection closes. */
    H2 {
        @Override
        public TestDatabase fresh() {
            var name = "jdbc:h2:mem:" + UUID.randomUUID() + ";" + h2Options();
            var pool = pool(name, "sa", "");
            migrate(pool);
            return new TestDatabase(pool, SQLDialect.H2, pool::close);
        }
    },

    /** One server for the whole JVM; each database is cloned from a migrated template. */
    POSTGRESQL {
        @Override
        public TestDatabase fresh() {
            var name = "t" + UUID.randomUUID().toString().replace("-", "");
            PostgresServer.run("create database " + name + " template " + PostgresServer.TEMPLATE);
            var pool = pool(PostgresServer.url(name), "postgres", "postgres");
            return new TestDatabase(pool, SQLDialect.POSTGRES, () -> {
                pool.close();
                PostgresServer.run("drop database " + name + " with (force)");
            });
        }
    };

    private final LentDatabases lent = new LentDatabases(this);

    /** A new, empty, migrated database; close it after use. */
    public abstract TestDatabase fresh();

    /** An empty, migrated database, which may have served another test before; close it after use. */
    public TestDatabase lend() {
        return lent.lend();
    }

    /** The product's H2 URL options, as application.properties states them. */
    public static String h2Options() {
        try {
            Properties properties = PropertiesLoaderUtils.loadProperties(
                    new ClassPathResource("application.properties"));
            return properties.getProperty("youju.h2.options");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HikariDataSource pool(String url, String user, String password) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMinimumIdle(1);
        config.setMaximumPoolSize(10);
        return new HikariDataSource(config);
    }

    private static void migrate(DataSource source) {
        Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
    }

    /** Started on first use; ends with the JVM. */
    private static final class PostgresServer {

        static final String TEMPLATE = "youju_template";
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
                try (var connection = server.getPostgresDatabase().getConnection()) {
                    connection.createStatement().execute("create database " + TEMPLATE);
                }
                migrate(server.getDatabase("postgres", TEMPLATE));
                return server;
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("The embedded PostgreSQL did not start.", e);
            }
        }

        static String url(String database) {
            return SERVER.getJdbcUrl("postgres", database);
        }

        static void run(String sql) {
            try (var connection = SERVER.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }
}
