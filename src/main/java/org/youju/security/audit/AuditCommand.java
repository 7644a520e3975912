package org.youju.security.audit;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.youju.base.ui.Translations;

/**
 * {@code bin/youju audit}: verifies the audit trail of the data that Youju's settings name, while Youju is stopped or
 * where several may open the data at once. Ends with 0 where the chain is whole, 1 where it is broken, 2 where it could
 * not be read.
 */
public final class AuditCommand {

    /** H2's number for a file that another process holds. */
    private static final int ALREADY_OPEN = 90020;

    private final PrintStream out;
    private final Translations translations = new Translations();

    private AuditCommand(PrintStream out) {
        this.out = out;
    }

    /**
     * Verifies the trail and whatever else is checked beside it, and ends the process.
     *
     * @param checks what is checked beside the trail, given the connection
     */
    public static void main(Function<Connection, List<StoreCheck>> checks) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        Environment settings = new SpringApplicationBuilder(Settings.class).web(WebApplicationType.NONE)
                .logStartupInfo(false).run().getEnvironment();
        System.exit(run(settings, System.out, checks));
    }

    /** Only the settings are read: nothing else of the product starts. */
    @Configuration
    static class Settings {
    }

    /**
     * Verifies the trail and whatever else is checked beside it.
     *
     * @param settings the product's, of which those of the data source are used
     * @param checks   what is checked beside the trail, given the connection
     * @return how the process should end
     */
    public static int run(Environment settings, PrintStream out, Function<Connection, List<StoreCheck>> checks) {
        var command = new AuditCommand(out);
        try (var connection = DriverManager.getConnection(settings.getRequiredProperty("spring.datasource.url"),
                settings.getProperty("spring.datasource.username", ""),
                settings.getProperty("spring.datasource.password", ""))) {
            var whole = command.check(AuditRepository.on(connection));
            return checks.apply(connection).stream().flatMap(check -> check.check().stream())
                    .mapToInt(command::tell).reduce(whole, Math::max);
        } catch (SQLException e) {
            return e.getErrorCode() == ALREADY_OPEN
                    ? command.say(2, "audit.command.used")
                    : command.say(2, "audit.command.unreadable", String.valueOf(e.getMessage()).lines().findFirst()
                            .orElse(""));
        }
    }

    private int check(AuditRepository repository) {
        return switch (Chain.check(repository)) {
            case ChainCheck.Intact intact -> say(0, "audit.command.intact", intact.events(), intact.head());
            case ChainCheck.Broken broken -> say(1, "audit.command.broken", broken.seq());
        };
    }

    private int tell(StoreCheck.Line line) {
        return say(line.whole() ? 0 : 1, line.key(), line.arguments().toArray());
    }

    /** In both languages: nobody could choose one. */
    private int say(int status, String key, Object... arguments) {
        Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
                .map(language -> translations.getTranslation(key, language, arguments))
                .forEach(out::println);
        return status;
    }
}
