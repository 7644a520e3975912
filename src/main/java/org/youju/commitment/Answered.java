package org.youju.commitment;

import org.jspecify.annotations.Nullable;

/**
 * What something is promised or assumed of, and who answers for it, by their codes.
 *
 * @param department null where none is known
 */
public record Answered(String indicator, String region, @Nullable String department) {
}
