package org.youju.compare.reckon;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.youju.figure.Period;
import org.youju.indicator.Definition;
import org.youju.indicator.Indicator;
import org.youju.indicator.Region;

/**
 * One indicator of one region through the years.
 *
 * @param values       by year; a year of which nothing is known is left out
 * @param breaks       the definitions that do not compare with the one before
 * @param goals        targets and promises, the latest published last
 * @param constantRate whether growth of it is published in constant prices, with which growth of its levels must not be
 *                     mixed up
 * @param wholes       codes of the indicators that the catalogue knows it to be a part of
 * @param others       the periods of it that are known and that no year stands for, such as half years, ascending
 */
public record Line(Indicator indicator, Region region, NavigableMap<Integer, Known> values, List<Definition> breaks,
        List<Goal> goals, boolean constantRate, Set<String> wholes, List<Period> others) {

    public Line {
        values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
        breaks = List.copyOf(breaks);
        goals = List.copyOf(goals);
        wholes = Set.copyOf(wholes);
        others = List.copyOf(others);
    }

    /** One without breaks, goals and rates, such as a test makes. */
    public static Line of(Indicator indicator, Region region, NavigableMap<Integer, Known> values) {
        return new Line(indicator, region, values, List.of(), List.of(), false, Set.of(), List.of());
    }

    /** What tells it from other lines: {@code EC_GDP.310105}. */
    public String key() {
        return indicator.code() + "." + region.code();
    }

    /** Whether its region is of the level of another's: both lie in a greater one, or neither does. */
    public boolean isOfLevel(Line other) {
        return (region.parent() == null) == (other.region.parent() == null);
    }

    public Optional<Known> at(int year) {
        return Optional.ofNullable(values.get(year));
    }

    /** The definition by which the values of two years do not compare, the first of them; empty where they do. */
    public Optional<Definition> breakBetween(int earlier, int later) {
        return breaks.stream().filter(it -> startsBetween(it.validFrom(), earlier, later)).findFirst();
    }

    private static boolean startsBetween(@Nullable Integer start, int earlier, int later) {
        return start != null && start > earlier && start <= later;
    }

    /** The latest published target or promise that speaks of a year. */
    public Optional<Goal> goalIn(int year) {
        return goals.stream().filter(it -> it.holdsIn(year)).reduce((a, b) -> b);
    }

    /** Whether its values are per cents, which change by percentage points and have no growth in per cent. */
    public boolean isInPerCent() {
        return indicator.unit().dimension().equals("percent");
    }
}
