package org.youju.security.account;

import org.youju.security.CurrentAccount;
import org.youju.security.Role;
import org.youju.security.Scope;

/**
 * One person's account, without its password.
 *
 * @param version counts the changes; a change names the version it was made from
 * @param username unique, in lower case
 * @param enabled false = the account is closed for good; its name stays in the records
 * @param locked closed for now, by an administrator
 * @param mustChangePassword the next log-in leads to the page where the password is changed
 * @param sample belongs to a demonstration and can log in nowhere else
 */
public record Account(long id, int version, String username, String displayName, Role role, Scope scope,
        boolean enabled, boolean locked, boolean mustChangePassword, boolean sample) {

    /** The account as whoever acts; without its role for as long as the password must be changed. */
    public CurrentAccount asCurrent() {
        return new CurrentAccount(username, displayName, mustChangePassword ? null : role, scope);
    }

    /** Whether the account may log in. */
    public boolean open() {
        return enabled && !locked;
    }

    /** Role, scope and state in one line, for the audit trail. */
    String inBrief() {
        return role + " " + scope + (enabled ? "" : " disabled") + (locked ? " locked" : "")
                + (mustChangePassword ? " must change the password" : "");
    }

    /** What an administrator may write into an account. */
    public AccountData data() {
        return new AccountData(username, displayName, role, scope);
    }
}
