package org.youju.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.youju.base.ui.Translations;

/** The language that a caller reads: Chinese unless {@code Accept-Language} prefers English. */
final class Language {

    private Language() {
    }

    static Locale of(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null || header.isBlank()) {
            return Translations.CHINESE;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(header), List.of(Locale.CHINESE, Locale.ENGLISH));
            return Locale.ENGLISH.equals(best) ? Translations.ENGLISH : Translations.CHINESE;
        } catch (IllegalArgumentException e) {
            return Translations.CHINESE;
        }
    }
}
