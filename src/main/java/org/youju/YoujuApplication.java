package org.youju;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts Youju and names what every page loads: push, the theme and the style sheets. */
@SpringBootApplication
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("youju/tokens.css")
@StyleSheet("youju/base.css")
@StyleSheet("youju/shell.css")
@StyleSheet("youju/components.css")
@StyleSheet("youju/dashboard.css")
@StyleSheet("youju/reader.css")
@StyleSheet("youju/intake.css")
@StyleSheet("youju/review.css")
@StyleSheet("youju/entry.css")
@StyleSheet("youju/security.css")
@StyleSheet("youju/todo.css")
@StyleSheet("youju/dossier.css")
@StyleSheet("youju/catalogue.css")
@StyleSheet("youju/compare.css")
@StyleSheet("youju/quote.css")
@StyleSheet("youju/ledger.css")
@StyleSheet("youju/print.css")
@StyleSheet("youju/forced.css")
public class YoujuApplication implements AppShellConfigurator {

    public static void main(String[] args) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        var application = new SpringApplication(YoujuApplication.class);
        application.addListeners(new StartChecks(), new Welcome());
        application.run(args);
    }

    /** The time of day where the figures are; tests put a fixed one in its place. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("有据 Youju");
        settings.addMetaTag("color-scheme", "light dark");
        settings.addFavIcon("icon", "youju/icon.svg", "any");
    }
}
