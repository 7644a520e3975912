package org.youju.reply.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NormalisedTextTest {

    @Test
    void a_number_that_a_line_end_tore_is_whole_again() {
        assertThat(healed("全县公租房在保家庭12\n345户，累计发放补贴1.\n86亿元；"))
                .isEqualTo("全县公租房在保家庭12345户，累计发放补贴1.86亿元；");
    }

    @Test
    void a_sentence_that_a_page_end_tore_is_whole_again_without_the_page_number() {
        assertThat(healed("保障对象 1 208 户，按照上海市重大民生工程“两旧\n\n— 2 —\n\n一村”改造要求，重点推进改造。"))
                .isEqualTo("保障对象 1 208 户，按照上海市重大民生工程“两旧一村”改造要求，重点推进改造。");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "关于推进长宁产业发展的建议的答复\n\n张三、李四委员：",
            "经研究，我委就您提出的建议作如下答复：\n\n一、总体情况，包括以下方面。",
            "2024年，全区完成税收约310亿元，增长较快。\n\n此外，服务企业12家。",
            "本次会议研究了以下事项，并作出安排部署如下\n（一）扩大有效投资，抓好项目。",
            "| 税收，指标及有关说明等内容一览表格 | 31 |\n| 12，其他 | 3 |",
            "2024年，全区各部门协同配合，服务企业发展\n\n　　下一步，我们将继续努力。"})
    void what_stands_apart_stays_apart(String text) {
        assertThat(healed(text)).isEqualTo(text);
    }

    @Test
    void latin_words_keep_a_blank_between_them() {
        var text = NormalisedText.of(new Draft("全区引进Hello\nWorld公司", Draft.Lines.AS_PRINTED, 1)).text();
        assertThat(text).isEqualTo("全区引进Hello World公司");
    }

    @Test
    void a_bare_number_is_a_page_number_only_at_the_edge_of_its_page() {
        var text = NormalisedText.of(new Draft("甲\n\n310\n\n乙\n1\n\f丙\n2\n", Draft.Lines.AS_PRINTED, 2)).text();
        assertThat(text.strip()).isEqualTo("甲\n\n310\n\n乙丙");
    }

    private static String healed(String text) {
        return NormalisedText.of(text).text();
    }
}
