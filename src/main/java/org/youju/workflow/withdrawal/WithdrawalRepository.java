package org.youju.workflow.withdrawal;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.inline;
import static org.youju.db.Tables.OBSERVATION;
import static org.youju.db.Tables.WITHDRAWAL;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.youju.observation.Observation;
import org.youju.workflow.withdrawal.Withdrawal.Outcome;

@Repository
class WithdrawalRepository {

    private final DSLContext db;

    WithdrawalRepository(DSLContext db) {
        this.db = db;
    }

    /** Those that wait for a decision on a statement that still stands, the longest waiting first. */
    List<Withdrawal> open(int limit) {
        return fetch(WITHDRAWAL.OUTCOME.eq(inline(Outcome.OPEN.name()))
                .and(OBSERVATION.RECORDED_TO.eq(inline(Observation.OPEN_END))), limit);
    }

    /** Those of some statements that came to one end, by statement. */
    List<Withdrawal> of(Collection<Long> observations, Outcome outcome) {
        return observations.isEmpty() ? List.of() : fetch(WITHDRAWAL.OBSERVATION_ID.in(observations)
                .and(WITHDRAWAL.OUTCOME.eq(inline(outcome.name()))), Integer.MAX_VALUE);
    }

    /** One, locked until the transaction ends, so that it is decided at most once. */
    Optional<Withdrawal> lock(long id) {
        return db.select(WITHDRAWAL.ID)
                .from(WITHDRAWAL)
                .where(WITHDRAWAL.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .flatMap(row -> fetch(WITHDRAWAL.ID.eq(id), 1).stream().findFirst());
    }

    private List<Withdrawal> fetch(Condition wanted, int limit) {
        return db.select(WITHDRAWAL.ID, WITHDRAWAL.OBSERVATION_ID, WITHDRAWAL.REASON, WITHDRAWAL.PROPOSED_BY,
                        WITHDRAWAL.PROPOSED_AT, WITHDRAWAL.OUTCOME.convertFrom(Outcome::valueOf),
                        WITHDRAWAL.DECIDED_BY, WITHDRAWAL.DECIDED_REASON, WITHDRAWAL.DECIDED_AT)
                .from(WITHDRAWAL)
                .join(OBSERVATION).on(OBSERVATION.ID.eq(WITHDRAWAL.OBSERVATION_ID))
                .where(wanted)
                .orderBy(WITHDRAWAL.PROPOSED_AT, WITHDRAWAL.ID)
                .limit(limit)
                .fetch(mapping(Withdrawal::new));
    }

    void insert(long observation, String reason, String by, Instant at) {
        db.insertInto(WITHDRAWAL)
                .set(WITHDRAWAL.OBSERVATION_ID, observation)
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
