package org.youju.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReAnchorTest {

    private static final String OLD = """
            一、总体情况
            2024年，全区重点企业6100余家，完成税收约310亿元，同比增长18%。
            累计开工774万平方米，服务居民1.2万余人，其中完成税收超过12家次的企业有29个。
            """;

    @Test
    void what_did_not_move_is_found_where_it_stood() {
        assertThat(found("约310亿元", OLD)).isEqualTo("POSITION 约310亿元");
    }

    @Test
    void what_moved_is_found_by_its_words_and_those_around() {
        assertThat(found("约310亿元", "区发改委文件\n" + OLD)).isEqualTo("QUOTE 约310亿元");
    }

    @Test
    void the_words_around_tell_two_of_the_same_apart() {
        var twice = "去年全区工业企业亏损18%。\n" + OLD;
        assertThat(found("18%", twice)).isEqualTo("QUOTE 18%");
        int start = find("18%", twice).orElseThrow().start();
        assertThat(twice.substring(0, start)).endsWith("同比增长");
    }

    @ParameterizedTest
    @CsvSource({
        "约310亿元, 约310亿元, '完成税收约 ３１０ 亿元，同比'",
        "约310亿元, 约310亿元, '完成税收**约310亿元**，同比'",
        "约310亿元, 约310亿元, '完成税收约3\n10亿元，同比'"})
    void layout_does_not_count(String exact, String was, String now) {
        assertThat(find(exact, OLD.replace("完成税收" + was + "，同比", now))).isPresent();
    }

    @Test
    void words_that_were_edited_a_little_are_found() {
        assertThat(found("全区重点企业6100余家", OLD.replace("重点企业6100", "重点的企业6100")))
                .isEqualTo("FUZZY 全区重点的企业6100余家");
    }

    @ParameterizedTest
    @CsvSource({
        "约310亿元, 约320亿元",
        "约310亿元, 超310亿元",
        "约310亿元, 310亿元",
        "约310亿元, 约310万元",
        "约310亿元, 约3100亿元",
        "6100余家, 6100家",
        "全区重点企业6100余家, 全区重点企业6200余家",
        "310亿元, 1310亿元",
        "18%, 1.18%"})
    void a_figure_that_reads_otherwise_is_not_found(String was, String now) {
        assertThat(find(was, OLD.replace(was, now))).isEmpty();
    }

    @Test
    void what_was_deleted_is_not_found_in_words_that_are_only_the_same() {
        assertThat(find("约310亿元", "关于另一件事的答复：某公司捐款约310亿元用于公益。")).isEmpty();
    }

    @Test
    void a_long_quotation_without_words_around_is_found_if_it_occurs_once() {
        var quote = new Citation(1, 1, null, null, "重点企业6100余家，完成税收约310亿元", "", "", null,
                Citation.State.QUOTE_ONLY);
        assertThat(new ReAnchor(OLD).find(quote)).isPresent();
        assertThat(new ReAnchor(OLD + OLD).find(quote)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "约310亿元, 约320.5亿元",
        "6100余家, 6300余家",
        "约310亿元, 三百余亿元"})
    void a_person_is_offered_the_place_where_the_figure_reads_otherwise(String was, String now) {
        assertThat(likely(was, OLD.replace(was, now))).startsWith(now);
    }

    @Test
    void places_that_are_offered_do_not_overlap_and_are_the_likeliest_first() {
        int start = OLD.indexOf("约310亿元");
        var citation = ReAnchorProperties.cite(OLD, start, start + "约310亿元".length());
        var places = new ReAnchor("另有税收约30亿元。" + OLD.replace("约310亿元", "约311亿元")).likely(citation, 5);
        assertThat(places).hasSizeBetween(2, 5).isSortedAccordingTo(
                Comparator.comparingDouble(LikelyPlace::likeness).reversed());
        for (var one : places) {
            assertThat(places).filteredOn(other -> other != one)
                    .allMatch(other -> other.end() <= one.start() || one.end() <= other.start());
        }
    }

    @Test
    void nothing_is_offered_in_a_text_that_has_nothing_like_it() {
        assertThat(likely("约310亿元", "今天天气晴朗。")).isEmpty();
    }

    private static List<String> likely(String exact, String now) {
        int start = OLD.indexOf(exact);
        return new ReAnchor(now).likely(ReAnchorProperties.cite(OLD, start, start + exact.length()), 5).stream()
                .map(place -> now.substring(place.start(), place.end())).toList();
    }

    private static String found(String exact, String now) {
        return find(exact, now).map(it -> it.how() + " " + now.substring(it.start(), it.end())).orElse("nowhere");
    }

    private static Optional<ReAnchor.Found> find(String exact, String now) {
        int start = OLD.indexOf(exact);
        return new ReAnchor(now).find(ReAnchorProperties.cite(OLD, start, start + exact.length()));
    }
}
