package org.youju.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvTest {

    private static String written(String field) {
        var file = new String(Csv.write(List.of("field"), Stream.of(List.of(field))), StandardCharsets.UTF_8);
        assertThat(file).startsWith("\uFEFFfield");
        return file.substring("\uFEFFfield".length()).strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+1-2", "@A1", "-2+3", "-"})
    void a_text_that_a_spreadsheet_would_take_for_a_formula_is_written_as_text(String field) {
        assertThat(written(field)).isEqualTo("'" + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"约310亿元", "-3.5", "310", "a=b"})
    void a_number_below_zero_and_any_other_text_stay_as_they_are(String field) {
        assertThat(written(field)).isEqualTo(field);
    }

    @Test
    void a_field_with_a_comma_or_a_quote_is_one_field() {
        assertThat(written("他说“好”,\"行\"")).isEqualTo("\"他说“好”,\"\"行\"\"\"");
    }
}
