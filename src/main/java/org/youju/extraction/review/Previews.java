package org.youju.extraction.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.youju.base.Named;
import org.youju.base.RuleViolation;
import org.youju.check.Agreement;
import org.youju.check.Comparison;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentService;
import org.youju.extraction.FigureKind;
import org.youju.figure.Figure;
import org.youju.figure.Nature;
import org.youju.figure.Period;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.observation.CellKey;
import org.youju.observation.ObsStatus;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.State;
import org.youju.observation.Vintage;
import org.youju.reply.Grade;
import org.youju.reply.Reply;
import org.youju.security.Access;

/** Says what accepting a candidate would record, and every reason why it would be refused. */
@Component
class Previews {

    private final IndicatorService indicators;
    private final ObservationService observations;
    private final CommitmentService commitments;
    private final Access access;

    Previews(IndicatorService indicators, ObservationService observations, CommitmentService commitments,
            Access access) {
        this.indicators = indicators;
        this.observations = observations;
        this.commitments = commitments;
        this.access = access;
    }

    /** What accepting a candidate on some terms would record; reads the one cell that they name. */
    Preview of(ReviewCandidate candidate, Reply reply, Terms terms) {
        return of(candidate, reply, terms, stored(reply, List.of(terms)));
    }

    /** What accepting each of some candidates on its own terms would record; reads all their cells at once. */
    List<Preview> of(List<ReviewCandidate> candidates, Reply reply) {
        var stored = stored(reply, candidates.stream().map(ReviewCandidate::terms).toList());
        return candidates.stream().map(it -> of(it, reply, it.terms(), stored)).toList();
    }

    /**
     * What is stored of the cells of some terms.
     *
     * @param promises those of the reply, approved or in preparation
     */
    private record Stored(Map<CellKey, List<Observation>> statements, List<Commitment> promises) {
    }

    /** Nothing is read of what lies outside the scope of whoever asks. */
    private Stored stored(Reply reply, List<Terms> all) {
        var catalogue = indicators.catalogue();
        var cells = all.stream()
                .filter(terms -> terms.promise() == null && isWithin(terms) && terms.indicator() != null
                        && catalogue.find(terms.indicator()).isPresent())
                .map(Previews::cell).collect(Collectors.toSet());
        var statements = new ArrayList<>(observations.statements(cells));
        statements.addAll(observations.inPreparation(cells));
        var promises = new ArrayList<Commitment>();
        if (all.stream().anyMatch(terms -> terms.promise() != null && isWithin(terms))) {
            promises.addAll(commitments.commitmentsOf(reply.id()));
            promises.addAll(commitments.inPreparationOf(reply.id()));
        }
        return new Stored(statements.stream().collect(Collectors.groupingBy(Observation::cell)), promises);
    }

    private static CellKey cell(Terms terms) {
        return new CellKey(terms.indicator(), terms.region(), terms.period());
    }

    /** @param reply what states the candidate */
    private Preview of(ReviewCandidate candidate, Reply reply, Terms terms, Stored stored) {
        var catalogue = indicators.catalogue();
        var departures = AsRead.departures(candidate, terms, catalogue);
        Figure figure = null;
        List<Standing> standings = List.of();
        String promise = null;
        try {
            requireScope(terms);
            var indicator = indicator(terms, catalogue);
            figure = new Figures(catalogue.units()).of(terms, candidate.span(), indicator);
            requireKind(terms, indicator);
            if (terms.promise() == null) {
                requirePeriod(terms);
                standings = standings(candidate, reply, terms, figure, stored);
                requireFree(reply, terms, standings);
            } else {
                promise = promised(candidate, terms, terms.promise(), figure, stored);
            }
            if (promise == null && own(reply, standings) == null && catalogue.isRetired(indicator.code())) {
                throw new RuleViolation("review.terms.indicator.retired", indicator.code());
            }
            return new Preview(figure, null, standings, promise, departures);
        } catch (RuleViolation refusal) {
            return new Preview(figure, refusal, standings, promise, departures);
        }
    }

    /**
     * Refuses codes that the catalogue does not have.
     *
     * @throws RuleViolation {@code review.terms.indicator} or {@code review.terms.region}
     */
    static void requireKnown(Terms terms, Catalogue catalogue) {
        var indicator = terms.indicator();
        if (indicator != null && catalogue.find(indicator).isEmpty()) {
            throw new RuleViolation("review.terms.indicator.unknown", indicator);
        }
        if (catalogue.regions().stream().noneMatch(region -> region.code().equals(terms.region()))) {
            throw new RuleViolation("review.terms.region.unknown", terms.region());
        }
    }

    private static Indicator indicator(Terms terms, Catalogue catalogue) {
        if (terms.kind() == FigureKind.RANK) {
            throw new RuleViolation("review.terms.kind.rank");
        }
        requireKnown(terms, catalogue);
        if (terms.indicator() == null) {
            throw new RuleViolation("review.terms.indicator.missing");
        }
        return catalogue.indicator(terms.indicator());
    }

    private static void requireKind(Terms terms, Indicator indicator) {
        if (terms.kind() == FigureKind.GROWTH && indicator.nature() != Nature.RATE) {
            throw new RuleViolation("review.terms.indicator.noGrowth", indicator);
        }
        if (terms.kind() == FigureKind.COMMITMENT && terms.promise() == null) {
            throw new RuleViolation("review.terms.promise.missing");
        }
    }

