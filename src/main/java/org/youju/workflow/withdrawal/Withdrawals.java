package org.youju.workflow.withdrawal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.NotFoundException;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.State;
import org.youju.observation.Step;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.audit.Audited;
import org.youju.workflow.notice.Notice;
import org.youju.workflow.notice.Notices;
import org.youju.workflow.withdrawal.Withdrawal.Outcome;

/**
 * Takes approved statements off the board. Who enters figures proposes it with a reason, an approver who has not
 * proposed it decides. The row closes and none takes its place: it stays in the history and as of every moment before.
 */
@Service
public class Withdrawals {

    /** The most proposals that one call gives. */
    public static final int MOST = 200;

    private static final String ENTITY = "observation";

    private final WithdrawalRepository repository;
    private final ObservationService observations;
    private final Notices notices;
    private final Access access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Withdrawals(WithdrawalRepository repository, ObservationService observations, Notices notices, Access access,
            Clock clock, ApplicationEventPublisher events) {
        this.repository = repository;
        this.observations = observations;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Proposes that an approved statement be withdrawn; it stays until somebody else decides.
     *
     * @param observation number of a current approved row
     * @param reason      why; never blank
     * @throws RuleViolation if it is no current approved row, something else of its source is in preparation, its
     *                       withdrawal is proposed already, or no reason is given
     */
    @Transactional
    public void propose(long observation, String reason) {
        var who = access.require(Permission.EDIT_DRAFTS).username();
        var why = Reason.of(reason, "withdrawal.reason");
        var row = standing(observation);
        requireAlone(row);
        try {
            repository.insert(observation, why, who, now());
        } catch (DuplicateKeyException e) {
            throw new RuleViolation("withdrawal.proposed");
        }
        events.publishEvent(new Audited(null, "propose-withdrawal", ENTITY, name(row), row.stated(), why));
    }

    /**
     * Withdraws a statement as it was proposed.
     *
     * @throws RuleViolation if whoever decides has proposed it, or somebody has decided it or replaced the statement
     *                       meanwhile
     */
    @Transactional
    public void release(long id) {
        var who = access.require(Permission.APPROVE).username();
        var proposal = open(id);
        var row = standing(proposal.observation());
        requireAlone(row);
        var authors = new HashSet<>(observations.madeBy(row.id()));
        observations.revoke(row.id(), proposal.by(), proposal.reason());
        repository.decide(proposal, Outcome.WITHDRAWN, who, null, Step.moment(clock.instant(), proposal.at()));
        authors.add(proposal.by());
        notices.inform(authors, Notice.Kind.WITHDRAWN, row.cell(), row.stated() + " · " + proposal.reason(), who);
    }

    /**
     * Turns a proposal down: the statement stays.
     *
     * @param reason why; never blank
     * @throws RuleViolation if no reason is given, or somebody has decided it meanwhile
     */
    @Transactional
    public void keep(long id, String reason) {
        var who = access.require(Permission.APPROVE).username();
        var why = Reason.of(reason, "withdrawal.reason");
        var proposal = open(id);
        var row = standing(proposal.observation());
        end(proposal, Outcome.KEPT, who, why);
        events.publishEvent(new Audited(null, "keep", ENTITY, name(row), proposal.reason(), why));
        notices.inform(List.of(proposal.by()), Notice.Kind.KEPT, row.cell(), row.stated() + " · " + why, who);
    }

    /**
     * Gives a proposal up; any of those who enter figures of its scope may.
     *
     * @throws RuleViolation if somebody has decided it meanwhile
     */
    @Transactional
    public void takeBack(long id) {
        var who = access.require(Permission.EDIT_DRAFTS).username();
        var proposal = open(id);
        var row = standing(proposal.observation());
        end(proposal, Outcome.TAKEN_BACK, who, null);
        events.publishEvent(new Audited(null, "take-back-withdrawal", ENTITY, name(row), proposal.reason(), null));
    }

    private void end(Withdrawal proposal, Outcome outcome, String who, @Nullable String why) {
        repository.decide(proposal, outcome, who, why, Step.moment(clock.instant(), proposal.at()));
    }

    /**
     * The proposals that wait for a decision, each with its statement, the longest waiting first; only to those who may
     * read drafts, only what lies within their scope, and at most {@value #MOST}.
     */
    @Transactional(readOnly = true)
    public SequencedMap<Withdrawal, Observation> open() {
        var scope = access.require(Permission.READ_DRAFTS).scope();
        var proposals = repository.open(MOST);
        var rows = observations.approved(proposals.stream().map(Withdrawal::observation).toList()).stream()
                .filter(row -> scope.covers(row.region(), row.department()))
                .collect(Collectors.toMap(Observation::id, Function.identity()));
        var open = new LinkedHashMap<Withdrawal, Observation>();
        proposals.stream().filter(it -> rows.containsKey(it.observation()))
                .forEach(it -> open.put(it, rows.get(it.observation())));
        return open;
    }

    /** The open proposals of some approved statements, by the number of the row; only to those who may read drafts. */
    @Transactional(readOnly = true)
    public Map<Long, Withdrawal> openOf(Collection<Observation> statements) {
        access.require(Permission.READ_DRAFTS);
        return byStatement(statements, Outcome.OPEN);
    }

    /** How those of some rows that were withdrawn came to be, by the number of the row. */
    @Transactional(readOnly = true)
    public Map<Long, Withdrawal> of(Collection<Observation> statements) {
        access.require(Permission.READ_PUBLISHED);
        return byStatement(statements, Outcome.WITHDRAWN);
    }

    private Map<Long, Withdrawal> byStatement(Collection<Observation> statements, Outcome outcome) {
        return repository.of(statements.stream().map(Observation::id).toList(), outcome).stream()
                .collect(Collectors.toMap(Withdrawal::observation, Function.identity()));
    }

    private Withdrawal open(long id) {
        return repository.lock(id)
                .orElseThrow(() -> new NotFoundException("withdrawal.notFound", Long.toString(id)))
                .requireOpen();
    }

    /** The statement, which must stand, and lie within the scope of whoever acts. */
    private Observation standing(long observation) {
        var row = observations.observation(observation);
        access.requireScope(row.region(), row.department());
        if (row.state() != State.APPROVED || !row.isCurrent()) {
            throw new RuleViolation("withdrawal.changed");
        }
        return row;
    }

    /** One decision at a time: what is on its way in the place of the statement is decided first. */
    private void requireAlone(Observation row) {
        if (observations.inPreparation(row.cell(), row.reply().id()).isPresent()) {
            throw new RuleViolation("withdrawal.preparation");
        }
    }

    private static String name(Observation row) {
        return row.region() + " " + row.indicator() + " " + row.period().code();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
