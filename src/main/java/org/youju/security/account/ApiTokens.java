package org.youju.security.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.youju.base.RuleViolation;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.Permission;
import org.youju.security.audit.Audited;

/**
 * Issues and revokes API tokens, and knows whom one belongs to. A token acts as its account, with its role and scope.
 * Tokens are random and long, so their SHA-256 is kept, not a slow hash.
 */
@Service
public class ApiTokens {

    private static final String PREFIX = "youju_";
    private static final int BYTES = 32;
    private static final String ENTITY = "token";
    private static final int LONGEST_NAME = 100;

    /** How long a token may be used; each ends some day. */
    public enum Life {

        MONTH(30), QUARTER(90), YEAR(365);

        private final Duration duration;

        Life(int days) {
            duration = Duration.ofDays(days);
        }

        /** Whole days from the moment of issue. */
        public long days() {
            return duration.toDays();
        }
    }

    /**
     * A token without its secret, which nobody knows any more.
     *
     * @param name      what it is used for
     * @param expiresAt null for the fixed tokens of a demonstration, which do not expire
     * @param revokedAt null where it is not revoked
     */
    public record Token(long id, String name, Instant createdAt, @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {

        /** Whether it opens its account at a moment, as far as the token is concerned. */
        public boolean opensAt(Instant moment) {
            return revokedAt == null && (expiresAt == null || moment.isBefore(expiresAt));
        }
    }

    /**
     * A token that is shown once.
     *
     * @param secret what a caller sends; kept nowhere
     */
    public record Issued(Token token, String secret) {

        @Override
        public String toString() {
            return "Issued[" + token + "]";
        }
    }

    private final AccountRepository repository;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(AccountRepository repository, Access access, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** Whose token it is; empty if it is unknown, revoked or expired, or its account is closed. */
    public Optional<CurrentAccount> find(String secret) {
        return repository.findByToken(hex(secret), clock.instant())
                .map(account -> new CurrentAccount(account.username(), account.displayName(), account.role(),
                        account.scope()));
    }

    /** Every token of an account, revoked and expired ones too, newest first. */
    public List<Token> list(Account account) {
        access.require(Permission.ADMINISTER);
        return repository.tokens(account.id());
    }

    /** Whether a token could be used at this moment. */
    public boolean opens(Token token) {
        return token.opensAt(clock.instant());
    }

    /**
     * Makes a token for an account.
     *
     * @param name what it is used for, 1 to 100 characters
     * @throws RuleViolation if the name is empty or too long, or the account is locked or disabled
     */
    public Issued issue(Account account, String name, Life life) {
        access.require(Permission.ADMINISTER);
        var purpose = name.strip();
        if (purpose.isEmpty() || purpose.length() > LONGEST_NAME) {
            throw new RuleViolation("security.rule.token-name", LONGEST_NAME);
        }
        if (!repository.find(account.id()).map(Account::open).orElse(false)) {
            throw new RuleViolation("security.rule.token-closed", account.username());
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = now();
        var expires = now.plus(life.duration);
        var id = repository.inTransaction(store -> {
            events.publishEvent(Audited.made("issue", ENTITY, account.username(), purpose));
            return store.insertToken(account.id(), purpose, hex(secret), now, expires);
        });
        return new Issued(new Token(id, purpose, now, expires, null), secret);
    }

    /** Ends a token at once and for good; one that is revoked already stays as it is. */
    public void revoke(Token token) {
        access.require(Permission.ADMINISTER);
        repository.inTransaction(store -> {
            events.publishEvent(Audited.did("revoke", ENTITY, token.name()));
            store.revokeToken(token.id(), now());
            return token;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static String hex(String token) {
        return HexFormat.of().formatHex(sha256(token));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
