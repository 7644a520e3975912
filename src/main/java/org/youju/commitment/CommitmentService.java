package org.youju.commitment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.NotFoundException;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.figure.Nature;
import org.youju.figure.Qualifier;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Cell;
import org.youju.observation.Moments;
import org.youju.observation.Narrowing;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.Passage;
import org.youju.observation.State;
import org.youju.observation.StatementQuery;
import org.youju.security.Access;
import org.youju.security.Permission;

/**
 * Records promises and judges them. Nothing is overwritten or deleted: every change closes the recorded time of a row
 * and opens another. A code has at most one current approved row and, beside it, at most one current row in
 * preparation.
 */
@Service
public class CommitmentService {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final Set<Qualifier> LOWER_BOUNDS = EnumSet.of(Qualifier.AT_LEAST, Qualifier.MORE_THAN,
            Qualifier.AND_MORE);
    private static final Set<Qualifier> UPPER_BOUNDS = EnumSet.of(Qualifier.AT_MOST, Qualifier.LESS_THAN);

    private final CommitmentRepository repository;
    private final AssumptionRepository assumptions;
    private final OverrideRepository overrides;
    private final IndicatorService indicators;
    private final ObservationService observations;
    private final Access access;
    private final Clock clock;
    private final Passage<Commitment> passage;

    CommitmentService(CommitmentRepository repository, AssumptionRepository assumptions,
            OverrideRepository overrides, IndicatorService indicators, ObservationService observations, Access access,
            Clock clock, Moments moments) {
        this.repository = repository;
        this.assumptions = assumptions;
        this.overrides = overrides;
        this.indicators = indicators;
        this.observations = observations;
        this.access = access;
        this.clock = clock;
        passage = new Passage<>("commitment.step.", "commitment.notFound", repository, indicators, access, moments);
    }

    /**
     * Approved promises on some indicators of some regions, by code.
     *
     * @param asOf 时点: documents published by that day; null for the latest, which includes undated ones
     */
    @Transactional(readOnly = true)
    public List<Commitment> commitments(Set<String> indicators, Set<String> regions, @Nullable LocalDate asOf) {
        return indicators.isEmpty() || regions.isEmpty() ? List.of() : repository.approved(indicators, regions, asOf);
    }

    /** All approved promises, by code. */
    @Transactional(readOnly = true)
    public List<Commitment> all(@Nullable LocalDate asOf) {
        return repository.approved(null, null, asOf);
    }

    /** The approved promises that a reply makes, in the order of its text. */
    @Transactional(readOnly = true)
    public List<Commitment> commitmentsOf(long replyId) {
        return repository.approvedOf(replyId);
    }

    /** The approved promises that some documents make, those of one together in the order of its text. */
    @Transactional(readOnly = true)
    public List<Commitment> commitmentsOf(Collection<Long> replyIds) {
        return replyIds.isEmpty() ? List.of() : repository.approvedOf(replyIds);
    }

    /** @throws NotFoundException if no approved promise has that code */
    @Transactional(readOnly = true)
    public Commitment commitment(String code) {
        return repository.approved(code).orElseThrow(() -> new NotFoundException("commitment.notFound", code));
    }

    /**
     * One row, current or not; one that was never approved only to those who may read drafts of its scope.
     *
     * @throws NotFoundException if there is none of that number
     */
    @Transactional(readOnly = true)
    public Commitment row(long id) {
        var row = repository.find(id)
                .orElseThrow(() -> new NotFoundException("commitment.notFound", Long.toString(id)));
        if (row.state() != State.APPROVED) {
            access.require(Permission.READ_DRAFTS);
            access.requireScope(row.region(), row.department());
        }
        return row;
    }

    /** The approved promises of some codes; codes that none has are left out. */
    @Transactional(readOnly = true)
    public List<Commitment> standing(Collection<String> codes) {
        return codes.isEmpty() ? List.of() : repository.approved(codes);
    }

    /** The approved rows of some numbers, current or not, by code; other numbers are left out. */
    @Transactional(readOnly = true)
    public List<Commitment> approved(Collection<Long> ids) {
        return repository.rows(ids).stream().filter(it -> it.state() == State.APPROVED).toList();
    }

