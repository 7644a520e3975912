package org.youju.extraction.review;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.youju.db.Tables.CANDIDATE;
import static org.youju.db.Tables.COMMITMENT;
import static org.youju.db.Tables.DEPARTMENT;
import static org.youju.db.Tables.INDICATOR;
import static org.youju.db.Tables.OBSERVATION;
import static org.youju.db.Tables.OBSERVATION_CITATION;
import static org.youju.db.Tables.READING;
import static org.youju.db.Tables.REGION;
import static org.youju.db.Tables.REPLY_VERSION;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.youju.commitment.CommitmentKind;
import org.youju.db.tables.records.CandidateRecord;
import org.youju.extraction.Candidate.Reason;
import org.youju.extraction.FigureKind;
import org.youju.figure.Period;
import org.youju.figure.Qualifier;
import org.youju.observation.Observation;
import org.youju.observation.State;

@Repository
class CandidateRepository {

    private static final int LONGEST_SUBJECT = 400;
    private static final int MOST_SUBJECTS = 1000;

    /** The row that a candidate became, as it stands now. */
    private record Made(@Nullable Long observation, @Nullable State state, @Nullable String returnReason) {

        static Made of(@Nullable Long observation, String state, @Nullable String reason) {
            var reached = State.valueOf(state);
            return new Made(observation, reached, reached == State.RETURNED ? reason : null);
        }
    }

    private final DSLContext db;

    CandidateRepository(DSLContext db) {
        this.db = db;
    }

    /** Notes that a version of a text was read, whether it states figures or not. */
    void noteReading(long versionId, Signature signature) {
        db.insertInto(READING)
                .set(READING.REPLY_VERSION_ID, versionId)
                .set(READING.READ_BY, signature.by())
                .set(READING.READ_AT, signature.at())
                .execute();
    }

    boolean isRead(long versionId) {
        return db.fetchExists(READING, READING.REPLY_VERSION_ID.eq(versionId));
    }

    /** The candidates of a version, in the order of its text. */
    List<ReviewCandidate> ofVersion(long versionId) {
        return fetch(CANDIDATE.REPLY_VERSION_ID.eq(versionId));
    }

    /** The candidates of a reply that were read from another version, in the order of that. */
    List<ReviewCandidate> ofOtherVersions(long replyId, long versionId) {
        return fetch(CANDIDATE.REPLY_ID.eq(replyId).and(CANDIDATE.REPLY_VERSION_ID.ne(versionId)));
    }

    /** The accepted candidates of a reply that were read from another version, in the order of that. */
    List<ReviewCandidate> acceptedInOtherVersions(long replyId, long versionId) {
        return fetch(CANDIDATE.REPLY_ID.eq(replyId).and(CANDIDATE.REPLY_VERSION_ID.ne(versionId))
                .and(CANDIDATE.STATE.eq(CandidateState.ACCEPTED.name())));
    }

    /** The reply that a candidate was read from. */
    Optional<Long> replyOf(long id) {
        return db.select(CANDIDATE.REPLY_ID)
                .from(CANDIDATE)
                .where(CANDIDATE.ID.eq(id))
                .fetchOptional(CANDIDATE.REPLY_ID);
    }

    Optional<ReviewCandidate> numbered(long versionId, int number) {
        return fetch(CANDIDATE.REPLY_VERSION_ID.eq(versionId).and(CANDIDATE.NUMBER.eq(number))).stream().findFirst();
    }

    Optional<ReviewCandidate> find(long id) {
        return fetch(CANDIDATE.ID.eq(id)).stream().findFirst();
    }

    /** The candidates that say the same as others, by the number of the other. */
    Map<Long, List<ReviewCandidate>> duplicatesOf(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var original = db.select(CANDIDATE.ID, CANDIDATE.DUPLICATE_OF_ID)
                .from(CANDIDATE)
                .where(isDuplicateOf(ids))
                .fetchMap(CANDIDATE.ID, CANDIDATE.DUPLICATE_OF_ID);
        return original.isEmpty() ? Map.of() : fetch(isDuplicateOf(ids)).stream()
                .collect(Collectors.groupingBy(it -> original.get(it.id())));
    }

