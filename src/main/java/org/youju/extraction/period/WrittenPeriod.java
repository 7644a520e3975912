package org.youju.extraction.period;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.text.Shadow;
import org.youju.figure.Period;
import org.youju.figure.PeriodFormatException;

/** Reads a period as people write it: by its code, 2018/.., or in the words of a text, 2018年起. */
public final class WrittenPeriod {

    private static final int LONGEST = 40;

    private WrittenPeriod() {
    }

    /**
     * The period that a text is, empty where it is none or says more than a period.
     *
     * @param document the date by which 今年 and 目前 are told, or null
     */
    public static Optional<Period> read(String text, @Nullable LocalDate document) {
        var written = text.strip();
        if (written.isEmpty() || written.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(Period.parse(written));
        } catch (PeriodFormatException e) {
            return inWords(Shadow.of(written).text().strip(), document);
        }
    }

    private static Optional<Period> inWords(String text, @Nullable LocalDate document) {
        var state = text.startsWith("截至");
        var words = state ? text.substring(2) : text;
        if (words.isEmpty() || !TimeWords.mayBegin(words.charAt(0))) {
            return Optional.empty();
        }
        var word = new TimeWords(words).at(0);
        if (word == null || word.end() < words.length()) {
            return Optional.empty();
        }
        // a person who writes 2018年起 means no end, as a promise does
        return Optional.of((state ? word.asState() : word).period(document, 0, word.shape() == TimeWord.Shape.SINCE))
                .filter(period -> !(period instanceof Period.Unknown));
    }
}
