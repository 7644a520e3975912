package org.youju.observation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.Named;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.figure.Figure;
import org.youju.figure.Period;
import org.youju.indicator.IndicatorService;
import org.youju.reply.Citation;
import org.youju.reply.Grade;
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

    /** Where nobody reads, nothing is said otherwise. */
    private static final QuotedWords.Reading UNREAD = new QuotedWords.Reading() {

        @Override
        public boolean isOther(Collection<Citation> cited, Figure figure) {
            return false;
        }

        @Override
        public Optional<Period> otherTime(Collection<Citation> cited, Figure figure, Period period) {
            return Optional.empty();
        }
    };

    private final ObservationRepository repository;
    private final IndicatorService indicators;
    private final CellScope scope;
    private final ReplyService replies;
    private final ObjectProvider<QuotedWords> words;
    private final Access access;
    private final Passage<Observation> passage;

    CellDrafts(ObservationRepository repository, IndicatorService indicators, CellScope scope, ReplyService replies,
            ObjectProvider<QuotedWords> words, Access access, Moments moments) {
        this.repository = repository;
        this.indicators = indicators;
        this.scope = scope;
        this.replies = replies;
        this.words = words;
        this.access = access;
        passage = new Passage<>("observation.step.", "observation.notFound", repository, indicators, access, moments);
    }

    /**
     * What a figure rests on from now on.
     *
     * @param citation  the one citation that states it, null for those that do so already
     * @param excuse    why none states it, blank to take that back; null for what is said already
     * @param departure why it says something else than its quoted words, null where no reason is given
     */
    public record Grounds(@Nullable Citation citation, @Nullable String excuse, @Nullable String departure) {

        /** What it rests on already. */
        public static final Grounds AS_BEFORE = new Grounds(null, null, null);

        public Grounds {
            if (excuse != null && excuse.length() > LONGEST_REASON) {
                throw new RuleViolation("observation.cell.reason.long", LONGEST_REASON);
            }
        }

        /** The same, although the figure says something else than its quoted words. */
        public Grounds because(@Nullable String reason) {
            return new Grounds(citation, excuse, reason == null || reason.isBlank() ? null : reason.strip());
        }
    }

    /**
     * What is to stand in a cell.
     *
     * @param figure   what it states, in the indicator's unit; null to empty it
     * @param seen     number of the draft that whoever writes saw in the cell, 0 where they saw none
     * @param restores number of a row of this cell whose remarks come back with the figure, or null; where that row was
     *                 returned and states the figure, the cell stands returned again, for the same reason
     */
    public record Write(CellKey cell, @Nullable Figure figure, long seen, @Nullable Long restores, Grounds grounds) {

        /** A figure typed anew. */
        public Write(CellKey cell, @Nullable Figure figure, long seen) {
            this(cell, figure, seen, null, Grounds.AS_BEFORE);
        }
    }

    /** What has become of one {@link Write}. */
    public sealed interface Outcome {

        /**
         * The figure stands in the cell now, as a draft, or as one that is returned again.
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
        var within = codes.stream().filter(code -> scope.covers(region, code)).toList();
        return repository.inPreparation(region, within, fromYear, toYear);
    }

    /** The current rows in preparation of some indicators of some regions, of all years, oldest first. */
    @Transactional(readOnly = true)
    public List<Observation> inPreparation(Collection<String> regions, Collection<String> codes) {
        access.require(Permission.READ_DRAFTS);
        var within = regions.stream().filter(region -> codes.stream().anyMatch(code -> scope.covers(region, code)))
                .toList();
        return within.isEmpty() ? List.of()
                : repository.inPreparation(within, codes).stream().filter(row -> scope.covers(row.cell())).toList();
    }

    /** The current rows in preparation of some indicators, of all regions and years, oldest first. */
    @Transactional(readOnly = true)
    public List<Observation> inPreparation(Collection<String> codes) {
        access.require(Permission.READ_DRAFTS);
        return codes.isEmpty() ? List.of() : repository.preparedOfIndicators(codes).stream()
                .filter(row -> scope.covers(row.cell())).toList();
    }

    /** The current rows, approved or in preparation, of some cells of one region, oldest first. */
    @Transactional(readOnly = true)
    public List<Observation> current(Collection<CellKey> cells) {
        access.require(Permission.READ_DRAFTS);
        return cells.stream().collect(Collectors.groupingBy(CellKey::region)).entrySet().stream()
                .flatMap(of -> read(of.getKey(), of.getValue()).values().stream().flatMap(List::stream))
                .filter(row -> row.state() == State.APPROVED || scope.covers(row.cell()))
                .toList();
    }

    /** Every row that a cell ever had, of all sources and in all states, newest first. */
    @Transactional(readOnly = true)
    public List<Observation> trail(CellKey cell) {
        access.require(Permission.READ_DRAFTS);
        scope.require(cell);
        return repository.all(cell);
    }

    /** The newest of these rows, at most so many. */
    @Transactional(readOnly = true)
    public List<Observation> trail(CellKey cell, int limit) {
        access.require(Permission.READ_DRAFTS);
        scope.require(cell);
        return repository.newest(cell, limit);
    }

    /** Every approved row that a cell ever had, of all sources, newest first. */
    @Transactional(readOnly = true)
    public List<Observation> approvedTrail(CellKey cell) {
        access.require(Permission.READ_PUBLISHED);
        return repository.approvedOf(cell);
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
        if (writes.stream().noneMatch(write -> scope.covers(write.cell()))) {
            return obstacles(writes, Map.of()).stream().map(Optional::orElseThrow).toList();
        }
        var ledger = replies.openLedger(region, indicators.catalogue().region(region).nameZh());
        sources(writes).forEach(repository::lockSource);
        var cells = writes.stream().map(Write::cell).toList();
        repository.lockInPreparation(region, indicators(cells), periods(cells));
        var rows = read(region, cells);
        var reading = reading(writes, rows);
        var restored = restored(writes);
        var late = indicators.holdUnits(writes.stream()
                .filter(write -> write.figure() != null && !rows.containsKey(write.cell()))
                .collect(Collectors.toMap(write -> write.cell().indicator(), write -> write.figure().unit().code(),
                        (one, other) -> one)));
        var now = passage.now();
        var returned = returned(writes, rows, restored);
        var outcomes = writes.stream().map(write -> write.figure() != null && late.containsKey(write.cell().indicator())
                ? new Outcome.Refused(late.get(write.cell().indicator())) : returned.containsKey(write)
                ? giveBackAgain(write, rows.getOrDefault(write.cell(), List.of()), returned.get(write), who, now)
                : write(write, rows.getOrDefault(write.cell(), List.of()), ledger, reading, restored, who, now)).toList();
        repository.begin(outcomes.stream().filter(Outcome.Kept.class::isInstance).map(Outcome.Kept.class::cast)
                .filter(kept -> kept.before() == null).map(Outcome.Kept::id).toList(), now);
        return outcomes;
    }

    /** The documents whose words are cited, each once and in one order, so that nobody waits for each other. */
    private static List<Long> sources(List<Write> writes) {
        return writes.stream().map(write -> write.grounds().citation()).filter(Objects::nonNull).map(Citation::replyId)
                .distinct().sorted().toList();
    }

    private static List<Citation> stating(Grounds grounds, @Nullable Observation before) {
        return grounds.citation() != null ? List.of(grounds.citation())
                : before == null ? List.of() : before.citations();
    }

    private QuotedWords.Reading reading(List<Citation> cited) {
        var reader = cited.isEmpty() ? null : words.getIfAvailable();
        return reader == null ? UNREAD : reader.read(cited);
    }

    /**
     * In what a figure says something else than words that would state it: they state another one, or speak of another
     * year; a reason is due then.
     *
     * @param cited at least one, or none where no words state it
     * @return the sentence that asks for the reason, empty where none is due
     */
    @Transactional(readOnly = true)
    public Optional<RuleViolation> departure(List<Citation> cited, Figure figure, Period period) {
        return departure(reading(cited), cited, figure, period);
    }

    private static Optional<RuleViolation> departure(QuotedWords.Reading reading, List<Citation> cited, Figure figure,
            Period period) {
        var other = reading.isOther(cited, figure);
        var time = reading.otherTime(cited, figure, period);
        if (!other && time.isEmpty()) {
            return Optional.empty();
        }
        var words = cited.getFirst().exact();
        return Optional.of(time.isEmpty() ? new RuleViolation("observation.departure.due", words)
                : new RuleViolation(other ? "observation.departure.both" : "observation.departure.time", words,
                        (Named) time.get()::label, (Named) period::label));
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
     * What would keep figures from being written, where nobody is faster.
     *
     * @param rows the current rows of their cells, approved or in preparation, by cell
     * @return {@link Outcome.Overtaken}, {@link Outcome.Same} or {@link Outcome.Refused} for each, in the order given;
     *         empty where nothing does
     */
    public List<Optional<Outcome>> obstacles(List<Write> writes, Map<CellKey, List<Observation>> rows) {
        var reading = reading(writes, rows);
        var restored = restored(writes);
        return writes.stream().map(write -> obstacle(write, rows.getOrDefault(write.cell(), List.of()), reading, restored))
                .toList();
    }

    /** The words that state some figures, read once for all. */
    private QuotedWords.Reading reading(List<Write> writes, Map<CellKey, List<Observation>> rows) {
        return reading(writes.stream().flatMap(write -> stating(write.grounds(),
                shown(rows.getOrDefault(write.cell(), List.of()))).stream()).toList());
    }

    /** The rows whose remarks come back, by their numbers, read once for all. */
    private Map<Long, Observation> restored(List<Write> writes) {
        var wanted = writes.stream().map(Write::restores).filter(Objects::nonNull).collect(Collectors.toSet());
        return wanted.isEmpty() ? Map.of()
                : repository.find(wanted).stream().collect(Collectors.toMap(Observation::id, row -> row));
    }

    private Optional<Outcome> obstacle(Write write, List<Observation> rows, QuotedWords.Reading reading,
            Map<Long, Observation> restored) {
        if (!scope.covers(write.cell())) {
            return refused("observation.cell.scope");
        }
        var draft = shown(rows);
        if ((draft == null ? 0 : draft.id()) != write.seen()) {
            return Optional.of(new Outcome.Overtaken(draft));
        }
        if (draft != null && draft.state() == State.SUBMITTED) {
            return refused("observation.cell.submitted");
        }
        var citation = write.grounds().citation();
        if (draft == null && !rows.isEmpty() && citation == null) {
            return refused("observation.cell.approved");
        }
        var figure = write.figure();
        if (figure == null) {
            return draft == null ? Optional.of(new Outcome.Same())
                    : draft.citations().isEmpty() ? Optional.empty()
                    : refused("observation.cell.cited", draft.reply().label());
        }
        if (isNewOfRetired(write.cell(), rows, citation != null ? citation.replyId()
                : draft != null ? draft.reply().id() : 0)) {
            return refused("indicator.retired", write.cell().indicator());
        }
        var cited = stating(write.grounds(), draft);
        var excuse = write.grounds().excuse();
        if (excuse != null && !excuse.isBlank() && !cited.isEmpty()) {
            return refused("observation.cell.stated", replies.reply(cited.getFirst().replyId()).label());
        }
        if (citation != null) {
            var stated = stated(rows, draft, citation.replyId(), write.cell());
            if (stated.isPresent()) {
                return stated.map(Outcome.Refused::new);
            }
        }
        if (draft != null && draft.state() == State.DRAFT && isSame(figure, draft.figure())
                && (citation == null || draft.citations().equals(List.of(citation)))
                && (excuse == null || Objects.equals(blankToNull(excuse), draft.uncitedReason()))
                && (write.grounds().departure() == null
                        || write.grounds().departure().equals(draft.departure()))) {
            return Optional.of(new Outcome.Same());
        }
        return departure(reading, cited, figure, write.cell().period())
                .filter(due -> why(write, draft, figure, reading, restored).isEmpty()).map(Outcome.Refused::new);
    }

    /** Whether a figure of a source would be new of an indicator that takes no new ones: it corrects none approved. */
    private boolean isNewOfRetired(CellKey cell, List<Observation> rows, long reply) {
        return indicators.catalogue().isRetired(cell.indicator())
                && rows.stream().noneMatch(row -> row.state() == State.APPROVED && row.reply().id() == reply);
    }

    /** Why a document can't state a cell, whether or not it already does as the draft that is written over. */
    private Optional<RuleViolation> stated(List<Observation> rows, @Nullable Observation draft, long reply,
            CellKey cell) {
        var others = rows.stream().filter(row -> row.reply().id() == reply)
                .filter(row -> draft == null || row.id() != draft.id()).toList();
        var own = draft != null && draft.reply().id() == reply;
        return others.isEmpty() || own && others.stream().allMatch(row -> row.state() == State.APPROVED)
                ? Optional.empty()
                : Optional.of(new RuleViolation(others.stream().anyMatch(row -> row.state() == State.APPROVED)
                        ? "observation.approved.exists" : "observation.draft.exists",
                        cell.called(indicators.catalogue()).toArray()));
    }

    /**
     * The reason that is given, or that the same figure has already or had when it stood there, or that was never given
     * for the figure: the words speak of another time.
     */
    private static Optional<String> why(Write write, @Nullable Observation draft, Figure figure,
            QuotedWords.Reading reading, Map<Long, Observation> restored) {
        return Optional.ofNullable(write.grounds().departure()).or(() -> Stream.concat(Stream.ofNullable(draft),
                        Stream.ofNullable(write.restores()).map(restored::get).filter(Objects::nonNull))
                .filter(row -> row.cell().equals(write.cell()) && isSame(row.figure(), figure))
                .map(Observation::departure).filter(Objects::nonNull).findFirst())
                .or(() -> Optional.ofNullable(draft).filter(it -> staysWith(write, it, figure, reading))
                        .map(Observation::departure));
    }

    /** Whether the reason of a draft stays with another figure, as no figure was why it was given. */
    private static boolean staysWith(Write write, Observation draft, Figure figure, QuotedWords.Reading reading) {
        return write.grounds().citation() == null && !reading.isOther(draft.citations(), figure)
                && !reading.isOther(draft.citations(), draft.figure());
    }

    private static Optional<Outcome> refused(String key, Object... arguments) {
        return Optional.of(new Outcome.Refused(new RuleViolation(key, arguments)));
    }

    private Outcome write(Write write, List<Observation> rows, long ledger, QuotedWords.Reading reading,
            Map<Long, Observation> restored, String who, Instant now) {
        var obstacle = obstacle(write, rows, reading, restored);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        var draft = shown(rows);
        var figure = write.figure();
        if (figure == null) {
            repository.giveUp(draft, passage.after(draft.recordedFrom()));
            return new Outcome.Emptied(draft);
        }
        var id = draft == null
                ? repository.insertDraft(on(write, null, fresh(write, figure, ledger, restored), reading, restored), who, now)
                : replace(draft, on(write, draft, revised(draft, figure), reading, restored), who);
        return new Outcome.Kept(id, figure, draft);
    }

    /** The returned rows that come back as they were: nobody has handed the cell over since. */
    private Map<Write, Observation> returned(List<Write> writes, Map<CellKey, List<Observation>> rows,
            Map<Long, Observation> restored) {
        var returned = new HashMap<Write, Observation>();
        writes.forEach(write -> {
            var row = write.restores() == null ? null : restored.get(write.restores());
            var present = rows.getOrDefault(write.cell(), List.of());
            var draft = shown(present);
            if (row != null && row.state() == State.RETURNED && row.cell().equals(write.cell()) && write.figure() != null
                    && isSame(write.figure(), row.figure()) && (draft == null || draft.state() == State.DRAFT)
                    && present.stream().noneMatch(it -> it != draft && it.reply().id() == row.reply().id())) {
                returned.put(write, row);
            }
        });
        var decided = repository.decidedSince(returned.values().stream().map(Observation::id).toList());
        returned.values().removeIf(row -> decided.contains(row.id()));
        return returned;
    }

    private Outcome giveBackAgain(Write write, List<Observation> rows, Observation returned, String who, Instant now) {
        var draft = shown(rows);
        if (!scope.covers(write.cell())) {
            return new Outcome.Refused(new RuleViolation("observation.cell.scope"));
        }
        if ((draft == null ? 0 : draft.id()) != write.seen()) {
            return new Outcome.Overtaken(draft);
        }
        if (isNewOfRetired(write.cell(), rows, returned.reply().id())) {
            return new Outcome.Refused(new RuleViolation("indicator.retired", write.cell().indicator()));
        }
        var at = draft == null ? now : passage.after(draft.recordedFrom());
        if (draft != null) {
            repository.close(draft, at);
        }
        return new Outcome.Kept(repository.insertReturned(returned, draft, who, at), returned.figure(), draft);
    }

    private static NewObservation fresh(Write write, Figure figure, long ledger, Map<Long, Observation> restored) {
        var cell = write.cell();
        var before = Optional.ofNullable(write.restores()).map(restored::get)
                .filter(row -> row.cell().equals(cell)).orElse(null);
        var note = before == null ? null : before.periodNote();
        var status = before == null ? ObsStatus.A : before.status();
        var vintage = before == null ? null : before.vintage();
        var comment = before == null ? null : before.comment();
        var departure = before == null ? null : before.departure();
        var excuse = before == null ? null : before.uncitedReason();
        return new NewObservation(cell.indicator(), cell.region(), cell.period(), note, ledger, figure, status, vintage,
                comment, departure, excuse, List.of());
    }

    /** A statement on the grounds that are given, with why it differs from its words where it does. */
    private NewObservation on(Write write, @Nullable Observation draft, NewObservation it,
            QuotedWords.Reading reading, Map<Long, Observation> restored) {
        var citation = write.grounds().citation();
        var given = write.grounds().excuse();
        var excuse = citation != null ? null : given == null ? it.uncitedReason() : blankToNull(given);
        return new NewObservation(it.indicator(), it.region(), it.period(), it.periodNote(),
                citation == null ? it.replyId() : citation.replyId(), it.figure(),
                citation == null ? it.status() : status(it.status(), draft == null ? null : draft.reply().grade(),
                        replies.reply(citation.replyId()).grade()), it.vintage(),
                it.comment(), departure(write, draft, it, reading, restored), excuse,
                citation == null ? it.citationIds() : List.of(citation.id()));
    }

    private static @Nullable String departure(Write write, @Nullable Observation draft, NewObservation it,
            QuotedWords.Reading reading, Map<Long, Observation> restored) {
        if (departure(reading, stating(write.grounds(), draft), it.figure(), it.period()).isPresent()) {
            return Reason.within(why(write, draft, it.figure(), reading, restored).orElseThrow());
        }
        return draft != null && staysWith(write, draft, it.figure(), reading) ? it.departure() : null;
    }

    /** What the worth of its document makes of a figure, as everywhere. */
    private static ObsStatus status(ObsStatus before, @Nullable Grade was, Grade now) {
        return now == Grade.C && before == ObsStatus.A ? ObsStatus.V
                : now != Grade.C && was == Grade.C && before == ObsStatus.V ? ObsStatus.A : before;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private long replace(Observation draft, NewObservation by, String who) {
        var at = passage.after(draft.recordedFrom());
        repository.close(draft, at);
        return repository.insertRevision(by, draft, repository.ownReason(draft), who, at);
    }

    /** A returned one stays returned: only its figure, written anew, makes a draft of it. */
    private long beside(Observation draft, NewObservation by) {
        var at = passage.after(draft.recordedFrom());
        repository.close(draft, at);
        return repository.insertBeside(by, draft, access.current().username(), at);
    }

    private static NewObservation revised(Observation draft, Figure figure) {
        var same = ObservationRepository.asNew(draft);
        return new NewObservation(same.indicator(), same.region(), same.period(), same.periodNote(), same.replyId(),
                figure, same.status(), same.vintage(), same.comment(), same.departure(), same.uncitedReason(),
                same.citationIds());
    }

    /**
     * Says why no citation states a draft, or one that was returned, which stays so; a blank reason takes the one before
     * away.
     *
     * @return the row that stands in its place
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
        return found(beside(draft, new NewObservation(same.indicator(), same.region(), same.period(),
                same.periodNote(), same.replyId(), same.figure(), same.status(), same.vintage(), same.comment(),
                same.departure(), reason.isBlank() ? null : reason.strip(), List.of())));
    }

    /**
     * Makes a draft, or one that was returned, which stays so, the statement of the document that a citation is of, in
     * one step: the row before it closes.
     *
     * @param departure why it says something else than the words, null where no reason is given
     * @return the draft that stands in its place
     * @throws RuleViolation if the row is no draft any more, or that document has stated this cell already, or the
     *                       words state another figure or speak of another year and no reason is given
     */
    @Transactional
    public Observation cite(long id, long citationId, @Nullable String departure) {
        var draft = take(id);
        var citation = replies.citation(citationId);
        var write = new Write(draft.cell(), draft.figure(), id, null, new Grounds(citation, null, null)
                .because(departure));
        var rows = repository.current(draft.region(), List.of(draft.indicator()), List.of(draft.period().code()));
        stated(rows, draft, citation.replyId(), draft.cell()).ifPresent(refusal -> {
            throw refusal;
        });
        var reading = reading(List.of(citation));
        departure(reading, List.of(citation), draft.figure(), draft.period())
                .filter(due -> write.grounds().departure() == null).ifPresent(due -> {
                    throw due;
                });
        return found(beside(draft, on(write, draft, ObservationRepository.asNew(draft), reading, Map.of())));
    }

    private Observation found(long id) {
        return repository.find(id).orElseThrow();
    }

    private Observation take(long id) {
        access.require(Permission.EDIT_DRAFTS);
        var draft = repository.lock(id).orElseThrow(() -> new RuleViolation("observation.cell.gone"));
        scope.require(draft.cell());
        Step.SUBMIT.requireOpen("observation.step.", draft, indicators.catalogue());
        return draft;
    }

    private static boolean isSame(Figure one, Figure other) {
        return one.printed().equals(other.printed()) && one.interval().equals(other.interval())
                && one.value().compareTo(other.value()) == 0;
    }
}