    boolean hasDuplicates(long id) {
        return db.fetchExists(CANDIDATE, isDuplicateOf(List.of(id)));
    }

    private static Condition isDuplicateOf(Collection<Long> ids) {
        return CANDIDATE.DUPLICATE_OF_ID.in(ids).and(CANDIDATE.STATE.eq(CandidateState.DUPLICATE.name()));
    }

    /** The version of the text that a candidate was read from. */
    long versionOf(long id) {
        return db.select(CANDIDATE.REPLY_VERSION_ID)
                .from(CANDIDATE)
                .where(CANDIDATE.ID.eq(id))
                .fetchSingle().value1();
    }

    /** The candidates of a reply that a person selected in its text. */
    Set<Long> added(long replyId) {
        return db.select(CANDIDATE.ID)
                .from(CANDIDATE)
                .where(CANDIDATE.REPLY_ID.eq(replyId))
                .and(CANDIDATE.ADDED.isTrue())
                .fetchSet(CANDIDATE.ID);
    }

    /** How many candidates of the newest text of each reply stand in each state; none of a text that was not read. */
    Map<Long, Map<CandidateState, Integer>> states(Collection<Long> replyIds) {
        var newer = REPLY_VERSION.as("newer");
        var counts = new HashMap<Long, Map<CandidateState, Integer>>();
        db.select(REPLY_VERSION.REPLY_ID, CANDIDATE.STATE, count(CANDIDATE.ID))
                .from(REPLY_VERSION)
                .join(READING).on(READING.REPLY_VERSION_ID.eq(REPLY_VERSION.ID))
                .leftJoin(CANDIDATE).on(CANDIDATE.REPLY_VERSION_ID.eq(REPLY_VERSION.ID))
                .where(REPLY_VERSION.REPLY_ID.in(replyIds))
                .and(REPLY_VERSION.NUMBER.eq(
                        select(max(newer.NUMBER)).from(newer).where(newer.REPLY_ID.eq(REPLY_VERSION.REPLY_ID))))
                .groupBy(REPLY_VERSION.REPLY_ID, CANDIDATE.STATE)
                .forEach(r -> {
                    var states = counts.computeIfAbsent(r.value1(), id -> new EnumMap<>(CandidateState.class));
                    if (r.value2() != null) {
                        states.put(CandidateState.valueOf(r.value2()), r.value3());
                    }
                });
        return counts;
    }

    /** What figures of the same subjects were last taken for, by the subject: one row of each, of however many. */
    Map<String, String> learned(Collection<String> subjects) {
        var learned = new HashMap<String, String>();
        var all = List.copyOf(subjects);
        for (var from = 0; from < all.size(); from += MOST_SUBJECTS) {
            var latest = select(CANDIDATE.SUBJECT, CANDIDATE.INDICATOR_ID, rowNumber()
                            .over(partitionBy(CANDIDATE.SUBJECT)
                                    .orderBy(CANDIDATE.DECIDED_AT.desc(), CANDIDATE.ID.desc()))
                            .as("place"))
                    .from(CANDIDATE)
                    .where(CANDIDATE.SUBJECT.in(all.subList(from, Math.min(all.size(), from + MOST_SUBJECTS))))
                    .and(CANDIDATE.STATE.eq(CandidateState.ACCEPTED.name()))
                    .and(CANDIDATE.INDICATOR_ID.isNotNull())
                    .asTable("latest");
            db.select(latest.field(CANDIDATE.SUBJECT), INDICATOR.CODE)
                    .from(latest)
                    .join(INDICATOR).on(INDICATOR.ID.eq(latest.field(CANDIDATE.INDICATOR_ID)))
                    .where(latest.field("place", Integer.class).eq(1))
                    .forEach(r -> learned.put(r.value1(), r.value2()));
        }
        return learned;
    }

