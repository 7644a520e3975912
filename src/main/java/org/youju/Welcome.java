package org.youju;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Profiles;

/** Says where the product answers and how to log in, once it does answer. */
class Welcome implements ApplicationListener<ApplicationReadyEvent> {

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (!(event.getApplicationContext() instanceof WebServerApplicationContext context)) {
            return;
        }
        var settings = context.getEnvironment();
        var address = "http://%s:%d".formatted(
                settings.getProperty("server.address", "127.0.0.1"), context.getWebServer().getPort());
        var logIn = settings.acceptsProfiles(Profiles.of("demo")) ? "start.login.demo" : "start.login.accounts";
        System.out.println();
        System.out.println(Console.inBothLanguages("start.ready", address));
        System.out.println(Console.inBothLanguages(logIn));
        System.out.println(Console.inBothLanguages("start.stop"));
    }
}
