package org.youju.security.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.youju.security.CurrentAccount;

/** Knows whom an API token belongs to. Tokens are random and long, so their SHA-256 is kept, not a slow hash. */
@Service
public class ApiTokens {

    private final AccountRepository repository;

    ApiTokens(AccountRepository repository) {
        this.repository = repository;
    }

    /** Whose token it is; empty if it is unknown or revoked, or its account is closed. */
    public Optional<CurrentAccount> find(String token) {
        return repository.findByToken(hex(token))
                .map(account -> new CurrentAccount(account.username(), account.displayName(), account.role(),
                        account.scope()));
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
