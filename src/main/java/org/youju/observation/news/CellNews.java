package org.youju.observation.news;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.youju.observation.CellWritten;
import org.youju.security.Access;

/** Gathers which cells a transaction {@link CellWritten writes}, and tells of them once it is committed. */
@Component
class CellNews {

    private final Access access;
    private final ApplicationEventPublisher events;

    CellNews(Access access, ApplicationEventPublisher events) {
        this.access = access;
        this.events = events;
    }

    @EventListener
    void written(CellWritten written) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            publish(List.of(written));
            return;
        }
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Gathered.class::isInstance)
                .map(Gathered.class::cast)
                .findFirst()
                .orElseGet(this::begin)
                .cells.add(written);
    }

    private Gathered begin() {
        var gathered = new Gathered();
        TransactionSynchronizationManager.registerSynchronization(gathered);
        return gathered;
    }

    private void publish(List<CellWritten> all) {
        var who = access.current().displayName();
        all.stream().collect(Collectors.groupingBy(it -> it.cell().region())).forEach((region, of) -> {
            var byReach = of.stream().collect(Collectors.partitioningBy(CellWritten::published,
                    Collectors.mapping(CellWritten::cell, Collectors.toSet())));
            events.publishEvent(new CellsChanged(region, byReach.get(true), byReach.get(false), who));
        });
    }

    /** What one transaction writes. */
    private final class Gathered implements TransactionSynchronization {

        private final List<CellWritten> cells = new ArrayList<>();
        private final Map<Object, Integer> savepoints = new IdentityHashMap<>();

        @Override
        public void savepoint(Object savepoint) {
            savepoints.put(savepoint, cells.size());
        }

        /** What is undone back to a savepoint was not written. */
        @Override
        public void savepointRollback(Object savepoint) {
            cells.subList(savepoints.getOrDefault(savepoint, 0), cells.size()).clear();
        }

        @Override
        public void afterCommit() {
            publish(cells);
        }
    }
}
