package org.youju.commitment;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.youju.db.Sequences.COMMITMENT_CODE_SEQ;
import static org.youju.db.Tables.CITATION;
import static org.youju.db.Tables.COMMITMENT;
import static org.youju.db.Tables.DEPARTMENT;
import static org.youju.db.Tables.INDICATOR;
import static org.youju.db.Tables.REGION;
import static org.youju.db.Tables.REPLY;
import static org.youju.db.Tables.UNIT;
import static org.youju.figure.Numbers.plain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.youju.figure.End;
import org.youju.figure.Figure;
import org.youju.figure.Interval;
import org.youju.figure.Qualifier;
import org.youju.observation.Observation;
import org.youju.observation.RecordedRepository;
import org.youju.observation.State;
import org.youju.reply.Citation;
import org.youju.reply.ReplyService;

@Repository
class CommitmentRepository extends RecordedRepository<Commitment> {

    private static final List<SelectField<?>> FIELDS = List.of(COMMITMENT.ID, COMMITMENT.CODE, INDICATOR.CODE,
            REGION.CODE, COMMITMENT.KIND, COMMITMENT.PRINTED, COMMITMENT.TARGET_VALUE, COMMITMENT.VALUE_HI,
            COMMITMENT.QUALIFIER, COMMITMENT.PRINT_STEP, COMMITMENT.LOW, COMMITMENT.LOW_END, COMMITMENT.HIGH,
            COMMITMENT.HIGH_END, COMMITMENT.WINDOW_FROM, COMMITMENT.WINDOW_TO,
            COMMITMENT.WINDOW_END, COMMITMENT.BASE_YEAR, COMMITMENT.BASE_VALUE, DEPARTMENT.CODE, COMMITMENT.STATE,
            COMMITMENT.REASON, COMMITMENT.RECORDED_BY, COMMITMENT.RECORDED_FROM, COMMITMENT.RECORDED_TO,
            CITATION.ID, CITATION.REPLY_ID, CITATION.START_POS, CITATION.END_POS, CITATION.EXACT_TEXT,
            CITATION.PREFIX_TEXT, CITATION.SUFFIX_TEXT, CITATION.PAGE_NUMBER, CITATION.STATE);

    private static final Condition IS_CURRENT = COMMITMENT.RECORDED_TO.eq(inline(Observation.OPEN_END));

    private final DSLContext db;
    private final ReplyService replies;

    CommitmentRepository(DSLContext db, ReplyService replies, ApplicationEventPublisher events) {
        super(db, new Columns(COMMITMENT, COMMITMENT.ID, COMMITMENT.STATE, COMMITMENT.APPROVED,
                COMMITMENT.SUPERSEDES_ID, COMMITMENT.REASON, COMMITMENT.SUBMITTED_BY, COMMITMENT.RECORDED_BY,
                COMMITMENT.RECORDED_TO, List.of(COMMITMENT.CODE)), events, "commitment");
        this.db = db;
        this.replies = replies;
    }

    /** Approved current commitments; null indicators or regions stand for all. */
    List<Commitment> approved(@Nullable Set<String> indicators, @Nullable Set<String> regions,
            @Nullable LocalDate asOf) {
        return approved(indicators, regions, asOf, null);
    }

    /** @param recorded by our records of which moment, null for now */
    List<Commitment> approved(@Nullable Set<String> indicators, @Nullable Set<String> regions,
            @Nullable LocalDate asOf, @Nullable Instant recorded) {
        var wanted = COMMITMENT.APPROVED.isTrue()
                .and(recorded == null ? IS_CURRENT
                        : COMMITMENT.RECORDED_FROM.le(recorded).and(COMMITMENT.RECORDED_TO.gt(recorded)))
                .and(indicators == null ? noCondition() : INDICATOR.CODE.in(indicators))
                .and(regions == null ? noCondition() : REGION.CODE.in(regions))
                .and(asOf == null ? noCondition() : REPLY.KNOWN_ON.le(asOf));
        return fetch(wanted, COMMITMENT.CODE);
    }

    List<Commitment> approvedOf(long replyId) {
        return fetch(CITATION.REPLY_ID.eq(replyId).and(COMMITMENT.APPROVED.isTrue()).and(IS_CURRENT),
                CITATION.START_POS.asc().nullsLast(), COMMITMENT.CODE);
    }

    List<Commitment> approvedOf(Collection<Long> replyIds) {
        return fetch(CITATION.REPLY_ID.in(replyIds).and(COMMITMENT.APPROVED.isTrue()).and(IS_CURRENT),
                CITATION.REPLY_ID, CITATION.START_POS.asc().nullsLast(), COMMITMENT.CODE);
    }

    Optional<Commitment> approved(String code) {
        return fetch(COMMITMENT.CODE.eq(code).and(COMMITMENT.APPROVED.isTrue()).and(IS_CURRENT), COMMITMENT.ID)
                .stream().findFirst();
    }

    List<Commitment> approved(Collection<String> codes) {
        return fetch(COMMITMENT.CODE.in(codes).and(COMMITMENT.APPROVED.isTrue()).and(IS_CURRENT), COMMITMENT.CODE);
    }

