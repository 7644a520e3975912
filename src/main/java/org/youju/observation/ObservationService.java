package org.youju.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.LostRace;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.indicator.IndicatorService;
import org.youju.security.Access;
import org.youju.security.Permission;

/**
 * Records what sources state. No new figures are taken of a retired indicator; those that were approved of it may still be
 * corrected, restored and withdrawn. Nothing is overwritten or deleted: every change closes the recorded time of a row and
 * opens another. A key (indicator, region, period, reply) has at most one current approved row and, beside it, at
 * most one current row in preparation.
 */
@Service
public class ObservationService {

    private final ObservationRepository repository;
    private final IndicatorService indicators;
    private final CellScope scope;
    private final ObjectProvider<ApprovalGuard> guards;
    private final Access access;
    private final Passage<Observation> passage;

    ObservationService(ObservationRepository repository, IndicatorService indicators,
            CellScope scope, ObjectProvider<ApprovalGuard> guards, Access access, Moments moments) {
        this.repository = repository;
        this.indicators = indicators;
        this.scope = scope;
        this.guards = guards;
        this.access = access;
        passage = new Passage<>("observation.step.", "observation.notFound", repository, indicators, access, moments);
    }

    /** Approved statements, by indicator, region and period, earliest published first. */
    @Transactional(readOnly = true)
    public List<Observation> statements(StatementQuery query) {
        if (query.indicators().isEmpty() || query.regions().isEmpty()) {
            return List.of();
        }
        return repository.approved(query);
    }

    /**
     * How much {@link #statements(StatementQuery)} gives of each indicator of each region, by their codes, without
     * reading it; series that nothing is stated of are left out.
     *
     * @param publicOnly whether only statements of public documents count
     */
    @Transactional(readOnly = true)
    public List<SeriesSize> sizes(StatementQuery query, boolean publicOnly) {
        return query.indicators().isEmpty() || query.regions().isEmpty() ? List.of()
                : repository.sizes(query, publicOnly);
    }

    /**
     * Whether more is stated or in preparation of some indicators, in all regions and periods, than so many rows; no
     * more than these are counted.
     */
    @Transactional(readOnly = true)
    public boolean isMore(Set<String> indicators, int rows) {
        return !indicators.isEmpty() && repository.isMore(indicators, rows);
    }

    /**
     * The approved statements of some indicators in all regions and periods, read at once: where {@link #isMore} says that
     * this is little.
     */
    @Transactional(readOnly = true)
    public List<Observation> statements(Set<String> indicators) {
        return indicators.isEmpty() ? List.of() : repository.approvedOfIndicators(indicators);
    }

    /**
     * The cells that {@link #statements(StatementQuery)} speaks of.
     *
     * @param publicOnly whether only statements of public documents count
     */
    @Transactional(readOnly = true)
    public Set<CellKey> cells(StatementQuery query, boolean publicOnly) {
        return query.indicators().isEmpty() || query.regions().isEmpty() ? Set.of()
                : repository.cells(query, publicOnly);
    }

    /** The approved statements of one cell, earliest published first. */
    @Transactional(readOnly = true)
    public List<Observation> statements(CellKey cell) {
        return statements(List.of(cell));
    }

    /** The approved statements of some cells, ordered as {@link #statements(StatementQuery)} orders them. */
    @Transactional(readOnly = true)
    public List<Observation> statements(Collection<CellKey> cells) {
        return cells.isEmpty() ? List.of() : repository.approved(cells);
    }

    /**
     * The same for many cells that have little in common: {@link #statements(Collection)} reads what all their
     * indicators state in all their periods first.
     */
    @Transactional(readOnly = true)
    public List<Observation> statementsOfEach(Collection<CellKey> cells) {
        return cells.isEmpty() ? List.of() : repository.approvedOfEach(cells);
    }

