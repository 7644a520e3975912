package org.youju.workflow.withdrawal;

import static org.jooq.impl.DSL.inline;
import static org.youju.db.Tables.ASSUMPTION;
import static org.youju.db.Tables.COMMITMENT;
import static org.youju.db.Tables.OBSERVATION;
import static org.youju.db.Tables.WITHDRAWAL;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.youju.db.tables.records.WithdrawalRecord;
import org.youju.observation.Observation;
import org.youju.workflow.withdrawal.Withdrawal.Kind;
import org.youju.workflow.withdrawal.Withdrawal.Outcome;

@Repository
class WithdrawalRepository {

    private static final Condition STANDS = DSL.coalesce(OBSERVATION.RECORDED_TO, COMMITMENT.RECORDED_TO,
            ASSUMPTION.RECORDED_TO).eq(inline(Observation.OPEN_END));

    private final DSLContext db;

    WithdrawalRepository(DSLContext db) {
        this.db = db;
    }

    /** Those that wait for a decision on rows that still stand, the longest waiting first. */
    List<Withdrawal> open(int limit) {
        return fetch(WITHDRAWAL.OUTCOME.eq(inline(Outcome.OPEN.name())).and(STANDS), limit);
    }

    /** Those of a kind that wait for a decision, whether or not its row stands; the longest waiting first. */
    List<Withdrawal> open(Kind kind, int limit) {
        return fetch(WITHDRAWAL.OUTCOME.eq(inline(Outcome.OPEN.name())).and(column(kind).isNotNull()), limit);
    }

    Optional<Withdrawal> find(long id) {
        return fetch(WITHDRAWAL.ID.eq(id), 1).stream().findFirst();
    }

    /** Those of some rows of a kind that came to one end, by row. */
    List<Withdrawal> of(Kind kind, Collection<Long> rows, Outcome outcome) {
        return rows.isEmpty() ? List.of() : fetch(column(kind).in(rows)
                .and(WITHDRAWAL.OUTCOME.eq(inline(outcome.name()))), Integer.MAX_VALUE);
    }

    /** One, locked until the transaction ends, so that it is decided at most once. */
    Optional<Withdrawal> lock(long id) {
        return db.select(WITHDRAWAL.ID)
                .from(WITHDRAWAL)
                .where(WITHDRAWAL.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .flatMap(row -> find(id));
    }

    private List<Withdrawal> fetch(Condition wanted, int limit) {
        return db.select(WITHDRAWAL.fields())
                .from(WITHDRAWAL)
                .leftJoin(OBSERVATION).on(OBSERVATION.ID.eq(WITHDRAWAL.OBSERVATION_ID))
                .leftJoin(COMMITMENT).on(COMMITMENT.ID.eq(WITHDRAWAL.COMMITMENT_ID))
                .leftJoin(ASSUMPTION).on(ASSUMPTION.ID.eq(WITHDRAWAL.ASSUMPTION_ID))
                .where(wanted)
                .orderBy(WITHDRAWAL.PROPOSED_AT, WITHDRAWAL.ID)
                .limit(limit)
                .fetch(WithdrawalRepository::withdrawal);
    }

    private static Withdrawal withdrawal(Record r) {
        var kind = Arrays.stream(Kind.values()).filter(it -> r.get(column(it)) != null).findFirst().orElseThrow();
        return new Withdrawal(r.get(WITHDRAWAL.ID), kind, r.get(column(kind)), r.get(WITHDRAWAL.INSTEAD_ID),
                r.get(WITHDRAWAL.REASON), r.get(WITHDRAWAL.PROPOSED_BY), r.get(WITHDRAWAL.PROPOSED_AT),
                Outcome.valueOf(r.get(WITHDRAWAL.OUTCOME)), r.get(WITHDRAWAL.DECIDED_BY),
                r.get(WITHDRAWAL.DECIDED_REASON), r.get(WITHDRAWAL.DECIDED_AT));
    }

    /** Where the number of a row of a kind stands. */
    private static TableField<WithdrawalRecord, Long> column(Kind kind) {
        return switch (kind) {
            case STATEMENT -> WITHDRAWAL.OBSERVATION_ID;
            case PROMISE -> WITHDRAWAL.COMMITMENT_ID;
            case ASSUMPTION -> WITHDRAWAL.ASSUMPTION_ID;
            case RULE -> WITHDRAWAL.RULE_ID;
        };
    }

    void insert(Kind kind, long row, String reason, String by, Instant at) {
        insert(kind, row, null, reason, by, at);
    }

    /** @param instead number of what a rule is to say instead, null to switch it off */
    void insert(long rule, @Nullable Long instead, String reason, String by, Instant at) {
        insert(Kind.RULE, rule, instead, reason, by, at);
    }

    private void insert(Kind kind, long row, @Nullable Long instead, String reason, String by, Instant at) {
        db.insertInto(WITHDRAWAL)
                .set(column(kind), row)
                .set(WITHDRAWAL.INSTEAD_ID, instead)
                .set(WITHDRAWAL.REASON, reason)
                .set(WITHDRAWAL.PROPOSED_BY, by)
                .set(WITHDRAWAL.PROPOSED_AT, at)
                .set(WITHDRAWAL.OUTCOME, Outcome.OPEN.name())
                .set(WITHDRAWAL.DECIDED_AT, Observation.OPEN_END)
                .execute();
    }

    void decide(Withdrawal withdrawal, Outcome outcome, String by, @Nullable String reason, Instant at) {
        db.update(WITHDRAWAL)
                .set(WITHDRAWAL.OUTCOME, outcome.name())
                .set(WITHDRAWAL.DECIDED_BY, by)
                .set(WITHDRAWAL.DECIDED_REASON, reason)
                .set(WITHDRAWAL.DECIDED_AT, at)
                .where(WITHDRAWAL.ID.eq(withdrawal.id()))
                .execute();
    }
}
