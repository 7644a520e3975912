package org.youju.entry;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.Faults;
import org.youju.base.LostRace;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.commitment.Assumptions;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.CommitmentService;
import org.youju.commitment.Judged;
import org.youju.commitment.NewAssumption;
import org.youju.commitment.NewCommitment;
import org.youju.figure.Figure;
import org.youju.figure.Qualifier;
import org.youju.figure.Words;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Observation;
import org.youju.observation.State;
import org.youju.reply.Citation;
import org.youju.reply.ReplyService;
import org.youju.security.Access;
import org.youju.security.Permission;

/**
 * One promise at a time, written down by hand with its sentence, or changed with a reason. It is a draft until it is
 * handed over, and no promise until somebody else approves it.
 */
@Service
public class PromiseForms {

    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;
    private static final int LONGEST = 1000;

    private final YearGrid sheets;
    private final ObservationForms observations;
    private final CommitmentService commitments;
    private final Assumptions assumptions;
    private final IndicatorService indicators;
    private final ReplyService replies;
    private final Access access;

    PromiseForms(YearGrid sheets, ObservationForms observations, CommitmentService commitments,
            Assumptions assumptions, IndicatorService indicators, ReplyService replies, Access access) {
        this.sheets = sheets;
        this.observations = observations;
        this.commitments = commitments;
        this.assumptions = assumptions;
        this.indicators = indicators;
        this.replies = replies;
        this.access = access;
    }

    /** The indicators in use that answer to what a person looks for. */
    public List<Indicator> named(String sought) {
        return observations.named(sought);
    }

    /** What stands of a promise now: its row in preparation, else the approved one; empty for neither. */
    @Transactional(readOnly = true)
    public Optional<Commitment> standing(String code) {
        access.require(Permission.READ_DRAFTS);
        return commitments.inPreparation(code).or(() -> approved(code));
    }

    private Optional<Commitment> approved(String code) {
        return commitments.history(code).stream().filter(Commitment::isCurrent).findFirst();
    }

