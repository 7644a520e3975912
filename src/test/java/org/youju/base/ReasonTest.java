package org.youju.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReasonTest {

    @ParameterizedTest
    @CsvSource({"' ',missing", "长,reason.long", "<b>,words.markup"})
    void nothing_and_too_much_are_refused(String typed, String key) {
        assertThatThrownBy(() -> Reason.of(typed.repeat(1001), "missing")).isInstanceOfSatisfying(RuleViolation.class,
                refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
