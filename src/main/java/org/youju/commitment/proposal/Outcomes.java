package org.youju.commitment.proposal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentService;
import org.youju.commitment.proposal.Outcome.Answer;
import org.youju.commitment.proposal.Outcome.Kept;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Cell;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.StatementQuery;
import org.youju.reply.AnswerCategory;
import org.youju.reply.FiledProposal;
import org.youju.reply.ProposalQuery;
import org.youju.reply.Proposals;
import org.youju.reply.Reply;
import org.youju.security.Access;
import org.youju.security.Permission;

/** Follows proposals to their replies, promises and figures. */
@Service
public class Outcomes {

    /** The most proposals of category B or C that are looked through for what the next year takes up. */
    public static final int MOST = 2000;

    private final Proposals proposals;
    private final CommitmentService commitments;
    private final ObservationService observations;
    private final IndicatorService indicators;
    private final Access access;

    Outcomes(Proposals proposals, CommitmentService commitments, ObservationService observations,
            IndicatorService indicators, Access access) {
        this.proposals = proposals;
        this.commitments = commitments;
        this.observations = observations;
        this.indicators = indicators;
        this.access = access;
    }

    /**
     * What has become of a proposal, with the latest figures of what was promised.
     *
     * @param asOf 时点: documents published by that day; null for all, which includes undated ones
     * @throws org.youju.base.NotFoundException if there is no such proposal
     */
    @Transactional(readOnly = true)
    public Outcome of(long proposal, @Nullable LocalDate asOf) {
        access.require(Permission.READ_PUBLISHED);
        var outcome = of(List.of(proposals.proposal(proposal)), asOf).getFirst();
        var latest = latest(outcome.promises().stream().map(it -> it.judged().commitment()).toList(), asOf);
        return new Outcome(outcome.proposal(), outcome.answers().stream().map(answer -> new Answer(answer.reply(),
                answer.promises().stream().map(it -> new Kept(it.judged(),
                        latest.get(it.judged().commitment().code()))).toList())).toList());
    }

    /**
     * What has become of some proposals, in the order given and without the latest figures.
     *
     * @param asOf as in {@link #of(long, LocalDate)}
     */
    @Transactional(readOnly = true)
    public List<Outcome> of(List<FiledProposal> some, @Nullable LocalDate asOf) {
        access.require(Permission.READ_PUBLISHED);
        var replies = proposals.repliesOf(some.stream().map(FiledProposal::id).toList());
        var known = new HashMap<Long, List<Reply>>();
        replies.forEach((proposal, of) -> known.put(proposal, of.stream().filter(it -> isKnown(it, asOf)).toList()));
        var promised = commitments.commitmentsOf(known.values().stream().flatMap(List::stream).map(Reply::id).toList());
        var judged = commitments.judge(promised, asOf).stream()
                .collect(Collectors.groupingBy(it -> it.commitment().reply().id()));
        return some.stream().map(it -> new Outcome(isOpen(it, known, asOf) ? it.withoutResult() : it, known.getOrDefault(it.id(), List.of()).stream()
                .map(reply -> new Answer(reply, judged.getOrDefault(reply.id(), List.of()).stream()
                        .map(promise -> new Kept(promise, null)).toList()))
                .toList())).toList();
    }

    /** Whether no reply was known yet, which is what tells the result. */
    private static boolean isOpen(FiledProposal proposal, Map<Long, List<Reply>> known, @Nullable LocalDate asOf) {
        return asOf != null && known.getOrDefault(proposal.id(), List.of()).isEmpty();
    }

    /**
     * All proposals that a query asks for, at most {@value #MOST}, by the category that was known on a day.
     *
     * @param asOf not null: without a day the categories are those that are recorded, see {@link Proposals#search}
     */
    @Transactional(readOnly = true)
    public List<Outcome> search(ProposalQuery query, LocalDate asOf) {
        var categories = query.categories();
        return of(proposals.search(new ProposalQuery(query.words(), query.region(), null), 0, MOST), asOf).stream()
                .filter(it -> categories == null || categories.contains(it.proposal().category())).toList();
    }

    private static boolean isKnown(Reply reply, @Nullable LocalDate asOf) {
        return asOf == null || reply.knownOn() != null && !reply.knownOn().isAfter(asOf);
    }

    /**
     * What the next year takes up again (滚动办理): proposals of category B or C with a promise that still has to be kept.
     *
     * @param query its categories narrow these two
     * @param asOf  as in {@link #of(long, LocalDate)}
     */
    @Transactional(readOnly = true)
    public List<Outcome> carriedOver(ProposalQuery query, @Nullable LocalDate asOf) {
        var categories = new HashSet<Optional<AnswerCategory>>(
                Set.of(Optional.of(AnswerCategory.B), Optional.of(AnswerCategory.C)));
        if (query.categories() != null) {
            categories.retainAll(query.categories());
        }
        return of(proposals.search(new ProposalQuery(query.words(), query.region(), categories), 0, MOST), asOf).stream()
                .filter(Outcome::isCarriedOver).toList();
    }

    /** What represents the latest period of each promise's indicator, by the code of the promise. */
    private Map<String, Observation> latest(Collection<Commitment> promised, @Nullable LocalDate asOf) {
        if (promised.isEmpty()) {
            return Map.of();
        }
        var catalogue = indicators.catalogue();
        var codes = new HashMap<String, Set<String>>();
        promised.forEach(it -> {
            var measuring = new HashSet<>(Set.of(it.indicator()));
            catalogue.cumulativesOf(it.indicator()).stream().map(Indicator::code).forEach(measuring::add);
            codes.put(it.indicator(), measuring);
        });
        var cells = Cell.of(observations.statements(new StatementQuery(
                codes.values().stream().flatMap(Set::stream).collect(Collectors.toSet()),
                promised.stream().map(Commitment::region).collect(Collectors.toSet()), null, null, asOf, null)));
        var latest = new HashMap<String, Observation>();
        for (var promise : promised) {
            cells.stream().filter(it -> it.key().region().equals(promise.region())
                            && codes.get(promise.indicator()).contains(it.key().indicator())
                            && it.key().period().end() != null)
                    .max(Comparator.comparing((Cell it) -> it.key().period())
                            .thenComparing(it -> it.key().indicator().equals(promise.indicator())))
                    .ifPresent(it -> latest.put(promise.code(), it.representing()));
        }
        return latest;
    }
}
