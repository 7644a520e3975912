package org.youju.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuotationTest {

    @Test
    void a_sentence_is_quoted_with_issuer_title_number_and_date() {
        var text = "甲。一是**粗**，约310亿元；乙";
        int start = text.indexOf("约310亿元");
        var citation = new Citation(1, 1, start, start + 6, "约310亿元", "", "", null, Citation.State.ANCHORED);
        assertThat(Quotation.of(reply("长发改〔2024〕19号", "2024-04-25"), citation.sentence(text)))
                .isEqualTo("“一是粗，约310亿元；”（区发改委：《答复》，长发改〔2024〕19号，2024年4月25日）");
    }

    @Test
    void what_is_not_printed_is_not_made_up() {
        var sentence = new Citation.Sentence("", "370亿元", "");
        assertThat(Quotation.of(reply(null, null), sentence)).isEqualTo("“370亿元”（区发改委：《答复》，日期未印）");
        assertThat(Quotation.of(reply(null, "2023"), sentence)).endsWith("，2023年）");
        assertThat(Quotation.of(reply(null, "2023-08"), new Citation.Sentence("", "", "")))
                .isEqualTo("区发改委：《答复》，2023年8月");
    }

    private static Reply reply(String docNo, String date) {
        return new Reply(1, "R", ReplyKind.REPLY, docNo, "答复", "区发改委", null,
                date == null ? null : new IssueDate(date), Publicity.PUBLIC, Grade.A, null, true);
    }
}
