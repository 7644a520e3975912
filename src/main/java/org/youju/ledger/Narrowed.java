package org.youju.ledger;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which promises are listed.
 *
 * @param department code of the department that answers for them, {@link #NOBODY} for those of which none is known;
 *                   empty for all
 * @param from       first year that their windows reach into, empty for no bound
 * @param to         last year that their windows reach into, empty for no bound
 * @param words      what is searched for in their words, all of which must be found; blank for anything
 */
public record Narrowed(Reach reach, Optional<String> department, OptionalInt from, OptionalInt to, String words) {

    /** Stands for the promises that no department is known to answer for. */
    public static final String NOBODY = "-";

    /** All of them. */
    public static final Narrowed NOT = new Narrowed(Reach.ALL, Optional.empty(), OptionalInt.empty(),
            OptionalInt.empty(), "");

    public Narrowed {
        words = words.strip();
    }
}
