package org.youju;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.youju.security.account.UnsafeDemo;

/**
 * Says on the console in a sentence why a start failed; the stack trace, where it can help, is in the log file only.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailureReporter implements SpringBootExceptionReporter {

    private static final Logger LOG = LoggerFactory.getLogger(StartFailureReporter.class);

    private final String log;

    /** @param context null where the failure came before there was one */
    StartFailureReporter(@Nullable ConfigurableApplicationContext context) {
        var name = context == null ? null : context.getEnvironment().getProperty("logging.file.name");
        this.log = name == null ? "youju.log" : name;
    }

    @Override
    public boolean reportException(Throwable failure) {
        System.err.println(sentence(failure, log));
        if (!(failure instanceof CannotStart || failure instanceof UnsafeDemo)) {
            LOG.debug("The start failed.", failure);
        }
        return true;
    }

    /** The sentence for the first cause that is known, else for the deepest. */
    static String sentence(Throwable failure, String log) {
        return switch (failure) {
            case CannotStart known -> String.valueOf(known.getMessage());
            case PortInUseException e -> Console.inBothLanguages("start.port.used", e.getPort());
            case UnsafeDemo e -> Console.inBothLanguages("start.demo.exposed");
            case FlywayValidateException e -> Console.inBothLanguages("start.schema.differs", log);
            case Throwable e when e.getCause() != null -> sentence(e.getCause(), log);
            case Throwable e -> Console.inBothLanguages("start.failed", e, log);
        };
    }
}
