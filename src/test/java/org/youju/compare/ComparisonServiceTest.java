package org.youju.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.compare.reckon.Outcome.Result;
import org.youju.compare.reckon.Transform;
import org.youju.figure.Nature;
import org.youju.figure.Period;
import org.youju.indicator.Direction;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.PriceBasis;
import org.youju.observation.Ledger;
import org.youju.observation.NewObservation;
import org.youju.observation.ObsStatus;
import org.youju.security.Role;

class ComparisonServiceTest extends BothEnginesTest {

    private static final Selection TAX = Selection.NONE.withIndicators(List.of("TAX")).withRegions(List.of("310105"));

    private Ledger ledger;
    private ComparisonService comparisons;

    @BeforeEach
    void start() {
        ledger = new Ledger(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.commitment", "org.youju.compare");
        comparisons = ledger.services.get(ComparisonService.class);
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    private NewObservation states(long source, String indicator, int year, String printed) {
        var citation = Ledger.clerk(() -> ledger.replies.quote(source, printed));
        return new NewObservation(indicator, "310105", Period.parse(Integer.toString(year)), null, source,
                Ledger.figure(printed), ObsStatus.A, null, null, null, List.of(citation.id()));
    }

    private Comparison read(Selection selection) {
        return TestServices.as("reader", Role.VIEWER, () -> comparisons.read(selection));
    }

    private static BigDecimal value(Comparison comparison, int year) {
        return comparison.result(comparison.lines().getFirst(), year).map(Result::value).orElseThrow();
    }

    @Test
    void the_year_before_the_first_one_shown_is_read_for_its_growth() {
        var source = ledger.source("A", "2024-01-01");
        ledger.approved(states(source, "TAX", 2021, "100亿元"));
        ledger.approved(states(source, "TAX", 2022, "110亿元"));
        ledger.approved(states(source, "TAX", 2023, "121亿元"));
        var growth = read(TAX.withTransform(Transform.GROWTH)
                .withYears(OptionalInt.of(2022), OptionalInt.of(2022)));
        assertThat(growth.years()).containsExactly(2022);
        assertThat(value(growth, 2022)).isEqualByComparingTo("10");
        assertThat(read(TAX).years()).containsExactly(2021, 2022, 2023);
    }

    @Test
    void a_moment_of_publication_shows_what_was_published_by_then() {
        ledger.approved(states(ledger.source("A", "2024-01-01"), "TAX", 2023, "310亿元"));
        ledger.approved(states(ledger.source("B", "2024-06-01"), "TAX", 2023, "326亿元"));
        assertThat(value(read(TAX.withAsOf(Optional.of(LocalDate.parse("2024-03-01")))), 2023)).isEqualByComparingTo("310");
        assertThat(value(read(TAX), 2023)).isEqualByComparingTo("326");
    }

    @Test
    void a_moment_of_our_records_is_for_those_who_may_read_them() {
        ledger.approved(states(ledger.source("A", "2024-01-01"), "TAX", 2023, "310亿元"));
        var before = ledger.services.now();
        ledger.pass(24);
        ledger.approved(states(ledger.source("B", "2024-06-01"), "TAX", 2023, "326亿元"));
        var then = TAX.withRecorded(Optional.of(before.plusSeconds(3600)));
        assertThat(value(Ledger.approver(() -> comparisons.read(then)), 2023)).isEqualByComparingTo("310");
        for (var role : List.of(Role.VIEWER, Role.ANALYST, Role.STATISTICIAN)) {
            assertThatThrownBy(() -> TestServices.as("somebody", role, () -> comparisons.read(then)))
                    .isInstanceOf(AccessDeniedException.class).hasMessage("security.denied.read-audit");
        }
    }

    @Test
    void nobody_reads_a_comparison_without_an_account() {
        assertThatThrownBy(() -> comparisons.read(TAX)).isInstanceOf(AccessDeniedException.class)
                .hasMessage("security.denied.read-published");
        assertThatThrownBy(() -> comparisons.read(TAX.withRecorded(Optional.of(Instant.EPOCH))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void twenty_indicators_cost_as_many_queries_as_one() {
        var service = ledger.services.get(IndicatorService.class);
        var tax = service.catalogue().indicator("TAX");
        var codes = new ArrayList<String>();
        for (int i = 0; i < Selection.MOST_INDICATORS; i++) {
            codes.add("TAX_" + i);
        }
        Ledger.clerk(() -> {
            service.addIndicators(codes.stream().map(code -> new Indicator(code, code, code, "DE", null, tax.unit(),
                    Nature.FLOW, Direction.UP, PriceBasis.CURRENT, null, null, null, null, null, true, null)).toList());
            return null;
        });
        var source = ledger.source("A", "2024-01-01");
        codes.forEach(code -> ledger.approved(states(source, code, 2023, "310亿元")));
        var many = TAX.withIndicators(codes);
        var one = TAX.withIndicators(codes.subList(0, 1));
        read(many);
        int start = ledger.services.reads();
        read(one);
        int ofOne = ledger.services.reads() - start;
        var all = read(many);
        assertThat(all.lines()).hasSize(codes.size()).allMatch(all::hasResults);
        assertThat(ledger.services.reads() - start - ofOne).isEqualTo(ofOne);
    }

    @Test
    void a_selection_of_nothing_or_of_unknown_codes_has_nothing_to_show() {
        assertThat(read(Selection.NONE).years()).isEmpty();
        assertThat(read(TAX.withIndicators(List.of("NO_SUCH"))).lines()).isEmpty();
        assertThat(read(TAX).facets()).isEmpty();
    }
}
