package org.youju.observation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.youju.indicator.Catalogue;

/**
 * A row on its way to the public, a statement, a promise or an assumption. It is never changed: each {@link Step} closes its recorded
 * time and opens another row in its place.
 */
public interface Recorded {

    long id();

    State state();

    /** Why it replaces the row before it, or why it was returned, or null. */
    @Nullable String reason();

    /** User name of whoever took the step that opened it: who handed it over, where it is submitted. */
    String recordedBy();

    Instant recordedFrom();

    /** {@link Observation#OPEN_END} for the current row. */
    Instant recordedTo();

    /** Code of what it is a figure of. */
    String indicator();

    /** Code of the region that it speaks of. */
    String region();

    /** Code of the department that answers for it, null where none is known. */
    @Nullable String department();

    /** What it says, as its source prints it. */
    String stated();

    /** The codes of what it speaks of, in the order in which a refusal names them. */
    List<Object> names();

    /** What a refusal calls it, in the order of its sentence. */
    List<Object> called(Catalogue catalogue);

    /** What the audit trail calls what it speaks of, the same in all its rows. */
    default String auditName() {
        return region() + " " + names().stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    /**
     * Refuses a row that lacks what those who approve it must see; a row that can lack nothing passes.
     *
     * @throws org.youju.base.RuleViolation naming what is missing
     */
    default void requireComplete(Catalogue catalogue) {
    }

    /** Whether it is a draft again because whoever had handed over the row before it wanted to change it. */
    default boolean isRecalledFrom(Recorded before) {
        return state() == State.DRAFT && before.state() == State.SUBMITTED
                && before.recordedTo().equals(recordedFrom());
    }

    default boolean isCurrent() {
        return recordedTo().equals(Observation.OPEN_END);
    }
}
