package org.youju.observation.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.figure.End;
import org.youju.figure.Figure;
import org.youju.figure.FigureWriter;
import org.youju.observation.ObsStatus;
import org.youju.observation.Observation;
import org.youju.reply.Citation;
import org.youju.reply.Reply;
import org.youju.security.ui.PersonName;

/**
 * What a figure rests on, ready to be shown. Any feature whose figures are cited makes one.
 *
 * @param figure        the figure in words, as it is recorded
 * @param reply         the document
 * @param citations     the spans that state it; empty only with an {@code uncitedReason}
 * @param uncitedReason why no citation states it, or null
 * @param departure     why it says something else than the quoted words, null where it does not
 * @param facts         what is recorded of it
 * @param history       address of the page with the history of the figure, or null
 */
public record Evidence(String figure, Reply reply, List<Citation> citations, @Nullable String uncitedReason,
        @Nullable String departure, List<Fact> facts, @Nullable String history) {

    /**
     * One thing that is recorded.
     *
     * @param nameKey key of its name
     */
    public record Fact(String nameKey, String words) {
    }

    public Evidence {
        citations = List.copyOf(citations);
        facts = List.copyOf(facts);
    }

    /** What a statement rests on, in a language; its history as of the day that the page shows. */
    public static Evidence of(Observation statement, Locale locale) {
        var figure = FigureWriter.show(statement.figure(), locale).text();
        var period = statement.period().label(locale);
        var facts = new ArrayList<>(List.of(
                new Fact("source.recorded", figure),
                new Fact("source.interval", interval(statement.figure(), locale)),
                new Fact("source.period", statement.periodNote() == null ? period
                        : translate(locale, "source.period.note", period, statement.periodNote())),
                new Fact("source.state", state(statement, locale))));
        if (statement.ruling() != null) {
            facts.add(new Fact("source.ruling", translate(locale, "source.ruling.by", statement.ruling().reason(),
                    PersonName.of(statement.ruling().by(), key -> translate(locale, key)))));
        }
        return new Evidence(figure, statement.reply(), statement.citations(), statement.uncitedReason(),
                statement.departure(), facts, Routes.indicator(statement.indicator(), new PageState(Optional.of(statement.region()),
                        OptionalInt.empty(), Routes.shown().asOf())));
    }

    /** The interval of a figure with what its ends are worth; both ends included goes without saying. */
    public static String interval(Figure figure, Locale locale) {
        var words = FigureWriter.interval(figure, locale);
        var interval = figure.interval();
        var notes = new ArrayList<String>();
        if (!interval.isPoint() && interval.isBounded()) {
            note(interval.lowEnd(), "low", locale, notes);
            note(interval.highEnd(), "high", locale, notes);
        }
        return notes.isEmpty() ? words : translate(locale, "source.interval.notes", words,
                String.join(translate(locale, "source.comma"), notes));
    }

    private static void note(End end, String side, Locale locale, List<String> notes) {
        switch (end) {
            case OPEN -> notes.add(translate(locale, "source.end." + side + "-open"));
            case SOFT -> notes.add(translate(locale, "source.end." + side + "-soft"));
            case CLOSED, UNBOUNDED -> { }
        }
    }

    /** Where it stands in approval, and what its source says of its own figure; each word once. */
    private static String state(Observation statement, Locale locale) {
        var words = new LinkedHashSet<String>();
        words.add(translate(locale, "source.state." + statement.state()));
        if (statement.status() != ObsStatus.A) {
            words.add(translate(locale, "source.status." + statement.status()));
        }
        if (statement.vintage() != null) {
            words.add(translate(locale, "source.vintage." + statement.vintage()));
        }
        return String.join(" · ", words);
    }
}
