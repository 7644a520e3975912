package org.youju.observation.ruling;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.youju.db.Tables.INDICATOR;
import static org.youju.db.Tables.REGION;
import static org.youju.db.Tables.RULING;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.youju.figure.Period;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;
import org.youju.observation.Ruling;

@Repository
public class RulingRepository {

    private final DSLContext db;

    RulingRepository(DSLContext db) {
        this.db = db;
    }

    /**
     * The rulings on cells of some indicators in some regions that held at a moment.
     *
     * @param indicatorIds numbers of the indicators
     * @param regionIds    numbers of the regions
     * @param moment       null for now
     */
    public Map<CellKey, Ruling> holding(Collection<Long> indicatorIds, Collection<Long> regionIds,
            @Nullable Instant moment) {
        var wanted = RULING.INDICATOR_ID.in(indicatorIds).and(RULING.REGION_ID.in(regionIds));
        return fetch(moment == null ? wanted.and(RULING.RECORDED_TO.eq(inline(Observation.OPEN_END)))
                : wanted.and(RULING.RECORDED_FROM.le(moment)).and(RULING.RECORDED_TO.gt(moment))).stream()
                .collect(Collectors.toMap(Ruling::cell, Function.identity()));
    }

    /** Those made or ended after a moment and until another, newest first. */
    List<Ruling> turned(Instant after, Instant until) {
        return fetch(RULING.RECORDED_FROM.gt(after).and(RULING.RECORDED_FROM.le(until))
                .or(RULING.RECORDED_TO.gt(after).and(RULING.RECORDED_TO.le(until))));
    }

    /** Every ruling on a cell, newest first. */
    List<Ruling> of(CellKey cell) {
        return fetch(isOf(cell));
    }

    /** The one that holds, locked until the transaction ends. */
    Optional<Ruling> lock(CellKey cell) {
        var holds = isOf(cell).and(RULING.RECORDED_TO.eq(inline(Observation.OPEN_END)));
        db.select(RULING.ID)
                .from(RULING)
                .join(INDICATOR).on(INDICATOR.ID.eq(RULING.INDICATOR_ID))
                .join(REGION).on(REGION.ID.eq(RULING.REGION_ID))
                .where(holds)
                .forUpdate().of(RULING)
                .fetch();
        return fetch(holds).stream().findFirst();
    }

    void insert(Observation chosen, String reason, String by, Instant at) {
        db.insertInto(RULING)
                .set(RULING.INDICATOR_ID,
                        select(INDICATOR.ID).from(INDICATOR).where(INDICATOR.CODE.eq(chosen.indicator())))
                .set(RULING.REGION_ID, select(REGION.ID).from(REGION).where(REGION.CODE.eq(chosen.region())))
                .set(RULING.PERIOD_CODE, chosen.period().code())
                .set(RULING.REPLY_ID, chosen.reply().id())
                .set(RULING.OBSERVATION_ID, chosen.id())
                .set(RULING.REASON, reason)
                .set(RULING.RULED_BY, by)
                .set(RULING.RECORDED_FROM, at)
                .set(RULING.RECORDED_TO, Observation.OPEN_END)
                .execute();
    }

    void close(Ruling ruling, String by, @Nullable String reason, Instant at) {
        db.update(RULING)
                .set(RULING.RECORDED_TO, at)
                .set(RULING.ENDED_BY, by)
                .set(RULING.ENDED_REASON, reason)
                .where(RULING.ID.eq(ruling.id()))
                .execute();
    }

    private static Condition isOf(CellKey cell) {
        return INDICATOR.CODE.eq(cell.indicator())
                .and(REGION.CODE.eq(cell.region()))
                .and(RULING.PERIOD_CODE.eq(cell.period().code()));
    }

    private List<Ruling> fetch(Condition wanted) {
        return db.select(RULING.ID, INDICATOR.CODE, REGION.CODE, RULING.PERIOD_CODE, RULING.REPLY_ID, RULING.REASON,
                        RULING.RULED_BY, RULING.RECORDED_FROM, RULING.RECORDED_TO, RULING.ENDED_BY,
                        RULING.ENDED_REASON)
                .from(RULING)
                .join(INDICATOR).on(INDICATOR.ID.eq(RULING.INDICATOR_ID))
                .join(REGION).on(REGION.ID.eq(RULING.REGION_ID))
                .where(wanted)
                .orderBy(RULING.RECORDED_FROM.desc(), RULING.ID.desc())
                .fetch(RulingRepository::ruling);
    }

    private static Ruling ruling(Record r) {
        return new Ruling(r.get(RULING.ID), new CellKey(r.get(INDICATOR.CODE), r.get(REGION.CODE),
                Period.parse(r.get(RULING.PERIOD_CODE))), r.get(RULING.REPLY_ID), r.get(RULING.REASON),
                r.get(RULING.RULED_BY), r.get(RULING.RECORDED_FROM), r.get(RULING.RECORDED_TO),
                r.get(RULING.ENDED_BY), r.get(RULING.ENDED_REASON));
    }
}
