package org.youju.workflow.release;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.youju.db.Tables.DATA_RELEASE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class ReleaseRepository {

    private final DSLContext db;

    ReleaseRepository(DSLContext db) {
        this.db = db;
    }

    /** Newest first. */
    List<Release> all() {
        return db.select(DATA_RELEASE.ID, DATA_RELEASE.NAME, DATA_RELEASE.NOTE, DATA_RELEASE.RECORDED_AT,
                        DATA_RELEASE.RELEASED_BY)
                .from(DATA_RELEASE)
                .orderBy(DATA_RELEASE.RECORDED_AT.desc(), DATA_RELEASE.ID.desc())
                .fetch(mapping(Release::new));
    }

    /** When the newest of those was made that were made before a moment; null for the newest of all. */
    Optional<Instant> newestBefore(@Nullable Instant moment) {
        return db.select(max(DATA_RELEASE.RECORDED_AT))
                .from(DATA_RELEASE)
                .where(moment == null ? noCondition() : DATA_RELEASE.RECORDED_AT.lt(moment))
                .fetchOptional()
                .map(Record1::value1);
    }

    void insert(String name, String note, Instant at, String by) {
        db.insertInto(DATA_RELEASE)
                .set(DATA_RELEASE.NAME, name)
                .set(DATA_RELEASE.NOTE, note)
                .set(DATA_RELEASE.RECORDED_AT, at)
                .set(DATA_RELEASE.RELEASED_BY, by)
                .execute();
    }
}
