package org.youju.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.youju.check.Derivation;
import org.youju.check.ScaleSlip;
import org.youju.check.rule.Importance;
import org.youju.figure.Figure;
import org.youju.figure.Period;
import org.youju.figure.PeriodKind;
import org.youju.indicator.Indicator;
import org.youju.observation.CellKey;

/**
 * A row of the sheet.
 *
 * @param cells  from left to right; together they fill the sheet's years without a gap or an overlap
 * @param breaks the years whose figures are not comparable with those of the year before
 */
public record SheetRow(Indicator indicator, List<SheetCell> cells, Set<Integer> breaks) {

    public SheetRow {
        cells = List.copyOf(cells);
        breaks = Set.copyOf(breaks);
    }

    /** The same with the sign of a comment on some cells. */
    SheetRow commented(Set<CellKey> commented) {
        return cells.stream().noneMatch(cell -> commented.contains(cell.key())) ? this
                : new SheetRow(indicator, cells.stream().map(cell -> commented.contains(cell.key())
                        ? cell.asCommented() : cell).toList(), breaks);
    }

    /** The cell of a year; empty where the sheet doesn't reach it. */
    public Optional<SheetCell> at(int year) {
        return cells.stream().filter(c -> c.column() - c.span() < year && year <= c.column()).findFirst();
    }

    /**
     * Lays the cells of an indicator in columns. Each goes to the year in which its period ends; of several in one
     * column the year itself comes first, and the others are named beside it. A part of a year never stands for it: it
     * is named beside the year, which stays to be filled. One of several years reaches to the left over the columns
     * that it speaks of, where each of them is free.
     *
     * @param within  whether whoever reads it answers for it
     * @param stated  cells of this indicator, at most one a period; column and span are not looked at
     * @param implied what follows for years of this indicator
     * @param lastDue the last year whose figures are due
     */
    static SheetRow of(Indicator indicator, String region, SheetQuery query, boolean within,
            Collection<SheetCell> stated,
            Collection<Derivation> implied, Set<Integer> breaks, int lastDue) {
        Map<Integer, List<SheetCell>> columns = new TreeMap<>();
        stated.forEach(cell -> {
            var column = column(cell.key().period());
            if (column != null && column >= query.from() && column <= query.to()) {
                columns.computeIfAbsent(column, year -> new ArrayList<>()).add(cell);
            }
        });
        Map<Integer, Derivation> follows = new HashMap<>();
        implied.stream().filter(d -> d.period().kind() == PeriodKind.YEAR)
                .forEach(d -> follows.putIfAbsent(Objects.requireNonNull(column(d.period())), d));
        var cells = new ArrayList<SheetCell>();
        for (int year = query.to(); year >= query.from();) {
            var here = columns.getOrDefault(year, List.of());
            var cell = here.stream().allMatch(SheetRow::isPartOfYear) ? empty(indicator, region, year, follows.get(year),
                    isMissing(columns, year, lastDue), here) : first(here, year, span(here, columns, query.from()));
            cells.addFirst(cell.within(within));
            year -= cell.span();
        }
        return new SheetRow(indicator, cells, breaks);
    }

    /** The same with what is found at its cells. */
    SheetRow found(Map<CellKey, Importance> findings) {
        return findings.isEmpty() ? this
                : new SheetRow(indicator, cells.stream().map(it -> it.found(findings.get(it.key()))).toList(), breaks);
    }

    /** The same with a sign where the scale of a draft is far from that of the others of the row. */
    SheetRow scaled() {
        var all = cells.stream().flatMap(SheetCell::all).filter(it -> it.shown().isPresent()).toList();
        return new SheetRow(indicator, cells.stream().map(cell -> cell.finding() == null && cell.draft() != null
                && ScaleSlip.mayBe(cell.draft().figure()) && isSlip(cell, cell.draft().figure(), all)
                ? cell.found(Importance.LOW) : cell).toList(), breaks);
    }

