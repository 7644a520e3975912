package org.youju.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FigureWriterTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            约 310 亿元    ; 亿元    ; FLOW     ; 约310亿元    ; about CNY 31.0 bn
            6100 余家     ; 家      ; STOCK    ; 6100余家    ; 6,100+ enterprises or institutions
            1.2万余人      ; 人      ; STOCK    ; 1.2万余人    ; 12,000+ persons
            1.2万余人      ; 万人    ; STOCK    ; 1.2万余人    ; 12,000+ persons
            130余万平方米   ; 万平方米 ; FLOW     ; 130余万平方米 ; 1.30+ million m²
            最高4.5万元    ; 万元    ; STANDARD ; ≤4.5万元    ; ≤CNY 45,000
            最长补贴24个月  ; 月      ; STANDARD ; ≤24个月     ; ≤24 months
            近200亿元      ; 亿元    ; FLOW     ; 近200亿元    ; nearly CNY 20.0 bn
            3.01万亿元     ; 亿元    ; FLOW     ; 3.01万亿元   ; CNY 3,010 bn
            8.5万元       ; 元      ; FLOW     ; 8.5万元     ; CNY 85,000
            每平方米9千元   ; 元/平方米 ; RATIO   ; 9千元/平方米  ; 9,000 yuan per m²
            24870895人    ; 万人    ; STOCK    ; 24870895人  ; 24.870895 million persons
            58.2万个      ; 万个    ; FLOW     ; 58.2万个    ; 582,000
            增长6%-6.5%   ; %      ; RATE     ; 6–6.5%     ; 6–6.5%
            下降0.2%      ; %      ; RATE     ; −0.2%      ; −0.2%
            下降5%以上     ; %      ; RATE     ; 下降≥5%     ; down ≥5%
            数十家        ; 家      ; FLOW     ; 数十家      ; 20+ enterprises or institutions
            半数         ; %      ; SHARE    ; 半数        ; about 50%
            超过235億美元  ; 亿美元   ; FLOW     ; 超235亿美元  ; over USD 23.5 bn
            """)
    void a_stated_figure_keeps_scale_and_decimals(String print, String unit, Nature nature, String chinese,
            String english) {
        var figure = Catalogue.read(print, unit, nature);
        assertEquals(chinese, FigureWriter.show(figure, Locale.CHINESE).text());
        assertEquals(english, FigureWriter.show(figure, Locale.ENGLISH).text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            约 310 亿元 ; 亿元   ; FLOW  ; 约 310 · 亿元   ; about 310 · 100 million yuan
            3.01万亿元  ; 亿元   ; FLOW  ; 3.01 · 万亿元   ; 30,100 · 100 million yuan
            1.2万余人   ; 万人   ; STOCK ; 1.2万 余 · 人   ; 1.2 + · 10 thousand persons
            近六成      ; %     ; SHARE ; 近 六 · 成      ; nearly 60 · %
            """)
    void where_its_unit_stands_already_a_figure_is_in_that_unit(String print, String unit, Nature nature,
            String chinese, String english) {
        var figure = Catalogue.read(print, unit, nature);
        assertEquals(chinese, parts(FigureWriter.inUnit(figure, Locale.CHINESE)));
        assertEquals(english, parts(FigureWriter.inUnit(figure, Locale.ENGLISH)));
    }

    private static String parts(Shown shown) {
        return Stream.of(shown.before(), shown.number(), shown.after(), "· " + shown.unit())
                .filter(it -> !it.isEmpty()).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({"一, zh, 一", "一, en, 1", "十二, en, 12", "二十, en, 20", "附, en, 附", "'', en, ''"})
    void a_part_of_a_document_is_counted_as_the_language_counts(String numeral, Locale locale, String written) {
        assertEquals(written, FigureWriter.counted(numeral, locale));
    }

    @Test
    void the_limiting_word_stands_apart_from_the_number() {
        assertEquals(new Shown("约", "310", "", "亿元"),
                FigureWriter.show(Catalogue.read("约 310 亿元", "亿元", Nature.FLOW), Locale.CHINESE));
        assertEquals(new Shown("", "6100", "余", "家"),
                FigureWriter.show(Catalogue.read("6100 余家", "家", Nature.STOCK), Locale.CHINESE));
    }

    @ParameterizedTest
    @CsvSource({"18%, %, +18%", "-2.1%, %, −2.1%", "0%, %, 0%", "2.4个百分点, 百分点, +2.4个百分点"})
    void a_change_has_its_sign(String print, String unit, String shown) {
        assertEquals(shown, FigureWriter.change(Catalogue.read(print, unit, Nature.RATE), Locale.CHINESE).text());
    }

    @ParameterizedTest
    @CsvSource({"约310亿元, 亿元, 305–315, CNY 30.5–31.5 bn", "774万平方米, 万平方米, 773.5–774.5, 7.735–7.745 million",
        "6100余家, 家, 6100–6200, '6,100–6,200'", "不少于5亿元, 亿元, ≥5, ≥CNY 500 m", "55%, %, 54.5–55.5, 54.5–55.5"})
    void an_interval_beside_its_figure_is_in_the_same_scale(String print, String unit, String chinese, String english) {
        var figure = Catalogue.read(print, unit, Nature.FLOW);
        assertEquals(chinese, FigureWriter.interval(figure, Locale.CHINESE));
        assertEquals(english, FigureWriter.interval(figure, Locale.ENGLISH));
    }

    @Test
    void tenths_are_written_as_they_are_printed_and_their_interval_names_per_cent() {
        var spelt = Catalogue.read("近六成", "%", Nature.SHARE);
        assertEquals(new Shown("近", "六", "", "成"), FigureWriter.show(spelt, Locale.CHINESE));
        assertEquals("54–60%", FigureWriter.interval(spelt, Locale.CHINESE));
        assertEquals("54–60", FigureWriter.interval(Catalogue.read("近60%", "%", Nature.SHARE), Locale.CHINESE));
        assertEquals("近6成", FigureWriter.write(Catalogue.read("近6成", "%", Nature.SHARE)));
        assertEquals("nearly 60%", FigureWriter.show(spelt, Locale.ENGLISH).text());
    }

    @ParameterizedTest
    @CsvSource({"15833.3, 14230.77, 16250, 1.583万, 1.423–1.625万, '15,830', '14,231–16,250'",
        "9999, 9900, 9999.4, 9999, 9900–9999, '9,999', '9,900–9,999'",
        "210000000, 200000000, 220000000, 2.1亿, 2–2.2亿, '210,000,000', '200,000,000–220,000,000'"})
    void a_quotient_above_9999_is_counted_in_ten_thousands_in_chinese_and_so_is_its_interval(BigDecimal value,
            BigDecimal low, BigDecimal high, String chinese, String range, String english, String englishRange) {
        var interval = Interval.closed(low, high);
        assertEquals(chinese, FigureWriter.shortened(value, Locale.CHINESE));
        assertEquals(range, FigureWriter.shortened(interval, value, 0, Locale.CHINESE));
        assertEquals(english, FigureWriter.shortened(value, Locale.ENGLISH));
        assertEquals(englishRange, FigureWriter.shortened(interval, value, 0, Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({"180.965, 180.975, 亿元, 180.965–180.975亿元, CNY 18.0965–18.0975 bn", "66, 66, 家, 66家, 66 enterprises or institutions"})
    void an_interval_with_its_unit_is_in_one_scale(BigDecimal low, BigDecimal high, String unit, String chinese,
            String english) {
        assertEquals(chinese, FigureWriter.range(Interval.closed(low, high), Catalogue.unit(unit), Locale.CHINESE));
        assertEquals(english, FigureWriter.range(Interval.closed(low, high), Catalogue.unit(unit), Locale.ENGLISH));
    }

    @Test
    void the_interval_of_a_computed_number_is_in_the_same_scale() {
        var value = new BigDecimal("262.7118644");
        var interval = Interval.closed(new BigDecimal("257.383966"), new BigDecimal("268.085106"));
        var unit = Catalogue.unit("亿元");
        assertEquals("257.4–268.1", FigureWriter.computedInterval(interval, value, unit, Locale.CHINESE));
        assertEquals("CNY 25.74–26.81 bn", FigureWriter.computedInterval(interval, value, unit, Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({"12.4, 亿元, ≈+12.4亿元, ≈+CNY 1.24 bn", "3, %, ≈+3个百分点, ≈+3 percentage points",
        "-0.5, %, ≈−0.5个百分点, ≈−0.5 percentage points", "0, %, ≈0个百分点, ≈0 percentage points"})
    void a_computed_change_has_its_sign_and_that_of_per_cents_counts_points(BigDecimal value, String unit,
            String chinese, String english) {
        assertEquals(chinese, FigureWriter.computedChange(value, Catalogue.unit(unit), Locale.CHINESE).text());
        assertEquals(english, FigureWriter.computedChange(value, Catalogue.unit(unit), Locale.ENGLISH).text());
    }

    @ParameterizedTest
    @CsvSource({"262.7118644, 亿元, ≈262.7亿元, ≈CNY 26.27 bn", "9999, 元, ≈9999元, '≈CNY 9,999'",
        "14230.77, 元, ≈1.423万元, '≈CNY 14,230'", "30100, 亿元, ≈3.01万亿元, '≈CNY 3,010 bn'",
        "0.00012345, %, ≈0.0001235%, ≈0.0001235%", "12345.5, %, ≈12350%, '≈12,350%'"})
    void a_computed_number_has_four_digits_and_a_short_scale(BigDecimal value, String unit, String chinese,
            String english) {
        assertEquals(chinese, FigureWriter.computed(value, Catalogue.unit(unit), Locale.CHINESE).text());
        assertEquals(english, FigureWriter.computed(value, Catalogue.unit(unit), Locale.ENGLISH).text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            [305, 315]     ; 305–315
            [6100, 6200~   ; 6100–6200
            [50000, ∞)     ; ≥50000
            (5, ∞)         ; >5
            (∞, 5]         ; ≤5
            (∞, 5)         ; <5
            [14, 14]       ; 14
            [-2.5, -1.5)   ; −2.5 – −1.5
            (∞, ∞)         ; —
            """)
    void an_interval_is_written_with_an_en_dash_or_a_sign(String interval, String written) {
        assertEquals(written, FigureWriter.interval(IntervalTest.interval(interval), Locale.CHINESE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            [155.588, 155.612)     ; 155.588–155.612
            [168.525, 168.535)     ; 168.525–168.535
            [257.402, 268.098)     ; 257.4–268.1
            [155.6, 155.6]         ; 155.6
            """)
    void ends_that_differ_are_never_printed_alike(String interval, String written) {
        assertEquals(written, FigureWriter.interval(IntervalTest.interval(interval), 1, Locale.CHINESE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            约310亿元       ; 亿元 ; 约310亿元     ; about 31.0 billion yuan
            1.2万亿元       ; 亿元 ; 1.2万亿元     ; 1,200 billion yuan
            约3500万元      ; 亿元 ; 约3500万元    ; about 35.00 million yuan
            6-6.5           ; 亿元 ; 6至6.5亿元    ; 600 to 650 million yuan
            不少于310亿元   ; 亿元 ; 不少于310亿元 ; at least 31.0 billion yuan
            -0.5            ; 亿元 ; 负0.5亿元     ; minus 50 million yuan
            8亿余元         ; 亿元 ; 8亿余元       ; over 800 million yuan
            18%             ; %    ; 18%           ; 18%
            6100余家        ; 家   ; 6100余家      ; over 6,100 enterprises or institutions
            """)
    void a_figure_is_read_aloud_once_with_its_unit_and_without_signs(String printed, String unit, String chinese,
            String english) {
        var figure = Catalogue.read(printed, unit, Nature.FLOW);
        for (var aloud : Map.of(Locale.CHINESE, chinese, Locale.ENGLISH, english).entrySet()) {
            assertEquals(aloud.getValue(), FigureWriter.spoken(FigureWriter.show(figure, aloud.getKey()), figure.unit(),
                    aloud.getKey()));
        }
    }

    @Test
    void a_computed_number_is_printed_as_fine_as_it_takes_to_lie_in_its_interval() {
        assertEquals("≈168.53亿元", FigureWriter.computed(new BigDecimal("168.5324"),
                IntervalTest.interval("[168.520, 168.545)"), Catalogue.unit("亿元"), Locale.CHINESE).text());
        assertEquals("≈155.6亿元", FigureWriter.computed(new BigDecimal("155.5997"),
                IntervalTest.interval("[155.588, 155.612)"), Catalogue.unit("亿元"), Locale.CHINESE).text());
    }
}
