package org.youju.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.youju.db.Tables.API_TOKEN;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.youju.BothEnginesTest;
import org.youju.base.RuleViolation;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.Role;
import org.youju.security.Scope;
import org.youju.security.account.ApiTokens.Life;

class ApiTokensTest extends BothEnginesTest {

    private final FakeClock clock = new FakeClock();
    private AccountRepository repository;
    private ApiTokens tokens;
    private Account li;

    @BeforeEach
    void oneAnalyst() {
        repository = new AccountRepository(dsl, false);
        tokens = new ApiTokens(repository, new Access(), event -> { }, clock);
        repository.insert(new AccountData("li", "李", Role.ANALYST, Scope.ALL), "x", false, false);
        li = repository.find("li").orElseThrow();
        actAs(Role.ADMIN);
    }

    private static void actAs(Role role) {
        SecurityContextHolder.getContext().setAuthentication(
                Access.authentication(new CurrentAccount("chen", "陈", role, Scope.ALL)));
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    private void lock(boolean locked) {
        var now = repository.find("li").orElseThrow();
        repository.update(now.id(), now.version(), true, locked);
    }

    @Test
    void a_token_acts_as_its_account_until_it_is_revoked() {
        var laptop = tokens.issue(li, " laptop ", Life.MONTH);
        var server = tokens.issue(li, "server", Life.MONTH);
        assertThat(tokens.find(laptop.secret())).contains(li.asCurrent());
        tokens.revoke(laptop.token());
        assertThat(tokens.find(laptop.secret())).isEmpty();
        assertThat(tokens.find(server.secret())).contains(li.asCurrent());
        assertThat(tokens.list(li)).extracting(ApiTokens.Token::name).containsExactly("server", "laptop");
        assertThat(tokens.list(li)).extracting(tokens::opens).containsExactly(true, false);
    }

    @Test
    void a_token_revoked_twice_was_revoked_the_first_time() {
        var issued = tokens.issue(li, "laptop", Life.MONTH);
        tokens.revoke(issued.token());
        var first = tokens.list(li).getFirst().revokedAt();
        clock.pass(Duration.ofDays(1));
        tokens.revoke(issued.token());
        assertThat(tokens.list(li).getFirst().revokedAt()).isEqualTo(first).isNotNull();
    }

    @Test
    void a_token_ends_with_its_last_day() {
        var issued = tokens.issue(li, "laptop", Life.QUARTER);
        clock.pass(Duration.ofDays(90).minusSeconds(1));
        assertThat(tokens.find(issued.secret())).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(tokens.find(issued.secret())).isEmpty();
        assertThat(tokens.opens(tokens.list(li).getFirst())).isFalse();
    }

    @Test
    void the_secret_is_kept_nowhere() {
        var issued = tokens.issue(li, "laptop", Life.YEAR);
        var rows = dsl.selectFrom(API_TOKEN).fetch();
        assertThat(rows.formatJSON()).contains(ApiTokens.hex(issued.secret()))
                .doesNotContain(issued.secret(), issued.secret().substring(10));
        assertThat(issued.toString()).doesNotContain(issued.secret());
        assertThat(issued.secret()).hasSizeGreaterThan(40);
        assertThat(tokens.find(issued.secret().toUpperCase())).isEmpty();
    }

    @Test
    void the_token_of_a_closed_account_opens_nothing_and_none_is_issued() {
        var issued = tokens.issue(li, "laptop", Life.MONTH);
        lock(true);
        assertThat(tokens.find(issued.secret())).isEmpty();
        refused("security.rule.token-closed", () -> tokens.issue(li, "another", Life.MONTH));
        lock(false);
        assertThat(tokens.find(issued.secret())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a name of more than a hundred characters, which says so much about what the token "
            + "is used for that nobody reads it"})
    void a_token_says_what_it_is_for(String name) {
        refused("security.rule.token-name", () -> tokens.issue(li, name, Life.MONTH));
        assertThat(tokens.list(li)).isEmpty();
    }

    private static void refused(String key, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(RuleViolation.class, it -> assertThat(it.key()).isEqualTo(key));
    }

    @Test
    void whoever_is_no_administrator_is_refused() {
        var issued = tokens.issue(li, "laptop", Life.MONTH);
        actAs(Role.APPROVER);
        assertThatThrownBy(() -> tokens.list(li)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> tokens.issue(li, "x", Life.MONTH)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> tokens.revoke(issued.token())).isInstanceOf(AccessDeniedException.class);
        assertThat(tokens.find(issued.secret())).isPresent();
    }
}
