package org.youju.compare.reckon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.check.SampleStatements;
import org.youju.compare.reckon.Moments.Difference;
import org.youju.compare.reckon.Moments.Kind;
import org.youju.compare.reckon.Revisions.Entry;
import org.youju.observation.Cell;
import org.youju.observation.Observation;

/** The two real cases of the sample whose figures were replaced: the gross product of Shanghai and of Changning. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MomentsTest {

    private static Line gdp(String region, @Nullable LocalDate by) {
        var published = SampleStatements.all().stream()
                .filter(it -> by == null || it.publishedOn() != null && !it.publishedOn().isAfter(by)).toList();
        return Lines.of(CATALOGUE, List.of(CATALOGUE.indicator("EC_GDP")), List.of(CATALOGUE.region(region)),
                Cell.of(published), List.of(), false).getFirst();
    }

    private static String printed(Entry entry) {
        return entry.representing().map(it -> it.figure().printed()).orElse("-");
    }

    @Test
    void Changnings_gross_product_of_2024_went_from_a_forecast_to_an_unofficial_number() {
        var revisions = Revisions.of(gdp("310105", null), 2023, 2024);
        assertThat(revisions.hasChanges()).isTrue();
        int report = revisions.days().indexOf(LocalDate.parse("2024-01-16"));
        int forecast = revisions.days().indexOf(LocalDate.parse("2025-01-08"));
        var year = revisions.known().get(2024);
        assertThat(printed(revisions.known().get(2023).get(report))).isEqualTo("2286.2亿元");
        assertThat(year.get(report).representing()).isEmpty();
        assertThat(printed(year.get(forecast))).isEqualTo("2500亿元");
        assertThat(year.get(forecast).published()).hasSize(1);
        assertThat(printed(year.getLast())).isEqualTo("2789亿元");
    }

    @Test
    void what_was_known_by_a_day_is_set_against_what_is_known_now() {
        var differences = Moments.of(List.of(gdp("310105", LocalDate.parse("2025-02-01"))), List.of(gdp("310105", null)));
        assertThat(differences).extracting(Difference::year).containsExactly(2024);
        assertThat(differences.getFirst().kind()).as("2500 or more holds 2789").isEqualTo(Kind.COMPATIBLE);
        var early = Moments.of(List.of(gdp("310105", LocalDate.parse("2024-02-01"))), List.of(gdp("310105", null)));
        assertThat(early).extracting(it -> it.year() + " " + it.kind()).containsExactly("2024 ADDED");
        assertThat(early.getFirst().change()).isEmpty();
    }

    @Test
    void everything_that_was_published_of_Shanghais_gross_product_stands_at_its_day() {
        var shanghai = gdp("310000", null);
        var revisions = Revisions.of(shanghai, 2015, 2025);
        assertThat(revisions.known().get(2016)).flatExtracting(Entry::published)
                .extracting(it -> it.figure().printed()).contains("27466.15亿元", "29887");
        assertThat(revisions.hasChanges()).isTrue();
        for (var day : revisions.days()) {
            var then = gdp("310000", day);
            int at = revisions.days().indexOf(day);
            revisions.known().forEach((year, entries) -> assertThat(entries.get(at).representing().map(Observation::id))
                    .as(year + " by " + day)
                    .isEqualTo(then.at(year).map(it -> it.cell().representing().id())));
        }
        revisions.known().forEach((year, entries) -> assertThat(entries.stream().mapToInt(it -> it.published().size()).sum())
                .isEqualTo(shanghai.at(year).orElseThrow().cell().statements().size()));
    }

    @Test
    void two_days_that_know_the_same_have_no_difference() {
        assertThat(Moments.of(List.of(gdp("310000", null)), List.of(gdp("310000", null)))).isEmpty();
        assertThat(Moments.of(List.of(), List.of(gdp("310105", null)))).allMatch(it -> it.kind() == Kind.ADDED);
        assertThat(Moments.of(List.of(gdp("310105", null)), List.of(gdp("310105", LocalDate.parse("2000-01-01")))))
                .isNotEmpty().allMatch(it -> it.kind() == Kind.GONE);
    }
}
