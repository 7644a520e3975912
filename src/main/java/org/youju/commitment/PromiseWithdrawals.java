package org.youju.commitment;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.NotFoundException;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.commitment.PromiseWithdrawal.Outcome;
import org.youju.observation.Step;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.audit.Audited;

/**
 * Takes approved promises off the ledger. Who enters promises proposes it with a reason, an approver who has not proposed
 * it decides. The row closes and none takes its place: it stays in the history and as of every moment before.
 */
@Service
public class PromiseWithdrawals {

    private static final String ENTITY = "commitment";

    private final PromiseWithdrawalRepository repository;
    private final CommitmentService commitments;
    private final CommitmentRepository promises;
    private final Access access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PromiseWithdrawals(PromiseWithdrawalRepository repository, CommitmentService commitments,
            CommitmentRepository promises, Access access, Clock clock, ApplicationEventPublisher events) {
        this.repository = repository;
        this.commitments = commitments;
        this.promises = promises;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /** All that were ever proposed of a promise, newest first; to those who may read drafts. */
    @Transactional(readOnly = true)
    public List<PromiseWithdrawal> of(String code) {
        access.require(Permission.READ_DRAFTS);
        return repository.of(code);
    }

    /**
     * The promises whose withdrawal waits for a decision, by code; only to those who may read drafts, and only what lies
     * within their scope.
     */
    @Transactional(readOnly = true)
    public List<Commitment> waiting() {
        var scope = access.require(Permission.READ_DRAFTS).scope();
        var rows = repository.open().stream().map(PromiseWithdrawal::promise).toList();
        return promises.rows(rows).stream().filter(it -> scope.covers(it.region(), it.department())).toList();
    }

    /**
     * Proposes that an approved promise be withdrawn; it stays until somebody else decides.
     *
     * @param code   of the promise
     * @param reason why; never blank
     * @throws RuleViolation     if a change of it is in preparation, its withdrawal is proposed already, or no reason is
     *                           given
     * @throws NotFoundException if no approved promise has that code
     */
    @Transactional
    public void propose(String code, String reason) {
        var who = access.require(Permission.EDIT_DRAFTS).username();
        var why = Reason.of(reason, "withdrawal.reason");
        var row = standing(code);
        requireAlone(row);
        try {
            repository.insert(row.id(), why, who, clock.instant().truncatedTo(ChronoUnit.MICROS));
        } catch (DuplicateKeyException e) {
            throw new RuleViolation("commitment.withdrawal.proposed");
        }
        tell("propose-withdrawal", row, row.stated(), why);
    }

    /**
     * Withdraws a promise as it was proposed.
     *
     * @throws RuleViolation if whoever decides has proposed it, or somebody has decided it or changed the promise
     *                       meanwhile
     */
    @Transactional
    public void release(String code, long id) {
        var who = access.require(Permission.APPROVE).username();
        var row = standing(code);
        var proposal = open(id, row);
        requireAlone(row);
        commitments.revoke(row.id(), proposal.by(), proposal.reason());
        end(proposal, Outcome.WITHDRAWN, who, null);
    }

    /**
     * Turns a proposal down: the promise stays.
     *
     * @param reason why; never blank
     * @throws RuleViolation if no reason is given, or somebody has decided it meanwhile
     */
    @Transactional
    public void keep(String code, long id, String reason) {
        var who = access.require(Permission.APPROVE).username();
        var why = Reason.of(reason, "withdrawal.reason");
        var row = standing(code);
        var proposal = open(id, row);
        end(proposal, Outcome.KEPT, who, why);
        tell("keep", row, proposal.reason(), why);
    }

    /**
     * Gives a proposal up; any of those who enter promises of its scope may.
     *
     * @throws RuleViolation if somebody has decided it meanwhile
     */
    @Transactional
    public void takeBack(String code, long id) {
        var who = access.require(Permission.EDIT_DRAFTS).username();
        var row = standing(code);
        var proposal = open(id, row);
        end(proposal, Outcome.TAKEN_BACK, who, null);
        tell("take-back-withdrawal", row, proposal.reason(), null);
    }

    private void end(PromiseWithdrawal proposal, Outcome outcome, String who, @Nullable String why) {
        repository.decide(proposal, outcome, who, why, Step.moment(clock.instant(), proposal.at()));
    }

    private void tell(String action, Commitment row, @Nullable String before, @Nullable String after) {
        events.publishEvent(new Audited(null, action, ENTITY, row.region() + " " + row.code(), before, after));
    }

    private PromiseWithdrawal open(long id, Commitment row) {
        return repository.lock(id).filter(it -> it.isOpen() && it.promise() == row.id())
                .orElseThrow(() -> new RuleViolation("commitment.withdrawal.changed"));
    }

    /** The promise, which must stand, and lie within the scope of whoever acts. */
    private Commitment standing(String code) {
        var row = commitments.commitment(code);
        access.requireScope(row.region(), row.department());
        return row;
    }

    /** One decision at a time: a change that is on its way is decided first. */
    private void requireAlone(Commitment row) {
        if (promises.inPreparation(row.code()).isPresent()) {
            throw new RuleViolation("commitment.withdrawal.preparation");
        }
    }
}
