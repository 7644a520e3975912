package org.youju.observation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.youju.Engine;

/** Kills a JVM that records figures, and looks for every figure that it had acknowledged. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DurabilityTest {

    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 100;

    @TempDir
    Path home;

    private Process writer;

    @AfterEach
    void leaveNothingRunning() {
        if (writer != null) {
            writer.destroyForcibly();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void no_acknowledged_figure_is_lost_when_the_process_is_killed(Engine engine) throws Exception {
        if (engine == Engine.H2) {
            var url = "jdbc:h2:file:" + home.resolve("youju") + ";" + Engine.h2Options();
            killAndLook(Map.of(), () -> DriverManager.getConnection(url));
        } else {
            try (var database = engine.fresh()) {
                var pool = (HikariDataSource) database.dataSource();
                killAndLook(Map.of("YOUJU_DB_URL", pool.getJdbcUrl(), "YOUJU_DB_USER", pool.getUsername(),
                        "YOUJU_DB_PASSWORD", pool.getPassword()), pool::getConnection);
            }
        }
    }

    private void killAndLook(Map<String, String> settings, Callable<Connection> store) throws Exception {
        var console = home.resolve("console.txt");
        writer = startWriter(console, settings);
        var acknowledged = new ArrayList<String>();
        try (var lines = writer.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while (acknowledged.size() < ACKNOWLEDGED_BEFORE_THE_KILL && (line = lines.readLine()) != null) {
                if (line.startsWith(DurableWriter.ACKNOWLEDGED)) {
                    acknowledged.add(line.substring(DurableWriter.ACKNOWLEDGED.length()));
                }
            }
            writer.destroyForcibly();
        }
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(acknowledged).as(Files.readString(console)).hasSize(ACKNOWLEDGED_BEFORE_THE_KILL)
                .anyMatch(printed -> printed.startsWith("约")).anyMatch(printed -> printed.endsWith("余家"));
        assertThat(recorded(store)).containsAll(acknowledged);
    }

    private Process startWriter(Path console, Map<String, String> settings) throws IOException {
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dstdout.encoding=UTF-8",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                DurableWriter.class.getName());
        builder.environment().put("YOUJU_HOME", home.toString());
        builder.environment().putAll(settings);
        return builder.redirectError(console.toFile()).start();
    }

    private static List<String> recorded(Callable<Connection> store) throws Exception {
        var printed = new ArrayList<String>();
        try (var connection = store.call();
                var rows = connection.createStatement().executeQuery("select printed from observation")) {
            while (rows.next()) {
                printed.add(rows.getString(1));
            }
        }
        return printed;
    }
}
