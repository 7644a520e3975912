package org.youju.security.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the audit trail are looked for; null asks for all.
 *
 * @param actor  user name
 * @param entity word of {@code audit.entity.}
 * @param name   how the name of what was written begins
 * @param from   the first moment
 * @param until  the first moment that is too late
 * @param below  only rows before this one: where the next page begins
 */
public record AuditQuery(@Nullable String actor, @Nullable String entity, @Nullable String name,
        @Nullable Instant from, @Nullable Instant until, @Nullable Long below) {

    /** Everything, from the newest on. */
    public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null);

    /** The same, from before a row on. */
    public AuditQuery below(long seq) {
        return new AuditQuery(actor, entity, name, from, until, seq);
    }
}