    /** Who entered or submitted what was approved as a row, by user name. */
    @Transactional(readOnly = true)
    public Set<String> madeBy(long approved) {
        return repository.makersOf(approved);
    }

    /** All approved rows of a code, newest first. */
    @Transactional(readOnly = true)
    public List<Commitment> history(String code) {
        return repository.history(code);
    }

    /** The promises of some regions that were taken off, each as it last stood, by code. */
    @Transactional(readOnly = true)
    public List<Commitment> withdrawn(Set<String> regions) {
        access.require(Permission.READ_PUBLISHED);
        return regions.isEmpty() ? List.of() : repository.withdrawn(regions);
    }

    /** The current row in preparation of a code, if there is one; only to those who may read it. */
    @Transactional(readOnly = true)
    public Optional<Commitment> inPreparation(String code) {
        access.require(Permission.READ_DRAFTS);
        var row = repository.inPreparation(code);
        row.ifPresent(c -> access.requireScope(c.region(), c.department()));
        return row;
    }

    /** The current rows in preparation of some codes, by code; only to those who may read them all. */
    @Transactional(readOnly = true)
    public List<Commitment> inPreparation(Collection<String> codes) {
        access.require(Permission.READ_DRAFTS);
        var rows = codes.isEmpty() ? List.<Commitment>of() : repository.inPreparation(codes);
        rows.forEach(c -> access.requireScope(c.region(), c.department()));
        return rows;
    }

    /** The current rows in preparation that a reply makes, within the scope of whoever asks, in the text's order. */
    @Transactional(readOnly = true)
    public List<Commitment> inPreparationOf(long replyId) {
        access.require(Permission.READ_DRAFTS);
        var scope = access.current().scope();
        return repository.inPreparationOf(replyId).stream()
                .filter(c -> scope.covers(c.region(), c.department()))
                .toList();
    }

    /**
     * The current rows in preparation that stand in some states, the longest waiting first; only to those who may read
     * drafts, and only what lies within their scope.
     *
     * @param wanted which of them
     * @param limit  how many at most
     */
    @Transactional(readOnly = true)
    public List<Commitment> inState(Set<State> states, Narrowing wanted, int limit) {
        var scope = access.require(Permission.READ_DRAFTS).scope();
        return repository.inState(states).stream()
                .filter(row -> scope.covers(row.region(), row.department()) && wanted.takes(row, row.reply().id()))
                .limit(limit)
                .toList();
    }

    /**
     * What the current rows in preparation in some states are of, however many they are; only what lies within the scope
     * of whoever asks.
     */
    @Transactional(readOnly = true)
    public List<Answered> answeredInState(Set<State> states) {
        var scope = access.require(Permission.READ_DRAFTS).scope();
        return repository.answeredInState(states).stream()
                .filter(it -> scope.covers(it.region(), it.department())).toList();
    }

    /** The promises that {@link #commitments} gives, each with its verdict as of that day. */
    @Transactional(readOnly = true)
    public List<Judged> judged(Set<String> indicators, Set<String> regions, @Nullable LocalDate asOf) {
        return judge(commitments(indicators, regions, asOf), asOf);
    }

    /**
     * The promises that {@link #commitments} gives, each with its verdict.
     *
     * @param recorded by our records of which moment, null for now
     * @param known    all that is stated, as of that day and moment, of those indicators and of those that add them up
     */
    @Transactional(readOnly = true)
    public List<Judged> judged(Set<String> indicators, Set<String> regions, @Nullable LocalDate asOf,
            @Nullable Instant recorded, Collection<Cell> known) {
        if (indicators.isEmpty() || regions.isEmpty()) {
            return List.of();
        }
        return judge(repository.approved(indicators, regions, asOf, recorded), day(asOf, recorded), recorded, known);
    }