    Optional<Commitment> inPreparation(String code) {
        return fetch(COMMITMENT.CODE.eq(code).and(COMMITMENT.APPROVED.isFalse()).and(IS_CURRENT), COMMITMENT.ID)
                .stream().findFirst();
    }

    List<Commitment> inState(Set<State> states) {
        return fetch(COMMITMENT.STATE.in(names(states)).and(IS_CURRENT), COMMITMENT.RECORDED_FROM, COMMITMENT.ID);
    }

    /** What those are of, each once, without reading them. */
    List<Answered> answeredInState(Set<State> states) {
        return db.selectDistinct(INDICATOR.CODE, REGION.CODE, DEPARTMENT.CODE)
                .from(COMMITMENT)
                .join(INDICATOR).on(INDICATOR.ID.eq(COMMITMENT.INDICATOR_ID))
                .join(REGION).on(REGION.ID.eq(COMMITMENT.REGION_ID))
                .leftJoin(DEPARTMENT).on(DEPARTMENT.ID.eq(COMMITMENT.DEPARTMENT_ID))
                .where(COMMITMENT.STATE.in(names(states)).and(IS_CURRENT))
                .fetch(mapping(Answered::new));
    }

    List<Commitment> inPreparation(Collection<String> codes) {
        return fetch(COMMITMENT.CODE.in(codes).and(COMMITMENT.APPROVED.isFalse()).and(IS_CURRENT), COMMITMENT.CODE);
    }

    List<Commitment> inPreparationOf(long replyId) {
        return fetch(CITATION.REPLY_ID.eq(replyId).and(COMMITMENT.APPROVED.isFalse()).and(IS_CURRENT),
                CITATION.START_POS.asc().nullsLast(), COMMITMENT.CODE);
    }

    /** Some rows by their numbers, by code. */
    List<Commitment> rows(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : fetch(COMMITMENT.ID.in(ids), COMMITMENT.CODE);
    }

    List<Long> nextNumbers(int count) {
        return db.nextvals(COMMITMENT_CODE_SEQ, count).stream().map(Number::longValue).toList();
    }

    /** Those of some codes that have ever had a row. */
    Set<String> existing(Collection<String> codes) {
        return db.selectDistinct(COMMITMENT.CODE)
                .from(COMMITMENT)
                .where(COMMITMENT.CODE.in(codes))
                .fetchSet(COMMITMENT.CODE);
    }

    List<Commitment> history(String code) {
        return fetch(COMMITMENT.CODE.eq(code).and(COMMITMENT.APPROVED.isTrue()), COMMITMENT.RECORDED_FROM.desc());
    }

    /** The last approved row of each code of some regions of which none stands, by code. */
    List<Commitment> withdrawn(Set<String> regions) {
        var other = COMMITMENT.as("other");
        return fetch(REGION.CODE.in(regions).and(COMMITMENT.APPROVED.isTrue()).andNot(IS_CURRENT)
                .andNotExists(selectOne().from(other).where(other.CODE.eq(COMMITMENT.CODE))
                        .and(other.APPROVED.isTrue()).and(other.RECORDED_TO.gt(COMMITMENT.RECORDED_TO))),
                COMMITMENT.CODE);
    }

    /** Who entered or submitted what was approved as a row. */
    Set<String> makersOf(long id) {
        return madeBy(id);
    }

    @Override
    protected List<Commitment> find(Collection<Long> ids) {
        return fetch(COMMITMENT.ID.in(ids), COMMITMENT.ID);
    }

    private List<Commitment> fetch(Condition wanted, OrderField<?>... order) {
        var rows = db.select(FIELDS)
                .select(UNIT_FIELDS)
                .from(COMMITMENT)
                .join(INDICATOR).on(INDICATOR.ID.eq(COMMITMENT.INDICATOR_ID))
                .join(UNIT).on(UNIT.ID.eq(INDICATOR.UNIT_ID))
                .join(REGION).on(REGION.ID.eq(COMMITMENT.REGION_ID))
                .join(CITATION).on(CITATION.ID.eq(COMMITMENT.CITATION_ID))
                .join(REPLY).on(REPLY.ID.eq(CITATION.REPLY_ID))
                .leftJoin(DEPARTMENT).on(DEPARTMENT.ID.eq(COMMITMENT.DEPARTMENT_ID))
                .where(wanted)
                .orderBy(order)
                .fetch();
        var sources = replies.replies(rows.stream().map(r -> r.get(CITATION.REPLY_ID)).collect(Collectors.toSet()));
        return rows.map(r -> new Commitment(r.get(COMMITMENT.ID), r.get(COMMITMENT.CODE),
                sources.get(r.get(CITATION.REPLY_ID)), citation(r), r.get(INDICATOR.CODE), r.get(REGION.CODE),
                CommitmentKind.valueOf(r.get(COMMITMENT.KIND)), target(r), r.get(COMMITMENT.WINDOW_FROM),
                r.get(COMMITMENT.WINDOW_TO), r.get(COMMITMENT.WINDOW_END), base(r), r.get(DEPARTMENT.CODE), State.valueOf(r.get(COMMITMENT.STATE)),
                r.get(COMMITMENT.REASON), r.get(COMMITMENT.RECORDED_BY), r.get(COMMITMENT.RECORDED_FROM),
                r.get(COMMITMENT.RECORDED_TO)));
    }

