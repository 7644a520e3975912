package org.youju.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.CHANGNING;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.check.Derivation;
import org.youju.check.SampleStatements;
import org.youju.observation.Cell;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingTest {

    private static final List<Cell> CELLS = SampleStatements.cells().stream()
            .filter(c -> c.key().region().equals(CHANGNING)).toList();

    private final Reading reading = new Reading(CATALOGUE, CATALOGUE.region(CHANGNING), CELLS, List.of());

    @Test
    void a_series_holds_its_own_cells_what_follows_for_it_and_what_belongs_to_it() {
        var tax = reading.series(CATALOGUE.indicator("DE_TAX"));
        assertThat(tax.cells()).isNotEmpty().allMatch(c -> c.key().indicator().equals("DE_TAX"));
        assertThat(tax.implied()).extracting(d -> d.indicator() + " " + d.period().code()).contains("DE_TAX 2022")
                .allMatch(it -> it.startsWith("DE_TAX "));
        assertThat(tax.related()).extracting(c -> c.key().indicator()).contains("DE_TAX_GROWTH")
                .doesNotContain("DE_TAX");
    }

    @Test
    void all_series_of_a_reading_rest_on_the_same_cells() {
        for (var headline : CATALOGUE.headlines()) {
            assertThat(CELLS).containsAll(reading.series(headline).cells());
            assertThat(reading.series(headline).cells())
                    .containsExactlyInAnyOrderElementsOf(reading.of(Set.of(headline.code())));
        }
    }

    @Test
    void what_follows_is_computed_once_for_all_indicators() {
        assertThat(reading.implied()).extracting(Derivation::indicator).contains("DE_TAX", "FI_TAX_TOTAL");
        assertThat(new Reading(CATALOGUE, reading.region(), List.of(), List.of()).implied()).isEmpty();
    }

    @Test
    void a_sum_is_judged_by_what_was_promised_of_a_year() {
        assertThat(Reading.promisedWith(CATALOGUE.indicator("UR_REFINED_AREA_CUM")))
                .containsExactlyInAnyOrder("UR_REFINED_AREA_CUM", "UR_REFINED_AREA");
        assertThat(Reading.promisedWith(CATALOGUE.indicator("DE_TAX"))).containsExactly("DE_TAX");
    }

    @Test
    void a_promise_of_a_year_is_judged_with_the_sum_that_adds_the_years_up() {
        assertThat(Reading.withSums(CATALOGUE, List.of("UR_REFINED_AREA")))
                .containsExactlyInAnyOrder("UR_REFINED_AREA", "UR_REFINED_AREA_CUM");
        assertThat(Reading.withSums(CATALOGUE, List.of("DE_TAX"))).containsExactly("DE_TAX");
    }
}
