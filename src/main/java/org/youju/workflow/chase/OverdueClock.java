package org.youju.workflow.chase;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every hour for figures that have become overdue. */
@Configuration
@EnableScheduling
class OverdueClock {

    private final Chases chases;

    OverdueClock(Chases chases) {
        this.chases = chases;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void look() {
        chases.tellOverdue();
    }
}
