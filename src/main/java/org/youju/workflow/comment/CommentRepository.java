package org.youju.workflow.comment;

import static org.jooq.impl.DSL.select;
import static org.youju.db.Tables.CELL_COMMENT;
import static org.youju.db.Tables.INDICATOR;
import static org.youju.db.Tables.REGION;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.youju.figure.Period;
import org.youju.observation.CellKey;
import org.youju.workflow.comment.Comment.FollowUp;

@Repository
class CommentRepository {

    private final DSLContext db;

    CommentRepository(DSLContext db) {
        this.db = db;
    }

    List<Comment> of(CellKey cell) {
        return fetch(INDICATOR.CODE.eq(cell.indicator())
                .and(REGION.CODE.eq(cell.region()))
                .and(CELL_COMMENT.PERIOD_CODE.eq(cell.period().code())));
    }

    Optional<Comment> find(long id) {
        return fetch(CELL_COMMENT.ID.eq(id)).stream().findFirst();
    }

    /** The cells of some indicators of a region that people have written about. */
    Set<CellKey> commented(String region, Collection<String> indicators) {
        return db.selectDistinct(INDICATOR.CODE, CELL_COMMENT.PERIOD_CODE)
                .from(CELL_COMMENT)
                .join(INDICATOR).on(INDICATOR.ID.eq(CELL_COMMENT.INDICATOR_ID))
                .join(REGION).on(REGION.ID.eq(CELL_COMMENT.REGION_ID))
                .where(REGION.CODE.eq(region))
                .and(INDICATOR.CODE.in(indicators))
                .fetchSet(r -> new CellKey(r.value1(), region, Period.parse(r.value2())));
    }

    private List<Comment> fetch(Condition wanted) {
        return db.select(CELL_COMMENT.ID, CELL_COMMENT.VERSION, INDICATOR.CODE, REGION.CODE, CELL_COMMENT.PERIOD_CODE,
                        CELL_COMMENT.BODY, CELL_COMMENT.FOLLOW_UP, CELL_COMMENT.WRITTEN_BY, CELL_COMMENT.WRITTEN_AT,
                        CELL_COMMENT.SETTLED_BY, CELL_COMMENT.SETTLED_AT)
                .from(CELL_COMMENT)
                .join(INDICATOR).on(INDICATOR.ID.eq(CELL_COMMENT.INDICATOR_ID))
                .join(REGION).on(REGION.ID.eq(CELL_COMMENT.REGION_ID))
                .where(wanted)
                .orderBy(CELL_COMMENT.ID)
                .fetch(r -> new Comment(r.get(CELL_COMMENT.ID), r.get(CELL_COMMENT.VERSION),
                        new CellKey(r.get(INDICATOR.CODE), r.get(REGION.CODE),
                                Period.parse(r.get(CELL_COMMENT.PERIOD_CODE))), r.get(CELL_COMMENT.BODY),
                        r.get(CELL_COMMENT.FOLLOW_UP) == null ? FollowUp.NONE
                                : FollowUp.valueOf(r.get(CELL_COMMENT.FOLLOW_UP)),
                        r.get(CELL_COMMENT.WRITTEN_BY), r.get(CELL_COMMENT.WRITTEN_AT),
                        r.get(CELL_COMMENT.SETTLED_BY), r.get(CELL_COMMENT.SETTLED_AT)));
    }

    void insert(CellKey cell, String body, FollowUp followUp, String by, Instant at) {
        db.insertInto(CELL_COMMENT)
                .set(CELL_COMMENT.INDICATOR_ID,
                        select(INDICATOR.ID).from(INDICATOR).where(INDICATOR.CODE.eq(cell.indicator())))
                .set(CELL_COMMENT.REGION_ID, select(REGION.ID).from(REGION).where(REGION.CODE.eq(cell.region())))
                .set(CELL_COMMENT.PERIOD_CODE, cell.period().code())
                .set(CELL_COMMENT.BODY, body)
                .set(CELL_COMMENT.FOLLOW_UP, followUp == FollowUp.NONE ? null : followUp.name())
                .set(CELL_COMMENT.WRITTEN_BY, by)
                .set(CELL_COMMENT.WRITTEN_AT, at)
                .execute();
    }

    /**
     * @param by null where it is open again
     * @return whether nobody was faster
     */
    boolean follow(Comment comment, FollowUp followUp, @Nullable String by, @Nullable Instant at) {
        return db.update(CELL_COMMENT)
                .set(CELL_COMMENT.FOLLOW_UP, followUp.name())
                .set(CELL_COMMENT.SETTLED_BY, by)
                .set(CELL_COMMENT.SETTLED_AT, at)
                .set(CELL_COMMENT.VERSION, CELL_COMMENT.VERSION.plus(1))
                .where(CELL_COMMENT.ID.eq(comment.id()))
                .and(CELL_COMMENT.VERSION.eq(comment.version()))
                .execute() == 1;
    }
}
