package org.youju.base;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gathers what one transaction does, so that it is told as a whole at its end; what is undone is not told. */
public final class Gathered<T> {

    /** When in a transaction it is told of. */
    public enum End {
        /** As its last step: what tells of it can still undo it all. */
        BEFORE_COMMIT,
        /** When all others can read it. */
        AFTER_COMMIT
    }

    private final End end;
    private final Consumer<List<T>> tell;

    /** @param tell is told of everything that was gathered, in its order; never of nothing */
    public Gathered(End end, Consumer<List<T>> tell) {
        this.end = end;
        this.tell = tell;
    }

    /** Gathers one thing more, or tells of it at once where there is no transaction. */
    public void add(T one) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            tell.accept(List.of(one));
            return;
        }
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .filter(pending -> pending.belongsTo(this))
                .findFirst()
                .orElseGet(this::begin)
                .gather(one);
    }

    private Pending begin() {
        var pending = new Pending();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /** What is done in one transaction. */
    private final class Pending implements TransactionSynchronization {

        private final List<Object> all = new ArrayList<>();
        private final Map<Object, Integer> savepoints = new IdentityHashMap<>();

        boolean belongsTo(Gathered<?> other) {
            return other == Gathered.this;
        }

        void gather(Object one) {
            all.add(one);
        }

        @Override
        public void savepoint(Object savepoint) {
            savepoints.put(savepoint, all.size());
        }

        /** What is undone back to a savepoint was not done. */
        @Override
        public void savepointRollback(Object savepoint) {
            all.subList(savepoints.getOrDefault(savepoint, 0), all.size()).clear();
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            tell(End.BEFORE_COMMIT);
        }

        @Override
        public void afterCommit() {
            tell(End.AFTER_COMMIT);
        }

        @SuppressWarnings("unchecked")
        private void tell(End now) {
            if (now == end && !all.isEmpty()) {
                tell.accept((List<T>) List.copyOf(all));
            }
        }
    }
}
