package org.youju.base.ui.error;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.youju.base.RuleViolation;

/**
 * The one place that catches what nobody else does: it logs the error under an id and shows one calm sentence with that
 * id, so that a person can name it to whoever reads the log.
 */
@Component
public class Failures implements VaadinServiceInitListener {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SHOWN_MILLISECONDS = 10_000;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(Failures::show));
    }

    /** Logs an error with its trace and returns the id it is found by: eight hexadecimal digits. */
    public static String log(Throwable error) {
        var bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        var id = HexFormat.of().formatHex(bytes);
        LoggerFactory.getLogger(Failures.class).error("Failure {}", id, error);
        return id;
    }

    private static void show(ErrorEvent event) {
        var ui = event.getComponent().flatMap(component -> component.getUI()).orElse(UI.getCurrent());
        var rule = ruleOf(event.getThrowable());
        if (rule != null && ui != null) {
            ui.access(() -> notify(ui.getTranslation(rule.key(), rule.arguments())));
            return;
        }
        if (event.getThrowable() instanceof ClientAbortException) {
            return; // the browser has gone, so nobody is left to be told
        }
        var id = log(event.getThrowable());
        if (ui != null) {
            ui.access(() -> notify(ui.getTranslation("error.failure.sentence", id)));
        }
    }

    private static void notify(String sentence) {
        var notification = Notification.show(sentence, SHOWN_MILLISECONDS, Notification.Position.BOTTOM_START);
        notification.addClassName("yj-notification");
    }

    private static @Nullable RuleViolation ruleOf(Throwable error) {
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (at instanceof RuleViolation rule) {
                return rule;
            }
        }
        return null;
    }
}
