package org.youju.extraction.intake.ui;

import org.youju.base.RuleViolation;
import org.youju.extraction.intake.Handed;
import org.youju.reply.Reply;

/** How far a file is on its way in. */
sealed interface FileState {

    /** Others are read before it. */
    record Waiting() implements FileState {
    }

    /** It is being read: so many of so many pages, 0 of 0 as long as nothing is known. */
    record Reading(int done, int all) implements FileState {
    }

    /** It was read; a person is to check its header. */
    record Ready(Handed.Fresh file) implements FileState {
    }

    /** A reply holds the very same file. */
    record Known(Reply reply) implements FileState {
    }

    /** It is not taken; nothing of it is kept. */
    record Refused(RuleViolation why) implements FileState {
    }

    /** It is recorded. */
    record Taken(Reply reply) implements FileState {
    }
}