    /**
     * Cells of a region whose statements can't all be right, whatever the reason: one puts another right, contradicts
     * it, or is kept apart from it by a reading convention. The latest periods first.
     *
     * @param asOf  时点, null for the latest
     * @param limit how many at most
     */
    @Transactional(readOnly = true)
    public List<CellKey> apart(String region, @Nullable LocalDate asOf, int limit) {
        return repository.apart(region, asOf, limit);
    }

    /**
     * The indicators of a region that most years are stated of, most first.
     *
     * @param asOf    时点, null for the latest
     * @param recordedAsOf our own records as they stood at that moment; null for now
     * @param minimum how many years must be stated
     * @param limit   how many indicators at most
     */
    @Transactional(readOnly = true)
    public List<String> longestSeries(String region, @Nullable LocalDate asOf, @Nullable Instant recordedAsOf,
            int minimum, int limit) {
        return repository.longestSeries(region, asOf, recordedAsOf, minimum, limit);
    }

    /** The approved statements that rest on a reply's citations, in the order of its text. */
    @Transactional(readOnly = true)
    public List<Observation> statementsOf(long replyId) {
        return repository.approvedOf(replyId);
    }

    /**
     * How many approved statements were added, revised or withdrawn between two moments. What was approved anew and says
     * the same has not changed.
     */
    @Transactional(readOnly = true)
    public Change.Count countChanges(Instant after, Instant until) {
        return repository.countChanges(after, until);
    }

    /**
     * What {@link #countChanges} counts: additions, revisions, withdrawals, each by region, indicator and period.
     *
     * @param limit how many at most
     */
    @Transactional(readOnly = true)
    public List<Change> changes(Instant after, Instant until, int limit) {
        return repository.changes(after, until, limit);
    }

    /** One row, current or not; rows that were never approved only to those who may read drafts of its scope. */
    @Transactional(readOnly = true)
    public Observation observation(long id) {
        return repository.find(id)
                .filter(o -> o.state() == State.APPROVED || access.may(Permission.READ_DRAFTS)
                        && access.current().scope().covers(o.region(), o.department()))
                .orElseThrow(() -> new NotFoundException("observation.notFound", Long.toString(id)));
    }

    /** The approved rows of some numbers, current or not; other numbers are left out. */
    @Transactional(readOnly = true)
    public List<Observation> approved(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : repository.approvedOf(ids);
    }

    /** Who entered or submitted what was approved as a row. */
    @Transactional(readOnly = true)
    public Set<String> madeBy(long approved) {
        return repository.madeBy(observation(approved).id());
    }

    /** All approved rows of the key that the given row belongs to, newest first. */
    @Transactional(readOnly = true)
    public List<Observation> history(long id) {
        return repository.history(observation(id));
    }

    /**
     * Records drafts.
     *
     * @return the numbers of the new rows, in the order given
     * @throws RuleViolation if a key has a row in preparation already, or an approved one, which takes a correction;
     *                       or a citation is of another reply, or an indicator is retired
     * @throws LostRace      if somebody has changed the unit meanwhile that a figure is in
     */
    @Transactional
    public List<Long> draft(Collection<NewObservation> observations) {
        var who = access.require(Permission.EDIT_DRAFTS);
        observations.forEach(o -> scope.require(o.cell()));
        requireOwnCitations(observations);
        observations.stream().map(NewObservation::replyId).distinct().sorted().forEach(repository::lockSource);
        requireNoneApproved(observations);
        requireInUse(observations);
        holdUnits(observations);
        var now = passage.now();
        var drafts = observations.stream()
                .map(o -> once(o, () -> repository.insertDraft(o, who.username(), now))).toList();
        repository.begin(drafts, now);
        return drafts;
    }

    private void requireInUse(Collection<NewObservation> observations) {
        observations.stream().map(NewObservation::indicator).forEach(indicators.catalogue()::requireInUse);
    }

    /** What is the first of its indicator keeps the unit that it is in. */
    private void holdUnits(Collection<NewObservation> observations) {
        indicators.holdUnits(observations.stream().collect(Collectors.toMap(NewObservation::indicator,
                it -> it.figure().unit().code(), (one, other) -> one))).values().stream().findFirst().ifPresent(late -> {
                    throw late;
                });
    }

