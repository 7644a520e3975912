package org.youju.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.env.MockEnvironment;
import org.youju.Engine;
import org.youju.observation.approval.VerifyCommand;
import org.youju.security.audit.AuditCommand;

/**
 * Kills what records figures, and looks for every figure that it had acknowledged: the product with H2 inside it; the
 * server of PostgreSQL with all its processes, and the product.
 */
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
    void nothing_acknowledged_is_lost_when_the_process_is_killed_and_its_trail_stays_whole(Engine engine) throws Exception {
        if (engine == Engine.H2) {
            var url = "jdbc:h2:file:" + home.resolve("youju") + ";" + Engine.h2Options();
            var acknowledged = acknowledgedUntil(() -> { }, Map.of());
            try (var store = DriverManager.getConnection(url)) {
                assertThat(recorded(store)).containsAll(acknowledged);
            }
            assertWhole(url, "");
            return;
        }
        List<String> acknowledged;
        try (var server = server()) {
            acknowledged = acknowledgedUntil(this::killServer, Map.of("YOUJU_DB_URL",
                    server.getJdbcUrl("postgres", "postgres"), "YOUJU_DB_USER", "postgres",
                    "YOUJU_DB_PASSWORD", "postgres"));
            assertThat(ProcessHandle.of(postmaster())).as("the server is gone").isEmpty();
        }
        try (var server = server(); var store = server.getPostgresDatabase().getConnection()) {
            assertThat(recorded(store)).containsAll(acknowledged);
            assertWhole(server.getJdbcUrl("postgres", "postgres"), "postgres");
        }
    }

    /** Every entry of the audit trail follows from the one before it, and each approved row says what was approved. */
    private static void assertWhole(String url, String user) {
        var said = new ByteArrayOutputStream();
        var settings = new MockEnvironment().withProperty("spring.datasource.url", url)
                .withProperty("spring.datasource.username", user).withProperty("spring.datasource.password", user);
        assertThat(AuditCommand.run(settings, new PrintStream(said, true, StandardCharsets.UTF_8), VerifyCommand::checks))
                .as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    /** On a folder that stays; as safe as PostgreSQL is by itself, which embedded ones are not. */
    private EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("postgres").resolve("postmaster.pid")).getFirst().strip());
    }

    /** All its processes at once, the first one first, so that none is left to save anything. */
    private void killServer() {
        try {
            var first = ProcessHandle.of(postmaster()).orElseThrow();
            var all = Stream.concat(Stream.of(first), first.descendants()).toList();
            assertThat(all).as("it has processes of its own").hasSizeGreaterThan(1);
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(process -> process.onExit().join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the writer has acknowledged when it is killed, right after something else is. */
    private List<String> acknowledgedUntil(Runnable kill, Map<String, String> settings) throws Exception {
        var console = home.resolve("console.txt");
        writer = startWriter(console, settings);
        var acknowledged = new ArrayList<String>();
        try (var lines = writer.inputReader(StandardCharsets.UTF_8)) {
            String line;
            var killed = false;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith(DurableWriter.ACKNOWLEDGED) && line.endsWith(DurableWriter.WHOLE)) {
                    acknowledged.add(line.substring(DurableWriter.ACKNOWLEDGED.length()));
                }
                if (acknowledged.size() == ACKNOWLEDGED_BEFORE_THE_KILL && !killed) {
                    killed = true;
                    kill.run();
                    // by its handle, which leaves what it has said to be read
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(acknowledged).as(Files.readString(console))
                .hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_THE_KILL)
                .anyMatch(printed -> printed.startsWith("约")).anyMatch(printed -> printed.endsWith("余家"))
                .anyMatch(printed -> printed.startsWith(State.APPROVED.name()));
        return acknowledged;
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

    /** The words of all rows, and how each of them stood. */
    private static List<String> recorded(Connection store) throws SQLException {
        var printed = new ArrayList<String>();
        try (var rows = store.createStatement().executeQuery("select printed, state from observation")) {
            while (rows.next()) {
                printed.add(rows.getString(1));
                printed.add(rows.getString(2) + " " + rows.getString(1));
            }
        }
        return printed;
    }
}
