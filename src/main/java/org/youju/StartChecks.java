package org.youju;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.youju.security.account.DemoAccounts;

/**
 * Finds within a second what would end a start only later and in many lines: a demonstration that others could reach,
 * the data folder, the port and the database are tried before anything else. What fails afterwards is told by
 * {@link StartFailureReporter}.
 */
class StartChecks implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final int DATABASE_PATIENCE_SECONDS = 10;

    /** After the settings are read, before the log opens its file in the data folder. */
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var settings = event.getEnvironment();
        if (settings.acceptsProfiles(Profiles.of(DemoAccounts.PROFILE))) {
            DemoAccounts.requireLoopback(settings);
        }
        dataFolder(settings);
        port(settings);
        database(settings);
    }

    private static void dataFolder(Environment settings) {
        var home = settings.getRequiredProperty("youju.home");
        try {
            var folder = Files.createDirectories(Path.of(home));
            Files.delete(Files.createTempFile(folder, "writable", null));
        } catch (IOException | InvalidPathException e) {
            throw new CannotStart("start.home.unwritable", home);
        }
    }

    private static void port(Environment settings) {
        var text = settings.getRequiredProperty("server.port");
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
            throw new CannotStart("start.port.wrong", text);
        }
        var port = Integer.parseInt(text);
        var address = settings.getProperty("server.address");
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address == null
                    ? new InetSocketAddress(port)
                    : new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (BindException e) {
            var denied = String.valueOf(e.getMessage()).contains("Permission denied");
            throw new CannotStart(denied ? "start.port.denied" : "start.port.used", text);
        } catch (IOException e) {
            throw new CannotStart("start.address.wrong", address);
        }
    }

    private static void database(Environment settings) {
        var url = settings.getRequiredProperty("spring.datasource.url");
        DriverManager.setLoginTimeout(DATABASE_PATIENCE_SECONDS);
        try {
            DriverManager.getConnection(url, settings.getProperty("spring.datasource.username", ""),
                    settings.getProperty("spring.datasource.password", "")).close();
        } catch (SQLException e) {
            throw url.startsWith("jdbc:h2:")
                    ? databaseFile(e, settings.getRequiredProperty("youju.home"))
                    : databaseServer(e, withoutSecrets(url));
        }
    }

    private static CannotStart databaseFile(SQLException problem, String home) {
        return switch (problem.getErrorCode()) {
            case H2Error.ALREADY_OPEN -> new CannotStart("start.home.used", home);
            case H2Error.FILE_VERSION -> new CannotStart("start.database.version", home);
            default -> new CannotStart("start.database.unreadable", home, firstLine(problem));
        };
    }

    private static CannotStart databaseServer(SQLException problem, String url) {
        var state = String.valueOf(problem.getSQLState());
        if (state.startsWith("28")) {
            return new CannotStart("start.database.refused", url);
        }
        if (state.equals("3D000")) {
            return new CannotStart("start.database.absent", url);
        }
        return new CannotStart("start.database.unreachable", url, firstLine(problem));
    }

    private static String withoutSecrets(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    private static String firstLine(SQLException problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    }

    /** Numbers of H2's {@code org.h2.api.ErrorCode}, which is not on the compiler's path. */
    private static final class H2Error {

        static final int ALREADY_OPEN = 90020;
        static final int FILE_VERSION = 90048;
    }
}
