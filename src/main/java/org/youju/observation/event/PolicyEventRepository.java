package org.youju.observation.event;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.youju.db.Tables.CITATION;
import static org.youju.db.Tables.POLICY_EVENT;
import static org.youju.db.Tables.REGION;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.youju.observation.Observation;

@Repository
class PolicyEventRepository {

    /** As it is stored; documents are read by those who ask. */
    record Row(long id, int number, String region, String happened, String nameZh, String nameEn, long citation,
            String quote, long reply, String by, Instant from) {
    }

    private final DSLContext db;

    PolicyEventRepository(DSLContext db) {
        this.db = db;
    }

    /**
     * The events that stood in the records at a moment, oldest first.
     *
     * @param regions codes; null for all regions
     * @param moment  null for now
     */
    List<Row> standing(@Nullable Collection<String> regions, @Nullable Instant moment) {
        var wanted = regions == null ? trueCondition()
                : POLICY_EVENT.REGION_ID.in(select(REGION.ID).from(REGION).where(REGION.CODE.in(regions)));
        return fetch(wanted.and(moment == null ? holds()
                : POLICY_EVENT.RECORDED_FROM.le(moment).and(POLICY_EVENT.RECORDED_TO.gt(moment))));
    }

    /** The events that stand and rest on words of a document, oldest first. */
    List<Row> standingOf(long replyId) {
        return fetch(CITATION.REPLY_ID.eq(replyId).and(holds()));
    }

    /** The one that stands, locked until the transaction ends. */
    Optional<Row> lock(int number) {
        var wanted = POLICY_EVENT.NUMBER.eq(number).and(holds());
        db.select(POLICY_EVENT.ID).from(POLICY_EVENT).where(wanted).forUpdate().fetch();
        return fetch(wanted).stream().findFirst();
    }

    int nextNumber() {
        return db.select(max(POLICY_EVENT.NUMBER)).from(POLICY_EVENT).fetchOptional()
                .map(it -> it.value1()).map(it -> it + 1).orElse(1);
    }

    void insert(int number, NewPolicyEvent event, long citation, String by, Instant at) {
        db.insertInto(POLICY_EVENT)
                .set(POLICY_EVENT.NUMBER, number)
                .set(POLICY_EVENT.REGION_ID, select(REGION.ID).from(REGION).where(REGION.CODE.eq(event.region())))
                .set(POLICY_EVENT.HAPPENED, event.happened())
                .set(POLICY_EVENT.NAME_ZH, event.nameZh())
                .set(POLICY_EVENT.NAME_EN, event.nameEn())
                .set(POLICY_EVENT.CITATION_ID, citation)
                .set(POLICY_EVENT.RECORDED_BY, by)
                .set(POLICY_EVENT.RECORDED_FROM, at)
                .set(POLICY_EVENT.RECORDED_TO, Observation.OPEN_END)
                .execute();
    }

    void close(long id, String by, String reason, Instant at) {
        db.update(POLICY_EVENT)
                .set(POLICY_EVENT.RECORDED_TO, at)
                .set(POLICY_EVENT.ENDED_BY, by)
                .set(POLICY_EVENT.ENDED_REASON, reason)
                .where(POLICY_EVENT.ID.eq(id))
                .execute();
    }

    private static Condition holds() {
        return POLICY_EVENT.RECORDED_TO.eq(inline(Observation.OPEN_END));
    }

    private List<Row> fetch(Condition wanted) {
        return db.select(POLICY_EVENT.ID, POLICY_EVENT.NUMBER, REGION.CODE, POLICY_EVENT.HAPPENED, POLICY_EVENT.NAME_ZH,
                        POLICY_EVENT.NAME_EN, CITATION.ID, CITATION.EXACT_TEXT, CITATION.REPLY_ID,
                        POLICY_EVENT.RECORDED_BY, POLICY_EVENT.RECORDED_FROM)
                .from(POLICY_EVENT)
                .join(REGION).on(REGION.ID.eq(POLICY_EVENT.REGION_ID))
                .join(CITATION).on(CITATION.ID.eq(POLICY_EVENT.CITATION_ID))
                .where(wanted)
                .orderBy(POLICY_EVENT.HAPPENED, POLICY_EVENT.NUMBER)
                .fetch(r -> new Row(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7(),
                        r.value8(), r.value9(), r.value10(), r.value11()));
    }
}
