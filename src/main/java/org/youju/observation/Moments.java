package org.youju.observation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the moments at which rows are recorded. What others read as of a moment is published one transaction after the
 * other, each at a later moment than the one before: once a publication is seen, nothing is ever added at or before its
 * moment.
 */
@Component
public class Moments {

    private final MomentRepository repository;
    private final Clock clock;

    Moments(MomentRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** The present moment as it is recorded, in microseconds. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** When a row is closed that is recorded from this moment on. */
    public Instant after(Instant recordedFrom) {
        return Step.moment(clock.instant(), recordedFrom);
    }

    /**
     * Lets nobody else publish until the present transaction ends. Called before any row is locked, so that two who
     * publish can't wait for each other.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold() {
        repository.lock();
    }

    /**
     * The moment of a publication: now, but after every publication before and after what it closes. Nobody else
     * publishes until the present transaction ends.
     *
     * @param latest when the youngest row that it closes was recorded; {@link Instant#EPOCH} where it closes none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant publish(Instant latest) {
        var before = repository.lock();
        var moment = Step.moment(clock.instant(), before.isAfter(latest) ? before : latest);
        repository.keep(moment);
        return moment;
    }
}
