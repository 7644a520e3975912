package org.youju.reply.file;

import org.youju.base.RuleViolation;

/** Why a file is not read; each has its own sentence. */
enum Refusal {
    EMPTY("reply.file.empty"),
    TOO_BIG("reply.file.tooBig"),
    TOO_MANY_PAGES("reply.file.tooManyPages"),
    TOO_SLOW("reply.file.tooSlow"),
    BUSY("reply.file.busy"),
    CANCELLED("reply.file.cancelled"),
    ENCRYPTED("reply.file.encrypted"),
    SCANNED("reply.file.scanned"),
    WRONG_TYPE("reply.file.type"),
    PICTURE("reply.file.picture"),
    CONTRADICTION("reply.file.contradiction"),
    BOMB("reply.file.bomb"),
    ENTITIES("reply.file.entities"),
    ENCODING("reply.file.encoding"),
    OLD_WORD("reply.file.oldWord"),
    DAMAGED("reply.file.damaged");

    private final String key;

    Refusal(String key) {
        this.key = key;
    }

    /** @param arguments of the sentence */
    RuleViolation with(Object... arguments) {
        return new RuleViolation(key, arguments);
    }
}
