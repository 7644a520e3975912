package org.youju.check;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** The sentences of the product's own translations. */
public final class Sentences {

    private static final Properties CHINESE = load("translations.properties");
    private static final Properties ENGLISH = load("translations_en.properties");

    private Sentences() {
    }

    public static String write(Explanation explanation, Locale locale) {
        return write(explanation.key(), explanation.written(locale), locale);
    }

    public static String write(String key, Object[] arguments, Locale locale) {
        var sentences = locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
        return MessageFormat.format(Objects.requireNonNull(sentences.getProperty(key), key), arguments);
    }

    private static Properties load(String name) {
        var properties = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(Sentences.class.getResourceAsStream("/vaadin-i18n/" + name)),
                StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
