package org.youju.security.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.youju.base.Faults;
import org.youju.base.RuleViolation;
import org.youju.security.Role;
import org.youju.security.Scope;
import org.youju.security.SystemAccount;

/**
 * What an administrator writes into an account.
 *
 * @param username 2 to 60 letters, digits, dots, hyphens and underscores; kept in lower case
 * @param displayName 1 to 100 characters
 */
public record AccountData(String username, String displayName, Role role, Scope scope) {

    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,59}");
    private static final int LONGEST_NAME = 100;

    /** @throws RuleViolation if a name is not as it must be; of both where both are not */
    public AccountData {
        username = normal(username);
        displayName = displayName.strip();
        var faults = new Faults();
        var account = username;
        var name = displayName;
        faults.check(() -> requireUsername(account));
        faults.check(() -> requireName(name));
        faults.raise();
    }

    private static void requireUsername(String username) {
        if (!USERNAME.matcher(username).matches()) {
            throw new RuleViolation("security.rule.username");
        }
        if (SystemAccount.owns(username) || username.equals("anonymous")) {
            throw new RuleViolation("security.rule.username.reserved", username);
        }
    }

    private static void requireName(String displayName) {
        if (displayName.isEmpty() || displayName.length() > LONGEST_NAME) {
            throw new RuleViolation("security.rule.display-name");
        }
    }

    /** The one way of writing a user name: no space around it, lower case, full-width letters made narrow. */
    public static String normal(String username) {
        return Normalizer.normalize(username.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
