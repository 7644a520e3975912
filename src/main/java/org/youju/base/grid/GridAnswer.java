package org.youju.base.grid;

import org.jspecify.annotations.Nullable;

/**
 * What has become of a {@link GridEdit}.
 *
 * @param words why it is refused, or what somebody else has written; null where it is taken
 */
public record GridAnswer(Result result, @Nullable String words) {

    /** Whether it is kept, says what is there already, is refused, or comes after somebody else's. */
    public enum Result {
        TAKEN, SAME, REFUSED, OVERTAKEN
    }
}
