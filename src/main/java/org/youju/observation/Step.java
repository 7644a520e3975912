package org.youju.observation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.base.Word;
import org.youju.indicator.Catalogue;
import org.youju.security.Permission;

/**
 * The steps that lead a row from draft to the public, and the whole of their rules: who may take one, from which states
 * and to which, and in which words it is refused. Each kind of row has sentences of its own, whose keys begin alike:
 * {@code observation.step.} or {@code commitment.step.}
 */
public enum Step {

    /** 送审: a draft, or one that was returned, is handed over for approval. */
    SUBMIT(Permission.EDIT_DRAFTS, State.SUBMITTED, State.DRAFT, State.RETURNED),
    /** 取回: a submitted row is a draft again, as whoever handed it over wants to change it; only they take it back so. */
    RECALL(Permission.EDIT_DRAFTS, State.DRAFT, State.SUBMITTED),
    /** 审定: a submitted row takes the place of the approved one, by somebody who has not made it. */
    APPROVE(Permission.APPROVE, State.APPROVED, State.SUBMITTED),
    /** 退回: a submitted row goes back with a reason. */
    RETURN(Permission.APPROVE, State.RETURNED, State.SUBMITTED),
    /** 更正: an approved row is drafted anew, with a reason; it stays until the draft is approved. */
    CORRECT(Permission.EDIT_DRAFTS, State.DRAFT, State.APPROVED),
    /** 改正: a returned one is put right, and is a draft again. */
    MEND(Permission.EDIT_DRAFTS, State.DRAFT, State.RETURNED),
    /** 撤回: a draft, or one that was returned, is given up; its row closes and none takes its place. */
    GIVE_UP(Permission.EDIT_DRAFTS, null, State.DRAFT, State.RETURNED),
    /**
     * 撤下: an approved row closes and none takes its place, as somebody else has proposed with a reason; it stays in the
     * history.
     */
    REVOKE(Permission.APPROVE, null, State.APPROVED);

    private final Permission permission;
    private final @Nullable State to;
    private final Set<State> from;

    Step(Permission permission, @Nullable State to, State from, State... more) {
        this.permission = permission;
        this.to = to;
        this.from = EnumSet.of(from, more);
    }

    /** What whoever takes it must be permitted. */
    public Permission permission() {
        return permission;
    }

    /** The state of the row that it opens, null where it only closes one. */
    public @Nullable State to() {
        return to;
    }

    /** @throws RuleViolation {@code changed} if the row is closed, {@code state} if this step does not begin there */
    void requireOpen(String refusals, Recorded row, Catalogue catalogue) {
        if (!row.isCurrent()) {
            throw refusal(refusals, "changed", row, catalogue);
        }
        if (!from.contains(row.state())) {
            throw refusal(refusals, "state", row, catalogue, new Word("source.state." + row.state()));
        }
    }

    /**
     * Why it is taken, as it is kept.
     *
     * @throws RuleViolation {@code return-reason} or the like if no reason is given, or as {@link Reason#of}
     */
    String reason(String refusals, String typed) {
        return Reason.of(typed, missing(refusals));
    }

    /** {@code return-reason} or the like: that no reason is given. */
    RuleViolation withoutReason(String refusals) {
        return new RuleViolation(missing(refusals));
    }

    private String missing(String refusals) {
        return refusals + name().toLowerCase(Locale.ROOT) + "-reason";
    }

    /**
     * @param authors who entered or submitted the row
     * @throws RuleViolation {@code own} if whoever takes the step is one of them
     */
    void requireOther(String refusals, Recorded row, Catalogue catalogue, Set<String> authors, String who) {
        if (authors.contains(who)) {
            throw refusal(refusals, "own", row, catalogue);
        }
    }

    /** @throws RuleViolation {@code recall-other} if somebody else than whoever takes the step handed the row over */
    void requireOwn(String refusals, Recorded row, Catalogue catalogue, String who) {
        if (!row.recordedBy().equals(who)) {
            throw refusal(refusals, "recall-other", row, catalogue);
        }
    }

    private static RuleViolation refusal(String refusals, String why, Recorded row, Catalogue catalogue,
            Object... more) {
        var arguments = new ArrayList<>(row.called(catalogue));
        arguments.addAll(Arrays.asList(more));
        return new RuleViolation(refusals + why, arguments.toArray());
    }

    /** When a step is recorded: now, but after the row that it closes, even where the clock stands still. */
    public static Instant moment(Instant now, Instant recordedFrom) {
        var moment = now.truncatedTo(ChronoUnit.MICROS);
        return moment.isAfter(recordedFrom) ? moment : recordedFrom.plus(1, ChronoUnit.MICROS);
    }
}
