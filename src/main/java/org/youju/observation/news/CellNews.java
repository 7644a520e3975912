package org.youju.observation.news;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.youju.base.Gathered;
import org.youju.observation.CellWritten;
import org.youju.security.Access;

/** Gathers which cells a transaction {@link CellWritten writes}, and tells of them once it is committed. */
@Component
class CellNews {

    private final Access access;
    private final ApplicationEventPublisher events;
    private final Gathered<CellWritten> gathered = new Gathered<>(Gathered.End.AFTER_COMMIT, this::publish);

    CellNews(Access access, ApplicationEventPublisher events) {
        this.access = access;
        this.events = events;
    }

    @EventListener
    void written(CellWritten written) {
        gathered.add(written);
    }

    private void publish(List<CellWritten> all) {
        var who = access.current().displayName();
        all.stream().collect(Collectors.groupingBy(it -> it.cell().region())).forEach((region, of) -> {
            var byReach = of.stream().collect(Collectors.partitioningBy(CellWritten::published,
                    Collectors.mapping(CellWritten::cell, Collectors.toSet())));
            events.publishEvent(new CellsChanged(region, byReach.get(true), byReach.get(false), who));
        });
    }
}
