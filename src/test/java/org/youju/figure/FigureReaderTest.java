package org.youju.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.youju.figure.FigureFormatException.Reason;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FigureReaderTest {

    @ParameterizedTest
    @CsvSource({
        "三百余家, 家, 300, AND_MORE", "两千零五十户, 户, 2050, EXACT", "一万二千户, 户, 12000, EXACT",
        "一万二户, 户, 12000, EXACT", "一万零五十户, 户, 10050, EXACT", "三百二户, 户, 320, EXACT", "三百零二户, 户, 302, EXACT", "二〇户, 户, 20, EXACT",
        "近百家, 家, 100, NEARLY", "数十亿元, 亿元, 20, AND_MORE", "几千人, 人, 2000, AND_MORE",
        "十几家, 家, 10, AND_MORE", "上百家, 家, 100, AT_LEAST", "两万余人, 万人, 2, AND_MORE",
        "百分之九十八, %, 98, EXACT", "六成五, %, 65, EXACT", "六成多, %, 60, AND_MORE", "过半, %, 50, MORE_THAN", "近半, %, 50, NEARLY",
        "一亿二千万元, 亿元, 1.2, EXACT", "三千万元, 万元, 3000, EXACT"})
    void numerals_in_characters(String print, String unit, BigDecimal value, Qualifier qualifier) {
        assertReads(print, unit, value, qualifier);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ４８６．５亿元    ; 亿元    ; 486.5   ; EXACT
            １，０５０家     ; 家      ; 1050    ; EXACT
            1,286.45亿元   ; 亿元    ; 1286.45 ; EXACT
            1 208家        ; 家      ; 1208    ; EXACT
            **860亿元**    ; 亿元    ; 860     ; EXACT
            超 3000輛      ; 个      ; 3000    ; MORE_THAN
            約1.2萬戶      ; 户      ; 12000   ; ABOUT
            130余万㎡      ; 万平方米 ; 130     ; AND_MORE
            8亿余元        ; 亿元    ; 8       ; AND_MORE
            −2.1％        ; %      ; -2.1    ; EXACT
            +18%          ; %      ; 18      ; EXACT
            降幅收窄2个百分点 ; 百分点  ; 2       ; EXACT
            下降到2%       ; %      ; 2       ; EXACT
            1600元/人·月   ; 元/人月  ; 1600    ; EXACT
            """)
    void digits_in_every_dress(String print, String unit, BigDecimal value, Qualifier qualifier) {
        assertReads(print, unit, value, qualifier);
    }

    @ParameterizedTest
    @CsvSource({"履约率92.5%", "超市92.5%", "近年来92.5%", "签约92.5%", "高于全市92.5%"})
    void words_that_only_look_like_limits_limit_nothing(String print) {
        assertReads(print, "%", new BigDecimal("92.5"), Qualifier.EXACT);
    }

    @ParameterizedTest
    @CsvSource({"30-50家, 家, 30, 50", "10%至15%, %, 10, 15", "3～5个月, 月, 3, 5", "1万-2万户, 户, 10000, 20000",
        "30–50万元, 亿元, 0.003, 0.005", "三至五家, 家, 3, 5", "-2%~-1%, %, -2, -1", "下降1%-2%, %, -2, -1"})
    void ranges_are_exact_and_closed(String print, String unit, BigDecimal low, BigDecimal high) {
        var figure = Catalogue.read(print, unit, Nature.FLOW);
        assertThat(figure.value()).isEqualByComparingTo(low);
        assertThat(figure.valueHi()).isEqualByComparingTo(high);
        assertEquals(Qualifier.EXACT, figure.qualifier());
        assertEquals(Interval.closed(low, high), figure.interval());
    }

    @ParameterizedTest
    @CsvSource({"3.5, 亿元, 3.5", "3500万, 亿元, 0.35", "0.35亿, 万元, 3500", "350000000, 元, 350000000", ".5, %, 0.5"})
    void a_typed_number_takes_the_unit_that_is_expected(String typed, String unit, BigDecimal value) {
        assertReads(typed, unit, value, Qualifier.EXACT);
    }

    @Test
    void the_printed_words_are_kept_unchanged() {
        assertEquals("约 310 亿元", Catalogue.read("约 310 亿元", "亿元", Nature.FLOW).printed());
    }

    @Test
    void a_limit_that_stands_elsewhere_in_the_sentence_can_be_given() {
        var figure = Catalogue.READER.read("2500亿元", Qualifier.AT_LEAST, Catalogue.unit("亿元"), Nature.FLOW);
        assertEquals(Interval.atLeast(BigDecimal.valueOf(2500)), figure.interval());
    }

    @Test
    void a_stated_value_is_exact_to_its_last_digit() {
        var figure = Catalogue.READER.stated(new BigDecimal("5.0"), Qualifier.EXACT, Catalogue.unit("%"), Nature.RATE);
        assertEquals(IntervalTest.interval("[4.95, 5.05)"), figure.interval());
        assertEquals("5.0%", figure.printed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "none", textBlock = """
            '   '                ; 家   ; FLOW  ; EMPTY               ; ''
            许多                   ; 家   ; FLOW  ; NO_NUMBER           ; 许多
            1.2.3                ; %   ; RATE  ; TWO_DECIMAL_POINTS  ; 1.2.3
            1,05家               ; 家   ; FLOW  ; MISPLACED_COMMA     ; 1,05家
            百万千元               ; 元   ; FLOW  ; BAD_NUMERAL         ; 百万千
            一百零五十户              ; 户   ; FLOW  ; BAD_NUMERAL         ; 一百零五十
            12家、15家            ; 家   ; FLOW  ; SEVERAL_NUMBERS     ; 12家、15家
            1e5                  ; 家   ; FLOW  ; SEVERAL_NUMBERS     ; 1e5
            6%-5%                ; %   ; RATE  ; RANGE_REVERSED      ; 6%-5%
            5箱                   ; 家   ; FLOW  ; UNKNOWN_UNIT        ; 箱
            12 km                ; 亿元 ; FLOW  ; UNKNOWN_UNIT        ; km
            5亿元                 ; %   ; RATE  ; WRONG_DIMENSION     ; 元
            2.4个百分点             ; %   ; RATE  ; WRONG_DIMENSION     ; 个百分点
            300人                ; 家   ; STOCK ; WRONG_DIMENSION     ; 人
            每人每月1600元          ; 元   ; FLOW  ; WRONG_DIMENSION     ; 元
            42户/千人             ; 户   ; STOCK ; WRONG_DIMENSION     ; 户/千人
            42辆/千人             ; 家   ; STOCK ; UNKNOWN_UNIT        ; 辆/千人
            129%                 ; %   ; SHARE ; SHARE_ABOVE_HUNDRED ; 129%
            近105%               ; %   ; SHARE ; SHARE_ABOVE_HUNDRED ; 近105%
            不足0                 ; 家   ; FLOW  ; NOTHING_POSSIBLE    ; 不足0
            1000000000000000000  ; 元   ; FLOW  ; NUMBER_TOO_LARGE    ; 1000000000000000000
            1元                  ; 亿元 ; FLOW  ; TOO_MANY_DECIMALS   ; 1元
            """)
    void what_is_no_figure_is_refused_with_its_reason(String text, String unit, Nature nature, Reason reason,
            String offending) {
        var refusal = catchThrowableOfType(FigureFormatException.class, () -> Catalogue.read(text, unit, nature));
        assertEquals(reason, refusal.reason());
        assertEquals(offending, refusal.text());
    }

    @Test
    void a_text_of_more_than_a_hundred_characters_is_refused() {
        var refusal = catchThrowableOfType(FigureFormatException.class,
                () -> Catalogue.read("9".repeat(101), "元", Nature.FLOW));
        assertEquals(Reason.TOO_LONG, refusal.reason());
        assertThat(refusal.text()).hasSize(40);
    }

    private static void assertReads(String print, String unit, BigDecimal value, Qualifier qualifier) {
        var figure = Catalogue.read(print, unit, Nature.FLOW);
        assertThat(figure.value()).isEqualByComparingTo(value);
        assertEquals(qualifier, figure.qualifier());
        assertEquals(unit, figure.unit().code());
    }

    @ParameterizedTest
    @CsvSource({"31000000000元, 310, 309.999999, 310.000001", "310.0000000亿元, 310, 309.999999, 310.000001",
        "'16,853,000,000元', 168.53, 168.529999, 168.530001", "310.123456亿元, 310.123456, 310.123455, 310.123457"})
    void what_is_printed_finer_than_is_kept_has_an_interval_that_can_be_kept(String print, String value, String low, String high) {
        var figure = Catalogue.read(print, "亿元", Nature.FLOW);
        assertThat(figure.value()).isEqualByComparingTo(value);
        assertEquals(new BigDecimal(low), figure.interval().low());
        assertEquals(new BigDecimal(high), figure.interval().high());
    }
}
