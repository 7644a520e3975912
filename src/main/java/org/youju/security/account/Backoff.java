package org.youju.security.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes whoever guesses wait: after {@code free} failures in a row every further one doubles the wait. It counts names
 * that exist and names that do not alike, in memory, and forgets a name some time after its last failure. Safe for use
 * by several threads.
 */
final class Backoff {

    private static final int MOST_NAMES = 20_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private record Failures(int count, Instant last, Instant blockedUntil) {
    }

    private final Clock clock;
    private final int free;
    private final Duration first;
    private final Duration longest;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_NAMES;
        }
    };

    /**
     * @param free how many failures in a row cost nothing
     * @param first the wait after the last free failure
     * @param longest no wait is longer
     */
    Backoff(Clock clock, int free, Duration first, Duration longest) {
        this.clock = clock;
        this.free = free;
        this.first = first;
        this.longest = longest;
    }

    /**
     * Counts an attempt as failed until {@link #succeeded} takes that back, so that attempts at the same time can't
     * slip past the count.
     *
     * @return how long to wait, in which case nothing is counted; empty = the attempt may be made
     */
    synchronized Optional<Duration> begin(String name) {
        var wait = waiting(name);
        if (wait.isPresent()) {
            return wait;
        }
        var now = clock.instant();
        var before = failures.get(name);
        var count = before == null || before.last().plus(FORGOTTEN_AFTER).isBefore(now) ? 1 : before.count() + 1;
        failures.put(name, new Failures(count, now, now.plus(penalty(count))));
        return Optional.empty();
    }

    /** Forgets the failures of {@code name}. */
    synchronized void succeeded(String name) {
        failures.remove(name);
    }

    /** Takes the last attempt back, but keeps the failures before it. */
    synchronized void takeBack(String name) {
        failures.computeIfPresent(name, (key, it) ->
                it.count() <= 1 ? null : new Failures(it.count() - 1, it.last(), clock.instant()));
    }

    /** How long {@code name} still has to wait; empty = not at all. */
    synchronized Optional<Duration> waiting(String name) {
        var now = clock.instant();
        return Optional.ofNullable(failures.get(name))
                .filter(it -> it.blockedUntil().isAfter(now))
                .map(it -> Duration.between(now, it.blockedUntil()));
    }

    private Duration penalty(int count) {
        if (count < free) {
            return Duration.ZERO;
        }
        var doublings = Math.min(count - free, 20);
        var wait = first.multipliedBy(1L << doublings);
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
