package org.youju.dashboard;

import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.CHANGNING;

import java.util.List;
import org.youju.check.Implied;
import org.youju.check.SampleStatements;
import org.youju.observation.Cell;

/** Series and cards of Changning from the sample, without promises and without a database. */
final class SampleSeries {

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
}
