package org.youju.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WhoMayTest {

    /** The table as the customer wrote it, and who asks for figures, which it does not say; a column a role: y = may. */
    private static final String TABLE = """
            permission      VIEWER ANALYST STATISTICIAN APPROVER ADMIN nobody
            READ_PUBLIC     y      y       y            y        y     y
            READ_PUBLISHED  y      y       y            y        y     -
            SAVE_VIEWS      y      y       y            y        -     -
            EXPORT          -      y       y            y        -     -
            READ_DRAFTS     -      -       y            y        -     -
            EDIT_DRAFTS     -      -       y            -        -     -
            CHASE           -      -       y            y        -     -
            APPROVE         -      -       -            y        -     -
            READ_AUDIT      -      -       -            y        y     -
            ADMINISTER      -      -       -            -        y     -
            """;

    private final Access access = new Access();

    static Stream<Arguments> cells() {
        var rows = TABLE.lines().map(line -> line.split(" +")).toList();
        return rows.stream().skip(1).flatMap(row -> IntStream.range(1, row.length).mapToObj(at ->
                arguments(rows.getFirst()[at], Permission.valueOf(row[0]), row[at].equals("y"))));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("cells")
    void every_cell_of_the_table_holds(String who, Permission permission, boolean may) {
        logIn(who.equals("nobody") ? null : Role.valueOf(who));
        assertThat(access.may(permission)).isEqualTo(may);
        if (may) {
            access.require(permission);
        } else {
            assertThatThrownBy(() -> access.require(permission))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessage(permission.deniedKey());
        }
    }

    @Test
    void the_table_has_a_cell_for_every_role_and_permission() {
        assertThat(cells()).hasSize((Role.values().length + 1) * Permission.values().length);
    }

    @Test
    void the_names_for_annotations_are_those_of_the_roles() throws ReflectiveOperationException {
        for (var field : Role.Names.class.getFields()) {
            assertThat(field.get(null)).isEqualTo(Role.valueOf(field.getName()).name());
        }
        assertThat(Role.Names.class.getFields()).hasSameSizeAs(Role.values());
    }

    @Test
    void who_logged_in_with_a_one_time_password_may_no_more_than_anybody() {
        SecurityContextHolder.getContext().setAuthentication(
                Access.authentication(new CurrentAccount("li", "李", null, Scope.ALL)));
        assertThat(Arrays.stream(Permission.values()).filter(access::may)).containsExactly(Permission.READ_PUBLIC);
    }

    @Test
    void an_empty_scope_covers_everything_and_a_limited_one_only_what_it_names() {
        assertThat(Scope.ALL.covers("310105", null)).isTrue();
        var scope = new Scope(Set.of("310105"), Set.of("FGW"));
        assertThat(scope.covers("310105", "FGW")).isTrue();
        assertThat(scope.covers("310000", "FGW")).isFalse();
        assertThat(scope.covers("310105", "FGJ")).isFalse();
        assertThat(scope.covers("310105", null)).isFalse();
        assertThat(scope.covers(null, "FGW")).isFalse();
    }

    @Test
    void a_draft_outside_the_scope_is_refused() {
        SecurityContextHolder.getContext().setAuthentication(Access.authentication(new CurrentAccount("wang", "王",
                Role.STATISTICIAN, new Scope(Set.of("310105"), Set.of()))));
        access.requireScope("310105", null);
        assertThatThrownBy(() -> access.requireScope("310000", null)).hasMessage("security.denied.scope");
        assertThatThrownBy(() -> access.requireScope(null, null)).as("it is of all regions")
                .hasMessage("security.denied.scope-all");
        assertThatThrownBy(() -> access.requireRegion(null)).hasMessage("security.denied.scope-all");
    }

    @Test
    void a_system_account_acts_only_as_long_as_its_work_takes() {
        logIn(Role.VIEWER);
        assertThat(access.<String>runAs(SystemAccount.LOADER, () -> access.current().username()))
                .isEqualTo("system-loader");
        assertThatThrownBy(() -> access.runAs(SystemAccount.RELEASER, () -> {
            access.require(Permission.EDIT_DRAFTS);
            return "";
        })).isInstanceOf(AccessDeniedException.class);
        assertThat(access.current().role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void springs_anonymous_token_is_nobody() {
        SecurityContextHolder.getContext().setAuthentication(new AnonymousAuthenticationToken("k", "anonymousUser",
                AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
        assertThat(access.current()).isEqualTo(CurrentAccount.ANONYMOUS);
    }

    private static void logIn(@Nullable Role role) {
        if (role == null) {
            SecurityContextHolder.clearContext();
        } else {
            SecurityContextHolder.getContext().setAuthentication(
                    Access.authentication(new CurrentAccount("zhang", "张", role, Scope.ALL)));
        }
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }
}