    private void requireNoneApproved(Collection<NewObservation> observations) {
        var approved = repository.approvedOfKeys(observations);
        for (var o : observations) {
            if (approved.contains(o.key())) {
                throw refusal("observation.approved.exists", o.cell());
            }
        }
    }

    private RuleViolation refusal(String key, CellKey cell) {
        return new RuleViolation(key, cell.called(indicators.catalogue()).toArray());
    }

    /** A key has one row in preparation; whoever comes second is told. */
    private long once(NewObservation o, LongSupplier insert) {
        try {
            return insert.getAsLong();
        } catch (DuplicateKeyException e) {
            throw refusal("observation.draft.exists", o.cell());
        }
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
    public boolean mayRecall(Observation row) {
        return passage.mayRecall(row);
    }

    /**
     * Approves submitted rows; each takes the place of the approved row of its key, if there is one.
     *
     * @return the numbers of the approved rows, in the order given
     * @throws RuleViolation if a row is not submitted, or was entered or submitted by the person who approves
     * @throws KeptBack      if an {@link ApprovalGuard} refuses some of them
     */
    @Transactional
    public List<Long> approve(Collection<Long> ids) {
        var submitted = ids.stream().distinct().toList();
        var approved = passage.approve(submitted);
        if (!approved.isEmpty()) {
            requireNoneRefused(submitted, approved);
        }
        return approved;
    }

    private void requireNoneRefused(List<Long> submitted, List<Long> approved) {
        var rows = repository.find(approved);
        var refused = new HashMap<Long, RuleViolation>();
        guards.orderedStream().forEach(guard -> guard.refused(rows).forEach(refused::putIfAbsent));
        var keptBack = new LinkedHashMap<Long, RuleViolation>();
        for (int i = 0; i < approved.size(); i++) {
            var why = refused.get(approved.get(i));
            if (why != null) {
                keptBack.put(submitted.get(i), why);
            }
        }
        if (!keptBack.isEmpty()) {
            throw new KeptBack(keptBack);
        }
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
     * Gives drafts up. Their rows are closed, and what was approved before stays.
     *
     * @throws RuleViolation if a row is neither a current draft nor one that was returned
     */
    @Transactional
    public void giveUp(Collection<Long> ids) {
        passage.giveUp(ids);
    }

    /**
     * Takes an approved row off, as somebody else has proposed: it closes and none takes its place.
     *
     * @param proposer user name of who has proposed it
     * @param reason   why; never blank
     * @throws RuleViolation if the row is not a current approved one, whoever acts has proposed it, or no reason is
     *                       given
     */
    @Transactional
    public void revoke(long id, String proposer, String reason) {
        passage.revoke(id, proposer, reason);
    }

    /**
     * Puts a returned row right: what is given takes its place as a draft, with what confirms it. It may be of another
     * cell. Of a retired indicator only the correction of what is approved is put right.
     *
     * @return the number of the draft
     * @throws RuleViolation if the row is not a current returned one, or is of another source; or the other cell has a
     *                       statement of that source already; or its indicator is retired
     */
    @Transactional
    public long mend(long id, NewObservation mended) {
        scope.require(mended.cell());
        requireOwnCitations(List.of(mended));
        repository.lockSource(mended.replyId());
        if (indicators.catalogue().isRetired(mended.indicator())
                && !repository.approvedOfKeys(List.of(mended)).contains(mended.key())) {
            requireInUse(List.of(mended));
        }
        return passage.mend(id, (row, at) -> {
            if (row.reply().id() != mended.replyId()) {
                throw refusal("observation.mend.otherSource", row.cell());
            }
            if (!row.cell().equals(mended.cell())) {
                requireNoneApproved(List.of(mended));
                holdUnits(List.of(mended));
            }
            return once(mended, () -> repository.insertMended(mended, row, access.current().username(), at));
        });
    }

    /**
     * Lets further spans of its source confirm a draft, without their stating it. Nobody submits the draft or gives it
     * up meanwhile.
     *
     * @throws RuleViolation if the row is not a current draft, or a citation is of another document
     */
    @Transactional
    public void confirm(long id, Collection<Long> citationIds) {
        var row = requireDraft(id);
        var sources = repository.sourcesOf(citationIds);
        if (!citationIds.stream().allMatch(citation -> Objects.equals(sources.get(citation), row.reply().id()))) {
            throw refusal("observation.citation.other", row.cell());
        }
        repository.confirm(id, citationIds);
    }

    /** Takes confirming spans back from a draft. */
    @Transactional
    public void unconfirm(long id, Collection<Long> citationIds) {
        requireDraft(id);
        repository.unconfirm(id, citationIds);
    }

    private Observation requireDraft(long id) {
        access.require(Permission.EDIT_DRAFTS);
        var row = repository.lock(id)
                .orElseThrow(() -> new NotFoundException("observation.notFound", Long.toString(id)));
        access.requireScope(row.region(), row.department());
        Step.SUBMIT.requireOpen("observation.step.", row, indicators.catalogue());
        return row;
    }

    /**
     * Drafts a correction of an approved row, of a retired indicator too; the approved row stays until the correction is
     * approved.
     *
     * @param id     the approved row that it will supersede
     * @param reason why; never blank
     * @throws RuleViolation if the row is not a current approved one, or no reason is given, or the key differs
     */
    @Transactional
    public long correct(long id, NewObservation correction, String reason) {
        return passage.correct(id, reason, (row, why) -> {
            if (!row.cell().equals(correction.cell()) || row.reply().id() != correction.replyId()) {
                throw new RuleViolation("observation.correct.otherCell");
            }
            requireOwnCitations(List.of(correction));
            return once(correction, () -> repository.insertCorrection(correction, row, why, access.current().username(),
                    passage.after(row.recordedFrom())));
        });
    }

    private void requireOwnCitations(Collection<NewObservation> observations) {
        var sources = repository.sourcesOf(
                observations.stream().flatMap(o -> o.citationIds().stream()).collect(Collectors.toSet()));
        for (var o : observations) {
            if (!o.citationIds().stream().allMatch(id -> Objects.equals(sources.get(id), o.replyId()))) {
                throw refusal("observation.citation.other", o.cell());
            }
        }
    }

    /**
     * The current rows in preparation that stand in some states, the longest waiting first; only to those who may read
     * drafts, and only what lies within their scope.
     *
     * @param wanted which of them
     * @param limit  how many at most
     */
    @Transactional(readOnly = true)
    public List<Observation> inState(Set<State> states, Narrowing wanted, int limit) {
        var scope = access.require(Permission.READ_DRAFTS).scope();
        return repository.inState(states, scope, wanted, limit);
    }

    /**
     * The codes of the periods of all current rows in preparation that stand in some states, by the code of their
     * indicator; only what lies within the scope of whoever asks.
     */
    @Transactional(readOnly = true)
    public Map<String, List<String>> periodsInState(Set<State> states) {
        return repository.periodsInState(states, access.require(Permission.READ_DRAFTS).scope());
    }

    /**
     * The current rows in preparation of a cell, whatever their sources; only to those who may read drafts of its
     * region and department.
     */
    @Transactional(readOnly = true)
    public List<Observation> inPreparation(CellKey cell) {
        return inPreparation(List.of(cell));
    }

    /** The current rows in preparation of some cells, whatever their sources; only to those who may read them all. */
    @Transactional(readOnly = true)
    public List<Observation> inPreparation(Collection<CellKey> cells) {
        access.require(Permission.READ_DRAFTS);
        cells.forEach(scope::require);
        return cells.isEmpty() ? List.of() : repository.inPreparation(cells);
    }

    /** The current row in preparation of a key, if there is one; only to those who may read its drafts. */
    @Transactional(readOnly = true)
    public Optional<Observation> inPreparation(CellKey cell, long replyId) {
        return inPreparation(cell).stream().filter(o -> o.reply().id() == replyId).findFirst();
    }
}
