package org.youju.observation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.RuleViolation;
import org.youju.figure.Figure;
import org.youju.indicator.IndicatorService;
import org.youju.reply.ReplyService;
import org.youju.security.Access;
import org.youju.security.Permission;

/**
 * Drafts the way a sheet of cells needs them: many at once, each answered for itself, so that what can't be kept never
 * holds back the rest. A figure without a document is a statement of the region's ledger; it may owe its citation, or
 * the reason why there is none, until it is submitted. Whoever writes a cell says which draft of it they saw.
 */
@Service
public class CellDrafts {

    private static final int LONGEST_REASON = 400;

    private final ObservationRepository repository;
    private final IndicatorService indicators;
    private final ReplyService replies;
    private final Access access;
    private final Passage<Observation> passage;

    CellDrafts(ObservationRepository repository, IndicatorService indicators, ReplyService replies, Access access,
            Clock clock) {
        this.repository = repository;
        this.indicators = indicators;
        this.replies = replies;
        this.access = access;
        passage = new Passage<>("observation.step.", "observation.notFound", repository, indicators, access, clock);
    }

    /**
     * What is to stand in a cell.
     *
     * @param figure   what it states, in the indicator's unit; null to empty it
     * @param seen     number of the draft that whoever writes saw in the cell, 0 where they saw none
     * @param restores number of a row of this cell whose remarks come back with the figure, or null
     */
    public record Write(CellKey cell, @Nullable Figure figure, long seen, @Nullable Long restores) {

        /** A figure typed anew. */
        public Write(CellKey cell, @Nullable Figure figure, long seen) {
            this(cell, figure, seen, null);
        }
    }

    /** What has become of one {@link Write}. */
    public sealed interface Outcome {

        /**
         * The figure stands in the cell now, as a draft.
         *
         * @param id     number of the draft
         * @param before the draft whose place it took, or null
         */
        record Kept(long id, Figure figure, @Nullable Observation before) implements Outcome {
        }

        /**
         * The cell has no draft any more.
         *
         * @param before the draft that stood there
         */
        record Emptied(Observation before) implements Outcome {
        }

        /** It is what stood there before; nothing is recorded. */
        record Same() implements Outcome {
        }

        /**
         * Somebody else was faster; nothing is recorded.
         *
         * @param theirs the draft that stands there now, null where they emptied the cell
         */
        record Overtaken(@Nullable Observation theirs) implements Outcome {
        }

        /** A rule forbids it; nothing is recorded. */
        record Refused(RuleViolation why) implements Outcome {
        }
    }

    /** The current rows in preparation of some indicators of a region that overlap some years, oldest first. */
    @Transactional(readOnly = true)
    public List<Observation> inPreparation(String region, Collection<String> codes, int fromYear, int toYear) {
        access.require(Permission.READ_DRAFTS);
        var within = codes.stream().filter(code -> isInScope(region, code)).toList();
        return repository.inPreparation(region, within, fromYear, toYear);
    }

    /** The current rows, approved or in preparation, of some cells of one region, oldest first. */
    @Transactional(readOnly = true)
    public List<Observation> current(Collection<CellKey> cells) {
        access.require(Permission.READ_DRAFTS);
        return cells.stream().collect(Collectors.groupingBy(CellKey::region)).entrySet().stream()
                .flatMap(of -> read(of.getKey(), of.getValue()).values().stream().flatMap(List::stream))
                .filter(row -> row.state() == State.APPROVED || isInScope(row.region(), row.indicator()))
                .toList();
    }

    /** Every row that a cell ever had, of all sources and in all states, newest first. */
    @Transactional(readOnly = true)
    public List<Observation> trail(CellKey cell) {
        access.require(Permission.READ_DRAFTS);
        requireScope(cell);
        return repository.all(cell);
    }

    /** Every approved row that a cell ever had, of all sources, newest first. */
    @Transactional(readOnly = true)
    public List<Observation> approvedTrail(CellKey cell) {
        access.require(Permission.READ_PUBLISHED);
        return repository.all(cell).stream().filter(row -> row.state() == State.APPROVED).toList();
    }

