package org.youju.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.figure.FigureReader;
import org.youju.figure.Nature;
import org.youju.figure.Period;
import org.youju.figure.Unit;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.Publicity;
import org.youju.reply.Reply;
import org.youju.reply.ReplyKind;

/** "One cell, several sources" of the rules of evidence: which statement represents the cell. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CellTest {

    private static final Unit YI = new Unit("亿元", "CNY 100 million", "money", "元", BigDecimal.valueOf(100_000_000),
            false, "CNY", List.of());
    private static final Unit YUAN = new Unit("元", "CNY", "money", "元", BigDecimal.ONE, false, "CNY", List.of());
    private static final FigureReader READER = new FigureReader(List.of(YUAN, YI));

    @Test
    void the_latest_published_of_the_best_grade_represents() {
        var report = statement("REPORT", "180亿元", "2025-01-08", Grade.A, ObsStatus.A);
        var account = statement("ACCOUNT", "168亿元", "2025-07-01", Grade.A, ObsStatus.A);
        var newspaper = statement("PAPER", "170亿元", "2025-09-01", Grade.B, ObsStatus.A);
        assertRepresents(account, report, account, newspaper);
    }

    @Test
    void a_forecast_gives_way_to_any_firm_statement() {
        var forecast = statement("FORECAST", "2500亿元", "2025-01-08", Grade.A, ObsStatus.E);
        var outcome = statement("OUTCOME", "2789亿元", "2024-09-23", Grade.B, ObsStatus.A);
        assertRepresents(outcome, forecast, outcome);
    }

    @Test
    void an_unvalidated_statement_never_represents_beside_a_firm_one() {
        var mirror = statement("MIRROR", "370亿元", "2025-01-01", Grade.C, ObsStatus.V);
        var official = statement("OFFICIAL", "371亿元", "2016", Grade.B, ObsStatus.A);
        assertRepresents(official, mirror, official);
    }

    @Test
    void where_none_is_firm_the_latest_published_represents() {
        var early = statement("EARLY", "300亿元", "2023", Grade.A, ObsStatus.E);
        var late = statement("LATE", "310亿元", "2024-02", Grade.C, ObsStatus.V);
        assertRepresents(late, early, late);
    }

    @Test
    void the_finer_print_represents_where_the_chosen_one_is_its_rounding() {
        var fine = statement("FINE", "168.53亿元", "2024-01-16", Grade.B, ObsStatus.A);
        var rounded = statement("ROUNDED", "169亿元", "2025-01-08", Grade.A, ObsStatus.A);
        assertRepresents(fine, rounded, fine);
    }

    @Test
    void about_is_a_rounding_too() {
        var fine = statement("FINE", "309.7亿元", "2024-01-16", Grade.A, ObsStatus.A);
        var about = statement("ABOUT", "约310亿元", "2024-04-25", Grade.A, ObsStatus.A);
        assertRepresents(fine, about, fine);
    }

    @Test
    void a_finer_print_outside_the_rounding_does_not_represent() {
        var fine = statement("FINE", "180.97亿元", "2025-01-08", Grade.A, ObsStatus.A);
        var truncated = statement("TRUNCATED", "180亿元", "2025-07-01", Grade.A, ObsStatus.A);
        assertRepresents(truncated, fine, truncated);
    }

    @Test
    void a_finer_print_that_is_not_firm_does_not_represent() {
        var estimate = statement("ESTIMATE", "168.53亿元", "2024-01-16", Grade.A, ObsStatus.E);
        var rounded = statement("ROUNDED", "169亿元", "2025-01-08", Grade.A, ObsStatus.A);
        assertRepresents(rounded, estimate, rounded);
    }

    @Test
    void an_undated_source_is_older_than_every_dated_one() {
        var undated = statement("UNDATED", "117亿元", null, Grade.A, ObsStatus.A);
        var dated = statement("DATED", "120亿元", "2016", Grade.A, ObsStatus.A);
        assertRepresents(dated, undated, dated);
    }

    @Test
    void of_one_day_the_finer_print_and_then_the_smaller_key_represents() {
        var coarse = statement("A", "118亿元", "2024", Grade.A, ObsStatus.A);
        var fine = statement("Z", "117.2亿元", "2024-12-31", Grade.A, ObsStatus.A);
        assertRepresents(fine, coarse, fine);
        var first = statement("A", "117亿元", "2024", Grade.A, ObsStatus.A);
        var second = statement("B", "117亿元", "2024", Grade.A, ObsStatus.A);
        assertRepresents(first, second, first);
    }

    @Test
    void all_statements_stay_in_the_cell_earliest_first() {
        var late = statement("LATE", "310亿元", "2024-02", Grade.A, ObsStatus.A);
        var undated = statement("UNDATED", "300亿元", null, Grade.B, ObsStatus.A);
        assertThat(Cell.of(List.of(late, undated))).singleElement().satisfies(cell -> {
            assertThat(cell.statements()).containsExactly(undated, late);
            assertThat(cell.representing()).isEqualTo(late);
        });
    }

    private static void assertRepresents(Observation expected, Observation... statements) {
        assertThat(Cell.representing(List.of(statements))).isEqualTo(expected);
        assertThat(Cell.representing(List.of(statements).reversed())).isEqualTo(expected);
    }

    private static Observation statement(String key, String printed, String date, Grade grade, ObsStatus status) {
        var reply = new Reply(key.hashCode(), key, ReplyKind.OTHER, null, key, "发文机关", null,
                date == null ? null : new IssueDate(date), Publicity.PUBLIC, grade, null, false);
        return new Observation(key.hashCode(), "TAX", "310105", null, Period.parse("2023"), null, reply,
                READER.read(printed, YI, Nature.FLOW), status, null, null, State.APPROVED, null, null, "clerk",
                Instant.EPOCH, Observation.OPEN_END, List.of());
    }
}
