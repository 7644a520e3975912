package org.youju.security.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.youju.security.Role;
import org.youju.security.Scope;

/**
 * The sample accounts of a demonstration, one a role, whose password everybody knows. Therefore they exist only where
 * nobody but this machine is answered, and log in nowhere else.
 */
@Component
@Profile(DemoAccounts.PROFILE)
public class DemoAccounts implements SmartInitializingSingleton {

    /** The profile of a demonstration. */
    public static final String PROFILE = "demo";

    /** The password of every sample account. */
    public static final String PASSWORD = "every-figure-sourced";

    /** One account a role, in the order of the roles. */
    public static final List<AccountData> ACCOUNTS = List.of(
            new AccountData("leader", "领导示例", Role.VIEWER, Scope.ALL),
            new AccountData("analyst", "分析示例", Role.ANALYST, Scope.ALL),
            new AccountData("statistician", "统计示例", Role.STATISTICIAN, Scope.ALL),
            new AccountData("approver", "审核示例", Role.APPROVER, Scope.ALL),
            new AccountData("admin", "管理示例", Role.ADMIN, Scope.ALL));

    private final AccountRepository repository;
    private final Passwords passwords;

    /** @throws UnsafeDemo if the server would answer other machines */
    DemoAccounts(AccountRepository repository, Passwords passwords, Environment settings) {
        requireLoopback(settings);
        this.repository = repository;
        this.passwords = passwords;
    }

    /** @throws UnsafeDemo if the server would answer other machines */
    public static void requireLoopback(Environment settings) {
        if (!loopback(Optional.ofNullable(settings.getProperty("server.address")))) {
            throw new UnsafeDemo();
        }
    }

    private static boolean loopback(Optional<String> address) {
        try {
            return address.isPresent() && !address.get().isBlank()
                    && InetAddress.getByName(address.get()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (var data : ACCOUNTS) {
            var account = repository.find(data.username())
                    .orElseGet(() -> repository.inTransaction(store ->
                            store.find(store.insert(data, passwords.hash(PASSWORD), false, true)).orElseThrow()));
            token(data.role())
                    .filter(token -> account.sample() && !repository.hasToken(ApiTokens.hex(token)))
                    .ifPresent(token -> repository.insertToken(account.id(), token, ApiTokens.hex(token), Instant.now(),
                            null));
        }
    }

    /** The fixed API token of the role's sample account; administrators have none. */
    private static Optional<String> token(Role role) {
        return switch (role) {
            case VIEWER, ANALYST, STATISTICIAN, APPROVER -> Optional.of("demo-" + role.name().toLowerCase(Locale.ROOT));
            case ADMIN -> Optional.empty();
        };
    }
}