    /**
     * How a promise would be judged now if it were approved as it is written; empty where something is missing or can't
     * be read yet.
     */
    @Transactional(readOnly = true)
    public Optional<Judged> preview(PromiseEntry entry) {
        access.require(Permission.READ_DRAFTS);
        var before = entry.code() == null ? null : standing(entry.code()).orElse(null);
        var reply = entry.quote() != null ? replies.reply(entry.quote().replyId()) : before == null ? null : before.reply();
        if (reply == null) {
            return Optional.empty();
        }
        try {
            var promise = read(entry, "C000", before == null ? 0 : before.citation().id());
            var citation = before != null ? before.citation() : new Citation(0, reply.id(), null, null,
                    promise.target().printed(), "", "", null, Citation.State.QUOTE_ONLY);
            return Optional.of(commitments.judge(List.of(new Commitment(0, promise.code(), reply, citation,
                    promise.indicator(), promise.region(), promise.kind(), promise.target(), promise.from(),
                    promise.to(), promise.department(), State.DRAFT, null, "", Instant.EPOCH,
                    Observation.OPEN_END)), null).getFirst());
        } catch (RuleViolation unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Keeps a promise as a draft: a new one, a change of what is approved, or what was drafted or returned put right.
     *
     * @return its code
     * @throws LostRace      if somebody else has changed it meanwhile
     * @throws RuleViolation if something is missing or can't be, saying what is wrong and how to put it right
     */
    @Transactional
    public String save(PromiseEntry entry) {
        access.require(Permission.EDIT_DRAFTS);
        var before = entry.code() == null ? null : standing(entry.code())
                .orElseThrow(() -> new LostRace("promise.gone"));
        if (before != null && before.id() != entry.seen()) {
            throw new LostRace("promise.overtaken", before.recordedBy());
        }
        if (before != null && before.state() == State.SUBMITTED) {
            throw new RuleViolation("commitment.draft.exists", before.code());
        }
        read(entry, "C000", 0);
        var citation = citation(entry, before);
        var promise = read(entry, before == null ? commitments.nextCodes(1).getFirst() : before.code(), citation);
        var reason = TypedText.reason(entry.reason());
        if (before == null) {
            commitments.draft(promise, reason.isEmpty() ? null : reason);
        } else {
            switch (before.state()) {
                case APPROVED -> commitments.change(before.id(), promise, reason);
                case RETURNED -> commitments.mend(promise);
                case DRAFT -> again(before, promise, reason.isEmpty() ? before.reason() : reason);
                case SUBMITTED -> throw new IllegalStateException("refused above");
            }
        }
        return promise.code();
    }

    /**
     * Proposes an assumption on a promise, for somebody else to approve.
     *
     * @throws RuleViolation telling all that is missing or can't be, and how to put it right
     */
    @Transactional
    public void assume(AssumptionEntry entry) {
        access.require(Permission.EDIT_DRAFTS);
        var indicator = indicators.catalogue().indicator(entry.indicator());
        var faults = new Faults();
        var period = faults.read(() -> observations.period(entry.period()));
        var bound = faults.read(() -> bound(quantity(entry.bound(), indicator, "assumption.bound.")));
        var grounds = faults.read(() -> Reason.of(TypedText.reason(entry.grounds()), "commitment.assumption.grounds"));
        faults.raise();
        assumptions.propose(new NewAssumption(entry.promise(), entry.indicator(), Objects.requireNonNull(period),
                Objects.requireNonNull(bound), Objects.requireNonNull(grounds)), TypedText.reason(entry.reason()));
    }

    /** An upper bound is one number: 100万平方米, 不超过100万平方米. */
    private static BigDecimal bound(Figure typed) {
        var isPlain = typed.qualifier() == Qualifier.EXACT || typed.qualifier() == Qualifier.AT_MOST;
        if (!isPlain || typed.valueHi() != null) {
            throw new RuleViolation("assumption.bound.plain", typed.printed());
        }
        return typed.value();
    }

    /** A draft in the place of another, which is given up. */
    private void again(Commitment draft, NewCommitment promise, @Nullable String reason) {
        commitments.withdraw(List.of(draft.code()));
        var approved = approved(draft.code());
        if (approved.isPresent()) {
            commitments.change(approved.get().id(), promise, reason == null ? "" : reason);
        } else {
            commitments.draft(promise, reason);
        }
    }

    private long citation(PromiseEntry entry, @Nullable Commitment before) {
        if (entry.quote() != null) {
            return sheets.citation(entry.quote()).id();
        }
        var words = TypedText.reason(entry.words());
        if (words.isEmpty()) {
            if (before == null) {
                throw new RuleViolation("promise.source.missing");
            }
            return before.citation().id();
        }
        if (entry.reason().isBlank()) {
            throw new RuleViolation("promise.reason.missing");
        }
        if (words.length() > LONGEST) {
            throw new RuleViolation("citation.long", words.length(), LONGEST);
        }
        var region = indicators.catalogue().region(entry.region());
        return replies.quote(replies.openLedger(region.code(), region.nameZh()), words).id();
    }

    private NewCommitment read(PromiseEntry entry, String code, long citation) {
        if (entry.indicator() == null) {
            throw new RuleViolation("promise.indicator.missing");
        }
        var catalogue = indicators.catalogue();
        if (catalogue.isRetired(entry.indicator())) {
            throw new RuleViolation("entry.indicator.unknown", entry.indicator());
        }
        var indicator = catalogue.indicator(entry.indicator());
        if (entry.kind() == null) {
            throw new RuleViolation("promise.kind.missing");
        }
        if (entry.kind() == CommitmentKind.GROWTH_ABOUT && !indicator.unit().dimension().startsWith("percent")) {
            throw new RuleViolation("commitment.growth", indicator.code());
        }
        var target = quantity(entry.target(), indicator, "promise.target.");
        var from = year(entry.from(), "promise.from.");
        var to = entry.to().isBlank() ? null : year(entry.to(), "promise.to.");
        return new NewCommitment(code, citation, indicator.code(), entry.region(), entry.kind(), target, from, to,
                entry.department());
    }

    /**
     * A quantity, which must be written with its unit: a bare number may be meant in another.
     *
     * @param field what the keys of its refusals begin with
     */
    private Figure quantity(String typed, Indicator indicator, String field) {
        var text = Words.plain(typed).strip();
        if (text.isEmpty()) {
            throw new RuleViolation(field + "missing", indicator.unit().code());
        }
        if (text.matches("(?s).*\\d[\\d.,\\s~-]*")) {
            throw new RuleViolation(field + "no-unit", typed.strip(), indicator.unit().code());
        }
        return Objects.requireNonNull(sheets.read(indicator.code(), typed));
    }

    private static int year(String typed, String field) {
        var text = Words.plain(typed).strip().replaceFirst("\\s*年$", "");
        if (text.isEmpty()) {
            throw new RuleViolation(field + "missing");
        }
        if (!text.matches("\\d{4}") || Integer.parseInt(text) < FIRST_YEAR || Integer.parseInt(text) > LAST_YEAR) {
            throw new RuleViolation(field + "wrong", typed.strip());
        }
        return Integer.parseInt(text);
    }
}
