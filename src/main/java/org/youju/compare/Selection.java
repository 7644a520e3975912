package org.youju.compare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.youju.compare.reckon.Transform;

/**
 * What is compared, and how. An address says all of it; see {@link SelectionAddress}.
 *
 * @param indicators codes in the order shown, at most {@value #MOST_INDICATORS}, none twice
 * @param regions    codes in the order shown, at most {@value #MOST_REGIONS}, none twice
 * @param from       first year shown; empty = the first that has a value
 * @param to         last year shown; empty = the last that has a value
 * @param asOf       sources published by that day; empty = the latest
 * @param against    a second day, whose state of knowledge is set beside the first; empty = none
 * @param recorded   our own records as they stood then; empty = now
 * @param other      code of the indicator that a share or ratio is reckoned by
 * @param base       the year that an index or an average rate starts from; empty = the first shown
 * @param options    what is shown beside the values
 * @param sort       the column that the table is sorted by; empty = the order of the choice
 * @param pinned     keys of the lines that stay on top of the table, {@code INDICATOR.region}
 */
public record Selection(List<String> indicators, List<String> regions, OptionalInt from, OptionalInt to,
        Optional<LocalDate> asOf, Optional<LocalDate> against, Optional<Instant> recorded, Transform transform,
        Optional<String> other, OptionalInt base, ChartKind chart, Set<Option> options, Optional<Sort> sort,
        List<String> pinned) {

    public static final int MOST_INDICATORS = 20;
    public static final int MOST_REGIONS = 20;
    public static final int FIRST_YEAR = 1949;
    public static final int LAST_YEAR = 2100;
    /** The longest span; of a longer one the last years are shown. */
    public static final int MOST_YEARS = 60;

    /** What is shown beside the values unless somebody asks otherwise. */
    public static final Set<Option> USUAL = Set.of(Option.IMPLIED, Option.INTERVALS, Option.ONE_AXIS);

    /** Nothing chosen yet. */
    public static final Selection NONE = new Selection(List.of(), List.of(), OptionalInt.empty(), OptionalInt.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Transform.LEVEL, Optional.empty(),
            OptionalInt.empty(), ChartKind.LINE, USUAL, Optional.empty(), List.of());

    /**
     * How the table is sorted.
     *
     * @param descending whether the greatest comes first
     */
    public record Sort(Column by, boolean descending) {
    }

    /** The columns that a table can be sorted by. */
    public enum Column {
        NAME, REGION, START, END, CHANGE, GROWTH, YEARLY
    }

    /** @throws IllegalArgumentException if a part is out of its bounds or given twice, or from is after to */
    public Selection {
        indicators = distinct(indicators, MOST_INDICATORS, "indicators");
        regions = distinct(regions, MOST_REGIONS, "regions");
        pinned = distinct(pinned, MOST_INDICATORS * MOST_REGIONS, "pinned lines");
        options = Set.copyOf(options);
        indicators.forEach(Selection::requireCode);
        regions.forEach(Selection::requireCode);
        other.ifPresent(Selection::requireCode);
        pinned.forEach(key -> require(key.matches("[A-Za-z0-9_]{1,60}\\.[A-Za-z0-9_-]{1,60}"), "line: " + key));
        from.ifPresent(Selection::requireYear);
        to.ifPresent(Selection::requireYear);
        base.ifPresent(Selection::requireYear);
        asOf.ifPresent(day -> requireYear(day.getYear()));
        against.ifPresent(day -> requireYear(day.getYear()));
        recorded.ifPresent(at -> require(at.getEpochSecond() >= 0 && at.isBefore(Instant.parse("2101-01-01T00:00:00Z")),
                "moment: " + at));
        if (from.isPresent() && to.isPresent()) {
            require(from.getAsInt() <= to.getAsInt(), "years: " + from.getAsInt() + " > " + to.getAsInt());
            require(to.getAsInt() - from.getAsInt() < MOST_YEARS, "at most " + MOST_YEARS + " years");
        }
    }

    private static List<String> distinct(List<String> codes, int most, String what) {
        require(codes.size() <= most, "at most " + most + " " + what);
        require(new HashSet<>(codes).size() == codes.size(), "the same twice: " + codes);
        return List.copyOf(codes);
    }

    private static void requireCode(String code) {
        require(code.matches("[A-Za-z0-9_-]{1,60}"), "code: " + code);
    }

    private static void requireYear(int year) {
        require(year >= FIRST_YEAR && year <= LAST_YEAR, "year: " + year);
    }

    private static void require(boolean kept, String what) {
        if (!kept) {
            throw new IllegalArgumentException(what);
        }
    }

    public boolean has(Option option) {
        return options.contains(option);
    }

    public Selection withIndicators(List<String> codes) {
        return new Selection(codes, regions, from, to, asOf, against, recorded, transform, other, base, chart, options,
                sort, pinned);
    }

    public Selection withRegions(List<String> codes) {
        return new Selection(indicators, codes, from, to, asOf, against, recorded, transform, other, base, chart,
                options, sort, pinned);
    }

    /** The same over other years; empty = all that have a value. */
    public Selection withYears(OptionalInt first, OptionalInt last) {
        return new Selection(indicators, regions, first, last, asOf, against, recorded, transform, other, base, chart,
                options, sort, pinned);
    }

    public Selection withAsOf(Optional<LocalDate> day) {
        return new Selection(indicators, regions, from, to, day, against, recorded, transform, other, base, chart,
                options, sort, pinned);
    }

    public Selection withAgainst(Optional<LocalDate> day) {
        return new Selection(indicators, regions, from, to, asOf, day, recorded, transform, other, base, chart,
                options, sort, pinned);
    }

    public Selection withRecorded(Optional<Instant> at) {
        return new Selection(indicators, regions, from, to, asOf, against, at, transform, other, base, chart, options,
                sort, pinned);
    }

    public Selection withTransform(Transform wanted) {
        return new Selection(indicators, regions, from, to, asOf, against, recorded, wanted, other, base, chart,
                options, sort, pinned);
    }

    public Selection withOther(Optional<String> code) {
        return new Selection(indicators, regions, from, to, asOf, against, recorded, transform, code, base, chart,
                options, sort, pinned);
    }

    public Selection withBase(OptionalInt year) {
        return new Selection(indicators, regions, from, to, asOf, against, recorded, transform, other, year, chart,
                options, sort, pinned);
    }

    public Selection withChart(ChartKind kind) {
        return new Selection(indicators, regions, from, to, asOf, against, recorded, transform, other, base, kind,
                options, sort, pinned);
    }

    /** The same with an option on or off. */
    public Selection with(Option option, boolean on) {
        var changed = EnumSet.noneOf(Option.class);
        changed.addAll(options);
        if (on) {
            changed.add(option);
        } else {
            changed.remove(option);
        }
        return new Selection(indicators, regions, from, to, asOf, against, recorded, transform, other, base, chart,
                changed, sort, pinned);
    }

    public Selection withSort(Optional<Sort> by) {
        return new Selection(indicators, regions, from, to, asOf, against, recorded, transform, other, base, chart,
                options, by, pinned);
    }

    public Selection withPinned(List<String> keys) {
        return new Selection(indicators, regions, from, to, asOf, against, recorded, transform, other, base, chart,
                options, sort, keys);
    }
}
