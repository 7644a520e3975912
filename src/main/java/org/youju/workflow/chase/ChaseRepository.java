package org.youju.workflow.chase;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.youju.db.Tables.CHASE;
import static org.youju.db.Tables.DEPARTMENT;
import static org.youju.db.Tables.INDICATOR;
import static org.youju.db.Tables.REGION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.youju.figure.Period;
import org.youju.observation.CellKey;
import org.youju.security.Scope;

@Repository
class ChaseRepository {

    /** What is asked for, of which region and of whom. */
    private static final Table<?> ASKED = CHASE
            .join(INDICATOR).on(INDICATOR.ID.eq(CHASE.INDICATOR_ID))
            .join(REGION).on(REGION.ID.eq(CHASE.REGION_ID))
            .leftJoin(DEPARTMENT).on(DEPARTMENT.ID.eq(coalesce(INDICATOR.DEPARTMENT_ID, CHASE.DEPARTMENT_ID)));

    private final DSLContext db;

    ChaseRepository(DSLContext db) {
        this.db = db;
    }

    List<Chase> of(CellKey cell) {
        return fetch(isOf(cell));
    }

    /** Those of some cells, in one query. */
    List<Chase> of(Set<CellKey> cells) {
        return fetch(INDICATOR.CODE.in(cells.stream().map(CellKey::indicator).collect(Collectors.toSet()))
                .and(REGION.CODE.in(cells.stream().map(CellKey::region).collect(Collectors.toSet())))
                .and(CHASE.PERIOD_CODE.in(
                        cells.stream().map(cell -> cell.period().code()).collect(Collectors.toSet()))))
                .stream().filter(chase -> cells.contains(chase.cell())).toList();
    }

    /** Lets one at a time ask for figures of a region. */
    void lock(String code) {
        var region = db.select(REGION.ID)
                .from(REGION)
                .where(REGION.CODE.eq(code));
        (db.family() == SQLDialect.POSTGRES ? region.forNoKeyUpdate() : region.forUpdate()).fetch();
    }

    Optional<Chase> find(long id) {
        return fetch(CHASE.ID.eq(id)).stream().findFirst();
    }

    /** The open ones within a scope. */
    List<Chase> open(Scope scope) {
        return fetch(CHASE.OUTCOME.isNull().and(isWithin(scope)));
    }

    /** Those within a scope that came to an end, the newest first. */
    List<Chase> settled(Scope scope, int limit) {
        return asked(CHASE.OUTCOME.isNotNull().and(isWithin(scope)))
                .orderBy(CHASE.ENDED_AT.desc(), CHASE.ID.desc())
                .limit(limit)
                .fetch(ChaseRepository::chase);
    }

    /** How many are open within a scope, and how many of them are overdue. */
    Chases.Count count(Scope scope, LocalDate today) {
        return db.select(DSL.count(), DSL.count().filterWhere(CHASE.DUE_ON.lt(today)))
                .from(ASKED)
                .where(CHASE.OUTCOME.isNull().and(isWithin(scope)))
                .fetchSingle(mapping(Chases.Count::new));
    }

    private static Condition isWithin(Scope scope) {
        return (scope.regions().isEmpty() ? noCondition() : REGION.CODE.in(scope.regions()))
                .and(scope.departments().isEmpty() ? noCondition() : DEPARTMENT.CODE.in(scope.departments()));
    }

    /** Those that are open after their last day and that nobody was told of. */
    List<Chase> overdue(LocalDate today) {
        return fetch(CHASE.OUTCOME.isNull().and(CHASE.DUE_ON.lt(today)).and(CHASE.OVERDUE_TOLD.isFalse()));
    }

    private static Condition isOf(CellKey cell) {
        return INDICATOR.CODE.eq(cell.indicator())
                .and(REGION.CODE.eq(cell.region()))
                .and(CHASE.PERIOD_CODE.eq(cell.period().code()));
    }

    private List<Chase> fetch(Condition wanted) {
        return asked(wanted).orderBy(CHASE.DUE_ON, CHASE.ID).fetch(ChaseRepository::chase);
    }

    private SelectConditionStep<?> asked(Condition wanted) {
        return db.select(CHASE.ID, CHASE.VERSION, INDICATOR.CODE, REGION.CODE, CHASE.PERIOD_CODE, DEPARTMENT.CODE,
                        CHASE.DUE_ON, CHASE.NOTE, CHASE.ASKED_BY, CHASE.ASKED_AT, CHASE.OUTCOME, CHASE.ENDED_AT)
                .from(ASKED)
                .where(wanted);
    }

    private static Chase chase(Record r) {
        return new Chase(r.get(CHASE.ID), r.get(CHASE.VERSION), new CellKey(r.get(INDICATOR.CODE),
                r.get(REGION.CODE), Period.parse(r.get(CHASE.PERIOD_CODE))), r.get(DEPARTMENT.CODE),
                r.get(CHASE.DUE_ON), r.get(CHASE.NOTE), r.get(CHASE.ASKED_BY), r.get(CHASE.ASKED_AT),
                r.get(CHASE.OUTCOME) == null ? Chase.State.OPEN : Chase.State.valueOf(r.get(CHASE.OUTCOME)),
                r.get(CHASE.ENDED_AT));
    }

    /** @param department code of the department that is asked, null where none is chosen */
    void insert(CellKey cell, @Nullable String department, LocalDate dueOn, String note, String by, Instant at) {
        db.insertInto(CHASE)
                .set(CHASE.INDICATOR_ID,
                        select(INDICATOR.ID).from(INDICATOR).where(INDICATOR.CODE.eq(cell.indicator())))
                .set(CHASE.REGION_ID, select(REGION.ID).from(REGION).where(REGION.CODE.eq(cell.region())))
                .set(CHASE.PERIOD_CODE, cell.period().code())
                .set(CHASE.DEPARTMENT_ID, select(DEPARTMENT.ID).from(DEPARTMENT).where(DEPARTMENT.CODE.eq(department)))
                .set(CHASE.DUE_ON, dueOn)
                .set(CHASE.NOTE, note)
                .set(CHASE.ASKED_BY, by)
                .set(CHASE.ASKED_AT, at)
                .execute();
    }

    /**
     * @param at null where it is open again
     * @return how many of them nobody was faster with
     */
    int turn(Collection<Chase> chases, Chase.State state, @Nullable Instant at) {
        return chases.isEmpty() ? 0 : db.update(CHASE)
                .set(CHASE.OUTCOME, state == Chase.State.OPEN ? null : state.name())
                .set(CHASE.ENDED_AT, at)
                .set(CHASE.VERSION, CHASE.VERSION.plus(1))
                .where(row(CHASE.ID, CHASE.VERSION)
                        .in(chases.stream().map(chase -> row(chase.id(), chase.version())).toList()))
                .execute();
    }

    void overdueTold(Chase chase) {
        db.update(CHASE)
                .set(CHASE.OVERDUE_TOLD, true)
                .where(CHASE.ID.eq(chase.id()))
                .execute();
    }
}
