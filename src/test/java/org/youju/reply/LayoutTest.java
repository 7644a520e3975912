package org.youju.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
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
        assertThat(layout.placeOf(text.indexOf("约 310 亿元"))).contains(new Place("一", 1));
        assertThat(layout.placeOf(text.indexOf("1.2万余人"))).contains(new Place("三", 1));
        assertThat(layout.placeOf(text.indexOf("一、持续聚焦"))).isEmpty();
    }

    @Test
    void a_paragraph_torn_by_a_page_break_is_counted_once() {
        var text = "## 一、甲\n\n前半，\n\n后半。\n\n下一段。";
        var layout = Layout.of(text);
        assertThat(layout.blocks()).hasSize(4);
        assertThat(layout.placeOf(text.indexOf("后半"))).contains(new Place("一", 1));
        assertThat(layout.placeOf(text.indexOf("下一段"))).contains(new Place("一", 2));
    }
}
