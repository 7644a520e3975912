package org.youju.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.Judged;
import org.youju.commitment.SampleCommitments;
import org.youju.commitment.Verdict;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KpiCardTest {

    @Test
    void a_flow_shows_the_value_of_the_year_and_no_other() {
        assertThat(shown("DE_TAX", 2023)).isEqualTo("约 310 亿元");
        assertThat(SampleSeries.card("DE_TAX", 2022).cell()).isEmpty();
    }

    @Test
    void a_state_shows_the_last_value_up_to_the_middle_of_the_next_year() {
        assertThat(shown("DE_FIRMS", 2023)).isEqualTo("6100 余家");
        assertThat(SampleSeries.card("DE_FIRMS", 2023).carriedOver()).isFalse();
        assertThat(SampleSeries.card("DE_FIRMS", 2022).cell()).isEmpty();
    }

    @Test
    void an_earlier_state_is_marked_as_carried_over() {
        assertThat(shown("TL_RENT_SUBSIDY", 2025)).isEqualTo("每人每月1600元");
        assertThat(SampleSeries.card("TL_RENT_SUBSIDY", 2025).carriedOver()).isTrue();
    }

    @Test
    void a_stated_growth_is_the_change() {
        assertThat(SampleSeries.card("DE_TAX", 2023).change()).containsInstanceOf(KpiCard.Change.Stated.class);
    }

    @Test
    void one_period_alone_says_so_and_an_implied_one_counts() {
        assertThat(SampleSeries.card("TL_RENT_SUBSIDY", 2023).isOnlyPeriod()).isTrue();
        assertThat(SampleSeries.card("DE_TAX", 2023).isOnlyPeriod()).isFalse();
    }

    @Test
    void a_sum_is_never_subtracted_from_a_sum() {
        assertThat(SampleSeries.card("UR_REFINED_AREA_CUM", 2023).change()).isEmpty();
    }

    @Test
    void a_sum_shows_the_promise_that_it_adds_up_to_and_not_that_of_a_single_year() {
        assertThat(refined(true)).containsExactly("C001 MET_ON_TOTAL");
    }

    @Test
    void without_its_assumption_the_promise_of_a_sum_is_shown_as_not_provable() {
        assertThat(refined(false)).containsExactly("C001 NOT_PROVABLE");
    }

    @Test
    void a_promise_whose_window_does_not_hold_the_year_is_not_shown() {
        var own = SampleSeries.card("UR_REFINED_AREA", 2023, promises(false));
        assertThat(own.promises()).extracting(it -> it.commitment().code()).containsExactly("C001", "C003");
        assertThat(SampleSeries.card("UR_REFINED_AREA", 2024, promises(false)).promises())
                .extracting(it -> it.commitment().code()).containsExactly("C001");
    }

    @Test
    void the_worst_of_several_promises_is_shown_with_the_year_that_it_is_judged_by() {
        var card = SampleSeries.card("FI_BUDGET_REVENUE", 2024, SampleSeries.BUDGET_PROMISES);
        assertThat(card.promises()).extracting(Judged::kind).containsExactly(Verdict.Kind.BEHIND, Verdict.Kind.ON_PACE);
        assertThat(card.promise().orElseThrow().commitment().kind()).isEqualTo(CommitmentKind.CUMULATIVE_BY);
        assertThat(card.promiseYear()).hasValue(2025);
        assertThat(SampleSeries.card("FI_BUDGET_REVENUE", 2025, SampleSeries.BUDGET_PROMISES).promiseYear()).isEmpty();
    }

    private static List<String> refined(boolean assumed) {
        return SampleSeries.card("UR_REFINED_AREA_CUM", 2023, promises(assumed)).promises().stream()
                .map(it -> it.commitment().code() + " " + it.kind()).toList();
    }

    private static List<Judged> promises(boolean assumed) {
        return SampleCommitments.judged(SampleCommitments.ALL, assumed, LocalDate.of(2026, 11, 30));
    }

    private static String shown(String indicator, int year) {
        return SampleSeries.card(indicator, year).cell().orElseThrow().representing().figure().printed();
    }
}
