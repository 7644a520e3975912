package org.youju.commitment;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.Named;
import org.youju.base.NotFoundException;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Moments;
import org.youju.observation.Narrowing;
import org.youju.observation.Passage;
import org.youju.observation.State;
import org.youju.security.Access;
import org.youju.security.Permission;

/**
 * The assumptions that verdicts rest on. One person proposes an assumption, another approves it; until then no verdict
 * rests on it. One that stands for a promise and a period is withdrawn before another takes its place.
 */
@Service
public class Assumptions {

    private final AssumptionRepository repository;
    private final CommitmentService commitments;
    private final IndicatorService indicators;
    private final Access access;
    private final Passage<Assumption> passage;

    Assumptions(AssumptionRepository repository, CommitmentService commitments, IndicatorService indicators,
            Access access, Moments moments) {
        this.repository = repository;
        this.commitments = commitments;
        this.indicators = indicators;
        this.access = access;
        passage = new Passage<>("commitment.assumption.step.", "commitment.assumption.notFound", repository,
                indicators, access, moments);
    }

    /** The approved ones that stand for the promises of those codes, by code and period. */
    @Transactional(readOnly = true)
    public List<Assumption> standing(Collection<String> codes) {
        return repository.approved(codes, null);
    }

    /** All that were ever approved for a promise, the withdrawn ones too, newest first. */
    @Transactional(readOnly = true)
    public List<Assumption> history(String code) {
        access.require(Permission.READ_PUBLISHED);
        return repository.history(code);
    }

    /** The approved ones of some numbers, the withdrawn ones too; other numbers are left out. */
    @Transactional(readOnly = true)
    public List<Assumption> approved(Collection<Long> ids) {
        return repository.approvedOf(ids);
    }

    /** Those of a promise that are on their way, within the scope of whoever asks; only to those who may read drafts. */
    @Transactional(readOnly = true)
    public List<Assumption> inPreparation(String code) {
        var scope = access.require(Permission.READ_DRAFTS).scope();
        return repository.inPreparation(code).stream().filter(it -> scope.covers(it.region(), it.department()))
                .toList();
    }

    /** Those that stand in some states, the longest waiting first; as {@link CommitmentService#inState}. */
    @Transactional(readOnly = true)
    public List<Assumption> inState(Set<State> states, Narrowing wanted, int limit) {
        var scope = access.require(Permission.READ_DRAFTS).scope();
        return repository.inState(states).stream()
                .filter(it -> scope.covers(it.region(), it.department())
                        && wanted.takes(it, wanted.reply() == null ? 0 : reply(it.commitment())))
                .limit(limit)
                .toList();
    }

    /** What those are of; as {@link CommitmentService#answeredInState}. */
    @Transactional(readOnly = true)
    public List<Answered> answeredInState(Set<State> states) {
        var scope = access.require(Permission.READ_DRAFTS).scope();
        return repository.answeredInState(states).stream()
                .filter(it -> scope.covers(it.region(), it.department())).toList();
    }

    private long reply(String code) {
        return commitments.history(code).stream().findFirst().map(it -> it.reply().id()).orElse(0L);
    }

    /** @throws NotFoundException if there is none of that number */
    @Transactional(readOnly = true)
    public Assumption assumption(long id) {
        return repository.find(id).orElseThrow(() -> notFound(id));
    }

    /** Who proposed what was approved as a row, by user name. */
    @Transactional(readOnly = true)
    public Set<String> madeBy(long approved) {
        return repository.makersOf(approved);
    }

