package org.youju.security.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes whoever guesses wait: after {@code free} failures in a row every further one doubles the wait. It counts names
 * that exist and names that do not alike, in memory, and forgets a name an hour after its last failure. Of a name that
 * many people share, such as the network address of an office, it also forgives one failure after the other while they
 * go on. Safe for use by several threads.
 */
final class Backoff {

    private static final int MOST_NAMES = 20_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    /**
     * @param before the failure before the last, or the last where there is none
     * @param since  from when on time forgives
     */
    private record Failures(int count, Instant last, Instant before, Instant since, Instant blockedUntil) {
    }

    private final Clock clock;
    private final int free;
    private final Duration first;
    private final Duration longest;
    private final Duration forgiving;
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
     * @param forgiving for each such time one failure is forgiven
     */
    Backoff(Clock clock, int free, Duration first, Duration longest, Duration forgiving) {
        this.clock = clock;
        this.free = free;
        this.first = first;
        this.longest = longest;
        this.forgiving = forgiving;
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
        var held = Optional.ofNullable(failures.get(name)).flatMap(it -> held(it, now));
        var count = held.map(Failures::count).orElse(0) + 1;
        failures.put(name, new Failures(count, now, held.map(Failures::last).orElse(now),
                held.map(Failures::since).orElse(now), now.plus(penalty(count))));
        return Optional.empty();
    }

    /** What still counts. */
    private Optional<Failures> held(Failures failures, Instant now) {
        var forgiven = Duration.between(failures.since(), now).dividedBy(forgiving);
        var left = failures.count() - forgiven;
        return left <= 0 || failures.last().plus(FORGOTTEN_AFTER).isBefore(now) ? Optional.empty()
                : Optional.of(new Failures((int) left, failures.last(), failures.before(),
                        failures.since().plus(forgiving.multipliedBy(forgiven)), failures.blockedUntil()));
    }

    /** Forgets the failures of {@code name}. */
    synchronized void succeeded(String name) {
        failures.remove(name);
    }

    /** Takes the last attempt back, but keeps the failures before it. */
    synchronized void takeBack(String name) {
        failures.computeIfPresent(name, (key, it) ->
                it.count() <= 1 ? null
                        : new Failures(it.count() - 1, it.before(), it.before(), it.since(), clock.instant()));
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
