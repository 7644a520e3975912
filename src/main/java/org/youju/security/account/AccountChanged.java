package org.youju.security.account;

/** What an account may do has changed: whoever is logged in as it must log in again. */
public record AccountChanged(String username) {
}
