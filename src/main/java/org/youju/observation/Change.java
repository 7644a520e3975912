package org.youju.observation;

import org.jspecify.annotations.Nullable;

/**
 * What one source had approved of one cell at two moments.
 *
 * @param before null where it was added
 * @param after  null where it was withdrawn; one of the two is never null
 */
public record Change(@Nullable Observation before, @Nullable Observation after) {

    /** How it has changed, in the order in which changes are listed. */
    public enum Kind {
        ADDED, REVISED, WITHDRAWN
    }

    public Kind kind() {
        return before == null ? Kind.ADDED : after == null ? Kind.WITHDRAWN : Kind.REVISED;
    }

    /** How many statements have changed between two moments. */
    public record Count(long added, long revised, long withdrawn) {

        public long total() {
            return added + revised + withdrawn;
        }
    }
}
