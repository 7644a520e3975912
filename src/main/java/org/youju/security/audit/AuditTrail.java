package org.youju.security.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.youju.base.Gathered;
import org.youju.security.Access;
import org.youju.security.Permission;

/**
 * The record of every write and every log-in. What a transaction has {@link Audited told} is written down as its last
 * step, all or nothing with what it did; the trail is locked only for that, when every other lock is already held, so
 * that two writers can't wait for each other. Nobody can change a row: a {@link #check} would find it.
 */
@Service
public class AuditTrail {

    private final AuditRepository repository;
    private final TransactionTemplate transactions;
    private final Access access;
    private final Clock clock;
    private final ObjectProvider<StoreCheck> checks;
    private final Gathered<Audited> pending = new Gathered<>(Gathered.End.BEFORE_COMMIT, this::append);

    AuditTrail(AuditRepository repository, PlatformTransactionManager transactions, Access access, Clock clock,
            ObjectProvider<StoreCheck> checks) {
        this.repository = repository;
        this.transactions = new TransactionTemplate(transactions);
        this.access = access;
        this.clock = clock;
        this.checks = checks;
    }

    /** Writes down what was done, with the present transaction, or at once where there is none. */
    @EventListener
    void tell(Audited deed) {
        pending.add(deed.actor() == null ? deed.by(access.current().username()) : deed);
    }

    private void append(List<Audited> deeds) {
        transactions.executeWithoutResult(transaction -> repository.append(deeds,
                clock.instant().truncatedTo(ChronoUnit.MICROS), UUID.randomUUID().toString()));
    }

    /**
     * Rows of the trail, newest first; only to those who may read it.
     *
     * @param limit how many at most
     */
    public List<AuditEvent> find(AuditQuery query, int limit) {
        access.require(Permission.READ_AUDIT);
        return repository.find(query, limit);
    }

    /** What is checked beside the trail; only for those who may read it. */
    public List<StoreCheck.Line> checkStore() {
        access.require(Permission.READ_AUDIT);
        return checks.orderedStream().flatMap(check -> check.check().stream()).toList();
    }

    /**
     * Reckons every hash of the trail again; only for those who may read it. With millions of rows that takes minutes.
     *
     * @param progress told now and then how far it has come
     */
    public ChainCheck check(ChainCheck.Progress progress) {
        access.require(Permission.READ_AUDIT);
        return Chain.check(repository, progress);
    }
}
