package org.youju.observation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Decided.Taken;
import org.youju.security.Access;

/**
 * Takes the {@link Step steps} of one kind of row: asks who acts, locks the row, refuses what the step does not allow,
 * closes the row and opens the next. Every call belongs into a transaction of the caller's.
 */
public final class Passage<T extends Recorded> {

    private final String refusals;
    private final String notFound;
    private final RecordedRepository<T> rows;
    private final IndicatorService indicators;
    private final Access access;
    private final Moments moments;

    /**
     * @param refusals what the keys of refusals begin with, such as {@code observation.step.}
     * @param notFound key of the sentence that there is no such row
     */
    public Passage(String refusals, String notFound, RecordedRepository<T> rows, IndicatorService indicators,
            Access access, Moments moments) {
        this.refusals = refusals;
        this.notFound = notFound;
        this.rows = rows;
        this.indicators = indicators;
        this.access = access;
        this.moments = moments;
    }

    /**
     * Hands drafts over for approval.
     *
     * @return the numbers of the submitted rows, in the order given
     * @throws RuleViolation if a row is not a current draft, or lacks what those who approve must see
     */
    public List<Long> submit(Collection<Long> ids) {
        var who = access.require(Step.SUBMIT.permission()).username();
        var drafts = take(Step.SUBMIT, ids);
        if (drafts.isEmpty()) {
            return List.of();
        }
        var corrections = rows.approvedBeside(numbers(drafts)).keySet();
        var reasons = new HashMap<Long, @Nullable String>();
        drafts.forEach(row -> {
            row.requireComplete(indicators.catalogue());
            access.requireScope(row.region(), row.department());
            reasons.put(row.id(), rows.ownReason(row));
            if (reasons.get(row.id()) == null && corrections.contains(row.id())) {
                throw Step.CORRECT.withoutReason(refusals);
            }
        });
        var at = after(latest(drafts));
        rows.close(numbers(drafts), at);
        var submitted = drafts.stream()
                .map(row -> rows.insertAgain(row, Step.SUBMIT.to(), reasons.get(row.id()), who, who, at)).toList();
        rows.decided(Step.SUBMIT, drafts.stream().map(row -> new Taken(row, Set.of(who))).toList(), who, null);
        return submitted;
    }

    /**
     * Takes submitted rows back to whoever handed them over: they are drafts again.
     *
     * @return the numbers of the drafts, in the order given
     * @throws RuleViolation if a row is not submitted any more, or somebody else handed it over
     */
    public List<Long> recall(Collection<Long> ids) {
        var who = access.require(Step.RECALL.permission()).username();
        var submitted = take(Step.RECALL, ids);
        if (submitted.isEmpty()) {
            return List.of();
        }
        submitted.forEach(row -> {
            access.requireScope(row.region(), row.department());
            Step.RECALL.requireOwn(refusals, row, indicators.catalogue(), who);
        });
        var at = after(latest(submitted));
        rows.close(numbers(submitted), at);
        var drafts = submitted.stream()
                .map(row -> rows.insertAgain(row, Step.RECALL.to(), row.reason(), null, who, at)).toList();
        rows.decided(Step.RECALL, submitted.stream().map(row -> new Taken(row, Set.of(who))).toList(), who, null);
        return drafts;
    }

    /** Whether whoever acts handed a row over that waits, and may take it back. */
    public boolean mayRecall(T row) {
        return row.isCurrent() && row.state() == State.SUBMITTED && access.may(Step.RECALL.permission())
                && row.recordedBy().equals(access.current().username())
                && access.current().scope().covers(row.region(), row.department());
    }

    private static List<Long> numbers(List<? extends Recorded> of) {
        return of.stream().map(Recorded::id).toList();
    }

    /** When the youngest of some rows was recorded. */
    private static Instant latest(List<? extends Recorded> of) {
        return of.stream().map(Recorded::recordedFrom).max(Comparator.naturalOrder()).orElseThrow();
    }

    /**
     * Approves submitted rows; each takes the place of the approved row of its key, if there is one. An indicator that
     * is a draft is approved with the first of its rows. All are recorded from one moment on, whose readers see all of
     * them or none.
     *
     * @return the numbers of the approved rows, in the order given
     * @throws RuleViolation if a row is not submitted, or was entered or submitted by the person who approves
     */
    public List<Long> approve(Collection<Long> ids) {
        var who = access.require(Step.APPROVE.permission()).username();
        if (ids.isEmpty()) {
            return List.of();
        }
        moments.hold();
        var submitted = take(Step.APPROVE, ids);
        var taken = taken(submitted);
        taken.forEach(it -> Step.APPROVE.requireOther(refusals, it.row(), indicators.catalogue(), it.authors(), who));
        var closing = new ArrayList<>(rows.approvedBeside(numbers(submitted)).values());
        rows.lock(closing);
        closing.addAll(numbers(submitted));
        var at = moments.publish(latest(submitted));
        rows.close(closing, at);
        var submitters = rows.submittedBy(numbers(submitted));
        var approved = submitted.stream().map(row ->
                rows.insertAgain(row, Step.APPROVE.to(), row.reason(), submitters.get(row.id()), who, at)).toList();
        rows.decided(Step.APPROVE, taken, who, null);
        indicators.approve(submitted.stream().map(Recorded::indicator).collect(Collectors.toSet()));
        rows.keepApproval(approved, who, at);
        return approved;
    }