    private List<ReviewCandidate> fetch(Condition wanted) {
        var original = CANDIDATE.as("original");
        var rows = db.select(CANDIDATE.asterisk(), INDICATOR.CODE, REGION.CODE, DEPARTMENT.CODE, original.NUMBER)
                .from(CANDIDATE)
                .join(REGION).on(REGION.ID.eq(CANDIDATE.REGION_ID))
                .leftJoin(INDICATOR).on(INDICATOR.ID.eq(CANDIDATE.INDICATOR_ID))
                .leftJoin(DEPARTMENT).on(DEPARTMENT.ID.eq(CANDIDATE.DEPARTMENT_ID))
                .leftJoin(original).on(original.ID.eq(CANDIDATE.DUPLICATE_OF_ID))
                .where(wanted)
                .orderBy(CANDIDATE.START_POS, CANDIDATE.NUMBER, CANDIDATE.ID)
                .fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        var made = made(wanted);
        return rows.map(r -> candidate(r, r.get(original.NUMBER),
                made.getOrDefault(r.get(CANDIDATE.ID), new Made(r.get(CANDIDATE.OBSERVATION_ID), null, null))));
    }

    /**
     * What became of accepted candidates: the current rows of the keys that they drafted, where these rest on their
     * citations; or the rows that they repeat.
     */
    private Map<Long, Made> made(Condition wanted) {
        var made = new HashMap<Long, Made>();
        var first = OBSERVATION.as("first");
        db.select(CANDIDATE.ID, OBSERVATION.ID, OBSERVATION.STATE, OBSERVATION.REASON)
                .from(CANDIDATE)
                .join(first).on(first.ID.eq(CANDIDATE.OBSERVATION_ID))
                .join(OBSERVATION).on(OBSERVATION.INDICATOR_ID.eq(first.INDICATOR_ID)
                        .and(OBSERVATION.REGION_ID.eq(first.REGION_ID))
                        .and(OBSERVATION.PERIOD_CODE.eq(first.PERIOD_CODE))
                        .and(OBSERVATION.REPLY_ID.eq(first.REPLY_ID))
                        .and(OBSERVATION.RECORDED_TO.eq(inline(Observation.OPEN_END))))
                .join(OBSERVATION_CITATION).on(OBSERVATION_CITATION.OBSERVATION_ID.eq(OBSERVATION.ID)
                        .and(OBSERVATION_CITATION.CITATION_ID.eq(CANDIDATE.CITATION_ID))
                        .and(OBSERVATION_CITATION.ROLE.eq(inline("STATES"))))
                .where(wanted)
                .orderBy(OBSERVATION.ID)
                .forEach(r -> made.put(r.value1(), Made.of(r.value2(), r.value3(), r.value4())));
        db.select(CANDIDATE.ID, OBSERVATION.ID, OBSERVATION.STATE, OBSERVATION.REASON)
                .from(CANDIDATE)
                .join(OBSERVATION).on(OBSERVATION.ID.eq(CANDIDATE.OBSERVATION_ID))
                .where(wanted)
                .and(CANDIDATE.CITATION_ID.isNull())
                .forEach(r -> made.put(r.value1(), Made.of(r.value2(), r.value3(), r.value4())));
        db.select(CANDIDATE.ID, COMMITMENT.STATE, COMMITMENT.REASON)
                .from(CANDIDATE)
                .join(COMMITMENT).on(COMMITMENT.CODE.eq(CANDIDATE.COMMITMENT_CODE))
                .where(wanted)
                .and(COMMITMENT.RECORDED_TO.eq(inline(Observation.OPEN_END)))
                .orderBy(COMMITMENT.ID)
                .forEach(r -> made.put(r.value1(), Made.of(null, r.value2(), r.value3())));
        return made;
    }

