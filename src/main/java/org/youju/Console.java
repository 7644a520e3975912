package org.youju;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;

/** What is said before anybody can choose a language: each sentence in English, then in Chinese. */
final class Console {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.ROOT);

    private Console() {
    }

    /** The sentence of the translations under {@code key}, one line a language; arguments are written as they are. */
    static String inBothLanguages(String key, Object... arguments) {
        var texts = Arrays.stream(arguments).map(String::valueOf).toArray();
        return LANGUAGES.stream().map(language -> sentence(key, language, texts)).collect(Collectors.joining("\n"));
    }

    private static String sentence(String key, Locale language, Object[] arguments) {
        var sentences = ResourceBundle.getBundle("vaadin-i18n/translations", language,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return MessageFormat.format(sentences.getString(key), arguments);
    }
}