    /**
     * Sends submitted rows back with a reason.
     *
     * @return the numbers of the returned rows, in the order given
     * @throws RuleViolation if a row is not submitted, or no reason is given
     */
    public List<Long> giveBack(Collection<Long> ids, String reason) {
        var who = access.require(Step.RETURN.permission()).username();
        var why = Step.RETURN.reason(refusals, reason);
        var submitted = take(Step.RETURN, ids);
        if (submitted.isEmpty()) {
            return List.of();
        }
        var taken = taken(submitted);
        var at = after(latest(submitted));
        rows.close(numbers(submitted), at);
        var returned = submitted.stream()
                .map(row -> rows.insertAgain(row, Step.RETURN.to(), why, null, who, at)).toList();
        rows.decided(Step.RETURN, taken, who, why);
        return returned;
    }

    /** Rows within the scope of whoever acts, with who made them. */
    private List<Taken> taken(List<T> of) {
        of.forEach(row -> access.requireScope(row.region(), row.department()));
        var authors = rows.authors(numbers(of));
        return of.stream().map(row -> new Taken(row, authors.get(row.id()))).toList();
    }

    /**
     * Drafts an approved row anew, which stays until the draft is approved and is locked until the transaction ends.
     *
     * @param reason why; never blank
     * @param draft  opens the draft of the row, with the reason as it is kept, and gives its number
     * @return the number of the draft
     * @throws RuleViolation if the row is not a current approved one, or no reason is given
     */
    public long correct(long id, String reason, BiFunction<T, String, Long> draft) {
        access.require(Step.CORRECT.permission());
        var why = Step.CORRECT.reason(refusals, reason);
        var row = take(Step.CORRECT, id);
        access.requireScope(row.region(), row.department());
        return draft.apply(row, why);
    }

    /**
     * Lets a draft take the place of a returned row. Why it was returned is no reason of the draft's.
     *
     * @param draft opens it, recorded from the moment at which the row closes, and gives its number
     * @return the number of the draft
     * @throws RuleViolation if the row is not a current returned one
     */
    public long mend(long id, BiFunction<T, Instant, Long> draft) {
        access.require(Step.MEND.permission());
        var row = take(Step.MEND, id);
        access.requireScope(row.region(), row.department());
        var at = after(row.recordedFrom());
        rows.close(row, at);
        return draft.apply(row, at);
    }

    /**
     * Gives drafts up: their rows close, and the approved rows that they were to replace stay.
     *
     * @return the rows that were closed, in the order given
     * @throws RuleViolation if a row is neither a current draft nor one that was returned
     */
    public List<T> giveUp(Collection<Long> ids) {
        access.require(Step.GIVE_UP.permission());
        return take(Step.GIVE_UP, ids).stream().map(row -> {
            access.requireScope(row.region(), row.department());
            rows.giveUp(row, after(row.recordedFrom()));
            return row;
        }).toList();
    }

    /**
     * Takes an approved row off: it closes and none takes its place.
     *
     * @param proposer who has proposed it
     * @param reason   why; never blank
     * @throws RuleViolation if the row is not a current approved one, whoever acts has proposed it, or no reason is
     *                       given
     */
    public void revoke(long id, String proposer, String reason) {
        var who = access.require(Step.REVOKE.permission()).username();
        if (reason.isBlank()) {
            throw Step.REVOKE.withoutReason(refusals);
        }
        moments.hold();
        var row = take(Step.REVOKE, id);
        access.requireScope(row.region(), row.department());
        Step.REVOKE.requireOther(refusals + "revoke-", row, indicators.catalogue(), Set.of(proposer), who);
        rows.revoke(row, reason, moments.publish(row.recordedFrom()));
        rows.decided(Step.REVOKE, List.of(new Taken(row, Set.of(proposer))), who, reason);
    }

    /** Why a row is to take the place of what is approved, in its authors' words, or null. */
    public @Nullable String reason(T row) {
        return rows.ownReason(row);
    }

    private T take(Step step, long id) {
        return take(step, List.of(id)).getFirst();
    }

    /** All are locked before any is changed. */
    private List<T> take(Step step, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        rows.lock(ids);
        var found = rows.find(ids).stream().collect(Collectors.toMap(Recorded::id, Function.identity()));
        return ids.stream().distinct().map(id -> {
            var row = found.get(id);
            if (row == null) {
                throw new NotFoundException(notFound, Long.toString(id));
            }
            step.requireOpen(refusals, row, indicators.catalogue());
            return row;
        }).toList();
    }

    /** The present moment as it is recorded. */
    public Instant now() {
        return moments.now();
    }

    /** When a row is closed that is recorded from this moment on. */
    public Instant after(Instant recordedFrom) {
        return moments.after(recordedFrom);
    }
}
