package org.youju.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "联系人姓名：汪骏杰|联系人姓名：＊＊＊",
        "联系电话：22051162|联系电话：＊＊＊＊＊＊＊＊",
        "联系人：张三，电话：021-2205 1162转8|联系人：＊＊，电话：＊＊＊-＊＊＊＊ ＊＊＊＊转＊",
        "（联系人：张三；联系电话：（021）22051162）|（联系人：＊＊；联系电话：（＊＊＊）＊＊＊＊＊＊＊＊）",
        "联 系 人：张三   联系电话：138|联 系 人：＊＊   联系电话：＊＊＊",
        "**联系人：**张三|**联系人：**＊＊",
        "经办人:李四 手机:13800000000|经办人:＊＊ 手机:＊＊＊＊＊＊＊＊＊＊＊",
        "电话 62345678|电话 ＊＊＊＊＊＊＊＊",
        "联系人及电话：张三 021-62345678|联系人及电话：＊＊ ＊＊＊＊＊＊＊＊＊＊＊＊",
        "联系人（手机）：张三，１３８００００００００|联系人（手机）：＊＊，＊＊＊＊＊＊＊＊＊＊＊",
        "联系电话：张主任，0577-67582222。|联系电话：张主任，＊＊＊＊-＊＊＊＊＊＊＊＊。",
        "电子邮箱：a.b_c@shcn.gov.cn|电子邮箱：＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊",
    })
    void persons_and_numbers_are_hidden(String text, String masked) {
        assertThat(Contacts.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"联系地址：长宁路599号1120室", "邮政编码：200050", "签发人：叶鹏举", "电话用户 310 万户", "电话用户31000000户", "加强与企业联系人才引进：共3人",
        "拨打12345热线电话", "加强与企业联系人才引进"})
    void other_lines_stay_as_they_are(String text) {
        assertThat(Contacts.mask(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u3000", "*", "联", "联系人：", "联系人：电话：", "电话 ", "电 ", "联系人及 ", "0", "1 "})
    void the_time_to_mask_grows_with_the_text_and_no_faster(String piece) {
        var text = "联系人：" + piece.repeat(400_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(Contacts.mask(text)).hasSameSizeAs(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "联系人：张三 电话：1 经办人：李四|联系人：＊＊ 电话：＊ 经办人：＊＊",
        "联系人：经办人：李四|联系人：＊＊＊＊＊＊",
        "联系人：电话：1|联系人：电话：＊",
        "联系人：张三\\r\\n本市概况|联系人：＊＊\\r\\n本市概况",
    })
    void a_name_ends_at_the_next_label_and_at_the_end_of_its_line(String text, String masked) {
        assertThat(Contacts.mask(text.translateEscapes())).isEqualTo(masked.translateEscapes());
    }

    @Test
    void every_position_of_the_sample_reply_stays() {
        var text = SampleReply.text();
        var masked = Contacts.mask(text);
        assertThat(masked).hasSameSizeAs(text).doesNotContain("汪骏杰").doesNotContain("22051162").contains("叶鹏举");
        assertThat(masked.substring(0, text.indexOf("联系人姓名"))).isEqualTo(text.substring(0, text.indexOf("联系人姓名")));
        SampleReply.spans().forEach(span ->
                assertThat(masked.substring(span.start(), span.end())).isEqualTo(span.words()));
    }
}
