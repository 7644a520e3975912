package org.youju.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.youju.base.Named;
import org.youju.base.RuleViolation;
import org.youju.figure.FigureWriter;
import org.youju.figure.Nature;
import org.youju.figure.Unit;
import org.youju.indicator.Direction;
import org.youju.indicator.Indicator;
import org.youju.indicator.PriceBasis;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TypedTextTest {

    private static final Unit YI = unit("亿元", "money", "元", 100_000_000, false);
    private static final Unit SHARE = unit("%", "percent", "%", 1, false);
    private static final Unit PERSONS = unit("人", "count", "人", 1, true);
    private static final Unit FIRMS = unit("家", "enterprise", "家", 1, true);
    private static final TypedText TEXT = new TypedText(List.of(YI, FIRMS, unit("元", "money", "元", 1, false),
            unit("万元", "money", "元", 10_000, false), SHARE, PERSONS, unit("平方米", "area", "平方米", 1, false)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            亿元|约310亿元|约310亿元
            亿元|310|310亿元
            亿元|  310 |310亿元
            亿元|３１０．５|310.5亿元
            亿元|1,234.5|1234.5亿元
            亿元|1.2E+03|1200亿元
            亿元|(12.5)|−12.5亿元
            亿元|超2600|超2600亿元
            %|18%|18%
            %|18|18%
            人|1.2万余|1.2万余人
            %|6–6.5|6–6.5%
            %|6%-6.5%|6–6.5%
            %|6~6.5|6–6.5%
            亿元|-3.5|−3.5亿元
            亿元|大概310|约310亿元
            亿元|至多300|≤300亿元
            亿元|310+|310余亿元
            亿元|about CNY 31.0 bn|约310亿元
            亿元|at least 5|≥5亿元
            """)
    void what_people_type_is_read_in_the_unit_of_the_row(String unit, String typed, String written) {
        var figure = TEXT.figure(typed, indicator(unit));
        assertThat(FigureWriter.write(figure)).isEqualTo(written);
        assertThat(figure.printed()).isEqualTo(typed.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            亿元|310平方米|entry.text.WRONG_DIMENSION
            亿元|310斤|entry.text.UNKNOWN_UNIT
            %|1.5万亿|entry.text.scaled
            %|3千|entry.text.scaled
            亿元|1.2.3|entry.text.TWO_DECIMAL_POINTS
            亿元|1,05|entry.text.MISPLACED_COMMA
            亿元|=SUM(A1:A3)|entry.text.formula
            亿元|#REF!|entry.text.sheet-error
            亿元|########|entry.text.sheet-error
            亿元|<script>alert(1)</script>|entry.text.markup
            亿元|<img src=x onerror=alert(1)> 5|entry.text.markup
            亿元|未报|entry.text.NO_NUMBER
            亿元|-|entry.text.NO_NUMBER
            亿元|—|entry.text.NO_NUMBER
            亿元|……|entry.text.NO_NUMBER
            亿元|缺|entry.text.NO_NUMBER
            亿元|N/A|entry.text.NO_NUMBER
            亿元|3 5|entry.text.SEVERAL_NUMBERS
            亿元|310 320|entry.text.SPACED
            亿元|预计310|entry.text.NOT_UNDERSTOOD
            亿元|310亿元（预计）|entry.text.NOT_UNDERSTOOD
            亿元|310亿元(不含税)|entry.text.NOT_UNDERSTOOD
            亿元|第310|entry.text.NOT_UNDERSTOOD
            亿元|≈310|entry.text.COMPUTED
            亿元|约310以上|entry.text.TWO_LIMITS
            %|6.5–6|entry.text.RANGE_REVERSED
            %|6–6.5–7|entry.text.SEVERAL_NUMBERS
            %|6–|entry.text.sign-behind
            %|6.5%-|entry.text.sign-behind
            亿元|310？|entry.text.sign-behind
            亿元|–3.5|entry.text.dash-before
            亿元|～310亿元|entry.text.dash-before
            %|101%|entry.text.SHARE_ABOVE_HUNDRED
            """)
    void what_is_wrong_has_a_sentence_of_its_own(String unit, String typed, String key) {
        assertThatThrownBy(() -> TEXT.figure(typed, indicator(unit))).isInstanceOfSatisfying(RuleViolation.class,
                refused -> assertThat(refused.key()).isEqualTo(key));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            —|—
            ……|……
            预计310|预计
            310ｘ斤|ｘ斤
            6.5–6|6.5–6
            （１2)（13）|（１2)（13）
            """)
    void a_refusal_quotes_what_was_typed(String typed, String quoted) {
        assertThatThrownBy(() -> TEXT.figure(typed, indicator("亿元"))).isInstanceOfSatisfying(RuleViolation.class,
                refused -> assertThat(refused.arguments()[0]).isEqualTo(quoted));
    }

    @Test
    void a_refusal_names_the_unit_in_the_language_of_its_reader() {
        assertThatThrownBy(() -> TEXT.figure("310斤", indicator("亿元"))).isInstanceOfSatisfying(RuleViolation.class,
                refused -> assertThat(((Named) refused.arguments()[1]).name(Locale.ENGLISH))
                        .isEqualTo("CNY 100 million"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -3家|STOCK|entry.text.below-zero
            下降3家|STOCK|entry.text.change
            增长5家|FLOW|entry.text.change
            同比 增长 5家|FLOW|entry.text.change
            up 5|FLOW|entry.text.change
            增长5|RATIO|
            降5|RATE|
            6100.5家|STOCK|entry.text.fraction
            约6100.5家|FLOW|entry.text.fraction
            1.00005万家|CUMULATIVE|entry.text.fraction
            3-5.5家|FLOW|entry.text.fraction
            -3家|FLOW|
            6100|STOCK|
            0|STOCK|
            1.2万家|STOCK|
            1.2345万余家|STOCK|
            35.6家|RATIO|
            """)
    void what_is_counted_is_whole_and_what_stands_is_not_less_than_nothing(String typed, Nature nature,
            @Nullable String key) {
        var firms = new Indicator("X", "甲", "X", "T", null, FIRMS, nature, Direction.UP, PriceBasis.NONE, null, null, null,
                null, null, true, null);
        if (key == null) {
            assertThat(TEXT.figure(typed, firms)).isNotNull();
        } else {
            assertThatThrownBy(() -> TEXT.figure(typed, firms)).isInstanceOfSatisfying(RuleViolation.class,
                    refused -> assertThat(refused.key()).isEqualTo(key));
        }
    }

    @Test
    void ten_megabytes_in_one_cell_are_refused_without_being_read_or_repeated() {
        assertThatThrownBy(() -> TEXT.figure("1".repeat(10_000_000), indicator("亿元")))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> {
                    assertThat(refused.key()).isEqualTo("entry.text.TOO_LONG");
                    assertThat(refused.arguments()[0].toString()).hasSizeLessThan(40);
                });
    }

    @Test
    void nothing_typed_is_nothing() {
        assertThat(TEXT.figure(" \t\u3000", indicator("亿元"))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2023年,2023", "２０２３,2023", "2023年度,2023", " 2023 ,2023", "2021/2023,2021/2023",
        "2023-07,2023-07", "2023上半年,2023-S1", "2023年下半年,2023-S2", "2023H1,2023-S1", "2023Q1,2023-Q1", "2023-q3,2023-Q3",
        "2023年第二季度,2023-Q2", "2023四季度,2023-Q4", "2023.7,2023-07", "2023.10,2023-10", "2023年7月,2023-07", "2023-7,2023-07",
        "２０２３．７,2023-07", "2024.4.25,2024-04-25", "2023-2024,2023/2024"})
    void a_heading_names_its_period(String typed, String code) {
        assertThat(TypedText.period(typed).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"20223,entry.period.year", "20223年,entry.period.year", "去年,entry.period.NOT_A_CODE",
        "2123,entry.period.YEAR_OUT_OF_RANGE", "2023-02-30,entry.period.NO_SUCH_DAY", "'',entry.period.EMPTY",
        "2023/2021,entry.period.REVERSED", "2023.1,entry.period.month", "2023.13,entry.period.NO_SUCH_DAY",
        "2023Q5,entry.period.NOT_A_CODE", "2023.7.32,entry.period.NO_SUCH_DAY"})
    void a_heading_that_names_none_is_told_how_to_write_one(String typed, String key) {
        assertThatThrownBy(() -> TypedText.period(typed)).isInstanceOfSatisfying(RuleViolation.class,
                refused -> assertThat(refused.key()).isEqualTo(key));
    }

    @Property
    void whatever_is_typed_is_a_figure_nothing_or_a_refusal(@ForAll @StringLength(max = 200) String typed) {
        try {
            var figure = TEXT.figure(typed, indicator("亿元"));
            assertThat(figure == null).isEqualTo(typed.isBlank());
        } catch (RuleViolation refused) {
            assertThat(refused.key()).startsWith("entry.text.");
        }
    }

    private static Unit unit(String code, String dimension, String base, long factor, boolean counted) {
        return new Unit(code, code.equals("亿元") ? "CNY 100 million" : code, dimension, base,
                BigDecimal.valueOf(factor), counted,
                dimension.equals("money") ? "CNY" : code, List.of());
    }

    private static Indicator indicator(String unit) {
        var of = switch (unit) {
            case "%" -> SHARE;
            case "人" -> PERSONS;
            default -> YI;
        };
        return new Indicator("X", "甲", "X", "T", null, of, of == SHARE ? Nature.SHARE : Nature.FLOW, Direction.UP,
                PriceBasis.NONE, null, null, null, null, null, true, null);
    }
}
