package org.youju.observation.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.Locale;
import java.util.Optional;
import org.youju.observation.Observation;

/** What a figure that is not as good as a stated one is worth, in a word of the reader's language: 待核实, 预计, 预测. */
public final class StatusWords {

    private StatusWords() {
    }

    /** The word that must stand beside a figure, empty for a firm one. */
    public static Optional<String> of(Observation statement, Locale locale) {
        return statement.status().isFirm() ? Optional.empty()
                : Optional.of(translate(locale, "source.status." + statement.status()).toLowerCase(locale));
    }

    /** A figure in words with that word behind it: 17个（待核实）. */
    public static String marked(String figure, Observation statement, Locale locale) {
        return of(statement, locale).map(word -> translate(locale, "source.marked", figure, word)).orElse(figure);
    }
}
