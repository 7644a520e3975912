package org.youju.observation.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An approval as it was written down.
 *
 * @param rowId the approved row's number
 * @param hash  of all that the row said then, 64 hexadecimal digits; null where it was approved before hashes were kept
 * @param by    user name
 */
public record Approval(long rowId, @Nullable String hash, String by, Instant at) {
}
