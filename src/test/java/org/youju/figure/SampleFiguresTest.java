package org.youju.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Every print of the sample says what its row says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleFiguresTest {

    /** Its sentence says 迈上…新台阶, which the span leaves out. */
    private static final String LIMITED_ELSEWHERE = "2500亿元";

    private final FigureReader reader = Catalogue.READER;
    private final Map<String, Nature> natures = Catalogue.natures();

    @Test
    void every_statement_of_the_series_is_read_as_its_row_says() {
        var rows = Catalogue.rows("statements.csv");
        assertThat(rows).hasSize(301);
        assertRowsHold(rows, "printed_span");
    }

    @Test
    void every_commitment_is_read_as_its_row_says() {
        var rows = Catalogue.rows("commitments.csv");
        assertThat(rows).hasSize(94);
        assertRowsHold(rows, "printed_span");
    }

    @Test
    void every_figure_of_the_reply_is_read_as_its_row_says() {
        var rows = Catalogue.rows("figures.csv");
        assertThat(rows).hasSize(27);
        assertRowsHold(rows, "span");
    }

    @Test
    void every_period_of_the_sample_is_read_as_its_kind_and_written_back() {
        assertAll(List.of("statements.csv", "figures.csv").stream()
                .flatMap(file -> Catalogue.rows(file).stream())
                .<Executable>map(row -> () -> {
                    var period = Period.parse(row.get("period"));
                    assertEquals(row.get("period"), period.code());
                    assertEquals(PeriodKind.valueOf(row.get("period_kind")), period.kind(), row.toString());
                }));
    }

    private void assertRowsHold(List<Map<String, String>> rows, String span) {
        assertAll(rows.stream().<Executable>map(row -> () -> assertRowHolds(row, row.get(span))));
    }

    private void assertRowHolds(Map<String, String> row, String print) {
        var unit = Catalogue.unit(row.get("unit"));
        var nature = natures.get(row.get("indicator"));
        var qualifier = Qualifier.valueOf(row.get("qualifier"));
        var value = new BigDecimal(row.get("value"));
        var figure = print.isEmpty() ? reader.stated(value, qualifier, unit, nature)
                : print.equals(LIMITED_ELSEWHERE) ? reader.read(print, qualifier, unit, nature)
                : reader.read(print, unit, nature);
        assertThat(figure.value()).as(row.toString()).isEqualByComparingTo(value);
        assertEquals(qualifier, figure.qualifier(), row.toString());
        assertEquals(unit, figure.unit(), row.toString());
        var high = row.getOrDefault("value_hi", "");
        if (high.isEmpty()) {
            assertEquals(null, figure.valueHi(), row.toString());
        } else {
            assertThat(figure.valueHi()).as(row.toString()).isEqualByComparingTo(high);
        }
        if (!print.isEmpty()) {
            assertEquals(print, figure.printed());
        }
        var again = reader.read(FigureWriter.write(figure), unit, nature);
        assertThat(again.value()).as(FigureWriter.write(figure)).isEqualByComparingTo(value);
        assertEquals(figure.interval(), again.interval(), FigureWriter.write(figure));
    }
}
