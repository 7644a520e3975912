package org.youju.dashboard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.youju.check.Derivation;
import org.youju.commitment.Judged;
import org.youju.commitment.Verdict;
import org.youju.figure.Interval;
import org.youju.figure.Nature;
import org.youju.figure.PeriodKind;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.observation.Cell;

/**
 * A headline of a region in a year.
 *
 * @param cell        what it shows, empty where nothing is known for the year
 * @param carriedOver whether the cell belongs to an earlier year than the one asked for (沿用)
 * @param change      against the year before, where both are known and comparable
 * @param series      what stands behind it
 */
public record KpiCard(int year, Optional<Cell> cell, boolean carriedOver, Optional<Change> change,
        IndicatorSeries series) {

    /** Against the year before. */
    public sealed interface Change {

        /** A growth that the sources state. */
        record Stated(Cell growth) implements Change {
        }

        /**
         * A difference of two stated values, in the unit of the indicator; for percentages in percentage points.
         *
         * @param value    difference of the printed values
         * @param interval what the difference can be; a change is certain only where it does not hold zero
         * @param base     the cell of the year before
         */
        record Computed(BigDecimal value, Interval interval, Cell base) implements Change {

            public boolean isCertain() {
                return !interval.contains(BigDecimal.ZERO);
            }
        }
    }

    /** Picks what a card shows of a series in a year. */
    static KpiCard of(IndicatorSeries series, int year, Catalogue catalogue) {
        var cell = shown(series, year);
        boolean carriedOver = cell.isPresent() && yearOf(cell.get()) != null && yearOf(cell.get()) < year;
        return new KpiCard(year, cell, carriedOver, cell.flatMap(c -> change(series, c, catalogue)), series);
    }

    public Indicator indicator() {
        return series.indicator();
    }

    /** The cell of the last period, for a card that has nothing to show of its year. */
    public Optional<Cell> last() {
        return series.cells().stream().filter(c -> c.key().period().end() != null).reduce((a, b) -> b);
    }

    /** What follows for the card's year from other figures, where no source states it; never what a sentence rests on. */
    public Optional<Derivation> implied() {
        var own = cell.isPresent() ? List.<Derivation>of()
                : series.implied().stream().filter(d -> d.period().belongsToYear().equals(OptionalInt.of(year))).toList();
        return own.stream().filter(d -> d.period().kind() == PeriodKind.YEAR).findFirst()
                .or(() -> own.stream().findFirst());
    }

    /** Whether only one period is known, so that there is nothing to compare with. */
    public boolean isOnlyPeriod() {
        return series.cells().size() == 1 && series.implied().isEmpty();
    }

    /** The promises whose window holds the card's year and that something can be said of, the worst first. */
    public List<Judged> promises() {
        return series.promises().stream()
                .filter(j -> j.commitment().from() <= year
                        && (j.commitment().to() == null || j.commitment().to() >= year))
                .filter(j -> j.kind() != Verdict.Kind.NO_DATA)
                .sorted(Judged.WORST_FIRST)
                .toList();
    }

    /** The promise that a card has to show: the worst of those that apply, so that a kept one never hides it. */
    public Optional<Judged> promise() {
        return promises().stream().findFirst();
    }

    /** The year of the figure that the shown promise is judged by, where the card shows one of another year. */
    public OptionalInt promiseYear() {
        var judged = promise().map(j -> j.verdict().lastYear()).orElse(OptionalInt.empty());
        var own = cell.map(KpiCard::yearOf);
        return judged.isPresent() && own.isPresent() && own.get() == judged.getAsInt() ? OptionalInt.empty() : judged;
    }

    private static Optional<Cell> shown(IndicatorSeries series, int year) {
        return switch (series.indicator().nature()) {
            case FLOW, RATE, SHARE, RATIO -> ofYear(series.cells(), year);
            case STOCK, STANDARD, CUMULATIVE -> lastUntil(series.cells(), LocalDate.of(year + 1, 6, 30));
        };
    }

    private static Optional<Cell> ofYear(List<Cell> cells, int year) {
        var own = cells.stream().filter(c -> Integer.valueOf(year).equals(yearOf(c))).toList();
        return own.stream().filter(c -> c.key().period().kind() == PeriodKind.YEAR).findFirst()
                .or(() -> own.stream().max(IndicatorSeries.BY_PERIOD));
    }

    private static Optional<Cell> lastUntil(List<Cell> cells, LocalDate day) {
        return cells.stream()
                .filter(c -> c.key().period().end() != null && !c.key().period().end().isAfter(day))
                .max(IndicatorSeries.BY_PERIOD);
    }

    private static Optional<Change> change(IndicatorSeries series, Cell cell, Catalogue catalogue) {
        var stated = catalogue.growthsOf(series.indicator().code()).stream()
                .flatMap(g -> series.related(g.code(), cell.key().period()).stream())
                .findFirst();
        return stated.<Change>map(Change.Stated::new).or(() -> computed(series, cell, catalogue));
    }

    private static Optional<Change> computed(IndicatorSeries series, Cell cell, Catalogue catalogue) {
        var year = yearOf(cell);
        if (year == null || series.indicator().nature() == Nature.CUMULATIVE
                || catalogue.breakBetween(series.indicator().code(), series.region().code(), year - 1, year)) {
            return Optional.empty();
        }
        return ofYear(series.cells(), year - 1)
                .filter(base -> base.key().period().kind() == cell.key().period().kind())
                .map(base -> new Change.Computed(
                        cell.representing().figure().value().subtract(base.representing().figure().value()),
                        cell.representing().interval().minus(base.representing().interval()), base));
    }

    static @Nullable Integer yearOf(Cell cell) {
        var year = cell.key().period().belongsToYear();
        return year.isPresent() ? year.getAsInt() : null;
    }
}
