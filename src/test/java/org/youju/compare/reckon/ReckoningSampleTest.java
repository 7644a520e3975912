package org.youju.compare.reckon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.youju.check.SampleStatements.CATALOGUE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.youju.check.SampleStatements;
import org.youju.commitment.SampleCommitments;
import org.youju.compare.reckon.Outcome.Absent;
import org.youju.compare.reckon.Outcome.Refused;
import org.youju.compare.reckon.Outcome.Result;
import org.youju.indicator.Region;

/** Every transform of every series of the sample, against {@link Reference}, which reckons by itself and otherwise. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReckoningSampleTest {

    private static final int FROM = 2015;
    private static final int TO = 2025;

    private static final List<Line> LINES = Lines.of(CATALOGUE, CATALOGUE.indicators(), CATALOGUE.regions(),
            SampleStatements.cells(), SampleCommitments.ALL, false);

    private static final String CITY = "310000";
    private static final String DISTRICT = "310105";

    /** With a second district, which has the values of the city: ranks are among regions of one level. */
    private static final List<Line> WITH_NEIGHBOUR = Stream.concat(LINES.stream(), LINES.stream()
            .filter(it -> it.region().code().equals(CITY)).map(it -> Line.of(it.indicator(),
                    new Region("310104", "徐汇区", "Xuhui District", CITY), it.values()))).toList();

    @ParameterizedTest
    @EnumSource(Transform.class)
    void every_transform_gives_what_the_reference_gives(Transform transform) {
        int results = 0;
        var otherCode = transform == Transform.PER ? "PP_RESIDENT" : "FI_BUDGET_REVENUE";
        for (boolean across : new boolean[] {false, true}) {
            for (var line : LINES) {
                var own = Reference.of(line.indicator().code(), line.region().code());
                var other = Reference.of(otherCode, line.region().code());
                var rivals = new ArrayList<Reference>();
                if (line.region().code().equals(DISTRICT)) {
                    rivals.add(Reference.of(line.indicator().code(), CITY));
                }
                var outcomes = Reckoning.of(line, WITH_NEIGHBOUR, new Setting(transform, FROM, TO, 2017, otherCode, across));
                for (int year = FROM; year <= TO; year++) {
                    var expected = own.expect(transform, year, FROM, 2017, other, rivals, across);
                    assertThat(outcomes).containsKey(year);
                    var what = transform + " of " + line.key() + " in " + year;
                    switch (outcomes.get(year)) {
                        case Absent absent -> assertThat(expected.word()).as(what).isEqualTo("absent");
                        case Refused refused -> assertThat(refused.reason().name()).as(what).isEqualTo(expected.word());
                        case Result result -> {
                            assertThat(expected.word()).as(what).isEqualTo("result");
                            assertThat(result.value().doubleValue()).as(what)
                                    .isCloseTo(expected.value(), within(tolerance(expected.value())));
                            close(what, result.interval().low(), expected.low());
                            close(what, result.interval().high(), expected.high());
                            results++;
                        }
                    }
                }
            }
        }
        assertThat(results).as("results of " + transform).isPositive();
    }

    private static double tolerance(double value) {
        return Math.max(1e-9, Math.abs(value) * 1e-9);
    }

    private static void close(String what, @Nullable BigDecimal end, double expected) {
        if (end == null) {
            assertThat(expected).as(what).isInfinite();
        } else {
            assertThat(end.doubleValue()).as(what).isCloseTo(expected, within(tolerance(expected)));
        }
    }

    @Test
    void the_sample_is_laid_out_by_years_as_the_reference_reads_it() {
        var seen = new HashSet<String>();
        for (var line : LINES) {
            var years = new TreeMap<Integer, Double>();
            line.values().forEach((year, known) -> years.put(year, known.value().doubleValue()));
            var expected = Reference.of(line.indicator().code(), line.region().code()).values();
            assertThat(years).as(line.key()).isEqualTo(expected);
            if (!years.isEmpty()) {
                seen.add(line.key());
            }
        }
        assertThat(seen).hasSizeGreaterThan(100);
    }

    @Test
    void a_year_that_nothing_states_takes_what_follows_and_says_so() {
        var lines = Lines.of(CATALOGUE, List.of(CATALOGUE.indicator("FI_BUDGET_REVENUE")),
                List.of(CATALOGUE.region("310105")), SampleStatements.cells(), List.of(), true);
        var known = lines.getFirst().at(2022).orElseThrow();
        assertThat(known.worth()).isEqualTo(Worth.IMPLIED);
        assertThat(known.value().doubleValue()).isCloseTo(155.6, within(0.05));
        assertThat(Reckoning.growth(lines.getFirst(), 2022, 2023, false)).isInstanceOfSatisfying(Result.class, growth -> {
            assertThat(growth.worth()).isEqualTo(Worth.IMPLIED);
            assertThat(growth.value().doubleValue()).isCloseTo(8.31, within(0.001));
        });
        assertThat(Lines.of(CATALOGUE, List.of(CATALOGUE.indicator("EC_GDP")), List.of(CATALOGUE.region("310105")),
                SampleStatements.cells(), List.of(), true).getFirst().at(2022))
                .as("growth in constant prices says nothing of a level").isEmpty();
    }

    @Test
    void nothing_is_computed_across_the_break_of_Changnings_gross_product_unless_asked() {
        var gdp = LINES.stream().filter(it -> it.key().equals("EC_GDP.310105")).findFirst().orElseThrow();
        assertThat(Reckoning.growth(gdp, 2023, 2024, false))
                .isEqualTo(Refused.because(Outcome.Reason.BREAK, 2024));
        assertThat(Reckoning.growth(gdp, 2023, 2024, true)).isInstanceOfSatisfying(Result.class, growth ->
                assertThat(growth.hedges()).contains(Outcome.Hedge.ACROSS_BREAK, Outcome.Hedge.CURRENT_PRICES));
        assertThat(gdp.at(2024).orElseThrow().worth()).isEqualTo(Worth.UNVALIDATED);
    }
}
