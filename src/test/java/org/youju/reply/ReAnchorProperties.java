package org.youju.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ReAnchorProperties {

    private static final int CONTEXT = 32;

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("税收", "企业", "约", "310", "亿元", "，", "。", "\n", "12", "家", "%", "增长", " ", "**", "３",
                "余", "全区", "1.", "x").list().ofMinSize(1).ofMaxSize(60).map(parts -> String.join("", parts));
    }

    @Property
    void in_the_same_text_a_span_with_words_around_it_stays(@ForAll("texts") String text,
            @ForAll @IntRange(max = 1000) int at, @ForAll @IntRange(min = 1, max = 12) int length) {
        var citation = someSpan(text, at, length);
        Assume.that(!visible(citation.prefix() + citation.suffix()).isEmpty());
        var found = new ReAnchor(text).find(citation);
        assertThat(found).contains(new ReAnchor.Found(citation.start(), citation.end(), ReAnchor.How.POSITION));
    }

    @Property
    void what_is_put_before_moves_a_span_and_does_not_lose_it(@ForAll("texts") String text,
            @ForAll("texts") String before) {
        var words = text + "其中甲乙丙丁戊己庚辛约4567.8万元壬癸子丑寅卯" + text;
        int start = words.indexOf("约4567.8万元");
        var found = new ReAnchor(before + words).find(cite(words, start, start + 9)).orElseThrow();
        assertThat((before + words).substring(found.start(), found.end())).isEqualTo("约4567.8万元");
        assertThat(found.start()).isEqualTo(before.length() + start);
    }

    @Property
    void whatever_is_found_has_the_figure_that_was_cited(@ForAll("texts") String old, @ForAll("texts") String now,
            @ForAll @IntRange(max = 1000) int at, @ForAll @IntRange(min = 1, max = 20) int length) {
        var citation = someSpan(old, at, length);
        new ReAnchor(now).find(citation).ifPresent(found -> {
            assertThat(found.start()).isNotNegative().isLessThan(found.end());
            assertThat(found.end()).isLessThanOrEqualTo(now.length());
            assertThat(figures(now.substring(found.start(), found.end()))).isEqualTo(figures(citation.exact()));
        });
    }

    @Property
    void the_ends_are_those_that_comparing_every_span_gives(@ForAll("texts") String text,
            @ForAll("texts") String words, @ForAll @IntRange(max = 3) int most) {
        var pattern = words.substring(0, Math.min(8, words.length()));
        var expected = IntStream.rangeClosed(1, text.length()).filter(end ->
                IntStream.rangeClosed(0, end)
                        .anyMatch(start -> edits(text.substring(start, end), pattern) <= most)).toArray();
        assertThat(Approximate.ends(text, pattern, most).toArray()).isEqualTo(expected);
        for (int end : expected) {
            int start = Approximate.start(text, pattern, end, most);
            assertThat(edits(text.substring(start, end), pattern)).isLessThanOrEqualTo(most);
        }
    }

    static Citation cite(String text, int start, int end) {
        return new Citation(1, 1, start, end, text.substring(start, end),
                text.substring(Math.max(0, start - CONTEXT), start),
                text.substring(end, Math.min(text.length(), end + CONTEXT)), null, Citation.State.ANCHORED);
    }

    private static Citation someSpan(String text, int at, int length) {
        int start = at % text.length();
        var citation = cite(text, start, Math.min(text.length(), start + length));
        Assume.that(!visible(citation.exact()).isEmpty());
        return citation;
    }

    private static String visible(String words) {
        return words.replaceAll("[\\s*]", "");
    }

    private static String figures(String words) {
        return words.replace('３', '3').replaceAll("[^\\d.约余亿%]", "");
    }

    private static int edits(String one, String other) {
        var before = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            var row = new int[other.length() + 1];
            row[0] = i;
            for (int k = 1; k <= other.length(); k++) {
                row[k] = Math.min(Math.min(row[k - 1], before[k]) + 1,
                        before[k - 1] + (one.charAt(i - 1) == other.charAt(k - 1) ? 0 : 1));
            }
            before = row;
        }
        return before[other.length()];
    }
}