    /**
     * All approved promises of some regions, by region and code, each with its verdict.
     *
     * @param asOf     时点: documents published by that day; null for the latest
     * @param recorded by our records of which moment, null for now
     */
    @Transactional(readOnly = true)
    public List<Judged> ledger(Set<String> regions, @Nullable LocalDate asOf, @Nullable Instant recorded) {
        access.require(Permission.READ_PUBLISHED);
        var promises = regions.isEmpty() ? List.<Commitment>of() : repository.approved(null, regions, asOf, recorded);
        return promises.isEmpty() ? List.of() : judge(promises, day(asOf, recorded), recorded,
                Cell.of(observations.statements(new StatementQuery(measuring(promises, indicators.catalogue()), regions,
                        null, null, asOf, recorded))));
    }

    /** Verdicts on promises, by statements known as of a day; null for today. */
    @Transactional(readOnly = true)
    public List<Judged> judge(List<Commitment> commitments, @Nullable LocalDate asOf) {
        var regions = commitments.stream().map(Commitment::region).collect(Collectors.toSet());
        return judge(commitments, day(asOf, null), null, Cell.of(observations.statements(new StatementQuery(
                measuring(commitments, indicators.catalogue()), regions, null, null, asOf, null))));
    }

    private List<Judged> judge(List<Commitment> commitments, LocalDate day, @Nullable Instant recorded,
            Collection<Cell> known) {
        if (commitments.isEmpty()) {
            return List.of();
        }
        var catalogue = indicators.catalogue();
        var assumed = assumptions.approved(commitments.stream().map(Commitment::code).toList(), recorded);
        var decided = overrides.open(commitments.stream().map(Commitment::id).toList(), recorded).stream()
                .filter(it -> it.speaksOn(day))
                .collect(Collectors.toMap(VerdictOverride::promise, it -> it));
        var byCell = known.stream().collect(Collectors.groupingBy(c -> c.key().region() + " " + c.key().indicator()));
        return commitments.stream().map(commitment -> {
            var facts = measuring(List.of(commitment), catalogue).stream()
                    .flatMap(code -> byCell.getOrDefault(commitment.region() + " " + code, List.of()).stream())
                    .toList();
            return new Judged(commitment, Judge.judge(commitment, facts, assumed, catalogue, day),
                    decided.get(commitment.id()));
        }).toList();
    }

    /**
     * The day that is looked back from: the 时点, or where none is chosen the day of our records' moment, or today.
     *
     * @param recorded null for our records of now
     */
    public LocalDate day(@Nullable LocalDate asOf, @Nullable Instant recorded) {
        return asOf == null ? LocalDate.ofInstant(recorded == null ? clock.instant() : recorded, SHANGHAI) : asOf;
    }

    /** The codes of what a promise is measured by, and of what adds that up. */
    Set<String> measuring(Commitment promise) {
        return measuring(List.of(promise), indicators.catalogue());
    }

    /** The indicators of promises, and those that add them up. */
    private static Set<String> measuring(List<Commitment> commitments, Catalogue catalogue) {
        var codes = new HashSet<String>();
        commitments.forEach(c -> {
            codes.add(c.indicator());
            catalogue.cumulativesOf(c.indicator()).stream().map(Indicator::code).forEach(codes::add);
        });
        return codes;
    }

    /**
     * Records drafts.
     *
     * @return the numbers of the new rows, in the order given
     * @throws RuleViolation     if a code has a row in preparation already, a target is not in its indicator's unit, or an
     *                           indicator is retired
     * @throws NotFoundException if an indicator or region does not exist
     */
    @Transactional
    public List<Long> draft(Collection<NewCommitment> commitments) {
        var who = access.require(Permission.EDIT_DRAFTS);
        var catalogue = indicators.catalogue();
        commitments.forEach(c -> {
            check(c, catalogue);
            catalogue.requireInUse(c.indicator());
        });
        holdUnits(commitments);
        var now = passage.now();
        return commitments.stream()
                .map(c -> insertOnce(c, () -> repository.insertDraft(c, null, who.username(), now))).toList();
    }

    /** What is the first of its indicator keeps the unit that its target is in. */
    private void holdUnits(Collection<NewCommitment> commitments) {
        indicators.holdUnits(commitments.stream().collect(Collectors.toMap(NewCommitment::indicator,
                it -> it.target().unit().code(), (one, other) -> one))).values().stream().findFirst().ifPresent(late -> {
                    throw late;
                });
    }

