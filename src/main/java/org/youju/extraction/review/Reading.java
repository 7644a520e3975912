package org.youju.extraction.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.extraction.Candidate;
import org.youju.extraction.Extractor;
import org.youju.extraction.match.Matcher;
import org.youju.extraction.match.Stated;
import org.youju.indicator.Catalogue;

/** Turns what a text states into candidates to be kept: with an indicator where one is likely, and with a region. */
final class Reading {

    private final Catalogue catalogue;
    private final String region;
    private final @Nullable LocalDate issuedOn;

    /** @param region code of the region that the document speaks of */
    Reading(Catalogue catalogue, String region, @Nullable LocalDate issuedOn) {
        this.catalogue = catalogue;
        this.region = region;
        this.issuedOn = issuedOn;
    }

    /** @param figures the figures of the text, in its order */
    List<Found> of(String text, List<Candidate> figures, Matcher matcher) {
        var ranked = matcher.rank(text, figures.stream().map(Stated::of).toList());
        var found = new ArrayList<Found>();
        for (var i = 0; i < figures.size(); i++) {
            found.add(found(i + 1, figures.get(i), Matcher.likely(ranked.get(i)).orElse(null), true, false));
        }
        return found;
    }

    private Found found(int number, Candidate c, @Nullable String indicator, boolean isRead, boolean added) {
        var promise = Promises.of(c, indicator == null ? null : catalogue.indicator(indicator), issuedOn);
        var high = c.valueHi();
        var low = high == null ? c.value() : c.value().min(high);
        var terms = new Terms(low, high == null ? null : c.value().max(high), c.multiplier(), Stated.unit(c),
                c.qualifier(), c.period(), c.kind(), CandidateRepository.subject(c.subject()), indicator, region,
                promise);
        return new Found(number, c.start(), c.end(), c.span(), c.clause(), terms, isRead ? AsRead.of(terms) : null,
                c.confidence(),
                c.reasons().isEmpty() ? Set.of() : EnumSet.copyOf(c.reasons()), c.suggestion(),
                c.belongsTo() == null ? null : c.belongsTo() + 1, added);
    }

    /**
     * The figure that a person selected; where the grammar knows none in it, its number with what follows as the unit.
     *
     * @throws RuleViolation if there is no number in it, or more than one
     */
    Found selected(int number, String text, int start, int end, Matcher matcher) {
        var clause = clause(text, start, end);
        var words = text.substring(start, end);
        var figures = Extractor.read(words, issuedOn).figures();
        if (figures.size() > 1) {
            throw new RuleViolation("review.add.several");
        }
        var read = figures.isEmpty() ? BareNumber.in(words) : figures.getFirst();
        var moved = new Candidate(start + read.start(), start + read.end(), read.span(), read.value(), read.valueHi(),
                read.multiplier(), read.unit(), read.baseValue(), read.qualifier(), read.interval(), read.per(),
                read.period(), read.suggestion(), read.kind(), subject(clause, read.span()), null, clause,
                read.confidence(), read.reasons());
        var guesses = matcher.rank(text, List.of(Stated.of(moved))).getFirst();
        return found(number, moved, Matcher.likely(guesses).orElse(null), !figures.isEmpty(), true);
    }

    private static String subject(String clause, String span) {
        var place = clause.indexOf(span);
        return place > 0 ? clause.substring(0, place).strip() : "";
    }

    private static String clause(String text, int start, int end) {
        var from = start;
        while (from > 0 && start - from < 100 && "，。；！？\n".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        var to = end;
        while (to < text.length() && to - end < 60 && "，。；！？\n".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to).strip();
    }
}
