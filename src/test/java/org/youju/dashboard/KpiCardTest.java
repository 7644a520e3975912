package org.youju.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

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

    private static String shown(String indicator, int year) {
        return SampleSeries.card(indicator, year).cell().orElseThrow().representing().figure().printed();
    }
}
