package org.youju.extraction.intake;

import org.youju.reply.Reply;

/** What a file that was handed in turned out to be. */
public sealed interface Handed {

    /**
     * A document that no reply holds yet.
     *
     * @param proposed what its text says of it, for a person to check
     */
    record Fresh(Delivery delivery, HeaderFields proposed) implements Handed {
    }

    /** The very file of a reply that is recorded. */
    record Known(Reply reply) implements Handed {
    }
}
