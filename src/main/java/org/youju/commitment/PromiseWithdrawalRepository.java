package org.youju.commitment;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.inline;
import static org.youju.db.Tables.COMMITMENT;
import static org.youju.db.Tables.COMMITMENT_WITHDRAWAL;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.youju.commitment.PromiseWithdrawal.Outcome;
import org.youju.observation.Observation;

@Repository
class PromiseWithdrawalRepository {

    private final DSLContext db;

    PromiseWithdrawalRepository(DSLContext db) {
        this.db = db;
    }

    /** All that were ever proposed of a promise, in all its rows, newest first. */
    List<PromiseWithdrawal> of(String code) {
        return fetch(COMMITMENT.CODE.eq(code));
    }

    /** Those that wait for a decision on a promise that still stands, newest first. */
    List<PromiseWithdrawal> open() {
        return fetch(COMMITMENT_WITHDRAWAL.OUTCOME.eq(inline(Outcome.OPEN.name()))
                .and(COMMITMENT.RECORDED_TO.eq(inline(Observation.OPEN_END))));
    }

    /** One, locked until the transaction ends, so that it is decided at most once. */
    Optional<PromiseWithdrawal> lock(long id) {
        return db.select(COMMITMENT_WITHDRAWAL.ID)
                .from(COMMITMENT_WITHDRAWAL)
                .where(COMMITMENT_WITHDRAWAL.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .flatMap(row -> fetch(COMMITMENT_WITHDRAWAL.ID.eq(id)).stream().findFirst());
    }

    private List<PromiseWithdrawal> fetch(Condition wanted) {
        return db.select(COMMITMENT_WITHDRAWAL.ID, COMMITMENT_WITHDRAWAL.COMMITMENT_ID, COMMITMENT_WITHDRAWAL.REASON,
                        COMMITMENT_WITHDRAWAL.PROPOSED_BY, COMMITMENT_WITHDRAWAL.PROPOSED_AT,
                        COMMITMENT_WITHDRAWAL.OUTCOME.convertFrom(Outcome::valueOf), COMMITMENT_WITHDRAWAL.DECIDED_BY,
                        COMMITMENT_WITHDRAWAL.DECIDED_REASON, COMMITMENT_WITHDRAWAL.DECIDED_AT)
                .from(COMMITMENT_WITHDRAWAL)
                .join(COMMITMENT).on(COMMITMENT.ID.eq(COMMITMENT_WITHDRAWAL.COMMITMENT_ID))
                .where(wanted)
                .orderBy(COMMITMENT_WITHDRAWAL.PROPOSED_AT.desc(), COMMITMENT_WITHDRAWAL.ID.desc())
                .fetch(mapping(PromiseWithdrawal::new));
    }

    void insert(long promise, String reason, String by, Instant at) {
        db.insertInto(COMMITMENT_WITHDRAWAL)
                .set(COMMITMENT_WITHDRAWAL.COMMITMENT_ID, promise)
                .set(COMMITMENT_WITHDRAWAL.REASON, reason)
                .set(COMMITMENT_WITHDRAWAL.PROPOSED_BY, by)
                .set(COMMITMENT_WITHDRAWAL.PROPOSED_AT, at)
                .set(COMMITMENT_WITHDRAWAL.OUTCOME, Outcome.OPEN.name())
                .set(COMMITMENT_WITHDRAWAL.DECIDED_AT, Observation.OPEN_END)
                .execute();
    }

    void decide(PromiseWithdrawal proposal, Outcome outcome, String by, @Nullable String reason, Instant at) {
        db.update(COMMITMENT_WITHDRAWAL)
                .set(COMMITMENT_WITHDRAWAL.OUTCOME, outcome.name())
                .set(COMMITMENT_WITHDRAWAL.DECIDED_BY, by)
                .set(COMMITMENT_WITHDRAWAL.DECIDED_REASON, reason)
                .set(COMMITMENT_WITHDRAWAL.DECIDED_AT, at)
                .where(COMMITMENT_WITHDRAWAL.ID.eq(proposal.id()))
                .execute();
    }
}
