package org.youju.security;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.youju.base.ui.SignedIn;

/**
 * Whoever acts at this moment; the principal of the session or of the API token.
 *
 * @param username unique name, as it is written into records
 * @param displayName the person's name
 * @param role null = not logged in, or logged in with a password that must be changed first
 * @param scope the drafts within reach
 */
public record CurrentAccount(String username, String displayName, @Nullable Role role, Scope scope)
        implements AuthenticatedPrincipal, SignedIn, Serializable {

    /** Nobody is logged in. */
    public static final CurrentAccount ANONYMOUS = new CurrentAccount("anonymous", "", null, Scope.ALL);

    /** Whether the table "Who may" gives the account this permission. */
    public boolean may(Permission permission) {
        return permission.isHeldBy(role);
    }

    @Override
    public String getName() {
        return username;
    }

    @Override
    public String shortName() {
        var length = displayName.codePointCount(0, displayName.length());
        return displayName.substring(0, displayName.offsetByCodePoints(0, Math.min(2, length)));
    }

    @Override
    public String roleKey() {
        return role == null ? "security.role.none" : role.key();
    }
}
