package org.youju.security.account;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.youju.base.RuleViolation;

/** What a password must be like, how it is kept (argon2id), and how a one-time password is made. */
@Component
class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** A common word counts as one point, every other distinct character as one; a password needs this many. */
    private static final int POINTS = 5;

    /** Words that most guessed passwords consist of, as they read with {@link #plain} spelling. */
    private static final List<String> COMMON = List.of("password", "passwort", "passw", "qwertyuiop", "qwerty",
            "asdfghjkl", "asdf", "zxcvbnm", "zxcv", "iqaz2wsx", "woaini", "mima", "admin", "administrator", "guanli",
            "welcome", "letmein", "iloveyou", "sunshine", "princess", "dragon", "monkey", "football", "baseball",
            "superman", "batman", "master", "shadow", "login", "access", "secret", "changeme", "default", "test",
            "guest", "root", "user", "demo", "youju", "shanghai", "changning", "china", "zhongguo", "beijing",
            "oi23456789", "i23456789o", "i23456789", "i2345678", "i234567", "i23456", "i2345", "i234", "i23",
            "o98765432i", "98765432i", "8765432i", "765432i", "65432i", "5432i", "432i", "32i", "iioiio", "52oi3i4",
            "abcdefghijkl", "abcdef", "abcd", "abc", "aaaa", "a888888", "888888", "666666", "i688i68");

    /** Letters and digits that no one mistakes for each other. */
    private static final String LEGIBLE = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int ONE_TIME_GROUPS = 4;
    private static final int ONE_TIME_GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Salt 16 bytes, hash 32 bytes, one lane, 19 MiB, two passes: OWASP's first choice for argon2id. */
    private final PasswordEncoder encoder = new DelegatingPasswordEncoder("argon2id",
            Map.of("argon2id", new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2)));
    private final String nobody = hash(oneTime());

    /** The password as it is stored. */
    final String hash(String password) {
        return requireNonNull(encoder.encode(password));
    }

    /** Whether the password is the one stored; a null hash, for a name that does not exist, takes as long to deny. */
    boolean matches(String password, @Nullable String hash) {
        var candidate = password.length() > LONGEST ? "" : password;
        return encoder.matches(candidate, hash == null ? nobody : hash) && hash != null;
    }

    /** @throws RuleViolation if {@code password} is too short or too easily guessed for this account */
    static void check(String password, String username) {
        if (password.length() < SHORTEST) {
            throw new RuleViolation("security.rule.password.short", SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw new RuleViolation("security.rule.password.long", LONGEST);
        }
        if (AccountData.normal(password).contains(username)) {
            throw new RuleViolation("security.rule.password.username");
        }
        if (points(password) < POINTS) {
            throw new RuleViolation("security.rule.password.common");
        }
    }

    private static int points(String password) {
        var rest = plain(password);
        var points = 0;
        for (var word : COMMON) {
            if (rest.contains(word)) {
                rest = rest.replace(word, "");
                points++;
            }
        }
        return points + (int) rest.chars().distinct().count();
    }

    /** Lower case, and the usual signs in the place of letters read as the letters. */
    private static String plain(String password) {
        return password.toLowerCase(Locale.ROOT)
                .replace('@', 'a').replace('0', 'o').replace('1', 'i').replace('!', 'i').replace('$', 's');
    }

    /** Twenty legible characters in four groups, about 100 bit. */
    static String oneTime() {
        var text = new StringBuilder();
        for (int at = 0; at < ONE_TIME_GROUPS * ONE_TIME_GROUP; at++) {
            if (at > 0 && at % ONE_TIME_GROUP == 0) {
                text.append('-');
            }
            text.append(LEGIBLE.charAt(RANDOM.nextInt(LEGIBLE.length())));
        }
        return text.toString();
    }
}
