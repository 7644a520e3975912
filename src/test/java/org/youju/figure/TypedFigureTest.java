package org.youju.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.youju.figure.FigureFormatException.Reason;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TypedFigureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            亿元 | 大概310 | 约310亿元
            亿元 | 差不多310亿 | 约310亿元
            亿元 | 约为 310 | 约310亿元
            亿元 | 至多300 | ≤300亿元
            亿元 | 310+ | 310余亿元
            亿元 | 310+亿元 | 310余亿元
            家  | 1.2万+ | 1.2万余家
            家  | 6,100+ | 6100余家
            亿元 | 降5 | −5亿元
            亿元 | 降约5 | 约−5亿元
            %  | 同比增长约18% | 约18%
            %  | 同比下降2.1% | −2.1%
            %  | +18% | 18%
            亿元 | about 310 | 约310亿元
            亿元 | About 310亿元 | 约310亿元
            亿元 | over 300 | 超300亿元
            亿元 | more than 300 | 超300亿元
            亿元 | nearly 60 | 近60亿元
            亿元 | under 5 | 不足5亿元
            亿元 | at least 5 | ≥5亿元
            亿元 | at most 5 | ≤5亿元
            亿元 | 300+ | 300余亿元
            亿元 | about CNY 31.0 bn | 约310亿元
            亿元 | CNY 1.2 m | 0.012亿元
            亿元 | RMB 31.0 billion yuan | 310亿元
            亿元 | about 310 100 million yuan | 约310亿元
            亿元 | ¥310 | 310亿元
            亿元 | ￥310亿 | 310亿元
            亿元 | CNY 30.5–31.5 bn | 305–315亿元
            家  | 6,100 enterprises or institutions | 6100家
            万人 | 1.20 million persons | 120万人
            %  | down over 5% | 下降超5%
            亿元 | '310 | 310亿元
            亿元 | 310亿元。 | 310亿元
            亿元 | 310. | 310亿元
            亿元 | 310/年 | 310亿元
            元/人月 | 每人每月1600元 | 1600元/人月
            家 | 上百家 | ≥100家
            家 | 数十家 | 数十家
            % | 近六成 | 近六成
            % | 过半 | 超5成
            % | 6-6.5 | 6–6.5%
            万平方米 | 每年不少于100万平方米 | ≥100万平方米
            """)
    void what_limits_a_number_is_kept(String unit, String typed, String written) {
        assertEquals(written, FigureWriter.write(Catalogue.READER.readTyped(typed, Catalogue.unit(unit), Nature.FLOW)));
    }

    @Test
    void a_billion_that_is_not_written_further_is_no_finer() {
        var figure = Catalogue.READER.readTyped("CNY 31 bn", Catalogue.unit("亿元"), Nature.FLOW);
        assertEquals(IntervalTest.interval("[305, 315)"), figure.interval());
        var finer = Catalogue.READER.readTyped("CNY 31.0 bn", Catalogue.unit("亿元"), Nature.FLOW);
        assertEquals(IntervalTest.interval("[309.5, 310.5)"), finer.interval());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            未310 | NOT_UNDERSTOOD | 未
            无310 | NOT_UNDERSTOOD | 无
            第310 | NOT_UNDERSTOOD | 第
            目标310 | NOT_UNDERSTOOD | 目标
            预计310 | NOT_UNDERSTOOD | 预计
            估计310 | NOT_UNDERSTOOD | 估计
            可能310 | NOT_UNDERSTOOD | 可能
            预计约310亿元 | NOT_UNDERSTOOD | 预计
            约预计310亿元 | NOT_UNDERSTOOD | 预计
            310亿元（预计） | NOT_UNDERSTOOD | (预计)
            310亿元(不含税) | NOT_UNDERSTOOD | (不含税)
            310亿元左右（预计） | NOT_UNDERSTOOD | (预计)
            expected 310 | NOT_UNDERSTOOD | expected
            overall 310 | NOT_UNDERSTOOD | overall
            降至310 | NOT_UNDERSTOOD | 至
            下降到310 | NOT_UNDERSTOOD | 到
            降幅收窄5 | NOT_UNDERSTOOD | 收窄
            310* | NOT_UNDERSTOOD | *
            --310 | NOT_UNDERSTOOD | -
            310亿元+ | NOT_UNDERSTOOD | +
            310 bn expected | UNKNOWN_UNIT | bn expected
            USD 310 | NOT_UNDERSTOOD | USD
            约310以上 | TWO_LIMITS | 约310以上
            超310余 | TWO_LIMITS | 超310余
            约30-50 | RANGE_LIMITED | 约30-50
            30-50余 | RANGE_LIMITED | 30-50余
            下降-5 | FALLS_TWICE | 下降-5
            ≈310 | COMPUTED | ≈310
            310 320 | SPACED | 310 320
            1 234 567 | SPACED | 1 234 567
            310　320 | SPACED | 310　320
            310、320 | SEVERAL_NUMBERS | 310、320
            """)
    void what_would_be_passed_over_is_refused(String typed, Reason reason, String offending) {
        var refusal = catchThrowableOfType(FigureFormatException.class,
                () -> Catalogue.READER.readTyped(typed, Catalogue.unit("亿元"), Nature.FLOW));
        assertThat(refusal).as(typed).isNotNull();
        assertEquals(reason, refusal.reason(), typed);
        assertEquals(offending, refusal.text(), typed);
    }

    @ParameterizedTest
    @CsvSource({"预计310亿元", "目标310亿元", "≈310亿元", "310亿元（预计）", "1 208亿元"})
    void prose_is_read_as_before(String printed) {
        assertThat(Catalogue.read(printed, "亿元", Nature.FLOW).value()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"310\n320", "310\t320", "310\r\n320", "310\n-320", "约310亿元\n320亿元"})
    void two_lines_with_numbers_are_several(String typed) {
        var refusal = catchThrowableOfType(FigureFormatException.class,
                () -> Catalogue.READER.readTyped(typed, Catalogue.unit("亿元"), Nature.FLOW));
        assertEquals(Reason.SEVERAL_NUMBERS, refusal.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\u00a0234\u00a0567", "1\u202f234\u202f567", "1\u2009234\u2009567", "1,234,567"})
    void a_fixed_space_marks_thousands(String typed) {
        assertThat(Catalogue.READER.readTyped(typed, Catalogue.unit("元"), Nature.FLOW).value())
                .isEqualByComparingTo("1234567");
    }
}