    /** The one of some rows in preparation that a cell shows: the newest. */
    public static @Nullable Observation shown(Collection<Observation> rows) {
        return rows.stream().filter(row -> row.state() != State.APPROVED)
                .max(Comparator.comparing(Observation::id)).orElse(null);
    }

    /**
     * Writes cells of one region in one transaction.
     *
     * @param writes at most one a cell
     * @return what has become of each, in the order given
     */
    @Transactional
    public List<Outcome> write(String region, List<Write> writes) {
        var who = access.require(Permission.EDIT_DRAFTS).username();
        if (writes.stream().noneMatch(write -> isInScope(region, write.cell().indicator()))) {
            return writes.stream().map(write -> obstacle(write, List.of()).orElseThrow()).toList();
        }
        var ledger = replies.openLedger(region, indicators.catalogue().region(region).nameZh());
        var cells = writes.stream().map(Write::cell).toList();
        repository.lockInPreparation(region, indicators(cells), periods(cells));
        var rows = read(region, cells);
        return writes.stream().map(write -> write(write, rows.getOrDefault(write.cell(), List.of()), ledger, who))
                .toList();
    }

    private static Set<String> indicators(Collection<CellKey> cells) {
        return cells.stream().map(CellKey::indicator).collect(Collectors.toSet());
    }

    private static Set<String> periods(Collection<CellKey> cells) {
        return cells.stream().map(cell -> cell.period().code()).collect(Collectors.toSet());
    }

    private Map<CellKey, List<Observation>> read(String region, Collection<CellKey> cells) {
        var wanted = Set.copyOf(cells);
        var rows = new HashMap<CellKey, List<Observation>>();
        repository.current(region, indicators(cells), periods(cells)).stream()
                .filter(row -> wanted.contains(row.cell()))
                .forEach(row -> rows.computeIfAbsent(row.cell(), key -> new ArrayList<>()).add(row));
        return rows;
    }

    /**
     * What would keep a figure from being written, where nobody is faster.
     *
     * @param rows the current rows of the cell, approved or in preparation
     * @return {@link Outcome.Overtaken}, {@link Outcome.Same} or {@link Outcome.Refused}; empty where nothing does
     */
    public Optional<Outcome> obstacle(Write write, List<Observation> rows) {
        if (!isInScope(write.cell().region(), write.cell().indicator())) {
            return refused("observation.cell.scope");
        }
        var draft = shown(rows);
        if ((draft == null ? 0 : draft.id()) != write.seen()) {
            return Optional.of(new Outcome.Overtaken(draft));
        }
        if (draft != null && draft.state() == State.SUBMITTED) {
            return refused("observation.cell.submitted");
        }
        if (draft == null && !rows.isEmpty()) {
            return refused("observation.cell.approved");
        }
        var figure = write.figure();
        if (figure == null) {
            return draft == null ? Optional.of(new Outcome.Same())
                    : draft.citations().isEmpty() ? Optional.empty()
                    : refused("observation.cell.cited", draft.reply().label());
        }
        return draft != null && draft.state() == State.DRAFT && isSame(figure, draft.figure())
                ? Optional.of(new Outcome.Same()) : Optional.empty();
    }

    private static Optional<Outcome> refused(String key, Object... arguments) {
        return Optional.of(new Outcome.Refused(new RuleViolation(key, arguments)));
    }

    private Outcome write(Write write, List<Observation> rows, long ledger, String who) {
        var obstacle = obstacle(write, rows);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        var draft = shown(rows);
        var figure = write.figure();
        if (figure == null) {
            repository.giveUp(draft, passage.after(draft.recordedFrom()));
            return new Outcome.Emptied(draft);
        }
        var id = draft == null ? open(write, figure, ledger, who) : replace(draft, revised(draft, figure), who);
        return new Outcome.Kept(id, figure, draft);
    }

