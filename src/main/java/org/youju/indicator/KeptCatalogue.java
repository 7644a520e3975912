package org.youju.indicator;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The catalogue as it was last read, which every card of a page asks for. A transaction that changes it reads its own
 * state; everybody else reads it anew once that transaction has ended.
 */
final class KeptCatalogue {

    private final Supplier<Catalogue> reader;
    private @Nullable Catalogue kept;
    private long changes;

    KeptCatalogue(Supplier<Catalogue> reader) {
        this.reader = reader;
    }

    Catalogue get() {
        if (isChangedHere()) {
            return reader.get();
        }
        long before;
        synchronized (this) {
            if (kept != null) {
                return kept;
            }
            before = changes;
        }
        var read = reader.get();
        synchronized (this) {
            if (before == changes) {
                kept = read;
            }
        }
        return read;
    }

    /** Tells that the present transaction changes the catalogue; without one, the change is in force at once. */
    void changes() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            drop();
        } else if (!isChangedHere()) {
            TransactionSynchronizationManager.registerSynchronization(new Change(this));
        }
    }

    private boolean isChangedHere() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.getSynchronizations().stream()
                        .anyMatch(s -> s instanceof Change change && change.of() == this);
    }

    private synchronized void drop() {
        kept = null;
        changes++;
    }

    /** Lasts as long as the transaction that changes the catalogue. */
    private record Change(KeptCatalogue of) implements TransactionSynchronization {

        @Override
        public void afterCompletion(int status) {
            of.drop();
        }
    }
}