    private static void requirePeriod(Terms terms) {
        if (terms.period() instanceof Period.Unknown) {
            throw new RuleViolation("review.terms.period.unknown");
        }
    }

    private void requireScope(Terms terms) {
        if (isWithin(terms)) {
            return;
        }
        throw new RuleViolation(access.current().scope().coversRegion(terms.region()) ? "security.denied.scope"
                : "review.terms.region.scope");
    }

    /** Without an indicator nobody can tell yet whose figure it is. */
    private boolean isWithin(Terms terms) {
        var scope = access.current().scope();
        if (terms.promise() != null) {
            return scope.covers(terms.region(), terms.promise().department());
        }
        var indicator = Optional.ofNullable(terms.indicator()).flatMap(indicators.catalogue()::find);
        return indicator.isEmpty() ? scope.coversRegion(terms.region())
                : scope.covers(terms.region(), indicator.get().department());
    }

    private static void requireFree(Reply reply, Terms terms, List<Standing> standings) {
        if (standings.stream().map(Standing::stored)
                .anyMatch(it -> it.reply().id() == reply.id() && it.state() != State.APPROVED)) {
            throw drafted(terms);
        }
    }

    /** Why a figure is not drafted where another of the same reply is a draft of the same cell. */
    static RuleViolation drafted(Terms terms) {
        return new RuleViolation("review.terms.indicator.drafted", Named.of(terms.period()::label));
    }

    /**
     * The code of the approved promise of the same reply that a candidate repeats, or null.
     *
     * @throws RuleViolation if another is approved in its place, or somebody has drafted the same one
     */
    private static @Nullable String promised(ReviewCandidate candidate, Terms terms, Promise promise, Figure figure,
            Stored stored) {
        var same = stored.promises().stream()
                .filter(it -> isOf(it, terms, promise) && !isOwn(it, candidate)).toList();
        var made = same.stream().filter(it -> it.state() == State.APPROVED).findFirst();
        if (made.isPresent()) {
            if (!isSame(made.get(), figure)) {
                throw new RuleViolation("review.terms.promise.recorded", made.get().code(),
                        made.get().target().printed());
            }
            return made.get().code();
        }
        if (!same.isEmpty()) {
            throw drafted(same.getFirst().target());
        }
        return null;
    }

    /** Why a promise is not drafted where the reply makes it in other words, which are a draft already. */
    static RuleViolation drafted(Figure target) {
        return new RuleViolation("review.terms.promise.drafted", target.printed());
    }

    private static boolean isOf(Commitment made, Terms terms, Promise promise) {
        return made.indicator().equals(terms.indicator()) && made.region().equals(terms.region())
                && made.kind() == promise.kind() && made.from() == promise.from()
                && Objects.equals(made.to(), promise.to());
    }

    /** Whether it is the draft that the candidate itself has become, which was returned. */
    private static boolean isOwn(Commitment made, ReviewCandidate candidate) {
        return made.state() != State.APPROVED && made.code().equals(candidate.commitmentCode());
    }

    private static boolean isSame(Commitment made, Figure figure) {
        return made.target().value().compareTo(figure.value()) == 0
                && made.target().qualifier() == figure.qualifier();
    }

    private static List<Standing> standings(ReviewCandidate candidate, Reply reply, Terms terms, Figure figure,
            Stored stored) {
        var cell = cell(terms);
        var stated = new Observation(0, cell.indicator(), cell.region(), null, cell.period(), null, reply, figure,
                status(candidate, reply), vintage(candidate), null, State.DRAFT, null, null, "", Instant.EPOCH,
                Observation.OPEN_END, List.of());
        return stored.statements().getOrDefault(cell, List.of()).stream()
                .filter(it -> !isOwn(it, candidate))
                .map(it -> new Standing(it, Comparison.of(stated, it).agreement()))
                .toList();
    }

    /** Whether it is the draft that the candidate itself has become, which was returned. */
    private static boolean isOwn(Observation stored, ReviewCandidate candidate) {
        return stored.state() != State.APPROVED && Objects.equals(stored.id(), candidate.observationId());
    }

    /** What the words of its clause, or the worth of its document, make of a figure. */
    static ObsStatus status(ReviewCandidate candidate, Reply reply) {
        var vintage = vintage(candidate);
        return reply.grade() == Grade.C ? ObsStatus.V
                : vintage == Vintage.FORECAST ? ObsStatus.E
                : vintage == Vintage.PRELIMINARY ? ObsStatus.P
                : ObsStatus.A;
    }

    /** The stage that its clause names, or null. */
    static @Nullable Vintage vintage(ReviewCandidate candidate) {
        var clause = candidate.clause();
        return clause.contains("预计") ? Vintage.FORECAST
                : clause.contains("初步") ? Vintage.PRELIMINARY
                : clause.contains("决算") ? Vintage.FINAL
                : null;
    }

    /** The approved statement of the same cell and reply among the standings, or null. */
    static @Nullable Standing own(Reply reply, List<Standing> standings) {
        return standings.stream()
                .filter(it -> it.stored().reply().id() == reply.id() && it.stored().state() == State.APPROVED)
                .findFirst().orElse(null);
    }

    /** Whether accepting only confirms what is approved already. */
    static boolean isRecorded(@Nullable Standing own) {
        return own != null && own.agreement() == Agreement.SAME;
    }
}
