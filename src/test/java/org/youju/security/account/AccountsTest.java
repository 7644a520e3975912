package org.youju.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.youju.db.Tables.DEPARTMENT;
import static org.youju.db.Tables.REGION;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.youju.BothEnginesTest;
import org.youju.base.RuleViolation;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.Role;
import org.youju.security.Scope;

class AccountsTest extends BothEnginesTest {

    private static final Passwords PASSWORDS = new Passwords();

    private final List<Object> events = new ArrayList<>();
    private AccountRepository repository;
    private LogIn logIn;
    private Accounts accounts;
    private Account admin;

    @BeforeEach
    void oneAdministrator() {
        dsl.insertInto(REGION).columns(REGION.CODE, REGION.NAME_ZH, REGION.NAME_EN)
                .values("310105", "长宁区", "Changning").values("310000", "上海市", "Shanghai").execute();
        dsl.insertInto(DEPARTMENT).columns(DEPARTMENT.CODE, DEPARTMENT.NAME_ZH, DEPARTMENT.NAME_EN)
                .values("FGW", "发展改革委", "Reform").execute();
        repository = new AccountRepository(dsl, false);
        logIn = new LogIn(repository, PASSWORDS);
        accounts = new Accounts(repository, PASSWORDS, logIn, new Access(), events::add);
        repository.insert(new AccountData("chen", "陈", Role.ADMIN, Scope.ALL), "x", false, false);
        admin = repository.find("chen").orElseThrow();
        actAs(admin.asCurrent());
    }

    private static void actAs(CurrentAccount account) {
        SecurityContextHolder.getContext().setAuthentication(Access.authentication(account));
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    private static void refused(String key, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(RuleViolation.class, it -> assertThat(it.key()).isEqualTo(key));
    }

    @Test
    void an_account_is_kept_with_its_scope_and_a_password_to_be_changed() {
        var scope = new Scope(Set.of("310105", "310000"), Set.of("FGW"));
        var issued = accounts.create(new AccountData("Li.Ming", "李明", Role.STATISTICIAN, scope));
        assertThat(issued.account().username()).isEqualTo("li.ming");
        assertThat(issued.account().scope()).isEqualTo(scope);
        assertThat(issued.account().mustChangePassword()).isTrue();
        assertThat(issued.toString()).doesNotContain(issued.password());
        assertThat(accounts.list()).extracting(Account::username).containsExactly("chen", "li.ming");
        assertThat(logIn.attempt("li.ming", issued.password(), "")).isInstanceOf(LogIn.Outcome.Welcome.class);
    }

    @Test
    void a_change_is_seen_and_ends_the_sessions_when_rights_change() {
        var li = accounts.create(new AccountData("li", "李", Role.ANALYST, Scope.ALL)).account();
        var next = accounts.update(li, new AccountData("li", "李", Role.APPROVER, new Scope(Set.of("310105"),
                Set.of())));
        assertThat(next.role()).isEqualTo(Role.APPROVER);
        assertThat(next.scope().regions()).containsExactly("310105");
        assertThat(next.version()).isEqualTo(li.version() + 1);
        assertThat(events).contains(new AccountChanged("li"));
    }

    @Test
    void a_name_that_is_taken_is_refused() {
        refused("security.rule.username.taken",
                () -> accounts.create(new AccountData("CHEN", "另一个陈", Role.VIEWER, Scope.ALL)));
        assertThat(accounts.list()).hasSize(1);
    }

    @Test
    void who_was_slower_is_told_and_changes_nothing() {
        var li = accounts.create(new AccountData("li", "李", Role.ANALYST, Scope.ALL)).account();
        accounts.lock(li);
        refused("security.rule.stale", () -> accounts.update(li, new AccountData("li", "李四", Role.VIEWER, Scope.ALL)));
        assertThat(repository.find("li").orElseThrow().displayName()).isEqualTo("李");
    }

    @Test
    void the_last_administrator_cannot_be_locked_disabled_or_demoted() {
        refused("security.rule.last-admin", () -> accounts.lock(admin));
        refused("security.rule.last-admin", () -> accounts.disable(admin));
        refused("security.rule.last-admin",
                () -> accounts.update(admin, new AccountData("chen", "陈", Role.VIEWER, Scope.ALL)));
        var other = accounts.create(new AccountData("wu", "吴", Role.ADMIN, Scope.ALL)).account();
        assertThat(accounts.disable(admin).open()).isFalse();
        refused("security.rule.last-admin", () -> accounts.lock(other));
    }

    @Test
    void two_administrators_who_lock_each_other_at_once_leave_one() throws Exception {
        var other = accounts.create(new AccountData("wu", "吴", Role.ADMIN, Scope.ALL)).account();
        var start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var victim : List.of(admin, other)) {
                pool.submit(() -> {
                    actAs(admin.asCurrent());
                    start.await();
                    return accounts.lock(victim);
                });
            }
            start.countDown();
        }
        assertThat(accounts.list()).filteredOn(Account::open).hasSize(1);
    }

    @Test
    void a_reset_voids_the_old_password_and_unlocking_ends_a_wait() {
        var li = accounts.create(new AccountData("li", "李", Role.ANALYST, Scope.ALL));
        var reset = accounts.reset(li.account());
        assertThat(logIn.attempt("li", li.password(), "")).isEqualTo(new LogIn.Outcome.Wrong());
        assertThat(logIn.attempt("li", reset.password(), "")).isInstanceOf(LogIn.Outcome.Welcome.class);
        for (int at = 0; at < 5; at++) {
            logIn.attempt("li", "wrong", "");
        }
        assertThat(accounts.waiting(reset.account())).isPresent();
        accounts.unlock(reset.account());
        assertThat(logIn.attempt("li", reset.password(), "")).isInstanceOf(LogIn.Outcome.Welcome.class);
    }

    @Test
    void whoever_is_no_administrator_is_refused() {
        actAs(new CurrentAccount("li", "李", Role.APPROVER, Scope.ALL));
        assertThatThrownBy(accounts::list).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.lock(admin)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.reset(admin)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.create(admin.data())).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_person_changes_their_password_and_has_their_role_again() {
        var li = accounts.create(new AccountData("li", "李", Role.ANALYST, Scope.ALL));
        actAs(li.account().asCurrent());
        refused("security.rule.password.present", () -> accounts.changeOwnPassword("wrong", "four calm herons"));
        refused("security.rule.password.short", () -> accounts.changeOwnPassword(li.password(), "short"));
        refused("security.rule.password.same", () -> accounts.changeOwnPassword(li.password(), li.password()));
        assertThat(accounts.changeOwnPassword(li.password(), "four calm herons").role()).isEqualTo(Role.ANALYST);
        assertThat(logIn.attempt("li", "four calm herons", "")).isInstanceOf(LogIn.Outcome.Welcome.class);
    }
}
