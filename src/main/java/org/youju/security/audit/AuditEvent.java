package org.youju.security.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit trail.
 *
 * @param seq       its place, from 1 without a gap
 * @param at        when it was written down, to the microsecond
 * @param what      what was done, and by whom
 * @param requestId what was done together bears one
 * @param hash      64 hexadecimal digits over this row and the hash of the one before it
 */
public record AuditEvent(long seq, Instant at, Audited what, String requestId, @Nullable String hash) {
}
