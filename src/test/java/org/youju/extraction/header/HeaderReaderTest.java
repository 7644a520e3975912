package org.youju.extraction.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.youju.extraction.DocumentHeader;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeaderReaderTest {

    private static DocumentHeader annotated(String name) throws IOException {
        return HeaderReader.read(text("/extraction/" + name + ".txt"));
    }

    private static String text(String name) throws IOException {
        try (var in = HeaderReaderTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_sample_reply_has_all_its_fields() throws IOException {
        var text = text("/db/sample/reply.txt");
        var header = HeaderReader.read(text);
        assertThat(header.docNo()).isEqualTo("长发改〔2024〕19号");
        assertThat(header.title()).isEqualTo("关于推进长宁产业发展的建议");
        assertThat(header.body()).isEqualTo("区政协");
        assertThat(header.term()).isEqualTo(15);
        assertThat(header.session()).isEqualTo(3);
        assertThat(header.sessionName()).isEqualTo("区政协十五届三次会议");
        assertThat(header.proposalNo()).isEqualTo("050");
        assertThat(header.proposers()).containsExactly("张晓钟", "林静", "瞿子涵");
        assertThat(header.result()).isEqualTo("解决或采纳");
        assertThat(header.signatory()).isEqualTo("叶鹏举");
        assertThat(header.issuer()).isEqualTo("上海市长宁区发展和改革委员会");
        assertThat(header.issuedOn()).isEqualTo(LocalDate.of(2024, 4, 25));
        assertThat(header.publicity()).isEqualTo("公开发布");
    }

    @Test
    void replies_of_other_places_have_theirs() throws IOException {
        var first = annotated("county-01");
        assertThat(first.sessionName()).isEqualTo("区十八届人大四次会议");
        assertThat(first.proposalNo()).isEqualTo("20250118040077");
        assertThat(first.result()).isEqualTo("B类");
        assertThat(first.issuedOn()).isEqualTo(LocalDate.of(2025, 7, 28));
        var third = annotated("county-03");
        assertThat(third.docNo()).isEqualTo("泰水〔2024〕86号");
        assertThat(third.issuer()).isEqualTo("泰顺县水利局");
        assertThat(third.title()).isEqualTo("关于增加蓄水工程建设的建议");
        assertThat(annotated("county-05").issuedOn()).isEqualTo(LocalDate.of(2023, 10, 8));
        assertThat(annotated("county-04").issuedOn()).isEqualTo(LocalDate.of(2023, 8, 31));
        assertThat(annotated("county-06").docNo()).isNull();
        var hard = annotated("hard-02");
        assertThat(hard.docNo()).isEqualTo("桐住建函〔2024〕58号");
        assertThat(hard.issuedOn()).isEqualTo(LocalDate.of(2024, 6, 20));
        assertThat(hard.signatory()).isEqualTo("高建平");
        assertThat(hard.proposers()).containsExactly("周海");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            主动公开; 主动公开
            （依申请公开）; 依申请公开
            **不公开**; 不公开
            A类   主动公开   桐住建函〔2024〕58号; 主动公开
            | 办理类别 | A | 依申请公开 |; 依申请公开
            我区坚持主动公开为主;
            主动公开情况;
            """)
    void publicity_that_stands_by_itself_in_the_letterhead_is_read(String line, @Nullable String publicity) {
        var text = "桐城市住房和城乡建设局\n" + line + "\n关于第70号提案的答复\n某某委员：\n来信收悉。\n2024年6月20日\n";
        assertThat(HeaderReader.read(text).publicity()).isEqualTo(publicity);
        assertThat(HeaderReader.read("某某委员：\n我局对目录实行\n主动公开\n。\n来信收悉。\n" + "又一行。\n".repeat(60)).publicity())
                .as("in the body").isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            农办议[2018]200号        | 农办议〔2018〕200号
            提复字【2021】31号        | 提复字〔2021〕31号
            教建议〔2016〕第179号      | 教建议〔2016〕179号
            沅农案复字〔2018〕第07号A类  | 沅农案复字〔2018〕07号
            """)
    void a_document_number_is_found_however_it_is_bracketed(String line, String docNo) {
        assertThat(HeaderReader.read(line + "\n关于第70号提案的答复\n某某委员：\n").docNo()).isEqualTo(docNo);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024年6月20日      | 2024-06-20
            二〇二四年六月二十日    | 2024-06-20
            二○一一年五月十日     | 2011-05-10
            2024年2月30日      | null
            202285          | null
            """)
    void a_date_stands_alone_in_its_line_or_is_none(String line, String date) {
        assertThat(String.valueOf(HeaderReader.read("某某代表：\n特此答复。\n" + line + "\n").issuedOn())).isEqualTo(date);
    }

    @Test
    void an_empty_text_has_no_fields() {
        var header = HeaderReader.read("");
        assertThat(header.docNo()).isNull();
        assertThat(header.proposers()).isEmpty();
    }
}
