package org.youju.entry;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.Faults;
import org.youju.base.LostRace;
import org.youju.base.PlainWords;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.commitment.Assumptions;
import org.youju.commitment.Base;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.CommitmentService;
import org.youju.commitment.Judged;
import org.youju.commitment.NewAssumption;
import org.youju.commitment.NewCommitment;
import org.youju.figure.Figure;
import org.youju.figure.Qualifier;
import org.youju.figure.Words;
import org.youju.indicator.Catalogue;
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

    private final Sheets sheets;
    private final Citing citing;
    private final ObservationForms observations;
    private final CommitmentService commitments;
    private final Assumptions assumptions;
    private final IndicatorService indicators;
    private final ReplyService replies;
    private final Access access;

    PromiseForms(Sheets sheets, Citing citing, ObservationForms observations, CommitmentService commitments,
            Assumptions assumptions, IndicatorService indicators, ReplyService replies, Access access) {
        this.sheets = sheets;
        this.citing = citing;
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
                    promise.to(), promise.endsOn(), promise.base(), promise.department(), State.DRAFT, null, "", Instant.EPOCH,
                    Observation.OPEN_END)), null).getFirst());
        } catch (RuleViolation unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Tells all that keeps a promise from being kept as it is written.
     *
     * @throws RuleViolation if anything is missing or can't be, which tells of all of it
     */
    @Transactional(readOnly = true)
    public void check(PromiseEntry entry) {
        access.require(Permission.EDIT_DRAFTS);
        var before = entry.code() == null ? null : standing(entry.code()).orElse(null);
        var faults = new Faults();
        faults.check(() -> requireWay(read(entry, "C000", 0)));
        faults.check(() -> requireSource(entry, before));
        faults.raise();
    }

    private static void requireSource(PromiseEntry entry, @Nullable Commitment before) {
        var reason = PlainWords.of(entry.reason());
        var isChange = before != null && before.state() == State.APPROVED;
        if (entry.quote() == null && before == null && entry.words().isBlank()) {
            throw new RuleViolation("promise.source.missing");
        }
        if (entry.words().strip().length() > LONGEST) {
            throw new RuleViolation("citation.long", entry.words().strip().length(), LONGEST);
        }
        if (reason.isEmpty() && !entry.words().isBlank()) {
            throw new RuleViolation("promise.reason.missing");
        }
        if (reason.isEmpty() && isChange) {
            throw new RuleViolation("commitment.step.correct-reason");
        }
    }

    /**
     * What the way to a level, or a growth, is measured from.
     *
     * @param indicator what it is a figure of
     * @param stated    what the series states of that year, null for nothing
     */
    public record Measured(int year, Indicator indicator, @Nullable Observation stated) {
    }

    /** What a promise as it is written is measured from; empty where it is measured from nothing, or can't be read yet. */
    @Transactional(readOnly = true)
    public Optional<Measured> measured(PromiseEntry entry) {
        access.require(Permission.READ_DRAFTS);
        var catalogue = indicators.catalogue();
        var indicator = entry.indicator() == null ? null : catalogue.find(entry.indicator()).orElse(null);
        if (indicator == null || entry.kind() == null) {
            return Optional.empty();
        }
        try {
            var year = baseYear(entry, year(entry.from(), "promise.from."));
            return measuredBy(entry.kind(), indicator, catalogue)
                    .map(it -> new Measured(year, it, commitments.stated(it.code(), entry.region(), year).orElse(null)));
        } catch (RuleViolation unreadable) {
            return Optional.empty();
        }
    }

    /** The indicator whose value of the base year counts; empty where none does. */
    private static Optional<Indicator> measuredBy(CommitmentKind kind, Indicator indicator, Catalogue catalogue) {
        return switch (kind) {
            case LEVEL_BY -> isPercent(indicator) ? Optional.empty() : Optional.of(indicator);
            case GROWTH_ABOUT -> Optional.ofNullable(indicator.growthOf()).flatMap(catalogue::find);
            case FLOOR_PER_PERIOD, CUMULATIVE_BY, CEILING, MILESTONE -> Optional.empty();
        };
    }

    private static boolean isPercent(Indicator indicator) {
        return indicator.unit().dimension().startsWith("percent");
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
        check(entry);
        var citation = citation(entry, before);
        var promise = read(entry, before == null ? commitments.nextCodes(1).getFirst() : before.code(), citation);
        var reason = PlainWords.of(entry.reason());
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
        var grounds = faults.read(() -> Reason.of(entry.grounds(), "commitment.assumption.grounds"));
        var reason = faults.read(() -> PlainWords.of(entry.reason()));
        faults.raise();
        assumptions.propose(new NewAssumption(entry.promise(), entry.indicator(), Objects.requireNonNull(period),
                Objects.requireNonNull(bound), Objects.requireNonNull(grounds)), Objects.requireNonNull(reason));
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
        commitments.giveUp(List.of(draft.code()));
        var approved = approved(draft.code());
        if (approved.isPresent()) {
            commitments.change(approved.get().id(), promise, reason == null ? "" : reason);
        } else {
            commitments.draft(promise, reason);
        }
    }

    private long citation(PromiseEntry entry, @Nullable Commitment before) {
        if (entry.quote() != null) {
            return citing.of(entry.quote()).id();
        }
        var words = PlainWords.of(entry.words());
        if (words.isEmpty()) {
            return Objects.requireNonNull(before, "checked before").citation().id();
        }
        var region = indicators.catalogue().region(entry.region());
        return replies.quote(replies.openLedger(region.code(), region.nameZh()), words).id();
    }

    private NewCommitment read(PromiseEntry entry, String code, long citation) {
        var faults = new Faults();
        var indicator = faults.read(() -> indicator(entry));
        var kind = faults.read(() -> kind(entry, indicator));
        var target = faults.read(() -> {
            if (indicator == null && entry.target().isBlank()) {
                throw new RuleViolation("promise.target.empty");
            }
            return indicator == null ? null : target(entry, indicator);
        });
        var from = faults.read(() -> year(entry.from(), "promise.from."));
        var end = faults.read(() -> end(entry.to()));
        var baseYear = faults.read(() -> from == null ? null : baseYear(entry, from));
        var base = faults.read(() -> baseYear == null || indicator == null || kind == null ? null
                : base(entry, kind, indicator, baseYear));
        faults.check(() -> {
            if (from != null && end != null && end.isPresent() && end.get().getYear() < from) {
                throw new RuleViolation("commitment.window.reversed", from.toString(),
                        Integer.toString(end.get().getYear()));
            }
        });
        faults.raise();
        var last = Objects.requireNonNull(end).orElse(null);
        var promise = new NewCommitment(code, citation, Objects.requireNonNull(indicator).code(), entry.region(),
                Objects.requireNonNull(kind), Objects.requireNonNull(target), Objects.requireNonNull(from),
                last == null ? null : last.getYear(), last, base, entry.department());
        commitments.requirePossible(promise);
        return promise;
    }

    private Indicator indicator(PromiseEntry entry) {
        if (entry.indicator() == null) {
            throw new RuleViolation("promise.indicator.missing");
        }
        var catalogue = indicators.catalogue();
        if (catalogue.isRetired(entry.indicator())) {
            throw new RuleViolation("entry.indicator.unknown", entry.indicator());
        }
        return catalogue.indicator(entry.indicator());
    }

    private static CommitmentKind kind(PromiseEntry entry, @Nullable Indicator indicator) {
        if (entry.kind() == null) {
            throw new RuleViolation("promise.kind.missing");
        }
        if (entry.kind() == CommitmentKind.GROWTH_ABOUT && indicator != null && !isPercent(indicator)) {
            throw new RuleViolation("commitment.growth");
        }
        return entry.kind();
    }

    /** The last day of a window, empty where no end is typed: 2025, 2025年6月底, 2025-Q2, 到2025-06-15. */
    private Optional<LocalDate> end(String typed) {
        var text = Words.plain(typed).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var period = text.replaceFirst("^[到至]", "").replaceFirst("(年|月|季度|半年)[底末]$", "$1");
        try {
            var end = observations.period(period).end();
            if (end != null && end.getYear() >= FIRST_YEAR && end.getYear() <= LAST_YEAR) {
                return Optional.of(end);
            }
        } catch (RuleViolation unreadable) {
            throw new RuleViolation("promise.to.wrong", typed.strip());
        }
        throw new RuleViolation("promise.to.wrong", typed.strip());
    }

    private static int baseYear(PromiseEntry entry, int from) {
        return entry.baseYear().isBlank() ? from - 1 : year(entry.baseYear(), "promise.base-year.");
    }

    /** The base that a person has set, null for none. */
    private @Nullable Base base(PromiseEntry entry, CommitmentKind kind, Indicator indicator, int year) {
        if (kind != CommitmentKind.LEVEL_BY || isPercent(indicator)) {
            return null;
        }
        if (entry.base().isBlank()) {
            return entry.baseYear().isBlank() ? null : new Base(year, null);
        }
        var figure = quantity(entry.base(), indicator, "promise.base.");
        if (figure.qualifier() != Qualifier.EXACT && figure.qualifier() != Qualifier.ABOUT || figure.valueHi() != null) {
            throw new RuleViolation("promise.base.plain", figure.printed());
        }
        return new Base(year, figure.value());
    }

    /** While the window of a level is open its pace is told from a base, which must be there and be no zero. */
    private void requireWay(NewCommitment promise) {
        var catalogue = indicators.catalogue();
        var measured = measuredBy(promise.kind(), catalogue.indicator(promise.indicator()), catalogue);
        if (measured.isEmpty()) {
            return;
        }
        int year = promise.base() == null ? promise.from() - 1 : promise.base().year();
        var set = promise.base() == null ? null : promise.base().value();
        var value = set != null ? Optional.of(set)
                : commitments.stated(measured.get().code(), promise.region(), year).map(it -> it.figure().value());
        var isLevel = promise.kind() == CommitmentKind.LEVEL_BY;
        if (value.isPresent() && value.get().signum() <= 0) {
            throw new RuleViolation("commitment.base.zero", Integer.toString(year));
        }
        if (isLevel && value.isPresent() && value.get().compareTo(promise.target().value()) == 0) {
            throw new RuleViolation("promise.base.same", Integer.toString(year));
        }
        var isOpen = promise.to() != null && !commitments.day(null, null).isAfter(promise.endsOn() == null
                ? LocalDate.of(promise.to(), 12, 31) : promise.endsOn());
        if (isLevel && isOpen && value.isEmpty()) {
            throw new RuleViolation("promise.base.missing", Integer.toString(year));
        }
    }

    /** The words of the target as it stands are that target, though a person would write them shorter: 网点35个. */
    private Figure target(PromiseEntry entry, Indicator indicator) {
        return Optional.ofNullable(entry.code()).flatMap(this::standing)
                .filter(it -> it.indicator().equals(indicator.code())).map(Commitment::target)
                .filter(it -> it.printed().equals(entry.target().strip()))
                .orElseGet(() -> quantity(entry.target(), indicator, "promise.target."));
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

    /** @param field what the keys of its refusals begin with */
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
