package org.youju.extraction.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.youju.check.SampleStatements;
import org.youju.extraction.Extractor;
import org.youju.extraction.FigureKind;
import org.youju.reply.SampleReply;

/** The matcher answers whatever text and figures it is given. */
class MatcherProperties {

    private static final Matcher MATCHER = new Matcher(SampleStatements.CATALOGUE,
            Map.of("EC_GDP", List.of("GDP", "生产总值", "")), Map.of("交易额", "DE_ECOM_TURNOVER", "无此指标", "GONE"));

    @Property(tries = 300)
    void every_figure_of_a_hostile_text_is_answered(@ForAll("hostile") String text) {
        var figures = Extractor.read(text).figures().stream().map(Stated::of).toList();
        check(figures, text);
    }

    @Property(tries = 300)
    void even_figures_that_no_reading_gives_are_answered(@ForAll("hostile") String text, @ForAll FigureKind kind,
            @ForAll("hostile") String subject, @ForAll("hostile") String unit, @ForAll boolean yearly) {
        var end = text.length();
        var start = Math.max(0, end - 1);
        check(List.of(new Stated(start, end, subject, kind, unit, yearly, 5, null),
                new Stated(0, end, "无此指标", kind, "元", yearly, 0, "GONE"),
                new Stated(0, end, subject, kind, "%", yearly, 1, null)), text);
    }

    private static void check(List<Stated> figures, String text) {
        var ranked = MATCHER.rank(text, figures);
        assertThat(ranked).hasSameSizeAs(figures);
        assertThat(ranked).allSatisfy(codes -> {
            assertThat(codes).hasSizeLessThanOrEqualTo(Matcher.MOST);
            assertThat(codes.keySet()).allMatch(code -> SampleStatements.CATALOGUE.find(code).isPresent());
            assertThat(codes.values()).allMatch(score -> score > 0 && score <= 1);
            assertThat(codes.values().stream().toList())
                    .isSortedAccordingTo((a, b) -> Double.compare(b, a));
            Matcher.likely(codes).ifPresent(code -> assertThat(code).isEqualTo(codes.firstEntry().getKey()));
        });
    }

    @Provide
    Arbitrary<String> hostile() {
        var pieces = Arbitraries.of("数字经济", "综合税收", "约310亿元", "增长18%", "占比", "29个", "每年", "2023年", "，", "。", "；", "\n",
                "“", "**", " ", "\uD842\uDFB7", "\uD842", "\uDFB7", "\u0000", "万亿", "每人每月1600元", "…", "《", "A", "①", "其中", "交易额");
        return Arbitraries.oneOf(pieces.list().ofMaxSize(40).map(list -> String.join("", list)),
                Arbitraries.strings().all().ofMaxLength(80));
    }

    @Example
    void the_time_grows_with_the_figures_alone() {
        shortest(20);
        assertThat(shortest(100)).isLessThan(20 * shortest(20));
    }

    /** The shortest of three times, in nanoseconds, that it takes to answer the sample reply so many times over. */
    private static long shortest(int copies) {
        var text = SampleReply.text().repeat(copies);
        var figures = Extractor.read(text).figures().stream().map(Stated::of).toList();
        return IntStream.range(0, 3).mapToLong(i -> {
            var start = System.nanoTime();
            MATCHER.rank(text, figures);
            return System.nanoTime() - start;
        }).min().orElseThrow();
    }
}
