package org.youju.observation;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step was taken with some rows of one kind; published once, within the transaction that takes it.
 *
 * @param by     user name of who took it
 * @param reason why, null where the step asks for no reason
 */
public record Decided(Step step, List<Taken> taken, String by, @Nullable String reason) {

    public Decided {
        taken = List.copyOf(taken);
    }

    /**
     * One of them.
     *
     * @param row     the row that the step was taken from
     * @param authors who entered or submitted it
     */
    public record Taken(Recorded row, Set<String> authors) {

        public Taken {
            authors = Set.copyOf(authors);
        }
    }
}
