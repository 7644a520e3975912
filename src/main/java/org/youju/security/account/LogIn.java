package org.youju.security.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.youju.security.CurrentAccount;

/**
 * Decides whether a name and a password open an account. An unknown name is answered like a wrong password, as slowly
 * and with the same waits, so that nobody learns which names exist.
 */
@Service
public class LogIn {

    private static final int FREE_BY_NAME = 5;
    private static final int FREE_BY_ADDRESS = 50;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    /** How an attempt ended. */
    public sealed interface Outcome {

        /** The person is who they say. */
        record Welcome(CurrentAccount account) implements Outcome {
        }

        /** The name or the password is wrong. */
        record Wrong() implements Outcome {
        }

        /** The password is right, but an administrator has locked or closed the account. */
        record Closed() implements Outcome {
        }

        /** Too many failures: nothing was tried. */
        record Wait(Duration duration) implements Outcome {
        }
    }

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final Backoff byName;
    private final Backoff byAddress;

    @Autowired
    LogIn(AccountRepository accounts, Passwords passwords) {
        this(accounts, passwords, Clock.systemUTC());
    }

    LogIn(AccountRepository accounts, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        byName = new Backoff(clock, FREE_BY_NAME, FIRST_WAIT, LONGEST_WAIT, Duration.ofHours(1));
        byAddress = new Backoff(clock, FREE_BY_ADDRESS, FIRST_WAIT, LONGEST_WAIT, Duration.ofMinutes(1));
    }

    /** Tries a name and a password that came from a network address. */
    public Outcome attempt(String username, String password, String address) {
        var name = AccountData.normal(username);
        var wait = byName.waiting(name).or(() -> byAddress.begin(address)).or(() -> byName.begin(name));
        if (wait.isPresent()) {
            return new Outcome.Wait(wait.get());
        }
        var found = accounts.credentials(name);
        if (!passwords.matches(password, found.map(AccountRepository.Credentials::hash).orElse(null))) {
            return byName.waiting(name).<Outcome>map(Outcome.Wait::new).orElseGet(Outcome.Wrong::new);
        }
        byName.succeeded(name);
        byAddress.takeBack(address);
        var account = found.orElseThrow().account();
        return account.open() ? new Outcome.Welcome(account.asCurrent()) : new Outcome.Closed();
    }

    /** How long the name must wait after failed attempts; empty = not at all. */
    Optional<Duration> waiting(String username) {
        return byName.waiting(username);
    }

    /** Ends the wait of a name. */
    void forgive(String username) {
        byName.succeeded(username);
    }
}
