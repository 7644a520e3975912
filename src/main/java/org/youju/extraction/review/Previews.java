package org.youju.extraction.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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
import org.youju.observation.StatementQuery;
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

    /** @param reply what states the candidate */
    Preview of(ReviewCandidate candidate, Reply reply, Terms terms) {
        var catalogue = indicators.catalogue();
        Figure figure = null;
        List<Standing> standings = List.of();
        try {
            var indicator = indicator(terms, catalogue);
            figure = new Figures(catalogue.units()).of(terms, candidate.span(), indicator);
            requireKind(terms, indicator);
            if (terms.promise() == null) {
                requirePeriod(terms);
                standings = standings(candidate, reply, terms, figure);
                requireFree(reply, terms, standings);
            } else {
                requireUnpromised(reply, terms, terms.promise(), figure);
            }
            requireScope(terms);
            return new Preview(figure, null, standings);
        } catch (RuleViolation refusal) {
            return new Preview(figure, refusal, standings);
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
            throw new RuleViolation("review.terms.indicator.noGrowth", indicator.code());
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
        var department = terms.promise() == null ? null : terms.promise().department();
        if (!access.current().scope().covers(terms.region(), department)) {
            throw new RuleViolation("security.denied.scope");
        }
    }

    private static void requireFree(Reply reply, Terms terms, List<Standing> standings) {
        if (standings.stream().map(Standing::stored)
                .anyMatch(it -> it.reply().id() == reply.id() && it.state() != State.APPROVED)) {
            throw new RuleViolation("review.terms.indicator.drafted", terms.period().code());
        }
    }

    private void requireUnpromised(Reply reply, Terms terms, Promise promise, Figure figure) {
        var made = promised(reply, terms, promise);
        if (made != null && !isSame(made, figure)) {
            throw new RuleViolation("review.terms.promise.recorded", made.code(), made.target().printed());
        }
    }

    /** The approved promise of the same reply that a candidate repeats or contradicts, or null. */
    private @Nullable Commitment promised(Reply reply, Terms terms, Promise promise) {
        return commitments.commitmentsOf(reply.id()).stream()
                .filter(it -> it.indicator().equals(terms.indicator()) && it.region().equals(terms.region())
                        && it.kind() == promise.kind() && it.from() == promise.from()
                        && (it.to() == null ? promise.to() == null : it.to().equals(promise.to())))
                .findFirst().orElse(null);
    }

    private static boolean isSame(Commitment made, Figure figure) {
        return made.target().value().compareTo(figure.value()) == 0
                && made.target().qualifier() == figure.qualifier();
    }

    /** The code under which a reply's promise is approved already, or null. */
    @Nullable String recordedPromise(Reply reply, Terms terms) {
        var made = terms.promise() == null ? null : promised(reply, terms, terms.promise());
        return made == null ? null : made.code();
    }

    private List<Standing> standings(ReviewCandidate candidate, Reply reply, Terms terms, Figure figure) {
        var cell = new CellKey(terms.indicator(), terms.region(), terms.period());
        var stated = new Observation(0, cell.indicator(), cell.region(), cell.period(), null, reply, figure,
                status(candidate, reply), vintage(candidate), null, State.DRAFT, null, null, "", Instant.EPOCH,
                Observation.OPEN_END, List.of());
        var stored = new ArrayList<>(observations.statements(new StatementQuery(Set.of(cell.indicator()),
                Set.of(cell.region()), null, null, null, null)));
        stored.addAll(observations.inPreparation(cell));
        return stored.stream().filter(it -> it.cell().equals(cell))
                .map(it -> new Standing(it, Comparison.of(stated, it).agreement()))
                .toList();
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
