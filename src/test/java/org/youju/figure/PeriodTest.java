package org.youju.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.youju.figure.PeriodFormatException.Reason;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PeriodTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2023,                  YEAR,      2023-01-01, 2023-12-31, 2023年,                    2023
            2023-S1,               HALF_YEAR, 2023-01-01, 2023-06-30, 2023年上半年,               H1 2023
            2023-Q3,               QUARTER,   2023-07-01, 2023-09-30, 2023年三季度,               Q3 2023
            2024-02,               MONTH,     2024-02-01, 2024-02-29, 2024年2月,                 Feb 2024
            2024-04-25,            AS_OF,     2024-04-25, 2024-04-25, 2024年4月25日,             25 Apr 2024
            2017/2023,             SPAN,      2017-01-01, 2023-12-31, 2017–2023年,              2017–2023
            2023-01/2023-07,       SPAN,      2023-01-01, 2023-07-31, 2023年1–7月,              Jan 2023 – Jul 2023
            2016/2024-06-20,       SPAN,      2016-01-01, 2024-06-20, 2016年–2024年6月20日,      2016 – 20 Jun 2024
            2020/..,               SINCE,     2020-01-01, -,          2020年起,                 since 2020
            ../2025-12-31,         BY,        -,          2025-12-31, 截至2025-12-31,           up to 31 Dec 2025
            unknown,               UNKNOWN,   -,          -,          期间未写,                  period not stated
            """)
    void a_code_says_kind_days_and_label(String code, PeriodKind kind, LocalDate start, LocalDate end, String chinese,
            String english) {
        var period = Period.parse(code);
        assertEquals(kind, period.kind());
        assertEquals(start, period.start());
        assertEquals(end, period.end());
        assertEquals(code, period.code());
        assertEquals(chinese, period.label(Locale.SIMPLIFIED_CHINESE));
        assertEquals(english, period.label(Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({"2023/2023, 2023", "2023-07/2023-07, 2023-07", "../2025, ../2025-12-31", "../2025-06, ../2025-06-30"})
    void equal_periods_have_one_code(String written, String code) {
        assertEquals(code, Period.parse(written).code());
    }

    @ParameterizedTest
    @CsvSource({"'', EMPTY", "23, NOT_A_CODE", "2023年, NOT_A_CODE", "2023-S3, NOT_A_CODE", "2023-Q0, NOT_A_CODE",
        "../.., NOT_A_CODE", "2023-S1/2024, NOT_A_CODE", "2023/2024/2025, NOT_A_CODE", "２０２３, NOT_A_CODE",
        "2023-13, NO_SUCH_DAY", "2023-02-30, NO_SUCH_DAY", "1899, YEAR_OUT_OF_RANGE", "2101-01, YEAR_OUT_OF_RANGE",
        "2024/2023, REVERSED", "2023-07/2023-06-30, REVERSED"})
    void what_is_no_code_is_refused_with_its_reason(String code, Reason reason) {
        assertEquals(reason, catchThrowableOfType(PeriodFormatException.class, () -> Period.parse(code)).reason());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2023,                    2023
            2023-S1,                 2023
            2023-Q1,                 2023
            2023-03,                 2023
            2023-06-30,              2022
            2023-07-01,              2023
            2024-04-25,              2023
            ../2024-04-25,           2023
            2017/2023,               2023
            2016/2024-06-20,         2023
            2023-01/2023-05,         2023
            2022-01-01/2022-12-20,   2022
            2018/..,                 -
            unknown,                 -
            """)
    void a_period_belongs_to_a_year(String code, Integer year) {
        var belongs = Period.parse(code).belongsToYear();
        assertEquals(year, belongs.isPresent() ? (Integer) belongs.getAsInt() : null);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2023,            2022
            2023-S1,         2022-S1
            2023-Q4,         2022-Q4
            2024-02,         2023-02
            2024-02-29,      2023-02-28
            2023-01/2023-07, 2022-01/2022-07
            2021/2023,       -
            2018/..,         -
            unknown,         -
            1900,            -
            """)
    void the_base_of_growth_is_the_same_period_a_year_earlier(String code, String previous) {
        assertEquals(previous, Period.parse(code).previous().map(Period::code).orElse(null));
    }

    @ParameterizedTest
    @CsvSource({"2023, 2023, 2024, true", "2022, 2023, 2024, false", "2017/2023, 2019, 2019, true",
        "2018/.., 2030, 2031, true", "2018/.., 2016, 2017, false", "../2024-04-25, 2020, 2021, true",
        "../2024-04-25, 2025, 2026, false", "unknown, 1900, 2100, false"})
    void periods_overlap_years(String code, int from, int to, boolean overlaps) {
        assertEquals(overlaps, Period.parse(code).overlapsYears(from, to));
    }

    @Test
    void only_a_whole_year_is_a_year() {
        assertThat(Period.parse("2023").year()).hasValue(2023);
        assertThat(Period.parse("2023-12-31").year()).isEmpty();
    }

    @Test
    void tables_sort_by_the_last_day_then_the_first() {
        assertThat(Stream.of("unknown", "2020/..", "2023", "2017/2023", "2022-12-31", "2023-S1", "../2023-12-31")
                .map(Period::parse).sorted().map(Period::code))
                .containsExactly("2022-12-31", "2023-S1", "../2023-12-31", "2017/2023", "2023", "2020/..", "unknown");
    }
}
