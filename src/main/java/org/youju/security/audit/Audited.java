package org.youju.security.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a service has done, told by Spring's event publisher within the transaction that does it; {@link AuditTrail}
 * writes it down as that transaction commits, and not at all where it rolls back.
 *
 * @param actor  user name of whoever did it, null for whoever acts
 * @param action what was done: a word of {@code audit.action.}
 * @param entity to what: a word of {@code audit.entity.}
 * @param name   which one, as people know it: a code, a user name, a document number
 * @param before what it was, null where there was nothing or it does not matter
 * @param after  what it is, null where nothing is left
 */
public record Audited(@Nullable String actor, String action, String entity, String name,
        @Nullable String before, @Nullable String after) {

    private static final int LONGEST_NAME = 400;

    public Audited {
        name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** Something came to be. */
    public static Audited made(String action, String entity, Object name, Object after) {
        return new Audited(null, action, entity, name.toString(), null, after.toString());
    }

    /** Something was done that leaves nothing to compare. */
    public static Audited did(String action, String entity, Object name) {
        return new Audited(null, action, entity, name.toString(), null, null);
    }

    /** Something became something else. */
    public static Audited changed(String action, String entity, Object name, Object before, Object after) {
        return new Audited(null, action, entity, name.toString(), before.toString(), after.toString());
    }

    /** The same, done by a person who is not, or no longer, whoever acts. */
    public Audited by(String username) {
        return new Audited(username, action, entity, name, before, after);
    }
}
