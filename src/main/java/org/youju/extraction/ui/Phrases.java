package org.youju.extraction.ui;

import com.vaadin.flow.component.Component;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.extraction.PassedOver;
import org.youju.extraction.review.AsRead;
import org.youju.extraction.review.CandidateState;
import org.youju.extraction.review.ReviewCandidate;
import org.youju.extraction.review.Terms;
import org.youju.indicator.Catalogue;
import org.youju.observation.State;

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

    /** What was decided about it. */
    String decided(ReviewCandidate candidate) {
        return say("desk.state." + candidate.state());
    }

    /** Where it stands: what was decided, or how far the draft is that came of it. */
    String state(ReviewCandidate candidate) {
        var draft = candidate.draftState();
        return candidate.state() != CandidateState.ACCEPTED || draft == null ? decided(candidate)
                : say("desk.draft." + draft);
    }

    StateBadge badge(ReviewCandidate candidate) {
        return switch (candidate.state()) {
            case PROPOSED -> new StateBadge(Tone.NONE, Glyph.NO_DATA, state(candidate));
            case ACCEPTED -> draft(candidate.draftState(), state(candidate));
            case REJECTED -> new StateBadge(Tone.NONE, Glyph.REJECTED, state(candidate));
            case DUPLICATE -> new StateBadge(Tone.NONE, Glyph.COPY, state(candidate));
        };
    }

    private static StateBadge draft(@Nullable State reached, String word) {
        return switch (reached) {
            case null -> new StateBadge(Tone.OK, Glyph.MET, word);
            case DRAFT -> new StateBadge(Tone.INFO, Glyph.ENTRY, word);
            case SUBMITTED -> new StateBadge(Tone.INFO, Glyph.CLOCK, word);
            case APPROVED -> new StateBadge(Tone.OK, Glyph.MET, word);
            case RETURNED -> new StateBadge(Tone.WARN, Glyph.BEHIND, word);
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

    /** Value, scale and unit with their limiting word, as they would be printed. */
    String written(Terms terms) {
        return say("desk.written." + terms.qualifier(), TermsForm.numbers(terms.value(), terms.valueHi()) + terms.multiplier(), terms.unit());
    }

    /** What its words were read as, with its period; empty where nobody knows. */
    String read(ReviewCandidate candidate) {
        var read = candidate.read();
        return read == null ? "" : say("desk.differs.said", say("desk.written." + read.qualifier(),
                TermsForm.numbers(read.value(), read.valueHi()) + read.multiplier(), read.unit()),
                read.period().label(locale));
    }

    /** Whether it is, or may become, a figure that is kept. */
    static boolean isKept(ReviewCandidate candidate) {
        return candidate.state() == CandidateState.PROPOSED || candidate.state() == CandidateState.ACCEPTED;
    }

    /** In what a candidate, on some terms, says something else than its words; empty where it does not. */
    Set<AsRead.Part> departures(ReviewCandidate candidate, Terms terms) {
        return AsRead.departures(candidate, terms, catalogue.get());
    }

    /** What its words were read as, and what is said of it instead. */
    String departure(ReviewCandidate candidate, Terms terms) {
        return say("desk.differs.sentence", read(candidate),
                say("desk.differs.said", written(terms), period(terms)));
    }

    /** Who decided what, and when. */
    String decision(ReviewCandidate candidate) {
        var at = candidate.decidedAt();
        return say("desk.decided", candidate.decidedBy() == null ? "" : candidate.decidedBy(),
                at == null ? "" : MINUTE.withZone(zone).format(at), decided(candidate));
    }

    /** What a passage is that the reading passed over. */
    String passedOver(PassedOver number) {
        return say("desk.passed.why", say("desk.passed.why." + number.why()));
    }

    static int percent(double confidence) {
        return (int) Math.round(confidence * 100);
    }

    String reasons(ReviewCandidate candidate) {
        return candidate.reasons().stream().sorted(Comparator.naturalOrder())
                .map(reason -> say("desk.reason." + reason)).collect(Collectors.joining(say("desk.and")));
    }
}
