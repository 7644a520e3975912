package org.youju.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.youju.BothEnginesTest;
import org.youju.security.Access;
import org.youju.security.Role;

class DemoAccountsTest extends BothEnginesTest {

    private static final Passwords PASSWORDS = new Passwords();

    private DemoAccounts demo(String address) {
        return new DemoAccounts(new AccountRepository(dsl, true), PASSWORDS,
                new MockEnvironment().withProperty("server.address", address));
    }

    private static ApiTokens tokens(AccountRepository accounts) {
        return new ApiTokens(accounts, new Access(), event -> { }, Clock.systemUTC());
    }

    @Test
    void there_is_one_account_a_role_and_a_second_start_adds_none() {
        demo("127.0.0.1").afterSingletonsInstantiated();
        demo("::1").afterSingletonsInstantiated();
        var accounts = new AccountRepository(dsl, true);
        assertThat(accounts.list()).extracting(Account::role).containsExactlyInAnyOrder(Role.values());
        assertThat(accounts.list()).allMatch(Account::sample);
        assertThat(tokens(accounts).find("demo-approver").orElseThrow().role()).isEqualTo(Role.APPROVER);
    }

    @Test
    void outside_a_demonstration_its_accounts_and_tokens_open_nothing_and_the_set_up_is_offered() {
        demo("127.0.0.1").afterSingletonsInstantiated();
        var production = new AccountRepository(dsl, false);
        assertThat(tokens(production).find("demo-viewer")).isEmpty();
        assertThat(new LogIn(production, PASSWORDS).attempt("admin", DemoAccounts.PASSWORD, ""))
                .isEqualTo(new LogIn.Outcome.Wrong());
        assertThat(production.anybody()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "", "192.0.2.7"})
    void a_demonstration_that_other_machines_could_reach_does_not_start(String address) {
        assertThatThrownBy(() -> demo(address)).isInstanceOf(UnsafeDemo.class)
                .hasMessageContaining("server.address=127.0.0.1");
    }

    @Test
    void a_demonstration_without_an_address_does_not_start() {
        assertThatThrownBy(() -> new DemoAccounts(new AccountRepository(dsl, true), PASSWORDS, new MockEnvironment()))
                .isInstanceOf(UnsafeDemo.class);
    }
}
