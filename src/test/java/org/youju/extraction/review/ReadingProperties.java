package org.youju.extraction.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.youju.base.RuleViolation;
import org.youju.check.SampleStatements;
import org.youju.extraction.Candidate;
import org.youju.extraction.Extractor;
import org.youju.extraction.match.Matcher;

/** Whatever a text states can be kept, and previewed in any unit. */
class ReadingProperties {

    private static final Matcher MATCHER = new Matcher(SampleStatements.CATALOGUE, Map.of(), Map.of());
    private static final Figures FIGURES = new Figures(SampleStatements.CATALOGUE.units());
    private static final Reading READING = new Reading(SampleStatements.CATALOGUE, "310105",
            LocalDate.of(2024, 4, 25));

    @Property(tries = 400)
    void every_figure_of_a_text_fits_into_its_columns(@ForAll("texts") String text) {
        assertThat(READING.of(text, Extractor.read(text).figures(), MATCHER)).allSatisfy(found -> {
            assertThat(found.terms().unit()).hasSizeLessThanOrEqualTo(60);
            assertThat(found.terms().subject()).hasSizeLessThanOrEqualTo(400);
            assertThat(found.terms().period().code()).hasSizeLessThanOrEqualTo(24);
            assertThat(text).startsWith(text.substring(0, found.start()) + found.span());
        });
    }

    @Property(tries = 400)
    void a_figure_is_made_or_refused_by_a_sentence(@ForAll("texts") String text, @ForAll int choice) {
        var indicators = SampleStatements.CATALOGUE.indicators();
        var indicator = indicators.get(Math.floorMod(choice, indicators.size()));
        for (var found : READING.of(text, Extractor.read(text).figures(), MATCHER)) {
            try {
                var figure = FIGURES.of(found.terms(), found.span(), indicator);
                assertThat(figure.unit()).isEqualTo(indicator.unit());
                assertThat(figure.printed()).isEqualTo(found.span());
            } catch (RuleViolation refused) {
                assertThat(refused.key()).matches("review\\.terms\\.(unit|value)\\..*");
            }
        }
    }

    @Example
    void all_reasons_together_fit_into_their_column() {
        assertThat(Arrays.stream(Candidate.Reason.values()).map(Enum::name).collect(Collectors.joining(" ")))
                .hasSizeLessThanOrEqualTo(400);
    }

    @Provide
    Arbitrary<String> texts() {
        var pieces = Arbitraries.of("2023年", "到2025年底", "“十四五”期间", "每年", "每人每月", "下降", "增长", "占比", "约", "近", "超过",
                "不少于", "10", "-5", "3.14159265", "数十", "百余", "两千零五十", "99999999999999999999999", "亿", "万", "元", "%", "个", "家",
                "百分点", "平方米", "成", "倍", "至", "-", "，", "。", "计划", "力争", "分别为", "、", "\n", "\uD842", "居全市第一");
        return pieces.list().ofMaxSize(30).map(list -> String.join("", list));
    }
}
