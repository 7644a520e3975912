package org.youju.commitment;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.inline;
import static org.youju.db.Tables.COMMITMENT;
import static org.youju.db.Tables.VERDICT_OVERRIDE;

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
class OverrideRepository {

    private final DSLContext db;

    OverrideRepository(DSLContext db) {
        this.db = db;
    }

    /**
     * Those on some rows of promises that were open at a moment.
     *
     * @param recorded by our records of which moment, null for now
     */
    List<VerdictOverride> open(Collection<Long> promises, @Nullable Instant recorded) {
        return promises.isEmpty() ? List.of() : fetch(VERDICT_OVERRIDE.COMMITMENT_ID.in(promises).and(recorded == null
                ? VERDICT_OVERRIDE.RECORDED_TO.eq(inline(Observation.OPEN_END))
                : VERDICT_OVERRIDE.RECORDED_FROM.le(recorded).and(VERDICT_OVERRIDE.RECORDED_TO.gt(recorded))));
    }

    /** All that were ever decided of a promise, in all its rows, newest first. */
    List<VerdictOverride> of(String code) {
        return fetch(COMMITMENT.CODE.eq(code));
    }

    /** Locks a row until the transaction ends, so that it is closed at most once. */
    Optional<VerdictOverride> lock(long id) {
        return db.select(VERDICT_OVERRIDE.ID)
                .from(VERDICT_OVERRIDE)
                .where(VERDICT_OVERRIDE.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .flatMap(r -> fetch(VERDICT_OVERRIDE.ID.eq(id)).stream().findFirst());
    }

    private List<VerdictOverride> fetch(Condition wanted) {
        return db.select(VERDICT_OVERRIDE.ID, VERDICT_OVERRIDE.COMMITMENT_ID,
                        VERDICT_OVERRIDE.VERDICT.convertFrom(Verdict.Kind::valueOf), VERDICT_OVERRIDE.REASON,
                        VERDICT_OVERRIDE.LAST_DAY, VERDICT_OVERRIDE.DECIDED_BY, VERDICT_OVERRIDE.ENDED_BY,
                        VERDICT_OVERRIDE.ENDED_REASON, VERDICT_OVERRIDE.RECORDED_FROM, VERDICT_OVERRIDE.RECORDED_TO)
                .from(VERDICT_OVERRIDE)
                .join(COMMITMENT).on(COMMITMENT.ID.eq(VERDICT_OVERRIDE.COMMITMENT_ID))
                .where(wanted)
                .orderBy(VERDICT_OVERRIDE.RECORDED_FROM.desc(), VERDICT_OVERRIDE.ID.desc())
                .fetch(mapping(VerdictOverride::new));
    }

    long insert(long promise, NewOverride override, String by, Instant at) {
        return db.insertInto(VERDICT_OVERRIDE)
                .set(VERDICT_OVERRIDE.COMMITMENT_ID, promise)
                .set(VERDICT_OVERRIDE.VERDICT, override.verdict().name())
                .set(VERDICT_OVERRIDE.REASON, override.reason())
                .set(VERDICT_OVERRIDE.LAST_DAY, override.until())
                .set(VERDICT_OVERRIDE.DECIDED_BY, by)
                .set(VERDICT_OVERRIDE.RECORDED_FROM, at)
                .set(VERDICT_OVERRIDE.RECORDED_TO, Observation.OPEN_END)
                .returningResult(VERDICT_OVERRIDE.ID)
                .fetchSingle().value1();
    }

    /** @param reason why it ends, null where another takes its place */
    void close(VerdictOverride row, String by, @Nullable String reason, Instant at) {
        db.update(VERDICT_OVERRIDE)
                .set(VERDICT_OVERRIDE.RECORDED_TO, at)
                .set(VERDICT_OVERRIDE.ENDED_BY, by)
                .set(VERDICT_OVERRIDE.ENDED_REASON, reason)
                .where(VERDICT_OVERRIDE.ID.eq(row.id()))
                .execute();
    }
}
