package org.youju.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.youju.base.RuleViolation;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @CsvSource({
        "elevenchars, security.rule.password.short",
        "li.ming-from-the-hills, security.rule.password.username",
        "password1234, security.rule.password.common",
        "P@ssw0rd1234, security.rule.password.common",
        "123456789012, security.rule.password.common",
        "aaaaaaaaaaaaaaaa, security.rule.password.common",
        "woaini520520520, security.rule.password.common",
        "qwertyuiop123456, security.rule.password.common",
    })
    void a_weak_password_is_refused_with_the_reason(String password, String key) {
        assertThatThrownBy(() -> Passwords.check(password, "li.ming"))
                .isInstanceOfSatisfying(RuleViolation.class, it -> assertThat(it.key()).isEqualTo(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"four calm herons", "每个数字都有它自己的出处啊", "Kx7-plinth-oak", "every-figure-sourced"})
    void a_phrase_is_accepted(String password) {
        Passwords.check(password, "li.ming");
    }

    @Test
    void a_one_time_password_keeps_the_rules_and_is_never_the_same() {
        var first = Passwords.oneTime();
        Passwords.check(first, "li.ming");
        assertThat(first).hasSize(23).isNotEqualTo(Passwords.oneTime());
    }

    @Test
    void passwords_are_kept_as_salted_argon2id() {
        var hash = passwords.hash("four calm herons");
        assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(200);
        assertThat(hash).isNotEqualTo(passwords.hash("four calm herons"));
        assertThat(passwords.matches("four calm herons", hash)).isTrue();
        assertThat(passwords.matches("four calm heron", hash)).isFalse();
    }

    @Test
    void a_name_that_does_not_exist_matches_no_password() {
        assertThat(passwords.matches("four calm herons", null)).isFalse();
    }
}
