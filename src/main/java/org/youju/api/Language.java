package org.youju.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.youju.base.ui.Translations;

/** The language that a caller reads. */
final class Language {

    private Language() {
    }

    static Locale of(HttpServletRequest request) {
        return Translations.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
