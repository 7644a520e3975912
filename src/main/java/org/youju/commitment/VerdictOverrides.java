package org.youju.commitment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.LostRace;
import org.youju.base.NotFoundException;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.commitment.Verdict.Kind;
import org.youju.observation.Moments;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.audit.Audited;

/**
 * 人工改判: lets approvers decide of a promise otherwise than the rules do, with a reason and for a time. What the rules
 * say stays visible beside it, and speaks again when the time is over.
 */
@Service
public class VerdictOverrides {

    /** The most days that an override holds: after a year somebody has to look again. */
    public static final int MOST_DAYS = 366;

    private static final String ENTITY = "override";

    private final OverrideRepository repository;
    private final CommitmentRepository promises;
    private final CommitmentService commitments;
    private final Access access;
    private final Moments moments;
    private final ApplicationEventPublisher events;

    VerdictOverrides(OverrideRepository repository, CommitmentRepository promises, CommitmentService commitments,
            Access access, Moments moments, ApplicationEventPublisher events) {
        this.repository = repository;
        this.promises = promises;
        this.commitments = commitments;
        this.access = access;
        this.moments = moments;
        this.events = events;
    }

    /** All that were ever decided of a promise, newest first; to those who may read what is approved. */
    @Transactional(readOnly = true)
    public List<VerdictOverride> of(String code) {
        access.require(Permission.READ_PUBLISHED);
        return repository.of(code);
    }

    /** The one that holds today, read anew; empty where the rules speak. */
    @Transactional(readOnly = true)
    public Optional<VerdictOverride> standing(String code) {
        access.require(Permission.READ_PUBLISHED);
        return standing(commitments.commitment(code));
    }

    private Optional<VerdictOverride> standing(Commitment promise) {
        return repository.open(List.of(promise.id()), null).stream().filter(it -> it.speaksOn(today())).findFirst();
    }

    /** Today in Shanghai; the last day of an override lies after it. */
    public LocalDate today() {
        return commitments.day(null, null);
    }

    /**
     * What may be decided of a promise: of an open window also its pace, of a closed one that speaks of every year also
     * that its total is kept. That there is no data is never decided.
     */
    public List<Kind> choices(Commitment promise) {
        var choices = new ArrayList<>(List.of(Kind.MET, Kind.NOT_MET, Kind.NOT_PROVABLE));
        if (promise.kind() == CommitmentKind.FLOOR_PER_PERIOD) {
            choices.add(1, Kind.MET_ON_TOTAL);
        }
        if (promise.isOpen(today())) {
            choices.addAll(1, List.of(Kind.ON_PACE, Kind.BEHIND));
        }
        return choices;
    }

    /**
     * Decides of a promise in the place of the rules, and of an earlier override.
     *
     * @param seen number of the override that whoever decides saw hold, null for none
     * @return its number
     * @throws RuleViolation     if the last day is not after today or too far off, the rules say the same, it can't be
     *                           decided of such a promise, or whoever decides has entered or submitted the promise
     * @throws LostRace          if somebody else has decided or ended one meanwhile
     * @throws NotFoundException if no approved promise has that code
     */
    @Transactional
    public long decide(NewOverride override, @Nullable Long seen) {
        var who = access.require(Permission.APPROVE).username();
        var promise = commitments.commitment(override.promise());
        access.requireScope(promise.region(), promise.department());
        if (promises.makersOf(promise.id()).contains(who)) {
            throw new RuleViolation("commitment.override.own", promise.code());
        }
        requireTime(override.until());
        if (!choices(promise).contains(override.verdict())) {
            throw new RuleViolation("commitment.override.verdict");
        }
        if (commitments.judge(List.of(promise), null).getFirst().verdict().kind() == override.verdict()) {
            throw new RuleViolation("commitment.override.same");
        }
        moments.hold();
        var before = repository.open(List.of(promise.id()), null).stream().findFirst()
                .flatMap(it -> repository.lock(it.id()));
        var standing = before.filter(it -> it.speaksOn(today()));
        if (before.filter(it -> !it.isOpen()).isPresent()
                || !standing.map(VerdictOverride::id).equals(Optional.ofNullable(seen))) {
            throw new LostRace("commitment.override.changed");
        }
        var at = moments.publish(before.map(VerdictOverride::recordedFrom).orElse(promise.recordedFrom()));
        before.ifPresent(it -> repository.close(it, who, null, at));
        try {
            var id = repository.insert(promise.id(), override, who, at);
            events.publishEvent(new Audited(null, "override", ENTITY, promise.auditName(),
                    standing.map(VerdictOverrides::saying).orElse(null),
                    saying(override.verdict(), override.until(), override.reason())));
            return id;
        } catch (DuplicateKeyException e) {
            throw new LostRace("commitment.override.changed");
        }
    }

    /**
     * Ends an override before its time: the rules speak again.
     *
     * @param reason why; never blank
     * @throws RuleViolation     if it is over already, or no reason is given
     * @throws NotFoundException if there is none of that number
     */
    @Transactional
    public void end(String code, long id, String reason) {
        var who = access.require(Permission.APPROVE).username();
        var promise = commitments.commitment(code);
        access.requireScope(promise.region(), promise.department());
        var why = Reason.of(reason, "commitment.override.end-reason");
        moments.hold();
        var row = repository.lock(id).filter(it -> it.promise() == promise.id())
                .orElseThrow(() -> new NotFoundException("commitment.override.notFound", Long.toString(id)));
        if (!row.isOpen() || !row.speaksOn(today())) {
            throw new RuleViolation("commitment.override.over");
        }
        repository.close(row, who, why, moments.publish(row.recordedFrom()));
        events.publishEvent(new Audited(null, "end-override", ENTITY, promise.auditName(), saying(row), why));
    }

    /** @throws RuleViolation if an override can't end on a day: it is not after today or too far off */
    public void requireTime(LocalDate until) {
        if (!until.isAfter(today())) {
            throw new RuleViolation("commitment.override.past", until.toString());
        }
        if (until.isAfter(today().plusDays(MOST_DAYS))) {
            throw new RuleViolation("commitment.override.far", today().plusDays(MOST_DAYS).toString());
        }
    }

    private static String saying(VerdictOverride row) {
        return saying(row.verdict(), row.until(), row.reason());
    }

    private static String saying(Kind verdict, LocalDate until, String reason) {
        return verdict + " " + until + " (" + reason + ")";
    }
}
