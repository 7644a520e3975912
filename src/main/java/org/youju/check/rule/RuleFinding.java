package org.youju.check.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A breach and what people say to it.
 *
 * @param explained why the figures are right all the same; null where nobody has said so of these figures
 */
public record RuleFinding(Breach breach, @Nullable Explained explained) {

    /** Why, by whom (user name) and when. */
    public record Explained(String body, String by, Instant at) {
    }

    /** Whether the figure can be approved although nobody has explained it: whoever approves is asked. */
    public boolean isDoubt() {
        return explained == null && breach.rule().importance() == Importance.MEDIUM;
    }

    /** Whether it keeps the figure from being approved. */
    public boolean isOpen() {
        return explained == null && breach.rule().importance() == Importance.HIGH;
    }
}
