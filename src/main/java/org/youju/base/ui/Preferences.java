package org.youju.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The language and the colour scheme that a browser remembers for a year, read before the first page is drawn. */
@Component
class Preferences implements VaadinServiceInitListener {

    static final String LANGUAGE = "yj-language";
    static final String SCHEME = "yj-scheme";

    /** The colour scheme: what the system says, or always one of the two. */
    enum Scheme {
        AUTO, LIGHT, DARK;

        /** The word in cookies and in the {@code data-scheme} attribute. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(Preferences::dress);
        event.getSource().addUIInitListener(init -> {
            var language = language(VaadinRequest.getCurrent());
            init.getUI().getSession().setLocale(language);
            init.getUI().setLocale(language);
            ConnectionWords.tell(init.getUI());
        });
    }

    private static void dress(IndexHtmlResponse response) {
        var html = response.getDocument().child(0);
        html.attr("lang", language(response.getVaadinRequest()).toLanguageTag());
        html.attr("data-scheme", scheme(response.getVaadinRequest()).word());
    }

    /** The cookie's language, else the first that the browser asks for and we have, else Chinese. */
    static Locale language(@Nullable VaadinRequest request) {
        if (request == null) {
            return Translations.CHINESE;
        }
        var remembered = cookie(request, LANGUAGE).map(Locale::forLanguageTag);
        var asked = Collections.list(request.getLocales()).stream();
        return Stream.concat(remembered.stream(), asked)
                .filter(locale -> request.getHeader("Accept-Language") != null || remembered.isPresent())
                .flatMap(locale -> Preferences.ours(locale).stream())
                .findFirst()
                .orElse(Translations.CHINESE);
    }

    private static Optional<Locale> ours(Locale locale) {
        return switch (locale.getLanguage()) {
            case "zh" -> Optional.of(Translations.CHINESE);
            case "en" -> Optional.of(Translations.ENGLISH);
            default -> Optional.empty();
        };
    }

    static Scheme scheme(@Nullable VaadinRequest request) {
        var word = request == null ? Optional.<String>empty() : cookie(request, SCHEME);
        return Arrays.stream(Scheme.values())
                .filter(scheme -> word.filter(scheme.word()::equals).isPresent())
                .findFirst()
                .orElse(Scheme.AUTO);
    }

    /** Remembers the language and shows the page in it. */
    static void speak(UI ui, Locale language) {
        remember(LANGUAGE, language.toLanguageTag());
        ui.getSession().setLocale(language);
        ui.setLocale(language);
        ui.getPage().reload();
    }

    /** Remembers the scheme and colours the page by it. */
    static void colour(UI ui, Scheme scheme) {
        remember(SCHEME, scheme.word());
        ui.getElement().executeJs("document.documentElement.dataset.scheme = $0", scheme.word());
    }

    private static void remember(String name, String value) {
        var response = VaadinResponse.getCurrent();
        if (response != null) {
            var cookie = new Cookie(name, value);
            cookie.setPath("/");
            cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
            var request = VaadinRequest.getCurrent();
            cookie.setSecure(request != null && request.isSecure());
            response.addCookie(cookie);
        }
    }

    private static Optional<String> cookie(VaadinRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream().flatMap(Arrays::stream)
                .filter(cookie -> name.equals(cookie.getName()))
                .map(Cookie::getValue)
                .findFirst();
    }
}