    private static ReviewCandidate candidate(Record r, @Nullable Integer original, Made made) {
        return new ReviewCandidate(r.get(CANDIDATE.ID), r.get(CANDIDATE.REPLY_ID), r.get(CANDIDATE.NUMBER),
                r.get(CANDIDATE.START_POS), r.get(CANDIDATE.END_POS), r.get(CANDIDATE.SPAN), r.get(CANDIDATE.CLAUSE),
                terms(r), read(r), r.get(CANDIDATE.CONFIDENCE).doubleValue(), reasons(r.get(CANDIDATE.REASONS)),
                period(r.get(CANDIDATE.SUGGESTION_CODE)), r.get(CANDIDATE.BELONGS_TO),
                CandidateState.valueOf(r.get(CANDIDATE.STATE)), r.get(CANDIDATE.NOTE), original, made.observation(),
                r.get(CANDIDATE.COMMITMENT_CODE), made.state(), made.returnReason(), r.get(CANDIDATE.DECIDED_BY),
                r.get(CANDIDATE.DECIDED_AT), r.get(CANDIDATE.VERSION));
    }

    private static Terms terms(Record r) {
        var high = r.get(CANDIDATE.WRITTEN_HI);
        var kind = r.get(CANDIDATE.PROMISE_KIND);
        return new Terms(new BigDecimal(r.get(CANDIDATE.WRITTEN)), high == null ? null : new BigDecimal(high),
                r.get(CANDIDATE.MULTIPLIER), r.get(CANDIDATE.UNIT_NAME), Qualifier.valueOf(r.get(CANDIDATE.QUALIFIER)),
                Period.parse(r.get(CANDIDATE.PERIOD_CODE)), FigureKind.valueOf(r.get(CANDIDATE.KIND)),
                r.get(CANDIDATE.SUBJECT), r.get(INDICATOR.CODE), r.get(REGION.CODE),
                kind == null ? null : new Promise(CommitmentKind.valueOf(kind), r.get(CANDIDATE.PROMISE_FROM),
                        r.get(CANDIDATE.PROMISE_TO), r.get(DEPARTMENT.CODE)));
    }

    private static @Nullable AsRead read(Record r) {
        var high = r.get(CANDIDATE.READ_WRITTEN_HI);
        var value = r.get(CANDIDATE.READ_WRITTEN);
        return value == null ? null : new AsRead(new BigDecimal(value), high == null ? null : new BigDecimal(high),
                r.get(CANDIDATE.READ_MULTIPLIER), r.get(CANDIDATE.READ_UNIT_NAME),
                Qualifier.valueOf(r.get(CANDIDATE.READ_QUALIFIER)), Period.parse(r.get(CANDIDATE.READ_PERIOD_CODE)));
    }

