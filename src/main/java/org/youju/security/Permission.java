package org.youju.security;

import static org.youju.security.Role.ADMIN;
import static org.youju.security.Role.ANALYST;
import static org.youju.security.Role.APPROVER;
import static org.youju.security.Role.STATISTICIAN;
import static org.youju.security.Role.VIEWER;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do, and with it the whole of the table "Who may": one row a permission, listing the roles that
 * have it. Drafts are limited further by the account's {@link Scope}, and nobody approves what they entered themselves.
 */
public enum Permission {

    /** See approved values that are marked public, by API and embed; the one thing that needs no log-in. */
    READ_PUBLIC(VIEWER, ANALYST, STATISTICIAN, APPROVER, ADMIN),
    /** See approved values, public and internal, their sources and charts. */
    READ_PUBLISHED(VIEWER, ANALYST, STATISTICIAN, APPROVER, ADMIN),
    /** Keep views and analyses of one's own. */
    SAVE_VIEWS(VIEWER, ANALYST, STATISTICIAN, APPROVER),
    /** Take figures out as files. */
    EXPORT(ANALYST, STATISTICIAN, APPROVER),
    /** See drafts, candidates and comments within the scope. */
    READ_DRAFTS(STATISTICIAN, APPROVER),
    /** Enter, extract, import, comment and keep the catalogue within the scope. */
    EDIT_DRAFTS(STATISTICIAN),
    /** Ask for missing figures within the scope, and no longer. */
    CHASE(STATISTICIAN, APPROVER),
    /** Approve, return, rule on conflicts, override verdicts and release. */
    APPROVE(APPROVER),
    /** Read the audit trail. */
    READ_AUDIT(APPROVER, ADMIN),
    /** Keep accounts, tokens, settings and backups. */
    ADMINISTER(ADMIN);

    private final Set<Role> roles;

    Permission(Role first, Role... others) {
        roles = EnumSet.of(first, others);
    }

    /** Whether {@code role} has this permission; null stands for somebody who is not logged in. */
    public boolean isHeldBy(@Nullable Role role) {
        return role == null ? this == READ_PUBLIC : roles.contains(role);
    }

    /** Key of the sentence that says what the account may not do. */
    public String deniedKey() {
        return "security.denied." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
