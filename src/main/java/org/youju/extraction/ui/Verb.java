package org.youju.extraction.ui;

import java.util.Arrays;
import java.util.Optional;

/** What a person does at the desk, each by one key. */
enum Verb {
    NEXT("J"),
    PREVIOUS("K"),
    ACCEPT("A"),
    EDIT("E"),
    REJECT("R"),
    MERGE("M"),
    PROMISE("C"),
    UNDO("Z"),
    SHOW("G"),
    SELECT("S"),
    ADD("N"),
    PASSED("P"),
    KEYS("?");

    private final String key;

    Verb(String key) {
        this.key = key;
    }

    /** The key, as it is printed on the keyboard. */
    String key() {
        return key;
    }

    /** Whether it changes what is kept, and so needs the right to edit drafts. */
    boolean changes() {
        return switch (this) {
            case NEXT, PREVIOUS, SHOW, PASSED, KEYS -> false;
            case ACCEPT, EDIT, REJECT, MERGE, PROMISE, UNDO, SELECT, ADD -> true;
        };
    }

    static Optional<Verb> of(String key) {
        return Arrays.stream(values()).filter(verb -> verb.key.equalsIgnoreCase(key)).findFirst();
    }
}
