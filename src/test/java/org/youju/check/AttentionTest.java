package org.youju.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.CHANGNING;
import static org.youju.check.SampleStatements.SHANGHAI;
import static org.youju.check.SampleStatements.cells;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.observation.Cell;
import org.youju.observation.Observation;
import org.youju.observation.Ruling;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AttentionTest {

    private static final List<Finding> ALL = Attention.of(CATALOGUE, cells(), Implied.of(CATALOGUE, cells()),
            List.of(new Attention.Promised("C001", "每年不少于100万平方米", "UR_REFINED_AREA", CHANGNING, 2018, 2025, true)));

    @Test
    void a_promise_for_every_year_names_the_years_without_a_figure() {
        assertThat(of(Finding.MissingYears.class, "UR_REFINED_AREA", CHANGNING)).singleElement().satisfies(f -> {
            assertThat(f.reason().written(Locale.CHINESE)).containsExactly("2018–2022, 2024–2025", "每年不少于100万平方米");
            assertThat(f.inputs()).extracting(o -> o.figure().printed()).containsExactly("132万平方米");
        });
    }

    @Test
    void a_gap_between_known_years_is_named() {
        assertThat(of(Finding.MissingYears.class, "LV_INCOME", SHANGHAI)).singleElement()
                .satisfies(f -> assertThat(f.years()).containsExactly(2017, 2018, 2019, 2020));
    }

    @Test
    void software_revenue_has_a_floor_only() {
        assertThat(of(Finding.FloorOnly.class, "DE_SOFTWARE_REVENUE", CHANGNING)).singleElement()
                .satisfies(f -> assertThat(f.statement().figure().printed()).isEqualTo("超过 2600 亿元"));
    }

    @Test
    void figures_whose_period_or_its_start_is_not_printed_are_named() {
        assertThat(ALL).filteredOn(f -> f instanceof Finding.PeriodNotStated).extracting(Finding::indicator)
                .contains("SC_PLATFORM_SALON_FIRMS", "HS_PUBLIC_RENTAL_ALLOCATIONS")
                .doesNotContain("HS_PUBLIC_RENTAL_UNITS");
    }

    @Test
    void sources_that_contradict_each_other_come_first_and_unvalidated_ones_before_what_is_only_not_known() {
        assertThat(ALL.getFirst()).isInstanceOfSatisfying(Finding.SourcesConflict.class, f -> {
            assertThat(f.isMinor()).isFalse();
            assertThat(f.inputs()).hasSizeGreaterThan(1);
        });
        var order = ALL.stream().map(f -> f instanceof Finding.SourcesConflict conflict && conflict.isMinor() ? "minor"
                : f instanceof Finding.MissingYears ? "missing" : "").filter(it -> !it.isEmpty()).distinct();
        assertThat(order).containsExactly("minor", "missing");
    }

    @Test
    void a_conflict_that_a_ruling_settled_needs_no_more_attention_until_something_new_is_stated() {
        var contested = of(Finding.SourcesConflict.class, "EC_GDP_PER_CAPITA", SHANGHAI).getFirst().cell();
        var chosen = contested.statements().getFirst();
        assertThat(conflicts(contested, chosen, Instant.EPOCH.plusSeconds(1))).isEmpty();
        assertThat(conflicts(contested, chosen, Instant.EPOCH.minusSeconds(1))).hasSize(1);
    }

    private static List<Finding> conflicts(Cell contested, Observation chosen, Instant ruledAt) {
        var ruling = new Ruling(1, contested.key(), chosen.reply().id(), "以决算为准", "zhao", ruledAt,
                Observation.OPEN_END, null, null);
        var statements = contested.statements().stream()
                .map(it -> it.equals(chosen) ? it.chosenBy(ruling) : it).toList();
        return Attention.of(CATALOGUE, Cell.of(statements), List.of(), List.of()).stream()
                .filter(Finding.SourcesConflict.class::isInstance).toList();
    }

    @Test
    void two_printed_values_of_income_per_head_conflict() {
        assertThat(of(Finding.SourcesConflict.class, "EC_GDP_PER_CAPITA", SHANGHAI)).singleElement()
                .satisfies(f -> assertThat(f.isMinor()).isFalse());
    }

    @Test
    void the_break_of_changning_gdp_is_named_with_both_sides() {
        assertThat(of(Finding.SeriesBreak.class, "EC_GDP", CHANGNING)).singleElement().satisfies(f -> {
            assertThat(f.before().period().code()).isEqualTo("2023");
            assertThat(f.after().period().code()).isEqualTo("2024");
            assertThat(f.reason().arguments().getLast()).isEqualTo("2023年数后经修订，未见新数");
        });
    }

    @Test
    void turnover_of_which_only_the_growth_is_stated_has_no_level() {
        assertThat(of(Finding.LevelUnknown.class, "DE_ECOM_TURNOVER", CHANGNING)).singleElement()
                .satisfies(f -> assertThat(f.inputs()).extracting(o -> o.figure().printed()).containsExactly("33%"));
    }

    @Test
    void a_level_that_follows_from_the_next_year_is_not_unknown() {
        assertThat(of(Finding.LevelUnknown.class, "FI_BUDGET_REVENUE", SHANGHAI)).flatExtracting(Finding::inputs)
                .extracting(o -> ((Observation) o).period().code()).doesNotContain("2018").contains("2017");
    }

    @Test
    void every_finding_has_a_sentence_in_both_languages() {
        for (var locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(ALL).allSatisfy(f -> assertThat(Sentences.write(f.reason(), locale)).doesNotContain("{"));
        }
    }

    private static <F extends Finding> List<F> of(Class<F> kind, String indicator, String region) {
        return ALL.stream().flatMap(f -> kind.isInstance(f) ? Stream.of(kind.cast(f)) : Stream.empty())
                .filter(f -> f.indicator().equals(indicator) && f.region().equals(region)).toList();
    }
}
