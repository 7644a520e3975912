package org.youju.compare.saved;

import static org.jooq.Records.mapping;
import static org.youju.db.Tables.SAVED_ANALYSIS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class SavedAnalysisRepository {

    /** As it is stored; the query is read by those who ask. */
    record Row(long id, String name, String query, boolean shared, String owner, Instant savedAt) {
    }

    private final DSLContext db;

    SavedAnalysisRepository(DSLContext db) {
        this.db = db;
    }

    /** Those of a person and those that are shared, by name. */
    List<Row> visibleTo(String owner) {
        return fetch(SAVED_ANALYSIS.OWNED_BY.eq(owner).or(SAVED_ANALYSIS.SHARED.isTrue()));
    }

    Optional<Row> find(long id) {
        return fetch(SAVED_ANALYSIS.ID.eq(id)).stream().findFirst();
    }

    Optional<Row> find(String owner, String name) {
        return fetch(SAVED_ANALYSIS.OWNED_BY.eq(owner).and(SAVED_ANALYSIS.NAME.eq(name))).stream().findFirst();
    }

    private List<Row> fetch(Condition wanted) {
        return db.select(SAVED_ANALYSIS.ID, SAVED_ANALYSIS.NAME, SAVED_ANALYSIS.QUERY, SAVED_ANALYSIS.SHARED,
                        SAVED_ANALYSIS.OWNED_BY, SAVED_ANALYSIS.SAVED_AT)
                .from(SAVED_ANALYSIS)
                .where(wanted)
                .orderBy(SAVED_ANALYSIS.NAME, SAVED_ANALYSIS.ID)
                .fetch(mapping(Row::new));
    }

    long insert(String name, String query, boolean shared, String owner, Instant at) {
        return db.insertInto(SAVED_ANALYSIS)
                .set(SAVED_ANALYSIS.NAME, name)
                .set(SAVED_ANALYSIS.QUERY, query)
                .set(SAVED_ANALYSIS.SHARED, shared)
                .set(SAVED_ANALYSIS.OWNED_BY, owner)
                .set(SAVED_ANALYSIS.SAVED_AT, at)
                .returningResult(SAVED_ANALYSIS.ID)
                .fetchSingle().value1();
    }

    void delete(long id) {
        db.deleteFrom(SAVED_ANALYSIS)
                .where(SAVED_ANALYSIS.ID.eq(id))
                .execute();
    }
}
