package org.youju.check.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CHANGNING;
import static org.youju.check.SampleStatements.read;
import static org.youju.check.SampleStatements.source;
import static org.youju.check.SampleStatements.statement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.check.SampleStatements;
import org.youju.observation.ObsStatus;
import org.youju.observation.Observation;
import org.youju.observation.Ruling;
import org.youju.observation.Vintage;
import org.youju.reply.Grade;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuotedTest {

    private final Observation first = stated("160.2亿元", "甲", "2024-01-01", Vintage.PRELIMINARY, ObsStatus.A);
    private final Observation last = stated("168.5亿元", "乙", "2024-09-01", Vintage.FINAL, ObsStatus.A);
    private final Observation rumour = stated("180亿元", "丙", "2024-10-01", null, ObsStatus.V);
    private final Observation rival = stated("171.5亿元", "丁", "2024-02-01", null, ObsStatus.A);

    @Test
    void what_a_later_vintage_replaces_is_superseded_by_it_and_the_later_one_revises() {
        var quoted = Quoted.of(first, List.of(first, last));
        assertThat(quoted.standing()).isEqualTo(Standing.SUPERSEDED);
        assertThat(quoted.counterpart()).contains(last);
        assertThat(Quoted.of(last, List.of(first, last)).standing()).isEqualTo(Standing.REVISES);
    }

    @Test
    void the_latest_of_several_revisions_is_named() {
        var final2 = stated("169.9亿元", "乙", "2025-09-01", Vintage.REVISED, ObsStatus.A);
        assertThat(Quoted.of(first, List.of(last, final2)).counterpart()).contains(final2);
    }

    @Test
    void the_gravest_of_several_classes_counts() {
        assertThat(Quoted.of(first, List.of(rival)).standing()).isEqualTo(Standing.CONFLICT);
        assertThat(Quoted.of(first, List.of(rumour)).standing()).isEqualTo(Standing.CHALLENGED);
        assertThat(Quoted.of(rumour, List.of(first)).standing()).isEqualTo(Standing.MINOR_CONFLICT);
        assertThat(Quoted.of(first, List.of(rumour, rival)).standing()).isEqualTo(Standing.CONFLICT);
        assertThat(Quoted.of(first, List.of(rumour, rival, last)).standing()).isEqualTo(Standing.SUPERSEDED);
    }

    @Test
    void about_310_beside_309_7_agrees_and_alone_it_stands_alone() {
        var about = statement("DE_TAX", CHANGNING, "2023", "约310亿元");
        var exact = statement("DE_TAX", CHANGNING, "2023", "309.7亿元");
        assertThat(Quoted.of(about, List.of(about, exact)).standing()).isEqualTo(Standing.AGREES);
        var alone = Quoted.of(about, List.of(about));
        assertThat(alone.standing()).isEqualTo(Standing.ALONE);
        assertThat(alone.counterpart()).isEmpty();
    }

    @Test
    void no_conflict_of_a_quoted_figure_rests_on_a_soft_end() {
        var about = stated("160余亿元", "甲", "2024-01-01", null, ObsStatus.A);
        assertThat(Quoted.of(about, List.of(rival)).standing()).isEqualTo(Standing.UNCERTAIN);
    }

    @Test
    void a_ruling_speaks_for_the_statement_it_chose_and_against_the_other() {
        var chosen = rival.chosenBy(new Ruling(1, rival.cell(), rival.reply().id(), "经核对", "approver", Instant.EPOCH,
                Observation.OPEN_END, null, null));
        var other = stated("160.2亿元", "甲", "2024-01-01", null, ObsStatus.A);
        assertThat(Quoted.of(other, List.of(other, chosen)).standing()).isEqualTo(Standing.OVERRULED);
        assertThat(Quoted.of(other, List.of(other, chosen)).counterpart()).contains(chosen);
        assertThat(Quoted.of(chosen, List.of(other, chosen)).standing()).isEqualTo(Standing.UPHELD);
    }

    @Test
    void what_a_later_source_gave_up_contradicts_nobody_who_goes_with_that_source() {
        var paper = stated("168亿元", "报社", "2024-10-01", null, ObsStatus.A);
        assertThat(Quoted.of(paper, List.of(first)).standing()).isEqualTo(Standing.CONFLICT);
        assertThat(Quoted.of(paper, List.of(first, last)).standing()).isEqualTo(Standing.AGREES);
    }

    @Test
    void the_order_of_what_is_known_does_not_matter() {
        var known = List.of(first, last, rumour, rival);
        for (var it : known) {
            assertThat(Quoted.of(it, known).standing()).isEqualTo(Quoted.of(it, known.reversed()).standing());
            assertThat(Quoted.of(it, known).counterpart()).isEqualTo(Quoted.of(it, known.reversed()).counterpart());
        }
    }

    @Test
    void on_the_sample_the_figures_to_look_at_again_are_the_unvalidated_ones_and_the_two_real_conflicts() {
        var doubtful = SampleStatements.cells().stream()
                .flatMap(cell -> cell.statements().stream().map(it -> Quoted.of(it, cell.statements())))
                .filter(it -> it.standing().isDoubtful()).toList();
        assertThat(doubtful).filteredOn(it -> it.standing() == Standing.CONFLICT)
                .extracting(it -> it.statement().figure().printed())
                .containsExactlyInAnyOrder("6.7%", "6.8%", "17.99万元", "18.04萬元");
        assertThat(doubtful).filteredOn(it -> it.standing() == Standing.MINOR_CONFLICT)
                .extracting(it -> it.statement().figure().printed()).contains("180亿元").doesNotContain("180.97亿元");
    }

    private static Observation stated(String printed, String issuer, String date, @Nullable Vintage vintage,
            ObsStatus status) {
        return statement("FI_BUDGET_REVENUE", CHANGNING, "2023", read(printed, "FI_BUDGET_REVENUE"), status,
                vintage, source(issuer + date + printed, issuer, date, Grade.A));
    }
}
