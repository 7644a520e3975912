package org.youju.extraction.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.youju.figure.Period;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WrittenPeriodTest {

    private static final LocalDate DOCUMENT = LocalDate.of(2024, 4, 25);

    @ParameterizedTest
    @CsvSource({
        "2023, 2023", "2018/.., 2018/..", "unknown, unknown", "2023年, 2023", "２０２３年, 2023", "2018年起, 2018/..",
        "2017-2023年, 2017/2023", "2017–2023年, 2017/2023", "2023年上半年, 2023-S1", "今年, 2024", "去年, 2023",
        "2023年和2024年, 2023/2024",
        "目前, 2024-04-25", "2024年4月25日, 2024-04-25", "截至2023年, 2023-12-31", "“十四五”期间, 2021/2025"
    })
    void reads_codes_and_the_words_of_texts(String written, String code) {
        assertThat(WrittenPeriod.read(written, DOCUMENT).map(Period::code)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "不久以前", "近年来", "310亿元", "截至"})
    void leaves_what_is_no_period_or_more_than_one(String written) {
        assertThat(WrittenPeriod.read(written, DOCUMENT)).isEmpty();
    }
}
