package org.youju.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "见 <b>表</b>", "<img src=x onerror=alert(1)>", "< script >",
        "<input autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)>", "JavaScript:alert(1)", "<br/>", "<!-- x",
        "</p>", "<b/onclick=alert(1)>", "<audio/src=x", "<video src=x onerror=alert(1)", "<a href = 'x'>"})
    void code_of_a_page_is_refused(String typed) {
        assertThatThrownBy(() -> PlainWords.of(typed)).isInstanceOfSatisfying(RuleViolation.class,
                refused -> assertThat(refused.key()).isEqualTo(PlainWords.REFUSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022<2023", "a<b 且 c > d", "a <b and c> d", "增速 < 5%，口径>去年", "1<2", "<约310亿元>", "a<base b",
        "x<y 且 z=3", ""})
    void a_comparison_is_none(String typed) {
        assertThat(PlainWords.of(typed)).isEqualTo(typed);
    }

    @Test
    void the_sentence_names_the_code() {
        assertThat(PlainWords.code("见 <a href='x'>表</a>")).contains("<a href=");
    }
}
