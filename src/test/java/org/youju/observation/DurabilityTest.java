package org.youju.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void no_acknowledged_figure_is_lost_when_the_process_is_killed() throws Exception {
        var console = home.resolve("console.txt");
        writer = startWriter(console);
        var acknowledged = new ArrayList<Long>();
        try (var lines = writer.inputReader()) {
            String line;
            while (acknowledged.size() < ACKNOWLEDGED_BEFORE_THE_KILL && (line = lines.readLine()) != null) {
                if (line.startsWith(DurableWriter.ACKNOWLEDGED)) {
                    acknowledged.add(Long.valueOf(line.substring(DurableWriter.ACKNOWLEDGED.length())));
                }
            }
            writer.destroyForcibly();
        }
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(acknowledged).as(Files.readString(console)).hasSize(ACKNOWLEDGED_BEFORE_THE_KILL);
        assertThat(recorded()).containsAll(acknowledged);
    }

    private Process startWriter(Path console) throws IOException {
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                DurableWriter.class.getName());
        builder.environment().put("YOUJU_HOME", home.toString());
        return builder.redirectError(console.toFile()).start();
    }

    private List<Long> recorded() throws SQLException {
        var ids = new ArrayList<Long>();
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("youju") + ";"
                + Engine.h2Options());
                var rows = connection.createStatement().executeQuery("select id from observation")) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }
}