    /**
     * Records a draft of a promise that no document holds, such as one made in a meeting.
     *
     * @param reason why it is recorded all the same; null where a document makes it
     * @return the number of the new row
     * @throws RuleViolation as {@link #draft(Collection)} does
     */
    @Transactional
    public long draft(NewCommitment promise, @Nullable String reason) {
        var who = access.require(Permission.EDIT_DRAFTS);
        check(promise, indicators.catalogue());
        indicators.catalogue().requireInUse(promise.indicator());
        holdUnits(List.of(promise));
        return insertOnce(promise, () -> repository.insertDraft(promise, reason, who.username(), passage.now()));
    }

    /**
     * Hands drafts over for approval.
     *
     * @return the numbers of the submitted rows, in the order given
     * @throws RuleViolation if a row is not a current draft
     */
    @Transactional
    public List<Long> submit(Collection<Long> ids) {
        return passage.submit(ids);
    }

    /**
     * Takes submitted rows back to whoever handed them over: they are drafts again.
     *
     * @return the numbers of the drafts, in the order given
     * @throws RuleViolation if a row is not submitted any more, or somebody else handed it over
     */
    @Transactional
    public List<Long> recall(Collection<Long> ids) {
        return passage.recall(ids);
    }

    /** Whether whoever acts handed a row over that waits, and may take it back. */
    public boolean mayRecall(Commitment row) {
        return passage.mayRecall(row);
    }

    /**
     * Approves submitted rows; each takes the place of the approved row of its code, if there is one.
     *
     * @return the numbers of the approved rows, in the order given
     * @throws RuleViolation if a row is not submitted, or was entered or submitted by the person who approves
     */
    @Transactional
    public List<Long> approve(Collection<Long> ids) {
        return passage.approve(ids);
    }

    /**
     * Sends submitted rows back with a reason.
     *
     * @throws RuleViolation if a row is not submitted, or no reason is given
     */
    @Transactional
    public List<Long> giveBack(Collection<Long> ids, String reason) {
        return passage.giveBack(ids, reason);
    }

    /**
     * Gives the drafts of some codes up. Their rows are closed, and what was approved before stays.
     *
     * @throws RuleViolation     if a row is neither a current draft nor one that was returned
     * @throws NotFoundException if a code has no row in preparation
     */
    @Transactional
    public void giveUp(Collection<String> codes) {
        passage.giveUp(codes.stream().map(code -> repository.inPreparation(code)
                .orElseThrow(() -> new NotFoundException("commitment.notFound", code)).id()).toList());
    }

    /**
     * Takes an approved promise off: its row closes and none takes its place.
     *
     * @param proposer who has proposed it
     * @throws RuleViolation if the row is not a current approved one, or whoever acts has proposed it
     */
    @Transactional
    public void revoke(long id, String proposer, String reason) {
        passage.revoke(id, proposer, reason);
    }

    /**
     * Drafts a promise that was taken off anew, as it last stood; it counts again once somebody else approves it.
     *
     * @param reason why; never blank
     * @return the number of the draft
     * @throws RuleViolation     if it stands or is on its way already, can't be measured any more, or no reason is
     *                           given
     * @throws NotFoundException if no promise of that code was ever approved
     */
    @Transactional
    public long restore(String code, String reason) {
        var who = access.require(Permission.EDIT_DRAFTS).username();
        var last = repository.history(code).stream().findFirst()
                .orElseThrow(() -> new NotFoundException("commitment.notFound", code));
        var why = Reason.of(reason, "commitment.restore.reason");
        if (last.isCurrent()) {
            throw new RuleViolation("commitment.restore.stands", code);
        }
        var again = NewCommitment.of(last);
        check(again, indicators.catalogue());
        return insertOnce(again,
                () -> repository.insertChange(again, last, why, who, passage.after(last.recordedTo())));
    }

    /** Codes that no promise has had yet, such as C095; no two callers are given the same. */
    @Transactional
    public List<String> nextCodes(int count) {
        access.require(Permission.EDIT_DRAFTS);
        var codes = new ArrayList<String>();
        while (codes.size() < count) {
            var next = repository.nextNumbers(count - codes.size()).stream().map("C%03d"::formatted).toList();
            var taken = repository.existing(next);
            next.stream().filter(code -> !taken.contains(code)).forEach(codes::add);
        }
        return codes;
    }

