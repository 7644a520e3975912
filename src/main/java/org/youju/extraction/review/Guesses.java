package org.youju.extraction.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.youju.extraction.Candidate;
import org.youju.extraction.match.Matcher;
import org.youju.extraction.match.Stated;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;

/** Says what figures may be figures of: by their words, their level and what people took the same words for before. */
@Component
class Guesses {

    private final CandidateRepository repository;
    private final IndicatorService indicators;

    Guesses(CandidateRepository repository, IndicatorService indicators) {
        this.repository = repository;
        this.indicators = indicators;
    }

    /** Matches figures of those subjects. */
    Matcher matcher(Collection<Candidate> figures) {
        return about(figures.stream().map(Candidate::subject).collect(Collectors.toSet()));
    }

    private Matcher about(Set<String> subjects) {
        var asked = subjects.stream().map(CandidateRepository::subject)
                .filter(it -> !it.isBlank() && it.indexOf('\0') < 0)
                .collect(Collectors.toSet());
        return new Matcher(indicators.catalogue(), indicators.aliases(),
                asked.isEmpty() ? Map.of() : repository.learned(asked));
    }

    /** The likeliest indicator of each figure of a text, null where none is likely. */
    List<@Nullable String> likely(String text, List<Candidate> figures) {
        var codes = new ArrayList<@Nullable String>();
        matcher(figures).rank(text, figures.stream().map(Stated::of).toList())
                .forEach(it -> codes.add(Matcher.likely(it).orElse(null)));
        return codes;
    }

    /** The indicators that a candidate of a text may be a figure of, best first, at most eight. */
    List<IndicatorGuess> of(ReviewCandidate candidate, String text) {
        return of(candidate, level(candidate), text);
    }

    private List<IndicatorGuess> of(ReviewCandidate candidate, @Nullable ReviewCandidate level, String text) {
        var figures = new ArrayList<Stated>();
        if (level != null) {
            figures.add(stated(level, null));
        }
        figures.add(stated(candidate, figures.isEmpty() ? null : 0));
        return guesses(about(Set.of(candidate.terms().subject())).rank(text, figures).getLast());
    }

    /**
     * An indicator for a candidate that none fits, prefilled.
     *
     * @throws org.youju.base.RuleViolation if the catalogue has no theme
     */
    Indicator newIndicator(ReviewCandidate candidate, String text) {
        var level = level(candidate);
        return new Proposals(indicators.catalogue()).of(candidate, level, of(candidate, level, text));
    }

    /** The figure that a candidate is a change, share or part of, or null. */
    private @Nullable ReviewCandidate level(ReviewCandidate candidate) {
        return candidate.belongsTo() == null ? null
                : repository.numbered(repository.versionOf(candidate.id()), candidate.belongsTo()).orElse(null);
    }

    private static Stated stated(ReviewCandidate candidate, @Nullable Integer belongsTo) {
        var terms = candidate.terms();
        var yearly = terms.promise() != null && terms.promise().kind().isPerYear();
        return new Stated(candidate.start(), candidate.end(), terms.subject(), terms.kind(), terms.unit(), yearly,
                belongsTo, candidate.state() == CandidateState.ACCEPTED ? terms.indicator() : null);
    }

    private static List<IndicatorGuess> guesses(SequencedMap<String, Double> ranked) {
        return ranked.entrySet().stream().map(it -> new IndicatorGuess(it.getKey(), it.getValue())).toList();
    }
}
