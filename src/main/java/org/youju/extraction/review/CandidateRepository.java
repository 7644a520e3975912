package org.youju.extraction.review;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.youju.db.Tables.CANDIDATE;
import static org.youju.db.Tables.COMMITMENT;
import static org.youju.db.Tables.DEPARTMENT;
import static org.youju.db.Tables.INDICATOR;
import static org.youju.db.Tables.OBSERVATION;
import static org.youju.db.Tables.OBSERVATION_CITATION;
import static org.youju.db.Tables.REGION;
import static org.youju.db.Tables.REPLY_VERSION;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
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

    /** Locks a version of a text until the transaction ends, so that its candidates are numbered once. */
    void lockVersion(long versionId) {
        db.select(REPLY_VERSION.ID)
                .from(REPLY_VERSION)
                .where(REPLY_VERSION.ID.eq(versionId))
                .forUpdate()
                .fetchSingle();
    }

    /** The candidates of a version, in the order of its text. */
    List<ReviewCandidate> ofVersion(long versionId) {
        return fetch(CANDIDATE.REPLY_VERSION_ID.eq(versionId));
    }

    /** The candidates of a reply that were read from another version, in the order of that. */
    List<ReviewCandidate> ofOtherVersions(long replyId, long versionId) {
        return fetch(CANDIDATE.REPLY_ID.eq(replyId).and(CANDIDATE.REPLY_VERSION_ID.ne(versionId)));
    }

    /** The accepted candidates of a reply, whatever version they were read from. */
    List<ReviewCandidate> accepted(long replyId) {
        return fetch(CANDIDATE.REPLY_ID.eq(replyId).and(CANDIDATE.STATE.eq(CandidateState.ACCEPTED.name())));
    }

    Optional<ReviewCandidate> find(long id) {
        return fetch(CANDIDATE.ID.eq(id)).stream().findFirst();
    }

    /** The candidates that say the same as another. */
    List<ReviewCandidate> duplicatesOf(long id) {
        return fetch(CANDIDATE.DUPLICATE_OF_ID.eq(id).and(CANDIDATE.STATE.eq(CandidateState.DUPLICATE.name())));
    }

    /** Locks candidates until the transaction ends, always in one order, so that nobody waits in a circle. */
    void lock(Collection<Long> ids) {
        db.select(CANDIDATE.ID)
                .from(CANDIDATE)
                .where(CANDIDATE.ID.in(ids))
                .orderBy(CANDIDATE.ID)
                .forUpdate()
                .fetch();
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

    /** How many candidates of the newest text of each reply stand in each state. */
    Map<Long, Map<CandidateState, Integer>> states(Collection<Long> replyIds) {
        var newer = REPLY_VERSION.as("newer");
        var counts = new HashMap<Long, Map<CandidateState, Integer>>();
        db.select(CANDIDATE.REPLY_ID, CANDIDATE.STATE, count())
                .from(CANDIDATE)
                .join(REPLY_VERSION).on(REPLY_VERSION.ID.eq(CANDIDATE.REPLY_VERSION_ID))
                .where(CANDIDATE.REPLY_ID.in(replyIds))
                .and(REPLY_VERSION.NUMBER.eq(
                        select(max(newer.NUMBER)).from(newer).where(newer.REPLY_ID.eq(REPLY_VERSION.REPLY_ID))))
                .groupBy(CANDIDATE.REPLY_ID, CANDIDATE.STATE)
                .forEach(r -> counts.computeIfAbsent(r.value1(), id -> new HashMap<>())
                        .put(CandidateState.valueOf(r.value2()), r.value3()));
        return counts;
    }

    /** What figures of the same subjects were last taken for, by the subject. */
    Map<String, String> learned(Collection<String> subjects) {
        var learned = new LinkedHashMap<String, String>();
        db.select(CANDIDATE.SUBJECT, INDICATOR.CODE)
                .from(CANDIDATE)
                .join(INDICATOR).on(INDICATOR.ID.eq(CANDIDATE.INDICATOR_ID))
                .where(CANDIDATE.SUBJECT.in(subjects))
                .and(CANDIDATE.STATE.eq(CandidateState.ACCEPTED.name()))
                .orderBy(CANDIDATE.DECIDED_AT, CANDIDATE.ID)
                .forEach(r -> learned.put(r.value1(), r.value2()));
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
        var made = made(wanted);
        return rows.map(r -> candidate(r, r.get(original.NUMBER),
                made.getOrDefault(r.get(CANDIDATE.ID), new Made(r.get(CANDIDATE.OBSERVATION_ID), null, null))));
    }

    /** What became of accepted candidates: the current rows that rest on their citations, or the rows that they repeat. */
    private Map<Long, Made> made(Condition wanted) {
        var made = new HashMap<Long, Made>();
        db.select(CANDIDATE.ID, OBSERVATION.ID, OBSERVATION.STATE, OBSERVATION.REASON)
                .from(CANDIDATE)
                .join(OBSERVATION_CITATION).on(OBSERVATION_CITATION.CITATION_ID.eq(CANDIDATE.CITATION_ID)
                        .and(OBSERVATION_CITATION.ROLE.eq(inline("STATES"))))
                .join(OBSERVATION).on(OBSERVATION.ID.eq(OBSERVATION_CITATION.OBSERVATION_ID))
                .where(wanted)
                .and(OBSERVATION.INDICATOR_ID.eq(CANDIDATE.INDICATOR_ID))
                .and(OBSERVATION.REGION_ID.eq(CANDIDATE.REGION_ID))
                .and(OBSERVATION.PERIOD_CODE.eq(CANDIDATE.PERIOD_CODE))
                .and(OBSERVATION.RECORDED_TO.eq(inline(Observation.OPEN_END)))
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
                terms(r), r.get(CANDIDATE.CONFIDENCE).doubleValue(), reasons(r.get(CANDIDATE.REASONS)),
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
        var ids = new Ids();
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

    /** Moves a candidate to where the newest text states it. */
    void move(long id, long versionId, Found to) {
        var row = row(id);
        row.setReplyVersionId(versionId);
        place(row, to);
        update(row);
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
        row.setIndicatorId(ids.indicator(t.indicator()));
        row.setRegionId(ids.region(t.region()));
        var promise = t.promise();
        row.setPromiseKind(promise == null ? null : promise.kind().name());
        row.setPromiseFrom(promise == null ? null : promise.from());
        row.setPromiseTo(promise == null ? null : promise.to());
        row.setDepartmentId(promise == null ? null : ids.department(promise.department()));
    }

    /** A subject as it is kept and looked up. */
    static String subject(String subject) {
        return subject.length() <= LONGEST_SUBJECT ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT / 2));
    }

    /** Keeps terms. */
    void write(long id, Terms terms, String by, Instant at) {
        var row = row(id);
        terms(row, terms, new Ids());
        sign(row, by, at);
        update(row);
    }

    void accept(long id, Terms terms, @Nullable Long citationId, @Nullable Long observationId,
            @Nullable String commitmentCode, String by, Instant at) {
        var row = row(id);
        terms(row, terms, new Ids());
        row.setState(CandidateState.ACCEPTED.name());
        row.setCitationId(citationId);
        row.setObservationId(observationId);
        row.setCommitmentCode(commitmentCode);
        sign(row, by, at);
        update(row);
    }

    void reject(long id, String note, String by, Instant at) {
        var row = row(id);
        row.setState(CandidateState.REJECTED.name());
        row.setNote(note);
        sign(row, by, at);
        update(row);
    }

    /** @param citationId the citation that confirms the other's statement, null where there is none yet */
    void merge(long id, long into, @Nullable Long citationId, String by, Instant at) {
        var row = row(id);
        row.setState(CandidateState.DUPLICATE.name());
        row.setDuplicateOfId(into);
        row.setCitationId(citationId);
        sign(row, by, at);
        update(row);
    }

    /** Remembers which citation confirms the statement of the one that a duplicate repeats. */
    void confirmedBy(long id, long citationId) {
        db.update(CANDIDATE)
                .set(CANDIDATE.CITATION_ID, citationId)
                .where(CANDIDATE.ID.eq(id))
                .execute();
    }

    void reopen(long id, String by, Instant at) {
        var row = row(id);
        row.setState(CandidateState.PROPOSED.name());
        row.setNote(null);
        row.setDuplicateOfId(null);
        row.setCitationId(null);
        row.setObservationId(null);
        row.setCommitmentCode(null);
        sign(row, by, at);
        update(row);
    }

    OptionalLong citationOf(long id) {
        var citation = db.select(CANDIDATE.CITATION_ID)
                .from(CANDIDATE)
                .where(CANDIDATE.ID.eq(id))
                .fetchSingle().value1();
        return citation == null ? OptionalLong.empty() : OptionalLong.of(citation);
    }

    Optional<Long> originalOf(long id) {
        return Optional.ofNullable(row(id).getDuplicateOfId());
    }

    private CandidateRecord row(long id) {
        return db.fetchSingle(CANDIDATE, CANDIDATE.ID.eq(id));
    }

    private static void sign(CandidateRecord row, String by, Instant at) {
        row.setDecidedBy(by);
        row.setDecidedAt(at);
    }

    private static void update(CandidateRecord row) {
        row.setVersion(row.getVersion() + 1);
        row.update();
    }

    /** The numbers that codes stand for, each asked once. */
    private final class Ids {

        private final Map<String, Long> indicators = new HashMap<>();
        private final Map<String, Long> regions = new HashMap<>();

        @Nullable Long indicator(@Nullable String code) {
            return code == null ? null
                    : indicators.computeIfAbsent(code, it -> db.fetchValue(select(INDICATOR.ID).from(INDICATOR).where(INDICATOR.CODE.eq(it))));
        }

        Long region(String code) {
            return regions.computeIfAbsent(code, it -> db.fetchValue(select(REGION.ID).from(REGION).where(REGION.CODE.eq(it))));
        }

        @Nullable Long department(@Nullable String code) {
            return code == null ? null
                    : db.fetchValue(select(DEPARTMENT.ID).from(DEPARTMENT).where(DEPARTMENT.CODE.eq(code)));
        }

    }
}