    /**
     * Hands an assumption over for approval; one that was returned makes way for it.
     *
     * @param reason why it is restored where one for the same period was withdrawn, then never blank; else without effect
     * @return its number
     * @throws RuleViolation     if one for the same period stands or is on its way already, it bounds something else than
     *                           what the promise is measured by, its period is not of whole years before or after the
     *                           promise's, or it is restored without a reason
     * @throws NotFoundException if no approved promise has that code
     */
    @Transactional
    public long propose(NewAssumption assumption, String reason) {
        var who = access.require(Permission.EDIT_DRAFTS).username();
        var promise = commitments.commitment(assumption.commitment());
        access.requireScope(promise.region(), promise.department());
        check(assumption, promise);
        var before = repository.history(promise.code()).stream().filter(it -> isSame(it, assumption)).toList();
        if (before.stream().anyMatch(Assumption::isCurrent)) {
            throw new RuleViolation("commitment.assumption.exists", promise.code(),
                    Named.of(assumption.period()::label));
        }
        var why = before.isEmpty() ? null : Reason.of(reason, "commitment.assumption.restore-reason");
        var returned = repository.inPreparation(promise.code()).stream()
                .filter(it -> it.state() == State.RETURNED && isSame(it, assumption)).findFirst();
        try {
            var draft = returned.isPresent()
                    ? passage.mend(returned.get().id(),
                            (row, at) -> repository.insertDraft(assumption, promise.region(), why, row, who, at))
                    : repository.insertDraft(assumption, promise.region(), why, null, who, passage.now());
            return passage.submit(List.of(draft)).getFirst();
        } catch (DuplicateKeyException e) {
            throw new RuleViolation("commitment.assumption.waiting", promise.code(),
                    Named.of(assumption.period()::label));
        }
    }

    private void check(NewAssumption assumption, Commitment promise) {
        if (!commitments.measuring(promise).contains(assumption.indicator())) {
            throw new RuleViolation("commitment.assumption.indicator",
                    indicators.catalogue().named(assumption.indicator()), promise.code());
        }
        var period = assumption.period();
        if (!Facts.isWholeYears(period)) {
            throw new RuleViolation("commitment.assumption.period", Named.of(period::label));
        }
        if (Facts.lastYear(period) >= promise.from() && (promise.to() == null || Facts.firstYear(period) <= promise.to())) {
            throw new RuleViolation("commitment.assumption.within", Named.of(period::label), promise.code());
        }
    }

    private static boolean isSame(Assumption row, NewAssumption other) {
        return row.indicator().equals(other.indicator()) && row.period().equals(other.period());
    }

    /** Hands drafts over for approval; see {@link CommitmentService#submit}. */
    @Transactional
    public List<Long> submit(Collection<Long> ids) {
        return passage.submit(ids);
    }

    /** Takes submitted rows back to whoever handed them over; see {@link CommitmentService#recall}. */
    @Transactional
    public List<Long> recall(Collection<Long> ids) {
        return passage.recall(ids);
    }

    /** Whether whoever acts handed a row over that waits, and may take it back. */
    public boolean mayRecall(Assumption row) {
        return passage.mayRecall(row);
    }

    /**
     * Approves what was proposed: verdicts rest on it from now on.
     *
     * @return the numbers of the approved rows, in the order given
     * @throws RuleViolation     if a row is not submitted, or was proposed by the person who approves
     * @throws NotFoundException if the promise of one is withdrawn
     */
    @Transactional
    public List<Long> approve(Collection<Long> ids) {
        ids.forEach(id -> commitments.commitment(assumption(id).commitment()));
        return passage.approve(ids);
    }

    /**
     * Sends back what was proposed.
     *
     * @throws RuleViolation if a row is not submitted, or no reason is given
     */
    @Transactional
    public List<Long> giveBack(Collection<Long> ids, String reason) {
        return passage.giveBack(ids, reason);
    }

    /**
     * Gives up what was returned.
     *
     * @throws RuleViolation if a row is neither a draft nor one that was returned
     */
    @Transactional
    public void giveUp(Collection<Long> ids) {
        passage.giveUp(ids);
    }

    /**
     * Withdraws an approved assumption: verdicts no longer rest on it, and its row is closed.
     *
     * @param proposer who has proposed it
     * @throws RuleViolation if it does not stand, or whoever acts has proposed it
     */
    @Transactional
    public void revoke(long id, String proposer, String reason) {
        passage.revoke(id, proposer, reason);
    }

    /** What of a promise can be assumed: the codes of what it is measured by and of what adds that up. */
    @Transactional(readOnly = true)
    public Set<String> measuring(Commitment promise) {
        return commitments.measuring(promise);
    }

    private static NotFoundException notFound(long id) {
        return new NotFoundException("commitment.assumption.notFound", Long.toString(id));
    }
}
