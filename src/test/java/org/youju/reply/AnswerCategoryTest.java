package org.youju.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswerCategoryTest {

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {
        "解决或采纳, 上海市, A", "列入计划拟解决, 上海市, B", "留作参考, 上海市, C", "留作参考, null, C", "留作参考, 别处, null",
        "A, null, A", "B类, 上海市, B", "C 类, null, C", "甲类, null, A", "丙类, null, C", "D类, null, null",
        "丁类, null, null", "研究中, null, null", "null, null, null", "'', null, null"
    })
    void words_of_a_place_and_letters_have_a_category_and_all_else_has_none(@Nullable String result,
            @Nullable String list, @Nullable AnswerCategory category) {
        assertThat(AnswerCategory.of(result, list).orElse(null)).isEqualTo(category);
    }
}
