package org.youju.workflow.withdrawal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.NotFoundException;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.commitment.Assumptions;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentService;
import org.youju.observation.Moments;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.Recorded;
import org.youju.observation.State;
import org.youju.observation.Step;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.audit.Audited;
import org.youju.workflow.notice.Notice;
import org.youju.workflow.notice.Notices;
import org.youju.workflow.withdrawal.Withdrawal.Kind;
import org.youju.workflow.withdrawal.Withdrawal.Outcome;

/**
 * Takes what is approved off: statements off the board, promises off the ledger, assumptions from under a verdict. Who
 * enters them proposes it with a reason, an approver who has not proposed it decides. The row closes and none takes its
 * place: it stays in the history and as of every moment before.
 */
@Service
public class Withdrawals implements ProposalDesk {

    /** The most proposals that one call gives. */
    public static final int MOST = 200;

    /** Takes an approved row off that one person has proposed to withdraw, with the reason. */
    private interface Revocation {

        void revoke(long row, String proposer, String reason);
    }

    /**
     * How the rows of a kind are reached.
     *
     * @param entity   what the audit trail calls them
     * @param approved the approved ones of some numbers; others are left out
     * @param makers   who entered or submitted what was approved
     */
    private record Rows(String entity, LongFunction<Recorded> row,
            Function<Collection<Long>, List<? extends Recorded>> approved, LongFunction<Set<String>> makers,
            Revocation revocation) {
    }

