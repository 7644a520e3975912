package org.youju.observation;

import static org.youju.db.Tables.PUBLICATION;

import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class MomentRepository {

    private static final int ONLY = 1;

    private final DSLContext db;

    MomentRepository(DSLContext db) {
        this.db = db;
    }

    /** The newest moment of a publication; nobody else takes one until the transaction ends. */
    Instant lock() {
        return db.select(PUBLICATION.MOMENT_AT)
                .from(PUBLICATION)
                .where(PUBLICATION.ID.eq(ONLY))
                .forUpdate()
                .fetchSingle(PUBLICATION.MOMENT_AT);
    }

    void keep(Instant moment) {
        db.update(PUBLICATION)
                .set(PUBLICATION.MOMENT_AT, moment)
                .where(PUBLICATION.ID.eq(ONLY))
                .execute();
    }
}
