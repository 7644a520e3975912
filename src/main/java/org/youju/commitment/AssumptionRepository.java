package org.youju.commitment;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.youju.db.Tables.ASSUMPTION;
import static org.youju.db.Tables.COMMITMENT;
import static org.youju.db.Tables.DEPARTMENT;
import static org.youju.db.Tables.INDICATOR;
import static org.youju.db.Tables.REGION;
import static org.youju.db.Tables.UNIT;
import static org.youju.figure.Numbers.plain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.youju.figure.Period;
import org.youju.observation.Observation;
import org.youju.observation.RecordedRepository;
import org.youju.observation.State;

@Repository
class AssumptionRepository extends RecordedRepository<Assumption> {

    private static final Condition IS_CURRENT = ASSUMPTION.RECORDED_TO.eq(inline(Observation.OPEN_END));

    private final DSLContext db;

    AssumptionRepository(DSLContext db, ApplicationEventPublisher events) {
        super(db, new Columns(ASSUMPTION, ASSUMPTION.ID, ASSUMPTION.STATE, ASSUMPTION.APPROVED,
                ASSUMPTION.SUPERSEDES_ID, ASSUMPTION.REASON, ASSUMPTION.SUBMITTED_BY, ASSUMPTION.RECORDED_BY,
                ASSUMPTION.RECORDED_TO, List.of(ASSUMPTION.COMMITMENT_CODE, ASSUMPTION.PERIOD_CODE,
                        ASSUMPTION.INDICATOR_ID)), events, "assumption");
        this.db = db;
    }

    /**
     * The approved ones of some promises, by promise and period.
     *
     * @param recorded by our records of which moment, null for now
     */
    List<Assumption> approved(Collection<String> commitments, @Nullable Instant recorded) {
        return commitments.isEmpty() ? List.of() : fetch(ASSUMPTION.COMMITMENT_CODE.in(commitments)
                .and(ASSUMPTION.APPROVED.isTrue())
                .and(recorded == null ? IS_CURRENT
                        : ASSUMPTION.RECORDED_FROM.le(recorded).and(ASSUMPTION.RECORDED_TO.gt(recorded))),
                ASSUMPTION.COMMITMENT_CODE, ASSUMPTION.PERIOD_CODE, ASSUMPTION.ID);
    }

    /** The approved ones of some numbers, current or not. */
    List<Assumption> approvedOf(Collection<Long> ids) {
        return ids.isEmpty() ? List.of()
                : fetch(ASSUMPTION.ID.in(ids).and(ASSUMPTION.APPROVED.isTrue()), ASSUMPTION.ID);
    }

    /** All that were ever approved for a promise, newest first. */
    List<Assumption> history(String commitment) {
        return fetch(ASSUMPTION.COMMITMENT_CODE.eq(commitment).and(ASSUMPTION.APPROVED.isTrue()),
                ASSUMPTION.RECORDED_FROM.desc(), ASSUMPTION.ID.desc());
    }

    List<Assumption> inPreparation(String commitment) {
        return fetch(ASSUMPTION.COMMITMENT_CODE.eq(commitment).and(ASSUMPTION.APPROVED.isFalse()).and(IS_CURRENT),
                ASSUMPTION.RECORDED_FROM, ASSUMPTION.ID);
    }

    List<Assumption> inState(Set<State> states) {
        return fetch(ASSUMPTION.STATE.in(names(states)).and(IS_CURRENT), ASSUMPTION.RECORDED_FROM, ASSUMPTION.ID);
    }

    /** What those are of, each once, without reading them. */
    List<Answered> answeredInState(Set<State> states) {
        var promise = COMMITMENT.as("promise");
        return db.selectDistinct(INDICATOR.CODE, REGION.CODE, DEPARTMENT.CODE)
                .from(ASSUMPTION)
                .join(INDICATOR).on(INDICATOR.ID.eq(ASSUMPTION.INDICATOR_ID))
                .join(promise).on(isNewestPromise(promise))
                .join(REGION).on(REGION.ID.eq(promise.REGION_ID))
                .leftJoin(DEPARTMENT).on(DEPARTMENT.ID.eq(promise.DEPARTMENT_ID))
                .where(ASSUMPTION.STATE.in(names(states)).and(IS_CURRENT))
                .fetch(mapping(Answered::new));
    }

    private static Condition isNewestPromise(org.youju.db.tables.Commitment promise) {
        var newest = COMMITMENT.as("newest");
        return promise.ID.eq(select(max(newest.ID)).from(newest)
                .where(newest.CODE.eq(ASSUMPTION.COMMITMENT_CODE)).and(newest.APPROVED.isTrue()));
    }

