package org.youju.api;

import java.util.List;

/** Parameters of a call cannot be read. */
class BadParameters extends RuntimeException {

    private final transient List<Problem> problems;

    BadParameters(List<Problem> problems) {
        super(problems.stream().map(p -> p.field() + ": " + p.key()).toList().toString());
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }

    /** @param key a key of the translations, filled in with the arguments */
    record Problem(String field, String key, Object... arguments) {
    }
}