    private static Set<Reason> reasons(String names) {
        return names.isEmpty() ? Set.of()
                : Arrays.stream(names.split(" ")).map(Reason::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Reason.class)));
    }

    private static @Nullable Period period(@Nullable String code) {
        return code == null ? null : Period.parse(code);
    }

    /** Keeps what was found in a version of a text, undecided. */
    void insert(long replyId, long versionId, Collection<Found> found) {
        var ids = new Ids(found.stream().map(Found::terms).toList());
        db.batchInsert(found.stream().map(f -> {
            var row = db.newRecord(CANDIDATE);
            row.setReplyId(replyId);
            row.setReplyVersionId(versionId);
            place(row, f);
            terms(row, f.terms(), ids);
            row.setConfidence(BigDecimal.valueOf(f.confidence()));
            row.setAdded(f.added());
            row.setState(CandidateState.PROPOSED.name());
            row.setVersion(0);
            return row;
        }).toList()).execute();
    }

    /** Moves candidates, by their numbers, to where the newest text states them. */
    void move(Map<Long, Found> places, long versionId) {
        update(places.keySet(), row -> {
            row.setReplyVersionId(versionId);
            place(row, places.get(row.getId()));
        });
    }

    private static void place(CandidateRecord row, Found f) {
        row.setNumber(f.number());
        row.setStartPos(f.start());
        row.setEndPos(f.end());
        row.setSpan(f.span());
        row.setClause(f.clause());
        row.setReasons(f.reasons().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")));
        row.setSuggestionCode(f.suggestion() == null ? null : f.suggestion().code());
        row.setBelongsTo(f.belongsTo());
        read(row, f.read());
    }

    private static void read(CandidateRecord row, @Nullable AsRead read) {
        if (read == null) {
            return;
        }
        row.setReadWritten(read.value().toPlainString());
        row.setReadWrittenHi(read.valueHi() == null ? null : read.valueHi().toPlainString());
        row.setReadMultiplier(read.multiplier());
        row.setReadUnitName(read.unit());
        row.setReadQualifier(read.qualifier().name());
        row.setReadPeriodCode(read.period().code());
    }

    private static void terms(CandidateRecord row, Terms t, Ids ids) {
        row.setWritten(t.value().toPlainString());
        row.setWrittenHi(t.valueHi() == null ? null : t.valueHi().toPlainString());
        row.setMultiplier(t.multiplier());
        row.setUnitName(t.unit());
        row.set(CANDIDATE.QUALIFIER, t.qualifier().name());
        row.setPeriodCode(t.period().code());
        row.setKind(t.kind().name());
        row.setSubject(subject(t.subject()));
        row.setIndicatorId(ids.indicators.get(t.indicator()));
        row.setRegionId(ids.regions.get(t.region()));
        var promise = t.promise();
        row.setPromiseKind(promise == null ? null : promise.kind().name());
        row.setPromiseFrom(promise == null ? null : promise.from());
        row.setPromiseTo(promise == null ? null : promise.to());
        row.setDepartmentId(promise == null ? null : ids.departments.get(promise.department()));
    }

    /** A subject as it is kept and looked up. */
    static String subject(String subject) {
        return subject.length() <= LONGEST_SUBJECT ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT / 2));
    }

    /** Keeps terms. */
    void write(long id, Terms terms, Signature signature) {
        var ids = new Ids(List.of(terms));
        update(List.of(id), row -> {
            terms(row, terms, ids);
            sign(row, signature);
        });
    }

    /**
     * A candidate that is accepted, with what it became.
     *
     * @param id          number of the candidate
     * @param citation    number of its citation, null where it is only linked to what is approved
     * @param observation number of the statement, or null
     * @param commitment  code of the promise, or null
     * @param note        why it differs from its words, or null
     */
    record Accepted(long id, Terms terms, @Nullable Long citation, @Nullable Long observation,
            @Nullable String commitment, @Nullable String note) {
    }

    void accept(Collection<Accepted> all, Signature signature) {
        var ids = new Ids(all.stream().map(Accepted::terms).toList());
        var byId = all.stream().collect(Collectors.toMap(Accepted::id, Function.identity()));
        update(byId.keySet(), row -> {
            var accepted = byId.get(row.getId());
            terms(row, accepted.terms(), ids);
            row.setState(CandidateState.ACCEPTED.name());
            row.setNote(accepted.note());
            row.setCitationId(accepted.citation());
            row.setObservationId(accepted.observation());
            row.setCommitmentCode(accepted.commitment());
            sign(row, signature);
        });
    }

    void reject(long id, String note, Signature signature) {
        update(List.of(id), row -> {
            forget(row);
            row.setState(CandidateState.REJECTED.name());
            row.setNote(note);
            sign(row, signature);
        });
    }

    /** @param citation the citation that confirms the other's statement, null where there is none yet */
    void merge(long id, long into, @Nullable Long citation, Signature signature) {
        update(List.of(id), row -> {
            forget(row);
            row.setState(CandidateState.DUPLICATE.name());
            row.setDuplicateOfId(into);
            row.setCitationId(citation);
            sign(row, signature);
        });
    }

    /** Remembers which citation confirms the statement of the one that a duplicate repeats. */
    void confirmedBy(long id, long citationId) {
        db.update(CANDIDATE)
                .set(CANDIDATE.CITATION_ID, citationId)
                .where(CANDIDATE.ID.eq(id))
                .execute();
    }

    void reopen(long id, Signature signature) {
        update(List.of(id), row -> {
            forget(row);
            row.setState(CandidateState.PROPOSED.name());
            sign(row, signature);
        });
    }

    /** Forgets what was decided and what came of it. */
    private static void forget(CandidateRecord row) {
        row.setNote(null);
        row.setDuplicateOfId(null);
        row.setCitationId(null);
        row.setObservationId(null);
        row.setCommitmentCode(null);
    }

    /** Why the figures that rest on some citations differ from the words, by the citation; where they do. */
    Map<Long, String> departures(Collection<Long> citationIds) {
        var reasons = new HashMap<Long, String>();
        if (!citationIds.isEmpty()) {
            db.select(CANDIDATE.CITATION_ID, CANDIDATE.NOTE)
                    .from(CANDIDATE)
                    .where(CANDIDATE.CITATION_ID.in(citationIds))
                    .and(CANDIDATE.STATE.eq(CandidateState.ACCEPTED.name()))
                    .and(CANDIDATE.NOTE.isNotNull())
                    .orderBy(CANDIDATE.ID)
                    .forEach(it -> reasons.put(it.value1(), it.value2()));
        }
        return reasons;
    }

    /** What accepted candidates were read as, by the number of their citation. */
    Map<Long, AsRead> readings(Collection<Long> citationIds) {
        var readings = new HashMap<Long, AsRead>();
        if (!citationIds.isEmpty()) {
            db.select(CANDIDATE.CITATION_ID, CANDIDATE.READ_WRITTEN, CANDIDATE.READ_WRITTEN_HI,
                            CANDIDATE.READ_MULTIPLIER, CANDIDATE.READ_UNIT_NAME, CANDIDATE.READ_QUALIFIER,
                            CANDIDATE.READ_PERIOD_CODE)
                    .from(CANDIDATE)
                    .where(CANDIDATE.CITATION_ID.in(citationIds))
                    .and(CANDIDATE.STATE.eq(CandidateState.ACCEPTED.name()))
                    .and(CANDIDATE.READ_WRITTEN.isNotNull())
                    .forEach(it -> readings.put(it.get(CANDIDATE.CITATION_ID), read(it)));
        }
        return readings;
    }

    OptionalLong citationOf(long id) {
        var citation = db.select(CANDIDATE.CITATION_ID)
                .from(CANDIDATE)
                .where(CANDIDATE.ID.eq(id))
                .fetchSingle().value1();
        return citation == null ? OptionalLong.empty() : OptionalLong.of(citation);
    }

    Optional<ReviewCandidate> originalOf(long id) {
        return db.select(CANDIDATE.DUPLICATE_OF_ID)
                .from(CANDIDATE)
                .where(CANDIDATE.ID.eq(id))
                .fetchOptional(CANDIDATE.DUPLICATE_OF_ID)
                .flatMap(this::find);
    }

    private static void sign(CandidateRecord row, Signature signature) {
        row.setDecidedBy(signature.by());
        row.setDecidedAt(signature.at());
    }

    /** Changes rows, all read and all written at once; each counts the change. */
    private void update(Collection<Long> ids, Consumer<CandidateRecord> change) {
        var rows = db.fetch(CANDIDATE, CANDIDATE.ID.in(ids));
        rows.forEach(row -> {
            change.accept(row);
            row.setVersion(row.getVersion() + 1);
        });
        db.batchUpdate(rows).execute();
    }

    /** The numbers that the codes of some terms stand for, each table asked once. */
    private final class Ids {

        private final Map<String, Long> indicators;
        private final Map<String, Long> regions;
        private final Map<String, Long> departments;

        Ids(Collection<Terms> all) {
            indicators = ids(INDICATOR.CODE, INDICATOR.ID, all.stream().map(Terms::indicator));
            regions = ids(REGION.CODE, REGION.ID, all.stream().map(Terms::region));
            departments = ids(DEPARTMENT.CODE, DEPARTMENT.ID,
                    all.stream().map(Terms::promise).filter(Objects::nonNull).map(Promise::department));
        }

        private Map<String, Long> ids(TableField<?, String> code, TableField<?, Long> id, Stream<String> asked) {
            var codes = asked.filter(Objects::nonNull).collect(Collectors.toSet());
            return codes.isEmpty() ? new HashMap<>()
                    : db.select(code, id).from(code.getTable()).where(code.in(codes)).fetchMap(code, id);
        }
    }
}
