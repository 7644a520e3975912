package org.youju.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.CHANGNING;
import static org.youju.check.SampleStatements.SHANGHAI;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.check.SampleStatements;
import org.youju.observation.Cell;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BoardTest {

    private static final int NOW = 2031;

    @Test
    void the_sample_opens_with_2023() {
        assertThat(Board.defaultYear(headlines(CHANGNING), NOW)).isEqualTo(2023);
    }

    @Test
    void a_region_with_one_card_opens_with_the_last_year_of_that_card() {
        assertThat(Board.defaultYear(headlines(SHANGHAI), NOW)).isEqualTo(Board.years(headlines(SHANGHAI)).getLast());
    }

    @Test
    void half_of_the_cards_are_enough_and_the_latest_such_year_wins() {
        var cells = cells("DE_TAX 2021", "DE_SOFTWARE_REVENUE 2021", "DE_TAX 2022", "FI_BUDGET_REVENUE 2022",
                "DE_TAX_SHARE 2021", "DE_TAX 2023");
        assertThat(Board.defaultYear(cells, NOW)).isEqualTo(2022);
    }

    @Test
    void without_half_in_any_year_the_fullest_wins_the_later_of_equals() {
        var cells = cells("DE_TAX 2020", "DE_SOFTWARE_REVENUE 2021", "FI_BUDGET_REVENUE 2022");
        assertThat(Board.defaultYear(cells, NOW)).isEqualTo(2022);
    }

    @Test
    void a_state_belongs_to_the_year_that_it_closes() {
        assertThat(Board.years(cells("DE_FIRMS 2024-04-25"))).containsExactly(2023);
        assertThat(Board.years(cells("DE_FIRMS 2024-06-30"))).containsExactly(2023);
        assertThat(Board.years(cells("DE_FIRMS 2024-07-01"))).containsExactly(2024);
        assertThat(Board.years(cells("DE_FIRMS unknown"))).isEmpty();
    }

    @Test
    void without_any_value_the_year_given_is_taken() {
        assertThat(Board.defaultYear(List.of(), NOW)).isEqualTo(NOW);
    }

    private static List<Cell> headlines(String region) {
        return SampleStatements.cells().stream().filter(c -> c.key().region().equals(region)
                && CATALOGUE.indicator(c.key().indicator()).isHeadline()).toList();
    }

    private static List<Cell> cells(String... keys) {
        return Cell.of(Stream.of(keys).map(key -> key.split(" "))
                .map(key -> SampleStatements.statement(key[0], CHANGNING, key[1], "100")).toList());
    }
}