    /** Who entered or submitted what was approved as a row. */
    Set<String> makersOf(long id) {
        return madeBy(id);
    }

    @Override
    protected List<Assumption> find(Collection<Long> ids) {
        return fetch(ASSUMPTION.ID.in(ids), ASSUMPTION.ID);
    }

    private List<Assumption> fetch(Condition wanted, OrderField<?>... order) {
        var promise = COMMITMENT.as("promise");
        return db.select(ASSUMPTION.ID, ASSUMPTION.COMMITMENT_CODE, INDICATOR.CODE, REGION.CODE, DEPARTMENT.CODE,
                        ASSUMPTION.PERIOD_CODE, ASSUMPTION.UPPER_BOUND, ASSUMPTION.GROUNDS, ASSUMPTION.STATE,
                        ASSUMPTION.REASON, ASSUMPTION.SUBMITTED_BY, ASSUMPTION.RECORDED_BY, ASSUMPTION.RECORDED_FROM,
                        ASSUMPTION.RECORDED_TO)
                .select(UNIT_FIELDS)
                .from(ASSUMPTION)
                .join(INDICATOR).on(INDICATOR.ID.eq(ASSUMPTION.INDICATOR_ID))
                .join(UNIT).on(UNIT.ID.eq(INDICATOR.UNIT_ID))
                .join(promise).on(isNewestPromise(promise))
                .join(REGION).on(REGION.ID.eq(promise.REGION_ID))
                .leftJoin(DEPARTMENT).on(DEPARTMENT.ID.eq(promise.DEPARTMENT_ID))
                .where(wanted)
                .orderBy(order)
                .fetch(AssumptionRepository::assumption);
    }

    private static Assumption assumption(Record r) {
        return new Assumption(r.get(ASSUMPTION.ID), r.get(ASSUMPTION.COMMITMENT_CODE), r.get(INDICATOR.CODE),
                r.get(REGION.CODE), r.get(DEPARTMENT.CODE), Period.parse(r.get(ASSUMPTION.PERIOD_CODE)),
                Objects.requireNonNull(plain(r.get(ASSUMPTION.UPPER_BOUND))), unit(r), r.get(ASSUMPTION.GROUNDS),
                State.valueOf(r.get(ASSUMPTION.STATE)), r.get(ASSUMPTION.REASON), r.get(ASSUMPTION.SUBMITTED_BY),
                r.get(ASSUMPTION.RECORDED_BY), r.get(ASSUMPTION.RECORDED_FROM), r.get(ASSUMPTION.RECORDED_TO));
    }

    /** @param of the returned row whose place it takes, null for none */
    long insertDraft(NewAssumption a, String region, @Nullable String reason, @Nullable Assumption of, String by,
            Instant at) {
        return insert(a, region, State.DRAFT, reason, of, null, by, at);
    }

    @Override
    protected long insertAgain(Assumption row, State state, @Nullable String reason, @Nullable String submittedBy,
            String by, Instant at) {
        return insert(new NewAssumption(row.commitment(), row.indicator(), row.period(), row.upperBound(),
                row.grounds()), row.region(), state, reason, row, submittedBy, by, at);
    }

    private long insert(NewAssumption a, String region, State state, @Nullable String reason, @Nullable Assumption of,
            @Nullable String submittedBy, String by, Instant at) {
        tell(state, of == null ? null : of.state(), region + " " + a.commitment() + " " + a.period().code(), of == null ? null : of.stated(),
                saying("≤ " + a.upperBound().toPlainString() + " " + a.grounds(), reason));
        return db.insertInto(ASSUMPTION)
                .set(ASSUMPTION.COMMITMENT_CODE, a.commitment())
                .set(ASSUMPTION.INDICATOR_ID,
                        select(INDICATOR.ID).from(INDICATOR).where(INDICATOR.CODE.eq(a.indicator())))
                .set(ASSUMPTION.PERIOD_CODE, a.period().code())
                .set(ASSUMPTION.UPPER_BOUND, a.upperBound())
                .set(ASSUMPTION.GROUNDS, a.grounds())
                .set(ASSUMPTION.STATE, state.name())
                .set(ASSUMPTION.APPROVED, state == State.APPROVED)
                .set(ASSUMPTION.REASON, reason)
                .set(ASSUMPTION.SUPERSEDES_ID, of == null ? null : of.id())
                .set(ASSUMPTION.SUBMITTED_BY, submittedBy)
                .set(ASSUMPTION.RECORDED_BY, by)
                .set(ASSUMPTION.RECORDED_FROM, at)
                .set(ASSUMPTION.RECORDED_TO, Observation.OPEN_END)
                .returningResult(ASSUMPTION.ID)
                .fetchSingle().value1();
    }
}