    /**
     * Drafts a change of an approved promise; the approved row stays until the change is approved.
     *
     * @param id     the approved row that it will supersede
     * @param reason why; never blank
     * @throws RuleViolation if the row is not a current approved one, no reason is given, or the code differs
     */
    @Transactional
    public long change(long id, NewCommitment change, String reason) {
        return passage.correct(id, reason, (row, why) -> {
            if (!row.code().equals(change.code())) {
                throw new RuleViolation("commitment.change.otherCode", row.code());
            }
            check(change, indicators.catalogue());
            return insertOnce(change, () -> repository.insertChange(change, row, why, access.current().username(),
                    passage.after(row.recordedFrom())));
        });
    }

    /**
     * Puts a returned promise right: what is given takes its place as a draft.
     *
     * @return the number of the draft
     * @throws RuleViolation     if its code has no returned row, or its indicator is retired and it changes no approved
     *                           promise
     * @throws NotFoundException if its code has no row in preparation
     */
    @Transactional
    public long mend(NewCommitment mended) {
        access.require(Permission.EDIT_DRAFTS);
        check(mended, indicators.catalogue());
        if (repository.approved(mended.code()).isEmpty()) {
            indicators.catalogue().requireInUse(mended.indicator());
        }
        var returned = repository.inPreparation(mended.code())
                .orElseThrow(() -> new NotFoundException("commitment.notFound", mended.code()));
        return passage.mend(returned.id(),
                (row, at) -> repository.insertChange(mended, row, passage.reason(row), access.current().username(), at));
    }

    private void check(NewCommitment c, Catalogue catalogue) {
        catalogue.region(c.region());
        access.requireScope(c.region(), c.department());
        requirePossible(c, catalogue);
    }

    /** @throws RuleViolation if a promise can't be measured by its indicator, or promises nothing */
    @Transactional(readOnly = true)
    public void requirePossible(NewCommitment promise) {
        requirePossible(promise, indicators.catalogue());
    }

    private static void requirePossible(NewCommitment c, Catalogue catalogue) {
        var indicator = catalogue.indicator(c.indicator());
        var isPercent = indicator.unit().dimension().startsWith("percent");
        if (!indicator.unit().code().equals(c.target().unit().code())) {
            throw new RuleViolation("commitment.unit", c.target().unit().code(), indicator.unit().code());
        }
        if (c.kind() == CommitmentKind.GROWTH_ABOUT && !isPercent) {
            throw new RuleViolation("commitment.growth");
        }
        var least = c.target().value();
        boolean ceiling = c.kind().isCeiling(indicator.direction());
        if ((ceiling ? LOWER_BOUNDS : UPPER_BOUNDS).contains(c.target().qualifier())) {
            throw new RuleViolation(ceiling ? "commitment.contrary.ceiling" : "commitment.contrary.floor",
                    c.target().printed());
        }
        if (ceiling) {
            if (!isPercent && least.signum() < 0) {
                throw new RuleViolation("commitment.empty.ceiling", c.target().printed());
            }
        } else if (!isPercent && least.signum() <= 0 || indicator.nature() == Nature.SHARE && least.signum() <= 0) {
            throw new RuleViolation("commitment.empty.floor", c.target().printed());
        }
    }

    /** What is stated of an indicator of a region for a year, or of a state at its end. */
    @Transactional(readOnly = true)
    public Optional<Observation> stated(String indicator, String region, int year) {
        var catalogue = indicators.catalogue();
        return new Facts(catalogue.indicator(indicator), region, Cell.of(observations.statements(new StatementQuery(
                Set.of(indicator), Set.of(region), null, null, null, null)))).ofYear(year);
    }

    private static long insertOnce(NewCommitment c, LongSupplier insert) {
        try {
            return insert.getAsLong();
        } catch (DuplicateKeyException e) {
            throw new RuleViolation("commitment.draft.exists", c.code());
        }
    }
}