    /**
     * Whether a figure would be ten times the usual one of this row, or a tenth: a slip of its unit, more often than not.
     *
     * @param beside what would be written with it into other cells of the row
     * @return false where no other of such a period is known
     */
    public boolean isFarOff(CellKey key, Figure figure, Map<CellKey, Figure> beside) {
        var known = new HashMap<CellKey, Figure>();
        cells.stream().flatMap(SheetCell::all).forEach(it -> it.shown().ifPresent(of -> known.put(it.key(), of.figure())));
        known.putAll(beside);
        var others = known.entrySet().stream().filter(it -> !it.getKey().equals(key)
                        && it.getKey().indicator().equals(key.indicator())
                        && it.getKey().period().kind() == key.period().kind())
                .map(it -> it.getValue().value().abs()).filter(it -> it.signum() > 0).sorted().toList();
        if (others.isEmpty() || figure.value().signum() == 0) {
            return false;
        }
        var usual = others.get(others.size() / 2);
        var value = figure.value().abs();
        return value.max(usual).compareTo(value.min(usual).multiply(BigDecimal.TEN)) >= 0;
    }

    private static boolean isSlip(SheetCell cell, Figure figure, List<SheetCell> all) {
        return ScaleSlip.of(figure, all.stream().filter(it -> !it.key().equals(cell.key())
                        && it.key().period().kind() == cell.key().period().kind())
                .map(it -> it.shown().orElseThrow().figure().value()).toList()).isPresent();
    }

    /** Due is what is over and was published of an earlier year. */
    private static boolean isMissing(Map<Integer, List<SheetCell>> columns, int year, int lastDue) {
        return year <= lastDue && columns.entrySet().stream().anyMatch(other -> other.getKey() < year
                && other.getValue().stream().anyMatch(cell -> cell.approved() != null && !isPartOfYear(cell)));
    }

    private static boolean isPartOfYear(SheetCell cell) {
        return switch (cell.key().period().kind()) {
            case HALF_YEAR, QUARTER, MONTH -> true;
            case YEAR, AS_OF, SPAN, BY, SINCE, UNKNOWN -> false;
        };
    }

    private static SheetCell empty(Indicator indicator, String region, int year, @Nullable Derivation implied,
            boolean missing, List<SheetCell> others) {
        return new SheetCell(new CellKey(indicator.code(), region, new Period.Year(year)), year, 1, null, 0, null,
                implied, missing && implied == null, false, others.stream().sorted(FIRST).toList(), null, true);
    }

    private static SheetCell first(List<SheetCell> here, int year, int span) {
        var sorted = here.stream().sorted(FIRST).toList();
        var cell = sorted.getFirst();
        return new SheetCell(cell.key(), year, span, cell.approved(), cell.sources(), cell.draft(), null, false, false,
                sorted.subList(1, sorted.size()), null, true);
    }

    private static final Comparator<SheetCell> FIRST = Comparator
            .comparing((SheetCell cell) -> rank(cell.key().period()))
            .thenComparing(cell -> cell.key().period(), Comparator.reverseOrder());

    private static int rank(Period period) {
        return switch (period.kind()) {
            case YEAR -> 0;
            case AS_OF -> 1;
            case HALF_YEAR, QUARTER, MONTH -> 2;
            case SPAN -> 3;
            case BY, SINCE, UNKNOWN -> 4;
        };
    }

    private static int span(List<SheetCell> here, Map<Integer, List<SheetCell>> columns, int from) {
        var period = here.stream().min(FIRST).orElseThrow().key().period();
        if (period.kind() != PeriodKind.SPAN) {
            return 1;
        }
        int last = year(Objects.requireNonNull(period.end()));
        int first = Math.max(from, year(Objects.requireNonNull(period.start())));
        for (int year = first; year < last; year++) {
            if (columns.containsKey(year)) {
                return 1;
            }
        }
        return last - first + 1;
    }

    private static @Nullable Integer column(Period period) {
        var day = period.end() != null ? period.end() : period.start();
        return day == null ? null : Integer.valueOf(year(day));
    }

    private static int year(LocalDate day) {
        return day.getYear();
    }
}
