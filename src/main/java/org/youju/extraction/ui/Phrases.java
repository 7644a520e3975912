package org.youju.extraction.ui;

import com.vaadin.flow.component.Component;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.extraction.review.CandidateState;
import org.youju.extraction.review.ReviewCandidate;
import org.youju.extraction.review.Terms;
import org.youju.indicator.Catalogue;

/** The words in which the desk speaks of candidates. */
final class Phrases {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Component page;
    private final Locale locale;
    private final Supplier<Catalogue> catalogue;
    private final ZoneId zone;

    /** @param page whose translations they are */
    Phrases(Component page, Locale locale, Supplier<Catalogue> catalogue, ZoneId zone) {
        this.page = page;
        this.locale = locale;
        this.catalogue = catalogue;
        this.zone = zone;
    }

    Locale locale() {
        return locale;
    }

    String say(String key, Object... arguments) {
        return page.getTranslation(key, arguments);
    }

    String state(ReviewCandidate candidate) {
        return say("desk.state." + candidate.state());
    }

    StateBadge badge(ReviewCandidate candidate) {
        return switch (candidate.state()) {
            case PROPOSED -> new StateBadge(Tone.NONE, Glyph.NO_DATA, state(candidate));
            case ACCEPTED -> new StateBadge(Tone.OK, Glyph.MET, state(candidate));
            case REJECTED -> new StateBadge(Tone.NONE, Glyph.REJECTED, state(candidate));
            case DUPLICATE -> new StateBadge(Tone.NONE, Glyph.COPY, state(candidate));
        };
    }

    /** The class in which a state is drawn, in the text, on the strip and in the list. */
    static String style(CandidateState state) {
        return "yj-is-" + state.name().toLowerCase(Locale.ROOT);
    }

    /** The indicator it is taken for; else why it was rejected, what it repeats, or what the text says it is about. */
    String about(ReviewCandidate candidate) {
        if (candidate.state() == CandidateState.REJECTED && candidate.note() != null) {
            return candidate.note();
        }
        if (candidate.state() == CandidateState.DUPLICATE && candidate.duplicateOf() != null) {
            return say("desk.duplicate-of", candidate.duplicateOf());
        }
        var code = candidate.terms().indicator();
        return code == null ? candidate.terms().subject() : catalogue.get().name(code, locale);
    }

    /** Its window for a promise, else its period. */
    String period(Terms terms) {
        var promise = terms.promise();
        if (promise == null) {
            return terms.period().label(locale);
        }
        return promise.to() == null ? say("desk.window.open", promise.from())
                : promise.to().equals(promise.from()) ? say("desk.window.year", promise.from())
                : say("desk.window", promise.from(), promise.to());
    }

    /** Value, scale and unit as they are written, without their limiting word. */
    static String written(Terms terms) {
        return TermsForm.numbers(terms) + terms.multiplier() + terms.unit();
    }

    /** Who decided what, and when. */
    String decision(ReviewCandidate candidate) {
        var at = candidate.decidedAt();
        return say("desk.decided", candidate.decidedBy() == null ? "" : candidate.decidedBy(),
                at == null ? "" : MINUTE.withZone(zone).format(at), state(candidate));
    }

    static int percent(double confidence) {
        return (int) Math.round(confidence * 100);
    }

    String reasons(ReviewCandidate candidate) {
        return candidate.reasons().stream().sorted(Comparator.naturalOrder())
                .map(reason -> say("desk.reason." + reason)).collect(Collectors.joining(say("desk.and")));
    }
}
