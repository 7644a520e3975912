package org.youju.workflow.release;

import static org.jooq.Records.mapping;
import static org.youju.db.Tables.DATA_RELEASE;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
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

    void insert(String name, String note, Instant at, String by) {
        db.insertInto(DATA_RELEASE)
                .set(DATA_RELEASE.NAME, name)
                .set(DATA_RELEASE.NOTE, note)
                .set(DATA_RELEASE.RECORDED_AT, at)
                .set(DATA_RELEASE.RELEASED_BY, by)
                .execute();
    }
}
