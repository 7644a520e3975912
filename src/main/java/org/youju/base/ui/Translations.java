package org.youju.base.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.ChoiceFormat;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.youju.base.Named;
import org.youju.base.Word;

/**
 * The product's sentences in Chinese, the default, and English. Numbers stand in them as they are given: a year is
 * 2023, never 2,023; what is {@link Named} is called in the language of the sentence.
 */
@Component
public class Translations implements I18NProvider {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;

    private static final String BUNDLE = "vaadin-i18n.translations";

    /**
     * The language that a caller without a session reads: Chinese unless the header prefers English.
     *
     * @param acceptLanguage the value of {@code Accept-Language}; null where it is not sent
     */
    public static Locale accepted(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return CHINESE;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage),
                    List.of(Locale.CHINESE, Locale.ENGLISH));
            return Locale.ENGLISH.equals(best) ? ENGLISH : CHINESE;
        } catch (IllegalArgumentException e) {
            return CHINESE;
        }
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(CHINESE, ENGLISH);
    }

    @Override
    public Locale getDefaultLocale() {
        return CHINESE;
    }

    /** The sentence of a key; a key that has none is shown as itself and logged, so that it is seen and mended. */
    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        try {
            var sentence = bundle(locale).getString(key);
            return arguments.length == 0 ? sentence : format(sentence, locale, arguments);
        } catch (MissingResourceException e) {
            LoggerFactory.getLogger(Translations.class).warn("No sentence for the key {}", key);
            return key;
        }
    }

    private String format(String sentence, Locale locale, Object[] arguments) {
        var format = new MessageFormat(sentence, locale);
        // what chooses between one and several needs the number itself
        var counts = Arrays.stream(format.getFormats()).anyMatch(ChoiceFormat.class::isInstance);
        var plain = Arrays.stream(arguments).map(it -> switch (it) {
            case Number number -> counts ? number : number.toString();
            case Named named -> named.name(locale);
            case Word word -> getTranslation(word.key(), locale);
            case null, default -> it;
        }).toArray();
        return format.format(plain);
    }

    private static ResourceBundle bundle(Locale locale) {
        var language = ENGLISH.getLanguage().equals(locale.getLanguage()) ? ENGLISH : Locale.ROOT;
        return ResourceBundle.getBundle(BUNDLE, language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
