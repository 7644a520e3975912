package org.youju.dashboard;

import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.CHANGNING;

import java.time.LocalDate;
import java.util.List;
import org.youju.check.Implied;
import org.youju.check.SampleStatements;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.Judged;
import org.youju.commitment.SampleCommitments;
import org.youju.observation.Cell;

/** Series and cards of Changning from the sample, without promises and without a database. */
final class SampleSeries {

    /** A total that is behind and a level that is on its way, both of 2024 to 2026 and looked at early in 2026. */
    static final List<Judged> BUDGET_PROMISES = SampleCommitments.judged(List.of(
            SampleCommitments.promise("FI_BUDGET_REVENUE", CommitmentKind.LEVEL_BY, "210亿元", 2024, 2026),
            SampleCommitments.promise("FI_BUDGET_REVENUE", CommitmentKind.CUMULATIVE_BY, "700亿元", 2024, 2026)), false,
            LocalDate.of(2026, 1, 15));

    private SampleSeries() {
    }

    static IndicatorSeries of(String indicator) {
        return of(indicator, SampleStatements.cells());
    }

    static IndicatorSeries of(String indicator, List<Cell> cells) {
        var related = CATALOGUE.related(CATALOGUE.indicator(indicator)).stream().map(i -> i.code()).toList();
        var here = cells.stream().filter(c -> c.key().region().equals(CHANGNING)).toList();
        return new IndicatorSeries(CATALOGUE.indicator(indicator), CATALOGUE.region(CHANGNING),
                here.stream().filter(c -> c.key().indicator().equals(indicator)).toList(),
                here.stream().filter(c -> related.contains(c.key().indicator())).toList(),
                Implied.of(CATALOGUE, here).stream().filter(d -> d.indicator().equals(indicator)).toList(),
                CATALOGUE.breaks(indicator, CHANGNING), List.of());
    }

    static KpiCard card(String indicator, int year) {
        return KpiCard.of(of(indicator), year, CATALOGUE);
    }

    static KpiCard card(String indicator, int year, List<Judged> promises) {
        var series = of(indicator);
        var of = new Reading(CATALOGUE, series.region(), List.of(), List.of(),
                promises.stream().filter(it -> it.commitment().region().equals(CHANGNING)).toList())
                .promises(series.indicator());
        return KpiCard.of(new IndicatorSeries(series.indicator(), series.region(), series.cells(), series.related(),
                series.implied(), series.breaks(), of), year, CATALOGUE);
    }
}
