package org.youju.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.youju.reply.Layout.Kind;
import org.youju.reply.Layout.Place;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LayoutTest {

    @Test
    void markup_is_hidden_and_the_words_keep_their_places() {
        var text = "## **二、标题**\n\n一是**粗**的。\n---\n尾";
        var layout = Layout.of(text);
        assertThat(layout.blocks()).extracting(Layout.Block::kind)
                .containsExactly(Kind.HEADING, Kind.PARAGRAPH, Kind.RULE, Kind.PARAGRAPH);
        assertThat(layout.blocks()).extracting(b -> b.visible(text)).containsExactly("二、标题", "一是粗的。", "", "尾");
        assertThat(layout.blocks().get(1).runs()).extracting(r -> text.substring(r.start(), r.end()))
                .containsExactly("一是", "粗", "的。");
        assertThat(layout.blocks().get(1).runs().get(1).bold()).isTrue();
    }

    @Test
    void a_star_pair_without_a_partner_is_shown() {
        assertThat(Layout.of("3**2 倍").visible(0, 7)).isEqualTo("3**2 倍");
    }

    @ParameterizedTest
    @ValueSource(strings = {"---", "* * *", " ___\t", "-----"})
    void three_marks_alike_are_a_rule(String line) {
        assertThat(Layout.of(line).blocks()).extracting(Layout.Block::kind).containsExactly(Kind.RULE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--", "-*-", "---。", "--- 3", "- 1 -"})
    void other_lines_are_no_rule(String line) {
        assertThat(Layout.of(line).blocks()).extracting(Layout.Block::kind).containsExactly(Kind.PARAGRAPH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"****\u3000", "\u00a0"})
    void a_line_of_which_nothing_is_seen_is_no_paragraph(String unseen) {
        var text = "## 一、甲\n" + unseen + "\n一段。\n" + unseen + "\n又一段。";
        var layout = Layout.of(text);
        assertThat(layout.placeOf(text.indexOf("一段"))).contains(new Place("一", "", 1));
        assertThat(layout.placeOf(text.indexOf(unseen))).isEmpty();
        assertThat(layout.placeOf(text.indexOf("又一段"))).contains(new Place("一", "", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "- ", "数\n", "**\n", "**", "****\u3000\n", "#", "\n"})
    void the_time_to_lay_a_text_out_grows_with_it_and_no_faster(String piece) {
        var text = piece.repeat(2_000_000 / piece.length()) + "。";
        assertTimeoutPreemptively(Duration.ofSeconds(10),
                () -> assertThat(Layout.of(text).placeOf(text.length() - 1)).isPresent());
    }

    @Test
    void every_figure_of_the_sample_is_seen_as_it_was_cut() {
        var layout = Layout.of(SampleReply.text());
        assertThat(SampleReply.spans()).hasSize(27).allSatisfy(span ->
                assertThat(layout.visible(span.start(), span.end())).isEqualTo(span.words()));
    }

    @Test
    void a_place_is_said_by_part_and_paragraph() {
        var text = SampleReply.text();
        var layout = Layout.of(text);
        assertThat(layout.placeOf(text.indexOf("约 310 亿元"))).contains(new Place("一", "", 1));
        assertThat(layout.placeOf(text.indexOf("1.2万余人"))).contains(new Place("三", "", 1));
        assertThat(layout.placeOf(text.indexOf("一、持续聚焦"))).isEmpty();
    }

    @Test
    void a_numbered_line_is_a_heading_without_any_mark_and_its_paragraphs_are_counted() {
        var text = """
                某某委员：
                来信收悉。
                一、工作进展情况
                全区养老机构达到29家。
                （一）持续增加床位，优化布局
                床位4200张。
                其中护理型2100张。
                （二）加强队伍建设。
                培训300余人。
                **二、下一步打算**
                力争达到95%。
                三、其他事项。我局将继续推进，争取年内再建5个，并向您反馈。
                """;
        var layout = Layout.of(text);
        assertThat(layout.blocks()).filteredOn(it -> it.kind() == Kind.HEADING).extracting(it -> it.visible(text))
                .containsExactly("一、工作进展情况", "（一）持续增加床位，优化布局", "（二）加强队伍建设。", "二、下一步打算");
        assertThat(layout.placeOf(text.indexOf("来信"))).contains(new Place("", "", 2));
        assertThat(layout.placeOf(text.indexOf("29家"))).contains(new Place("一", "", 1));
        assertThat(layout.placeOf(text.indexOf("2100张"))).contains(new Place("一", "一", 2));
        assertThat(layout.placeOf(text.indexOf("300余人"))).contains(new Place("一", "二", 1));
        assertThat(layout.placeOf(text.indexOf("95%"))).contains(new Place("二", "", 1));
        assertThat(layout.placeOf(text.indexOf("5个"))).as("the part's words follow its number at once")
                .contains(new Place("三", "", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"一、二季度税收增长，", "一、新建公园3个。", "（一）：", "一是持续推进", "一、我局高度重视；",
        "一、新建公园三个、改造公园两个、开放附属绿地五处，全部建成后服务周边居民三万余人的出行与休憩需要和健身"})
    void what_goes_on_or_states_something_is_no_heading(String line) {
        assertThat(Layout.of(line).blocks()).extracting(Layout.Block::kind).containsExactly(Kind.PARAGRAPH);
    }

    @Test
    void a_paragraph_torn_by_a_page_break_is_counted_once() {
        var text = "## 一、甲\n\n前半，\n\n后半。\n\n下一段。";
        var layout = Layout.of(text);
        assertThat(layout.blocks()).hasSize(4);
        assertThat(layout.placeOf(text.indexOf("后半"))).contains(new Place("一", "", 1));
        assertThat(layout.placeOf(text.indexOf("下一段"))).contains(new Place("一", "", 2));
    }
}