    private final WithdrawalRepository repository;
    private final ObservationService observations;
    private final CommitmentService commitments;
    private final Map<Kind, Rows> rows;
    private final Notices notices;
    private final Moments moments;
    private final Access access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Withdrawals(WithdrawalRepository repository, ObservationService observations, CommitmentService commitments,
            Assumptions assumptions, Notices notices, Moments moments, Access access, Clock clock,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.observations = observations;
        this.commitments = commitments;
        rows = Map.of(
                Kind.STATEMENT, new Rows("observation", observations::observation, observations::approved,
                        observations::madeBy, observations::revoke),
                Kind.PROMISE, new Rows("commitment", commitments::row, commitments::approved, commitments::madeBy,
                        commitments::revoke),
                Kind.ASSUMPTION, new Rows("assumption", assumptions::assumption, assumptions::approved,
                        assumptions::madeBy, assumptions::revoke));
        this.notices = notices;
        this.moments = moments;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Proposes that something approved be withdrawn; it stays until somebody else decides. Those who may decide are told.
     *
     * @param row    number of a current approved row of that kind
     * @param reason why; never blank
     * @throws RuleViolation if it is no current approved row, something else is in preparation in its place, its
     *                       withdrawal is proposed already, or no reason is given
     */
    @Transactional
    public void propose(Kind kind, long row, String reason) {
        var who = access.require(Permission.EDIT_DRAFTS).username();
        var why = Reason.of(reason, "withdrawal.reason");
        var subject = standing(kind, row);
        requireAlone(subject);
        try {
            repository.insert(kind, row, why, who, clock.instant().truncatedTo(ChronoUnit.MICROS));
        } catch (DuplicateKeyException e) {
            throw new RuleViolation("withdrawal.proposed");
        }
        tell("propose-withdrawal", kind, subject, subject.stated(), why);
        notices.askToWithdraw(subject, why, who);
    }

    /**
     * Withdraws something as it was proposed. What is drafted in its place meanwhile is looked for once the row is locked.
     *
     * @throws RuleViolation if whoever decides has proposed it, somebody has decided it or replaced the row meanwhile, or
     *                       something else is in preparation in its place
     */
    @Override
    @Transactional
    public void release(long id) {
        var who = access.require(Permission.APPROVE).username();
        moments.hold();
        var proposal = open(id);
        var row = standing(proposal.kind(), proposal.row());
        var kind = rowsOf(proposal.kind());
        var authors = new HashSet<>(kind.makers().apply(row.id()));
        kind.revocation().revoke(row.id(), proposal.by(), proposal.reason());
        requireAlone(row);
        repository.decide(proposal, Outcome.WITHDRAWN, who, null, Step.moment(clock.instant(), proposal.at()));
        authors.add(proposal.by());
        notices.inform(authors, Notice.Kind.WITHDRAWN, row, row.stated() + " · " + proposal.reason(), who);
    }

    @Override
    @Transactional
    public void keep(long id, String reason) {
        var who = access.require(Permission.APPROVE).username();
        var why = Reason.of(reason, "withdrawal.reason");
        var proposal = open(id);
        var row = standing(proposal.kind(), proposal.row());
        end(proposal, Outcome.KEPT, who, why);
        tell("keep", proposal.kind(), row, proposal.reason(), why);
        notices.inform(List.of(proposal.by()), Notice.Kind.KEPT, row, row.stated() + " · " + why, who);
    }

    @Override
    @Transactional
    public void takeBack(long id) {
        var who = access.require(Permission.EDIT_DRAFTS).username();
        var proposal = open(id);
        var row = standing(proposal.kind(), proposal.row());
        end(proposal, Outcome.TAKEN_BACK, who, null);
        tell("take-back-withdrawal", proposal.kind(), row, proposal.reason(), null);
    }

    private void end(Withdrawal proposal, Outcome outcome, String who, @Nullable String why) {
        repository.decide(proposal, outcome, who, why, Step.moment(clock.instant(), proposal.at()));
    }

    private void tell(String action, Kind kind, Recorded row, @Nullable String before, @Nullable String after) {
        events.publishEvent(new Audited(null, action, rowsOf(kind).entity(), row.auditName(), before, after));
    }

    /**
     * The proposals that wait for a decision, each with the row that it is about, the longest waiting first; only to those
     * who may read drafts, only what lies within their scope, and at most {@value #MOST}.
     */
    @Transactional(readOnly = true)
    public SequencedMap<Withdrawal, Recorded> open() {
        var scope = access.require(Permission.READ_DRAFTS).scope();
        var proposals = repository.open(MOST);
        var approved = new EnumMap<Kind, Map<Long, Recorded>>(Kind.class);
        for (var kind : rows.keySet()) {
            approved.put(kind, rowsOf(kind).approved().apply(proposals.stream().filter(it -> it.kind() == kind)
                    .map(Withdrawal::row).toList()).stream().filter(row -> scope.covers(row.region(), row.department()))
                    .collect(Collectors.toMap(Recorded::id, Function.identity())));
        }
        var open = new LinkedHashMap<Withdrawal, Recorded>();
        proposals.forEach(it -> {
            var row = approved.get(it.kind()).get(it.row());
            if (row != null) {
                open.put(it, row);
            }
        });
        return open;
    }

    private Rows rowsOf(Kind kind) {
        return Objects.requireNonNull(rows.get(kind));
    }

    /** The open proposals of some approved rows of a kind, by the number of the row; only to those who may read drafts. */
    @Transactional(readOnly = true)
    public Map<Long, Withdrawal> openOf(Kind kind, Collection<? extends Recorded> rows) {
        access.require(Permission.READ_DRAFTS);
        return byRow(kind, rows, Outcome.OPEN);
    }

    /** How those of some rows of a kind that were withdrawn came to be, by the number of the row. */
    @Transactional(readOnly = true)
    public Map<Long, Withdrawal> of(Kind kind, Collection<? extends Recorded> rows) {
        access.require(Permission.READ_PUBLISHED);
        return byRow(kind, rows, Outcome.WITHDRAWN);
    }

    private Map<Long, Withdrawal> byRow(Kind kind, Collection<? extends Recorded> rows, Outcome outcome) {
        return repository.of(kind, rows.stream().map(Recorded::id).toList(), outcome).stream()
                .collect(Collectors.toMap(Withdrawal::row, Function.identity()));
    }

    private Withdrawal open(long id) {
        return repository.lock(id).filter(it -> rows.containsKey(it.kind()))
                .orElseThrow(() -> new NotFoundException("withdrawal.notFound", Long.toString(id)))
                .requireOpen();
    }

    /** The row, which must stand, and lie within the scope of whoever acts. */
    private Recorded standing(Kind kind, long id) {
        var row = rowsOf(kind).row().apply(id);
        access.requireScope(row.region(), row.department());
        if (row.state() != State.APPROVED || !row.isCurrent()) {
            throw new RuleViolation("withdrawal.changed");
        }
        return row;
    }

    /** One decision at a time: what is on its way in the place of the row is decided first. */
    private void requireAlone(Recorded row) {
        var isAlone = switch (row) {
            case Observation statement ->
                    observations.inPreparation(statement.cell(), statement.reply().id()).isEmpty();
            case Commitment promise -> commitments.inPreparation(promise.code()).isEmpty();
            default -> true;
        };
        if (!isAlone) {
            throw new RuleViolation("withdrawal.preparation");
        }
    }
}
