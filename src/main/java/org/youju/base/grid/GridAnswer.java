package org.youju.base.grid;

import org.jspecify.annotations.Nullable;

/**
 * What has become of a {@link GridEdit}.
 *
 * @param words why it is refused, or what somebody else has written; null where it is taken
 * @param draft number of the draft that stands there now, one's own or somebody else's; 0 for none, or where it is refused
 */
public record GridAnswer(Result result, @Nullable String words, long draft) {

    /** Whether it is kept, says what is there already, is refused, or comes after somebody else's. */
    public enum Result {
        TAKEN, SAME, REFUSED, OVERTAKEN
    }
}
