package org.youju.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReasonTest {

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "见 <b>表</b>", "<img src=x onerror=alert(1)>", "< script >",
        "<input autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)>", "JavaScript:alert(1)", "<br/>", "<!-- x",
        "</p>"})
    void code_of_a_page_is_no_reason(String typed) {
        assertThatThrownBy(() -> Reason.of(typed, "missing")).isInstanceOfSatisfying(RuleViolation.class,
                refused -> assertThat(refused.key()).isEqualTo("reason.markup"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022<2023", "a<b 且 c > d", "a <b and c> d", "增速 < 5%，口径>去年", "1<2", "<约310亿元>"})
    void a_comparison_is_none(String typed) {
        assertThat(Reason.of(typed, "missing")).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({"' ',missing", "长,reason.long"})
    void nothing_and_too_much_are_refused(String typed, String key) {
        assertThatThrownBy(() -> Reason.of(typed.repeat(1001), "missing")).isInstanceOfSatisfying(RuleViolation.class,
                refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
