package org.youju.workflow;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.youju.check.Consistency;
import org.youju.check.Finding;
import org.youju.check.Implied;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Cell;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.StatementQuery;

/**
 * Says of figures in preparation, before anybody approves them, that they do not go together with what levels, growth
 * and shares lead to: with those that are published, and with those that are in the same list.
 */
@Component
class FiguresApart {

    private final ObservationService observations;
    private final IndicatorService indicators;

    FiguresApart(ObservationService observations, IndicatorService indicators) {
        this.observations = observations;
        this.indicators = indicators;
    }

    /** The findings by the number of the row; rows that go together with all others are left out. */
    Map<Long, List<Finding>> of(Collection<Observation> rows) {
        var catalogue = indicators.catalogue();
        var found = new HashMap<Long, List<Finding>>();
        rows.stream().filter(row -> row.period().belongsToYear().isPresent())
                .collect(Collectors.groupingBy(Observation::region))
                .forEach((region, of) -> look(catalogue, region, of, found));
        return found;
    }

    private void look(Catalogue catalogue, String region, List<Observation> rows, Map<Long, List<Finding>> found) {
        var kin = withKin(catalogue, rows.stream().map(Observation::indicator).collect(Collectors.toSet()));
        if (kin.isEmpty()) {
            return;
        }
        var years = rows.stream().mapToInt(FiguresApart::year).summaryStatistics();
        var cells = new LinkedHashMap<CellKey, Cell>();
        Cell.of(observations.statements(new StatementQuery(kin, Set.of(region), years.getMin() - 1, years.getMax() + 1,
                null, null))).forEach(cell -> cells.put(cell.key(), cell));
        rows.stream().filter(row -> kin.contains(row.indicator()))
                .forEach(row -> cells.put(row.cell(), new Cell(row.cell(), List.of(row), row)));
        for (var row : rows) {
            if (kin.contains(row.indicator())) {
                cells.put(row.cell(), new Cell(row.cell(), List.of(row), row));
                var apart = apart(catalogue, row, near(cells.values(), year(row)));
                if (!apart.isEmpty()) {
                    found.put(row.id(), apart);
                }
            }
        }
    }

    private static int year(Observation row) {
        return row.period().belongsToYear().orElseThrow();
    }

    private static List<Cell> near(Collection<Cell> cells, int year) {
        return cells.stream().filter(cell -> cell.key().period().belongsToYear().stream()
                .anyMatch(it -> Math.abs(it - year) <= 1)).toList();
    }

    private static List<Finding> apart(Catalogue catalogue, Observation row, List<Cell> cells) {
        return Consistency.of(cells, Implied.of(catalogue, cells)).stream()
                .filter(it -> it.outcome() == Consistency.Outcome.INCONSISTENT)
                .map(it -> new Finding.RoutesApart(it, catalogue.indicator(it.cell().indicator()).unit()))
                .filter(it -> it.inputs().contains(row))
                .map(Finding.class::cast).toList();
    }

    /** These and all that they are tied to by a growth or a share, however far; none where none is tied to any. */
    private static Set<String> withKin(Catalogue catalogue, Set<String> codes) {
        var kin = new HashSet<String>();
        var known = new HashSet<>(codes);
        var grown = true;
        while (grown) {
            var tied = catalogue.indicators().stream().map(FiguresApart::tie)
                    .filter(tie -> tie.size() > 1 && tie.stream().anyMatch(known::contains))
                    .flatMap(Set::stream).collect(Collectors.toSet());
            grown = kin.addAll(tied);
            known.addAll(tied);
        }
        return kin;
    }

    private static Set<String> tie(Indicator of) {
        return Stream.of(of.code(), of.growthOf(), of.shareOf(), of.part()).filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
