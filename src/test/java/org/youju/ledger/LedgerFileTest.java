package org.youju.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.CHANGNING;
import static org.youju.check.SampleStatements.cells;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.check.SampleStatements;
import org.youju.commitment.Base;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.Judge;
import org.youju.commitment.Judged;
import org.youju.commitment.SampleCommitments;
import org.youju.figure.Figure;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LedgerFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static Judged judged(Commitment promise) {
        return new Judged(promise, Judge.judge(promise, cells(), List.of(), CATALOGUE, TODAY), null);
    }

    private static List<NamedCsvRecord> rows(List<Commitment> promises, String why) {
        var judged = promises.stream().map(LedgerFileTest::judged).toList();
        var ledger = new Ledger(CATALOGUE.region(CHANGNING), judged, CATALOGUE, Map.of());
        var file = LedgerFile.csv(ledger, LedgerFile.open(ledger, judged), TODAY, Locale.SIMPLIFIED_CHINESE, it -> why);
        return CsvReader.builder().ofNamedCsvRecord(new String(file, StandardCharsets.UTF_8).substring(1)).stream().toList();
    }

    private static Commitment promise(String code) {
        return SampleCommitments.ALL.stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow();
    }

    private static Commitment promising(Commitment c, Figure target) {
        return new Commitment(c.id(), c.code(), c.reply(), c.citation(), c.indicator(), c.region(), c.kind(), target, c.from(),
                c.to(), c.department(), c.state(), c.reason(), c.recordedBy(), c.recordedFrom(), c.recordedTo());
    }

    @Test
    void each_promise_is_a_row_in_plain_numbers_with_its_verdict_and_its_documents() {
        var row = rows(List.of(promise("C001")), "只能证明合计").getFirst();
        assertThat(row.getField("code")).isEqualTo("C001");
        assertThat(row.getField("target")).isEqualTo("100");
        assertThat(row.getField("unit")).isEqualTo("万平方米");
        assertThat(row.getField("verdict")).isEqualTo("NOT_PROVABLE");
        assertThat(row.getField("explanation")).isEqualTo("只能证明合计");
        assertThat(row.getField("document")).contains("长发改〔2024〕19号");
        assertThat(row.getField("as_of")).isEqualTo("2026-11-24");
    }

    @Test
    void the_window_is_written_to_its_last_day_and_what_a_level_is_measured_from_where_a_person_has_set_it() {
        var row = rows(List.of(under(promise("C001"), LocalDate.of(2027, 6, 30), new Base(2022, new BigDecimal("262.5")))), "")
                .getFirst();
        assertThat(row.getField("to")).isEqualTo("2027");
        assertThat(row.getField("ends_on")).isEqualTo("2027-06-30");
        assertThat(row.getField("base_year")).isEqualTo("2022");
        assertThat(row.getField("base")).isEqualTo("262.5");
        assertThat(rows(List.of(promise("C002")), "").getFirst().getField("ends_on")).isEqualTo("2022-12-31");
        assertThat(rows(List.of(promise("C001")), "").getFirst().getField("ends_on")).as("no end is printed").isEmpty();
    }

    private static Commitment under(Commitment c, LocalDate end, Base base) {
        return new Commitment(c.id(), c.code(), c.reply(), c.citation(), c.indicator(), c.region(), CommitmentKind.LEVEL_BY,
                c.target(), 2023, end.getYear(), end, base, null, c.state(), null, c.recordedBy(), c.recordedFrom(),
                c.recordedTo());
    }

    @Test
    void what_was_promised_is_written_to_its_last_digit() {
        var target = SampleStatements.read("1234567.89万平方米", "UR_REFINED_AREA");
        assertThat(rows(List.of(promising(promise("C001"), target)), "").getFirst().getField("target")).isEqualTo("1234567.89");
    }
}
