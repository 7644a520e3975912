package org.youju;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the product in a JVM of its own and reads what a person would read on the console. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StartTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern ADDRESS = Pattern.compile("Youju is ready: open (\\S+) ");

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void leaveNothingRunning() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void a_start_says_where_it_answers_keeps_others_out_and_stops_cleanly() throws Exception {
        var home = folder.resolve("home");
        var youju = start(home, Map.of("PORT", "0"));
        var address = youju.address();
        assertThat(youju.console()).contains("有据已就绪").contains("Log in as").contains("按 Ctrl-C 停止");
        assertThat(statusOf(address + "/login")).isLessThan(500);

        var onSameFolder = start(home, Map.of("PORT", "0"));
        assertThat(onSameFolder.exitCode()).isEqualTo(1);
        assertThat(onSameFolder.console()).contains(home + " is in use by another Youju").contains("YOUJU_HOME");

        var port = String.valueOf(URI.create(address).getPort());
        var onSamePort = start(folder.resolve("other"), Map.of("PORT", port));
        assertThat(onSamePort.exitCode()).isEqualTo(1);
        assertThat(onSamePort.console()).contains("Port " + port + " is in use by another program").contains("PORT=");

        youju.process().destroy();
        assertThat(youju.exitCode()).as("ended by SIGTERM").isEqualTo(143);
        assertThat(youju.console()).doesNotContain("Exception").doesNotContain("\tat ");
        DriverManager.getConnection(databaseIn(home)).close();
        assertThat(Files.exists(home.resolve("logs/youju.log"))).isTrue();
    }

    @Test
    void a_port_in_use_is_named() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var youju = start(folder, Map.of("PORT", String.valueOf(taken.getLocalPort())));
            youju.assertRefuses("Port " + taken.getLocalPort() + " is in use by another program");
        }
    }

    @Test
    void a_port_that_is_no_number_is_refused() throws Exception {
        start(folder, Map.of("PORT", "http")).assertRefuses("PORT is “http”");
    }

    @Test
    void a_demonstration_that_other_machines_could_reach_is_refused() throws Exception {
        start(folder, Map.of("SERVER_ADDRESS", "0.0.0.0")).assertRefuses("The demo profile has passwords that everybody");
    }

    @Test
    void a_data_folder_that_another_process_holds_is_named() throws Exception {
        try (var holder = DriverManager.getConnection(databaseIn(folder))) {
            assertThat(holder.isValid(1)).isTrue();
            start(folder, Map.of()).assertRefuses("The data folder " + folder + " is in use by another Youju");
        }
    }

    @Test
    void a_data_folder_that_can_not_be_written_to_is_named() throws Exception {
        var file = Files.writeString(folder.resolve("a-file"), "");
        start(file.resolve("home"), Map.of()).assertRefuses("The data folder " + file + "/home can’t be written to");
    }

    @Test
    void a_damaged_database_file_is_named() throws Exception {
        Files.writeString(folder.resolve("youju.mv.db"), "not a database ".repeat(1000));
        start(folder, Map.of()).assertRefuses("The database file " + folder + "/youju.mv.db can’t be opened");
    }

    @Test
    void a_PostgreSQL_that_does_not_answer_is_named() throws Exception {
        var url = "jdbc:postgresql://127.0.0.1:" + closedPort() + "/youju";
        start(folder, Map.of("YOUJU_DB_URL", url)).assertRefuses("The database " + url + " can’t be reached");
    }

    @Test
    void a_PostgreSQL_without_the_database_is_told() throws Exception {
        try (var database = Engine.POSTGRESQL.fresh()) {
            var url = ((HikariDataSource) database.dataSource()).getJdbcUrl().replaceAll("/[^/]+$", "/absent");
            start(folder, Map.of("YOUJU_DB_URL", url, "YOUJU_DB_USER", "postgres", "YOUJU_DB_PASSWORD", "postgres"))
                    .assertRefuses("The database " + url + " does not exist");
        }
    }

    private Running start(Path home, Map<String, String> settings) throws IOException {
        var console = Files.createTempFile(folder, "console", ".txt");
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
                "-cp", classPathWithoutTests(), YoujuApplication.class.getName());
        var environment = new HashMap<String, String>();
        environment.put("YOUJU_HOME", home.toString());
        environment.put("PORT", "0");
        environment.put("SPRING_PROFILES_ACTIVE", "demo");
        environment.putAll(settings);
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.redirectErrorStream(true).redirectOutput(console.toFile()).start();
        started.add(process);
        return new Running(process, console);
    }

    private static String classPathWithoutTests() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String databaseIn(Path home) {
        return "jdbc:h2:file:" + home.resolve("youju") + ";" + Engine.h2Options();
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static int statusOf(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /** A JVM and the file that its console is written to. */
    private record Running(Process process, Path file) {

        String console() throws IOException {
            return Files.readString(file);
        }

        int exitCode() throws IOException, InterruptedException {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(console()).isTrue();
            return process.exitValue();
        }

        /** Waits until the console names the address. */
        String address() throws IOException, InterruptedException {
            var deadline = Instant.now().plus(PATIENCE);
            while (Instant.now().isBefore(deadline) && process.isAlive()) {
                var address = ADDRESS.matcher(console());
                if (address.find()) {
                    return address.group(1);
                }
                Thread.sleep(100);
            }
            throw new AssertionError("It did not start: " + console());
        }

        /** The start ended with exit code 1, and two lines on the console: the sentence in both languages. */
        void assertRefuses(String sentence) throws IOException, InterruptedException {
            assertThat(exitCode()).as(console()).isEqualTo(1);
            assertThat(console()).startsWith(sentence);
            assertThat(console().lines()).hasSize(2);
        }
    }
}