    private static @Nullable Base base(Record r) {
        var year = r.get(COMMITMENT.BASE_YEAR);
        return year == null ? null : new Base(year, plain(r.get(COMMITMENT.BASE_VALUE)));
    }

    private static Figure target(Record r) {
        return new Figure(r.get(COMMITMENT.PRINTED), plain(r.get(COMMITMENT.TARGET_VALUE)),
                plain(r.get(COMMITMENT.VALUE_HI)), Qualifier.valueOf(r.get(COMMITMENT.QUALIFIER)), unit(r),
                Figure.keptStep(r.get(COMMITMENT.PRINT_STEP)),
                Interval.kept(r.get(COMMITMENT.LOW), End.valueOf(r.get(COMMITMENT.LOW_END)), r.get(COMMITMENT.HIGH),
                        End.valueOf(r.get(COMMITMENT.HIGH_END))));
    }

    private static Citation citation(Record r) {
        return new Citation(r.get(CITATION.ID), r.get(CITATION.REPLY_ID), r.get(CITATION.START_POS),
                r.get(CITATION.END_POS), r.get(CITATION.EXACT_TEXT), r.get(CITATION.PREFIX_TEXT),
                r.get(CITATION.SUFFIX_TEXT), r.get(CITATION.PAGE_NUMBER), Citation.State.valueOf(r.get(CITATION.STATE)));
    }

    long insertDraft(NewCommitment c, @Nullable String reason, String by, Instant at) {
        return insert(c, State.DRAFT, reason, null, null, by, at);
    }

    long insertChange(NewCommitment c, Commitment of, @Nullable String reason, String by, Instant at) {
        return insert(c, State.DRAFT, reason, of, null, by, at);
    }

    @Override
    protected long insertAgain(Commitment row, State state, @Nullable String reason, @Nullable String submittedBy,
            String by, Instant at) {
        return insert(NewCommitment.of(row), state, reason, row, submittedBy, by, at);
    }

    private long insert(NewCommitment c, State state, @Nullable String reason, @Nullable Commitment of,
            @Nullable String submittedBy, String by, Instant at) {
        var target = c.target();
        tell(state, of == null ? null : of.state(), c.region() + " " + c.code(), of == null ? null : of.stated(),
                saying(target.printed(), reason));
        return db.insertInto(COMMITMENT)
                .set(COMMITMENT.CODE, c.code())
                .set(COMMITMENT.CITATION_ID, c.citationId())
                .set(COMMITMENT.INDICATOR_ID,
                        select(INDICATOR.ID).from(INDICATOR).where(INDICATOR.CODE.eq(c.indicator())))
                .set(COMMITMENT.REGION_ID, select(REGION.ID).from(REGION).where(REGION.CODE.eq(c.region())))
                .set(COMMITMENT.KIND, c.kind().name())
                .set(COMMITMENT.TARGET_VALUE, target.value())
                .set(COMMITMENT.VALUE_HI, target.valueHi())
                .set(COMMITMENT.LOW, target.interval().low())
                .set(COMMITMENT.LOW_END, target.interval().lowEnd().name())
                .set(COMMITMENT.HIGH, target.interval().high())
                .set(COMMITMENT.HIGH_END, target.interval().highEnd().name())
                .set(COMMITMENT.QUALIFIER, target.qualifier().name())
                .set(COMMITMENT.PRINT_STEP, target.step())
                .set(COMMITMENT.PRINTED, target.printed())
                .set(COMMITMENT.WINDOW_FROM, c.from())
                .set(COMMITMENT.WINDOW_TO, c.to())
                .set(COMMITMENT.WINDOW_END, c.endsOn())
                .set(COMMITMENT.BASE_YEAR, c.base() == null ? null : c.base().year())
                .set(COMMITMENT.BASE_VALUE, c.base() == null ? null : c.base().value())
                .set(COMMITMENT.DEPARTMENT_ID,
                        select(DEPARTMENT.ID).from(DEPARTMENT).where(DEPARTMENT.CODE.eq(c.department())))
                .set(COMMITMENT.STATE, state.name())
                .set(COMMITMENT.APPROVED, state == State.APPROVED)
                .set(COMMITMENT.REASON, reason)
                .set(COMMITMENT.SUPERSEDES_ID, of == null ? null : of.id())
                .set(COMMITMENT.SUBMITTED_BY, submittedBy)
                .set(COMMITMENT.RECORDED_BY, by)
                .set(COMMITMENT.RECORDED_FROM, at)
                .set(COMMITMENT.RECORDED_TO, Observation.OPEN_END)
                .returningResult(COMMITMENT.ID)
                .fetchSingle().value1();
    }
}
