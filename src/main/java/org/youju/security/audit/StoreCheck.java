package org.youju.security.audit;

import java.util.List;

/** Checks what is stored against what was written down of it, beside the trail itself. */
public interface StoreCheck {

    /** Reads all of it anew. */
    List<Line> check();

    /**
     * One thing that was found.
     *
     * @param whole     whether all is as it should be
     * @param key       of the sentence that says it
     * @param arguments of that sentence
     */
    record Line(boolean whole, String key, List<Object> arguments) {

        public Line {
            arguments = List.copyOf(arguments);
        }
    }
}
