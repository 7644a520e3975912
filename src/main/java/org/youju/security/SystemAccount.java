package org.youju.security;

import java.util.Locale;

/** Accounts that nobody can log in to: the product acts as one of them through {@link Access#runAs}. */
public enum SystemAccount {

    /** Enters what the product brings with it. */
    LOADER("system-loader", Role.STATISTICIAN),
    /** Approves and releases what the loader entered. */
    RELEASER("system-releaser", Role.APPROVER);

    private final CurrentAccount account;

    SystemAccount(String username, Role role) {
        account = new CurrentAccount(username, username, role, Scope.ALL);
    }

    /** The account as the records name it. */
    public CurrentAccount account() {
        return account;
    }

    /** Whether {@code username} belongs to a system account and so to no person. */
    public static boolean owns(String username) {
        return username.toLowerCase(Locale.ROOT).startsWith("system-");
    }
}
