package org.youju.security.account;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Service;
import org.youju.base.RuleViolation;
import org.youju.security.Role;
import org.youju.security.Scope;
import org.youju.security.audit.Audited;

/**
 * Makes the first administrator where there is no account at all. Whoever does it proves by a one-time token that they
 * can read the product's log. The token has 256 bit, lives as long as the program runs, and only its hash is kept.
 */
@Service
public class FirstSetUp implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstSetUp.class);
    private static final int TOKEN_BYTES = 32;
    private static final String ANYBODY = "";

    private final AccountRepository repository;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final boolean demo;
    private final Backoff guesses = new Backoff(Clock.systemUTC(), 5, Duration.ofSeconds(30), Duration.ofMinutes(30),
            Duration.ofHours(1));
    private volatile byte @Nullable [] tokenHash;
    private @Nullable String unprinted;

    FirstSetUp(AccountRepository repository, Passwords passwords, ApplicationEventPublisher events,
            Environment settings) {
        this.repository = repository;
        this.passwords = passwords;
        this.events = events;
        demo = settings.acceptsProfiles(Profiles.of(DemoAccounts.PROFILE));
    }

    @Override
    public synchronized void afterSingletonsInstantiated() {
        if (demo || repository.anybody()) {
            return;
        }
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        unprinted = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        tokenHash = ApiTokens.sha256(unprinted);
    }

    /** Prints the token, once, when the product answers. */
    @EventListener(ApplicationReadyEvent.class)
    public synchronized void print() {
        if (unprinted != null) {
            LOG.warn("还没有账号。请打开 /setup，用这个一次性令牌设置第一个管理员。"
                    + " There is no account yet: open /setup and make the first administrator with this one-time token:"
                    + " {}", unprinted);
            unprinted = null;
        }
    }

    /** Whether the first administrator is still to be made. */
    public boolean open() {
        return tokenHash != null;
    }

    /**
     * Makes the first administrator and closes the set-up.
     *
     * @throws RuleViolation if the token is wrong, the password is not good enough or a name is not as it must be
     */
    public synchronized void complete(String token, String username, String displayName, String password) {
        var hash = tokenHash;
        if (hash == null) {
            throw new RuleViolation("security.rule.set-up-done");
        }
        guesses.begin(ANYBODY).ifPresent(wait -> {
            throw new RuleViolation("security.rule.token.wait", Math.max(1, wait.toSeconds()));
        });
        if (!MessageDigest.isEqual(hash, ApiTokens.sha256(token.strip()))) {
            throw new RuleViolation("security.rule.token");
        }
        guesses.succeeded(ANYBODY);
        var data = new AccountData(username, displayName, Role.ADMIN, Scope.ALL);
        Passwords.check(password, data.username());
        var secret = passwords.hash(password);
        repository.inTransaction(store -> {
            events.publishEvent(Audited.made("set-up", "account", data.username(), Role.ADMIN).by(data.username()));
            return store.insert(data, secret, false, false);
        });
        tokenHash = null;
    }
}
