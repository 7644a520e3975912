package org.youju.security.audit;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.trueCondition;
import static org.youju.db.Tables.AUDIT_EVENT;
import static org.youju.db.Tables.AUDIT_HEAD;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Adds rows to the audit trail and reads them; it knows no way to change one. */
@Repository
class AuditRepository {

    private static final int HEAD = 1;

    private static final SelectField<AuditEvent> EVENT = row(
            AUDIT_EVENT.SEQ,
            AUDIT_EVENT.HAPPENED_AT,
            row(
                    AUDIT_EVENT.ACTOR,
                    AUDIT_EVENT.ACTION,
                    AUDIT_EVENT.ENTITY,
                    AUDIT_EVENT.ENTITY_NAME,
                    AUDIT_EVENT.BEFORE_TEXT,
                    AUDIT_EVENT.AFTER_TEXT)
                    .mapping(Audited::new),
            AUDIT_EVENT.REQUEST_ID,
            AUDIT_EVENT.HASH)
            .mapping(AuditEvent::new);

    private final DSLContext dsl;

    AuditRepository(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The trail of a database that the product itself has not opened. */
    static AuditRepository on(Connection connection) {
        return new AuditRepository(DSL.using(connection));
    }

    /** The newest row's number and hash. */
    record Head(long seq, String hash) {
    }

    /**
     * Adds rows in the present transaction; from then on until its end nobody else adds any.
     *
     * @param deeds each with its actor
     */
    void append(List<Audited> deeds, Instant at, String requestId) {
        var head = dsl.select(AUDIT_HEAD.SEQ, AUDIT_HEAD.HASH)
                .from(AUDIT_HEAD)
                .where(AUDIT_HEAD.ID.eq(HEAD))
                .forUpdate()
                .fetchSingle(mapping(Head::new));
        var rows = new ArrayList<AuditEvent>(deeds.size());
        for (var deed : deeds) {
            var event = new AuditEvent(head.seq() + 1, at, deed, requestId, null);
            head = new Head(event.seq(), Chain.hash(head.hash(), event));
            rows.add(new AuditEvent(event.seq(), at, deed, requestId, head.hash()));
        }
        insert(rows);
        dsl.update(AUDIT_HEAD)
                .set(AUDIT_HEAD.SEQ, head.seq())
                .set(AUDIT_HEAD.HASH, head.hash())
                .where(AUDIT_HEAD.ID.eq(HEAD))
                .execute();
    }

    /** As one prepared statement, whose plan the database keeps. */
    private void insert(List<AuditEvent> events) {
        var batch = dsl.batch(dsl.insertInto(AUDIT_EVENT, AUDIT_EVENT.SEQ, AUDIT_EVENT.HAPPENED_AT, AUDIT_EVENT.ACTOR,
                        AUDIT_EVENT.ACTION, AUDIT_EVENT.ENTITY, AUDIT_EVENT.ENTITY_NAME, AUDIT_EVENT.BEFORE_TEXT,
                        AUDIT_EVENT.AFTER_TEXT, AUDIT_EVENT.REQUEST_ID, AUDIT_EVENT.HASH)
                .values((Long) null, null, null, null, null, null, null, null, null, null));
        events.forEach(event -> batch.bind(event.seq(), event.at(), event.what().actor(), event.what().action(),
                event.what().entity(), event.what().name(), event.what().before(), event.what().after(),
                event.requestId(), event.hash()));
        batch.execute();
    }

    Head head() {
        return dsl.select(AUDIT_HEAD.SEQ, AUDIT_HEAD.HASH)
                .from(AUDIT_HEAD)
                .where(AUDIT_HEAD.ID.eq(HEAD))
                .fetchSingle(mapping(Head::new));
    }

    /** Rows that a query asks for, newest first. */
    List<AuditEvent> find(AuditQuery query, int limit) {
        return dsl.select(EVENT)
                .from(AUDIT_EVENT)
                .where(condition(query))
                .orderBy(AUDIT_EVENT.SEQ.desc())
                .limit(limit)
                .fetch(mapping(event -> event));
    }

    /** Rows after one, oldest first. */
    List<AuditEvent> after(long seq, int limit) {
        return dsl.select(EVENT)
                .from(AUDIT_EVENT)
                .where(AUDIT_EVENT.SEQ.gt(seq))
                .orderBy(AUDIT_EVENT.SEQ)
                .limit(limit)
                .fetch(mapping(event -> event));
    }

    private static Condition condition(AuditQuery query) {
        Condition condition = trueCondition();
        if (query.actor() != null) {
            condition = condition.and(AUDIT_EVENT.ACTOR.eq(query.actor()));
        }
        if (query.entity() != null) {
            condition = condition.and(AUDIT_EVENT.ENTITY.eq(query.entity()));
        }
        if (query.name() != null) {
            condition = condition.and(AUDIT_EVENT.ENTITY_NAME.startsWith(query.name()));
        }
        if (query.from() != null) {
            condition = condition.and(AUDIT_EVENT.HAPPENED_AT.ge(query.from()));
        }
        if (query.until() != null) {
            condition = condition.and(AUDIT_EVENT.HAPPENED_AT.lt(query.until()));
        }
        if (query.below() != null) {
            condition = condition.and(AUDIT_EVENT.SEQ.lt(query.below()));
        }
        return condition;
    }
}
