package org.youju.observation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step was taken; published within the transaction that takes it.
 *
 * @param row     the row that it was taken from
 * @param authors who entered or submitted the row
 * @param by      user name of who took it
 * @param reason  why, null where the step asks for no reason
 */
public record Decided(Step step, Recorded row, Set<String> authors, String by, @Nullable String reason) {

    public Decided {
        authors = Set.copyOf(authors);
    }
}