    private long open(Write write, Figure figure, long ledger, String who) {
        var cell = write.cell();
        var before = write.restores() == null ? null : repository.find(write.restores())
                .filter(row -> row.cell().equals(cell)).orElse(null);
        var note = before == null ? null : before.periodNote();
        var status = before == null ? ObsStatus.A : before.status();
        var vintage = before == null ? null : before.vintage();
        var comment = before == null ? null : before.comment();
        var excuse = before == null ? null : before.uncitedReason();
        return repository.insertDraft(new NewObservation(cell.indicator(), cell.region(), cell.period(), note, ledger,
                figure, status, vintage, comment, excuse, List.of()), who, passage.now());
    }

    private long replace(Observation draft, NewObservation by, String who) {
        var at = passage.after(draft.recordedFrom());
        repository.close(draft, at);
        return repository.insertRevision(by, draft,
                draft.state() == State.DRAFT ? draft.reason() : repository.reasonBefore(draft.id()), who, at);
    }

    private static NewObservation revised(Observation draft, Figure figure) {
        var same = ObservationRepository.asNew(draft);
        return new NewObservation(same.indicator(), same.region(), same.period(), same.periodNote(), same.replyId(),
                figure, same.status(), same.vintage(), same.comment(), same.uncitedReason(), same.citationIds());
    }

    /**
     * Says why no citation states a draft; a blank reason takes the one before away.
     *
     * @return the draft that stands in its place
     * @throws RuleViolation if the row is no draft any more, or is stated by a citation, or the reason is too long
     */
    @Transactional
    public Observation excuse(long id, String reason) {
        var draft = take(id);
        if (!draft.citations().isEmpty()) {
            throw new RuleViolation("observation.cell.stated", draft.reply().label());
        }
        if (reason.length() > LONGEST_REASON) {
            throw new RuleViolation("observation.cell.reason.long", LONGEST_REASON);
        }
        var same = ObservationRepository.asNew(draft);
        return found(replace(draft, new NewObservation(same.indicator(), same.region(), same.period(), same.periodNote(),
                same.replyId(), same.figure(), same.status(), same.vintage(), same.comment(),
                reason.isBlank() ? null : reason.strip(), List.of()), access.current().username()));
    }

    /**
     * Makes a draft the statement of the document that a citation is of, in one step: the draft before it closes.
     *
     * @return the draft that stands in its place
     * @throws RuleViolation if the row is no draft any more, or that document has stated this cell already
     */
    @Transactional
    public Observation cite(long id, long citationId) {
        var draft = take(id);
        var citation = replies.citation(citationId);
        var same = ObservationRepository.asNew(draft);
        var stated = new NewObservation(same.indicator(), same.region(), same.period(), same.periodNote(),
                citation.replyId(), same.figure(), same.status(), same.vintage(), same.comment(), null,
                List.of(citationId));
        var others = repository.current(draft.region(), List.of(draft.indicator()), List.of(draft.period().code()))
                .stream().filter(row -> row.id() != id && row.reply().id() == citation.replyId()).toList();
        if (others.stream().anyMatch(row -> row.state() == State.APPROVED)) {
            throw new RuleViolation("observation.approved.exists", draft.indicator(), draft.period().code());
        }
        if (!others.isEmpty()) {
            throw new RuleViolation("observation.draft.exists", draft.indicator(), draft.period().code());
        }
        return found(replace(draft, stated, access.current().username()));
    }

    private Observation found(long id) {
        return repository.find(id).orElseThrow();
    }

    private Observation take(long id) {
        access.require(Permission.EDIT_DRAFTS);
        var draft = repository.lock(id).orElseThrow(() -> new RuleViolation("observation.cell.gone"));
        requireScope(draft.cell());
        Step.SUBMIT.requireOpen("observation.step.", draft);
        return draft;
    }

    private void requireScope(CellKey cell) {
        access.requireScope(cell.region(), department(cell.indicator()));
    }

    private boolean isInScope(String region, String indicator) {
        return access.current().scope().covers(region, department(indicator));
    }

    private @Nullable String department(String indicator) {
        return indicators.catalogue().indicator(indicator).department();
    }

    private static boolean isSame(Figure one, Figure other) {
        return one.printed().equals(other.printed()) && one.interval().equals(other.interval())
                && one.value().compareTo(other.value()) == 0;
    }
}
