package org.youju.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.youju.figure.Nature;
import org.youju.figure.PeriodKind;
import org.youju.figure.Qualifier;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Definition;
import org.youju.observation.Cell;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;

/** Looks through series for what needs attention. */
public final class Attention {

    /**
     * Years that a promise speaks of and that are over.
     *
     * @param code    of the promise
     * @param printed its words in the source
     * @param yearly  whether each of the years is to be judged, not all together
     */
    public record Promised(String code, String printed, String indicator, String region, int from, int to,
            boolean yearly) {
    }

    private record Series(String indicator, String region) {
    }

    private final Catalogue catalogue;
    private final Map<Series, List<Cell>> series = new TreeMap<>(
            Comparator.comparing(Series::region).thenComparing(Series::indicator));
    private final Set<CellKey> known = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private Attention(Catalogue catalogue, Collection<Cell> cells, Collection<Derivation> derivations) {
        this.catalogue = catalogue;
        cells.stream().sorted(Comparator.comparing(c -> c.key().period())).forEach(cell -> {
            series.computeIfAbsent(new Series(cell.key().indicator(), cell.key().region()), s -> new ArrayList<>())
                    .add(cell);
            known.add(cell.key());
        });
        derivations.forEach(d -> known.add(d.cell()));
    }

    /**
     * All findings, the gravest kind first: conflicts that no ruling has settled, routes that lead apart, conflicts with
     * an unvalidated source, promised years and other years without data, levels that are not known, floors, periods
     * that are not stated, breaks.
     *
     * @param derivations what follows from the cells, see {@link Implied}
     */
    public static List<Finding> of(Catalogue catalogue, Collection<Cell> cells, Collection<Derivation> derivations,
            Collection<Promised> promises) {
        var attention = new Attention(catalogue, cells, derivations);
        attention.conflicts();
        Consistency.of(cells, derivations).stream()
                .filter(c -> c.outcome() == Consistency.Outcome.INCONSISTENT)
                .forEach(c -> attention.findings.add(
                        new Finding.RoutesApart(c, catalogue.indicator(c.cell().indicator()).unit())));
        promises.stream().sorted(Comparator.comparing(Promised::code)).forEach(attention::promised);
        attention.series.forEach(attention::look);
        return byWeight(attention.findings);
    }

    /** The conflicts of some cells that no ruling has settled and that weigh: those without an unvalidated side alone. */
    public static List<Finding> conflicts(Collection<Cell> cells) {
        return cells.stream().filter(cell -> !cell.isSettled()).flatMap(cell -> {
            var conflicts = Comparison.conflicts(List.of(cell));
            return conflicts.isEmpty() ? Stream.<Finding>of()
                    : Stream.of(new Finding.SourcesConflict(cell, conflicts));
        }).toList();
    }

    /**
     * Findings, the gravest kind first: promises that were not kept before what contradicts itself, that before promises
     * that are behind, and last what is only not known; those of one kind stay in their order.
     */
    public static List<Finding> byWeight(Collection<Finding> findings) {
        return findings.stream().sorted(Comparator.comparing(Attention::rank)).toList();
    }

    private static int rank(Finding finding) {
        return switch (finding) {
            case Finding.PromiseUnkept promise -> promise.pace() == null ? 0 : 4;
            case Finding.SourcesConflict conflict -> conflict.isMinor() ? 5 : 1;
            case Finding.RoutesApart routes -> 2;
            case Finding.RuleBroken broken -> 3;
            case Finding.MissingYears missing -> 6;
            case Finding.LevelUnknown level -> 7;
            case Finding.FloorOnly floor -> 8;
            case Finding.PeriodNotStated period -> 9;
            case Finding.SeriesBreak broken -> 10;
        };
    }

    private void conflicts() {
        series.values().forEach(cells -> cells.forEach(cell -> {
            if (cell.isSettled()) {
                return;
            }
            var conflicts = Comparison.of(cell).stream().filter(c -> c.agreement() == Agreement.CONFLICT).toList();
            if (!conflicts.isEmpty()) {
                findings.add(new Finding.SourcesConflict(cell, conflicts));
            }
        }));
    }

    private void promised(Promised promise) {
        var cells = series.getOrDefault(new Series(promise.indicator(), promise.region()), List.of());
        var years = years(cells);
        var missing = IntStream.rangeClosed(promise.from(), promise.to()).boxed()
                .filter(year -> !years.contains(year)).toList();
        if (!missing.isEmpty()) {
            findings.add(new Finding.MissingYears(promise.indicator(), promise.region(), missing, promise.printed(),
                    promise.yearly(),
                    cells.stream().map(Cell::representing).toList()));
        }
    }

    private void look(Series of, List<Cell> cells) {
        gaps(of, cells);
        level(of, cells);
        breaks(of, cells);
        cells.stream().map(Cell::representing).forEach(statement -> {
            if (statement.period().kind() == PeriodKind.UNKNOWN || statement.period().kind() == PeriodKind.BY) {
                findings.add(new Finding.PeriodNotStated(statement));
            }
            if (isFloor(statement)) {
                findings.add(new Finding.FloorOnly(statement));
            }
        });
    }

    private boolean isFloor(Observation statement) {
        return (statement.figure().qualifier() == Qualifier.AT_LEAST
                || statement.figure().qualifier() == Qualifier.MORE_THAN)
                && catalogue.find(statement.indicator()).filter(i -> i.nature() != Nature.STANDARD).isPresent();
    }

    private void gaps(Series of, List<Cell> cells) {
        var years = years(cells);
        if (years.isEmpty()) {
            return;
        }
        var missing = IntStream.range(years.first(), years.last()).boxed().filter(y -> !years.contains(y)).toList();
        if (!missing.isEmpty()) {
            var stated = cells.stream().map(Cell::representing)
                    .filter(o -> o.period().belongsToYear().isPresent()).toList();
            findings.add(new Finding.MissingYears(of.indicator(), of.region(), missing, null, false, stated));
        }
    }

    /** Years that some period belongs to; one of several years fills only the year that it ends in. */
    private static TreeSet<Integer> years(List<Cell> cells) {
        var years = new TreeSet<Integer>();
        cells.forEach(cell -> cell.key().period().belongsToYear().ifPresent(years::add));
        return years;
    }

    private void level(Series of, List<Cell> cells) {
        var level = catalogue.find(of.indicator()).map(i -> i.growthOf()).orElse(null);
        if (level == null) {
            return;
        }
        var alone = cells.stream().map(Cell::representing)
                .filter(growth -> !known.contains(new CellKey(level, of.region(), growth.period())))
                .sorted(Comparator.comparing(Observation::period).reversed())
                .toList();
        if (!alone.isEmpty()) {
            findings.add(new Finding.LevelUnknown(level, of.region(), alone));
        }
    }

    private void breaks(Series of, List<Cell> cells) {
        for (Definition definition : catalogue.breaks(of.indicator(), of.region())) {
            var sides = cells.stream().map(Cell::representing).filter(o -> o.period().end() != null)
                    .collect(Collectors.partitioningBy(
                            o -> o.period().end().getYear() >= definition.validFrom()));
            if (!sides.get(true).isEmpty() && !sides.get(false).isEmpty()) {
                findings.add(new Finding.SeriesBreak(definition, sides.get(false).getLast(),
                        sides.get(true).getFirst()));
            }
        }
    }
}
