package org.youju.security.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.youju.DbTest;
import org.youju.security.Role;
import org.youju.security.Scope;
import org.youju.security.account.LogIn.Outcome;

class LogInTest extends DbTest {

    private static final String PASSWORD = "four calm herons";
    private static final Passwords PASSWORDS = new Passwords();
    private static final String HASH = PASSWORDS.hash(PASSWORD);

    private final FakeClock clock = new FakeClock();
    private AccountRepository accounts;
    private LogIn logIn;

    @BeforeEach
    void oneAccount() {
        accounts = new AccountRepository(dsl, false);
        logIn = new LogIn(accounts, PASSWORDS, clock);
        accounts.insert(new AccountData("li", "李", Role.ANALYST, Scope.ALL), HASH, false, false);
    }

    private Outcome attempt(String name, String password) {
        return logIn.attempt(name, password, "192.0.2.1");
    }

    @Test
    void the_right_password_opens_the_account_however_the_name_is_written() {
        assertThat(attempt(" ＬＩ ", PASSWORD)).isInstanceOfSatisfying(Outcome.Welcome.class,
                it -> assertThat(it.account().role()).isEqualTo(Role.ANALYST));
    }

    @Test
    void an_unknown_name_is_answered_like_a_wrong_password_all_the_way() {
        for (int at = 1; at <= 12; at++) {
            var known = attempt("li", "wrong");
            assertThat(attempt("nobody", "wrong")).isEqualTo(known);
            if (known instanceof Outcome.Wait wait) {
                assertThat(attempt("li", PASSWORD)).isEqualTo(wait);
                clock.pass(wait.duration());
            }
        }
    }

    @Test
    void the_fifth_failure_makes_the_name_wait_and_says_how_long() {
        for (int at = 1; at < 5; at++) {
            assertThat(attempt("li", "wrong")).isEqualTo(new Outcome.Wrong());
        }
        assertThat(attempt("li", "wrong")).isEqualTo(new Outcome.Wait(Duration.ofSeconds(30)));
        assertThat(attempt("li", PASSWORD)).isEqualTo(new Outcome.Wait(Duration.ofSeconds(30)));
        clock.pass(Duration.ofSeconds(30));
        assertThat(attempt("li", PASSWORD)).isInstanceOf(Outcome.Welcome.class);
        assertThat(attempt("li", "wrong")).isEqualTo(new Outcome.Wrong());
    }

    @Test
    void an_address_that_tries_many_names_must_wait_too() {
        for (int at = 1; at <= 50; at++) {
            attempt("name" + at, "wrong");
        }
        assertThat(attempt("li", PASSWORD)).isInstanceOf(Outcome.Wait.class);
        assertThat(logIn.attempt("li", PASSWORD, "192.0.2.2")).isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void only_who_knows_the_password_learns_that_an_account_is_locked() {
        var account = accounts.find("li").orElseThrow();
        accounts.update(account.id(), account.version(), true, true);
        assertThat(attempt("li", "wrong")).isEqualTo(new Outcome.Wrong());
        assertThat(attempt("li", PASSWORD)).isEqualTo(new Outcome.Closed());
    }

    @Test
    void a_sample_account_logs_in_only_in_a_demonstration() {
        accounts.insert(new AccountData("leader", "领导", Role.VIEWER, Scope.ALL), HASH, false, true);
        assertThat(attempt("leader", PASSWORD)).isEqualTo(new Outcome.Wrong());
        var demonstration = new LogIn(new AccountRepository(dsl, true), PASSWORDS, clock);
        assertThat(demonstration.attempt("leader", PASSWORD, "")).isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void a_one_time_password_opens_the_account_without_its_role() {
        accounts.insert(new AccountData("wang", "王", Role.ADMIN, new Scope(Set.of(), Set.of())), HASH, true, false);
        assertThat(attempt("wang", PASSWORD)).isInstanceOfSatisfying(Outcome.Welcome.class,
                it -> assertThat(it.account().role()).isNull());
    }
}
