package org.youju.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    /** The one of a user name; empty where it is none's. */
    public static Optional<SystemAccount> of(String username) {
        return Arrays.stream(values()).filter(it -> it.account.username().equals(username)).findFirst();
    }

    /** Key of what it is called. */
    public String key() {
        return "security.system." + name();
    }

    /** Whether {@code username} belongs to a system account and so to no person. */
    public static boolean owns(String username) {
        return username.toLowerCase(Locale.ROOT).startsWith("system-");
    }
}
