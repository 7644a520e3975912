package org.youju.extraction.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.youju.extraction.Extractor;
import org.youju.indicator.Region;
import org.youju.reply.Grade;
import org.youju.reply.Proposal.Body;
import org.youju.reply.Publicity;
import org.youju.reply.ReplyKind;
import org.youju.reply.SampleReply;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeaderGuessTest {

    private static final String HASH = "0123456789abcdef";
    private static final List<Region> REGIONS = List.of(new Region("310000", "上海市", "Shanghai", null),
            new Region("310105", "上海市长宁区", "Changning District, Shanghai", "310000"));

    @Test
    void the_sample_reply_fills_every_field_but_its_address() {
        var fields = guess(SampleReply.text());
        assertThat(fields.kind()).isEqualTo(ReplyKind.REPLY);
        assertThat(fields.docNo()).isEqualTo("长发改〔2024〕19号");
        assertThat(fields.title()).isEqualTo("对区政协十五届三次会议 第050号提案的答复");
        assertThat(fields.body()).isEqualTo(Body.CPPCC);
        assertThat(fields.term()).isEqualTo(15);
        assertThat(fields.session()).isEqualTo(3);
        assertThat(fields.number()).isEqualTo("050");
        assertThat(fields.region()).isEqualTo("310105");
        assertThat(fields.subject()).isEqualTo("关于推进长宁产业发展的建议");
        assertThat(fields.proposers()).containsExactly("张晓钟", "林静", "瞿子涵");
        assertThat(fields.result()).isEqualTo("解决或采纳");
        assertThat(fields.issuer()).isEqualTo("上海市长宁区发展和改革委员会");
        assertThat(fields.signatory()).isEqualTo("叶鹏举");
        assertThat(fields.issuedOn()).hasToString("2024-04-25");
        assertThat(fields.publicity()).isEqualTo(Publicity.PUBLIC);
        assertThat(fields.grade()).isEqualTo(Grade.A);
        assertThat(fields.sourceKey()).isEqualTo("310105_2024_19");
        assertThat(fields.url()).isNull();
    }

    @Test
    void every_field_that_the_sample_reply_fills_leads_back_to_its_words() {
        var text = SampleReply.text();
        var header = Extractor.read(text).document();
        var origins = Origins.of(text, header, guess(text));
        assertThat(origins.get("docNo")).satisfies(span ->
                assertThat(text.substring(span.start(), span.end())).isEqualTo("长发改〔2024〕19号"));
        assertThat(origins.get("number")).satisfies(span ->
                assertThat(text.substring(span.start(), span.end())).isEqualTo("第050号"));
        assertThat(origins.get("issuedOn")).satisfies(span ->
                assertThat(text.substring(span.start(), span.end())).isEqualTo("2024年4月25日"));
        assertThat(origins).containsKeys("title", "issuer", "body", "term", "session", "subject", "proposers",
                "result", "signatory", "publicity");
    }

    @Test
    void a_title_from_which_the_next_line_runs_on_ends_where_it_ends() {
        var fields = guess(SampleReply.text().replace("的答复\n\n办理结果", "的答复办理结果"));
        assertThat(fields.title()).isEqualTo("对区政协十五届三次会议 第050号提案的答复");
        assertThat(fields.subject()).isEqualTo("关于推进长宁产业发展的建议");
    }

    @Test
    void the_subject_of_a_proposal_serves_as_title_where_none_is_printed() {
        var fields = guess(SampleReply.text().replace("## 对区政协十五届三次会议 第050号提案的答复", ""));
        assertThat(fields.title()).isEqualTo(fields.subject()).isEqualTo("关于推进长宁产业发展的建议");
    }

    @Test
    void what_a_text_does_not_say_stays_open() {
        var fields = guess("今天天气晴朗。");
        assertThat(fields.kind()).isNull();
        assertThat(fields.docNo()).isNull();
        assertThat(fields.body()).isNull();
        assertThat(fields.issuedOn()).isNull();
        assertThat(fields.publicity()).isNull();
        assertThat(fields.grade()).isNull();
        assertThat(fields.region()).isNull();
        assertThat(fields.sourceKey()).isEqualTo("DOC_0123456789ab");
    }

    @ParameterizedTest
    @CsvSource({
        "2024年长宁区政府工作报告, WORK_REPORT",
        "长宁区2023年国民经济和社会发展统计公报, BULLETIN",
        "关于长宁区2024年财政决算情况的报告, FINAL_ACCOUNT",
        "长宁区国民经济和社会发展第十四个五年规划纲要, PLAN",
        "关于长宁区人大代表第12号建议的答复, REPLY"})
    void the_title_tells_the_kind(String title, ReplyKind kind) {
        assertThat(guess(title + "\n\n各位代表：\n\n现在报告如下。").kind()).isEqualTo(kind);
    }

    @Test
    void a_suggestion_of_the_people_s_congress_is_told_from_a_proposal_of_the_conference() {
        assertThat(guess("对区十七届人大五次会议第012号代表建议的答复\n\n李明代表：\n\n收悉。").body()).isEqualTo(Body.NPC);
    }

    @Test
    void a_date_that_is_printed_to_the_month_stays_one() {
        assertThat(guess("长宁区统计公报\n\n全年增长5%。\n\n长宁区统计局\n\n2024年4月").issuedOn()).hasToString("2024-04");
    }

    @Test
    void a_key_that_is_taken_gives_way_to_the_fingerprint() {
        var text = SampleReply.text();
        var fields = HeaderGuess.of(text, Extractor.read(text).document(), REGIONS, HASH, key -> false);
        assertThat(fields.sourceKey()).isEqualTo("DOC_0123456789ab");
    }

    private static HeaderFields guess(String text) {
        return HeaderGuess.of(text, Extractor.read(text).document(), REGIONS, HASH, key -> true);
    }
}
