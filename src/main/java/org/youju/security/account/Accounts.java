package org.youju.security.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.Permission;
import org.youju.security.Role;
import org.youju.security.audit.Audited;

/**
 * Keeps the accounts. All but {@link #changeOwnPassword} asks for {@link Permission#ADMINISTER}. A change names the
 * version it was made from and is refused if somebody else was faster; the last administrator who can log in stays one.
 */
@Service
public class Accounts {

    /**
     * An account with a password that is shown once and must be changed at the next log-in.
     *
     * @param password readable; kept nowhere
     */
    public record Issued(Account account, String password) {

        @Override
        public String toString() {
            return "Issued[" + account.username() + "]";
        }
    }

    private static final String ENTITY = "account";

    private final AccountRepository repository;
    private final Passwords passwords;
    private final LogIn logIn;
    private final Access access;
    private final ApplicationEventPublisher events;

    Accounts(AccountRepository repository, Passwords passwords, LogIn logIn, Access access,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.passwords = passwords;
        this.logIn = logIn;
        this.access = access;
        this.events = events;
    }

    /** Every account, by name. */
    public List<Account> list() {
        access.require(Permission.ADMINISTER);
        return repository.list();
    }

    /** How long the account must wait after failed log-ins; empty = not at all. */
    public Optional<Duration> waiting(Account account) {
        access.require(Permission.ADMINISTER);
        return logIn.waiting(account.username());
    }

    /** The regions that a scope may name. */
    public List<Place> regions() {
        access.require(Permission.ADMINISTER);
        return repository.regions();
    }

    /** The departments that a scope may name. */
    public List<Place> departments() {
        access.require(Permission.ADMINISTER);
        return repository.departments();
    }

    /**
     * Makes an account.
     *
     * @throws RuleViolation if the name is taken
     */
    public Issued create(AccountData data) {
        access.require(Permission.ADMINISTER);
        var password = Passwords.oneTime();
        var hash = passwords.hash(password);
        return repository.inTransaction(store -> {
            var account = store.find(store.insert(data, hash, true, false)).orElseThrow();
            events.publishEvent(Audited.made("create", ENTITY, account.username(), account.inBrief()));
            return new Issued(account, password);
        });
    }

    /** Changes the person's name, the role and the scope; the user name stays. */
    public Account update(Account from, AccountData data) {
        return change("update", from, data.role() != Role.ADMIN, store -> store.update(from.id(), from.version(), data));
    }

    /** Closes the account until it is unlocked. */
    public Account lock(Account from) {
        return change("lock", from, true, store -> store.update(from.id(), from.version(), from.enabled(), true));
    }

    /** Opens a locked account, and ends its wait after failed log-ins. */
    public Account unlock(Account from) {
        var account = change("unlock", from, false,
                store -> store.update(from.id(), from.version(), from.enabled(), false));
        logIn.forgive(account.username());
        return account;
    }

    /** Closes the account for good; its name stays in the records. */
    public Account disable(Account from) {
        return change("disable", from, true,
                store -> store.update(from.id(), from.version(), false, from.locked()));
    }

    /** Opens a disabled account again. */
    public Account enable(Account from) {
        return change("enable", from, false,
                store -> store.update(from.id(), from.version(), true, from.locked()));
    }

    /** Gives the account a one-time password in the place of its own. */
    public Issued reset(Account from) {
        var password = Passwords.oneTime();
        access.require(Permission.ADMINISTER);
        var hash = passwords.hash(password);
        var account = change("reset", from, false,
                store -> store.update(from.id(), from.version(), hash, true));
        logIn.forgive(account.username());
        return new Issued(account, password);
    }

    private interface Change {
        boolean in(AccountRepository store);
    }

    private Account change(String action, Account from, boolean endsAdministration, Change change) {
        access.require(Permission.ADMINISTER);
        var changed = repository.inTransaction(store -> {
            if (endsAdministration && store.lockAdministrators().equals(List.of(from.id()))) {
                throw new RuleViolation("security.rule.last-admin");
            }
            if (!change.in(store)) {
                throw new RuleViolation("security.rule.stale", from.username());
            }
            var account = store.find(from.id()).orElseThrow();
            events.publishEvent(Audited.changed(action, ENTITY, account.username(), from.inBrief(), account.inBrief()));
            return account;
        });
        if (!changed.asCurrent().equals(from.asCurrent()) || !changed.open() || changed.mustChangePassword()) {
            events.publishEvent(new AccountChanged(changed.username()));
        }
        return changed;
    }

    /**
     * Changes the password of whoever is logged in.
     *
     * @return the account, which has its role again if the password had to be changed
     * @throws RuleViolation if the present password is wrong, or the next one is not good enough or is the present one
     */
    public CurrentAccount changeOwnPassword(String present, String next) {
        var username = access.current().username();
        var credentials = repository.credentials(username)
                .orElseThrow(() -> new NotFoundException("security.rule.no-account"));
        if (!passwords.matches(present, credentials.hash())) {
            throw new RuleViolation("security.rule.password.present");
        }
        Passwords.check(next, username);
        if (next.equals(present)) {
            throw new RuleViolation("security.rule.password.same");
        }
        var account = credentials.account();
        var hash = passwords.hash(next);
        repository.inTransaction(store -> {
            if (!store.update(account.id(), account.version(), hash, false)) {
                throw new RuleViolation("security.rule.stale", username);
            }
            events.publishEvent(Audited.did("change-password", ENTITY, username));
            return account;
        });
        events.publishEvent(new AccountChanged(username));
        return repository.find(account.id()).orElseThrow().asCurrent();
    }
}
