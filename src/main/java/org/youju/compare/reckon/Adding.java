package org.youju.compare.reckon;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.youju.figure.Interval;
import org.youju.figure.Nature;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Region;

/** Whether lines may be added up to a total, and the total. */
public final class Adding {

    /** Why lines have no total. */
    public enum Obstacle {
        /** There is one line only. */
        ALONE,
        /** They are of several indicators, which may overlap. */
        SEVERAL_INDICATORS,
        /** Rates, shares, quotients and norms do not add up. */
        NOT_ADDABLE,
        /** One region lies in another. */
        OVERLAP
    }

    private Adding() {
    }

    /** Why the lines may not be added up; empty where they may. */
    public static Optional<Obstacle> obstacle(List<Line> lines, Catalogue catalogue) {
        if (lines.size() < 2) {
            return Optional.of(Obstacle.ALONE);
        }
        if (lines.stream().map(it -> it.indicator().code()).distinct().count() > 1) {
            return Optional.of(Obstacle.SEVERAL_INDICATORS);
        }
        var nature = lines.getFirst().indicator().nature();
        if (nature != Nature.FLOW && nature != Nature.STOCK || lines.getFirst().isInPerCent()) {
            return Optional.of(Obstacle.NOT_ADDABLE);
        }
        var regions = lines.stream().map(Line::region).toList();
        return regions.stream().anyMatch(it -> regions.stream().anyMatch(other -> liesIn(it, other, catalogue)))
                ? Optional.of(Obstacle.OVERLAP) : Optional.empty();
    }

    private static boolean liesIn(Region region, Region other, Catalogue catalogue) {
        var seen = new HashSet<String>();
        @Nullable String parent = region.parent();
        while (parent != null && seen.add(parent)) {
            if (parent.equals(other.code())) {
                return true;
            }
            parent = catalogue.region(parent).parent();
        }
        return false;
    }

    /** The sums of the years that all lines know for one period; the lines have no obstacle. */
    public static TreeMap<Integer, Known> total(List<Line> lines) {
        var total = new TreeMap<Integer, Known>();
        for (int year : lines.getFirst().values().keySet()) {
            var known = lines.stream().map(it -> it.values().get(year)).toList();
            if (known.stream().allMatch(it -> it != null && it.period().equals(known.getFirst().period()))) {
                total.put(year, sum(known));
            }
        }
        return total;
    }

    private static Known sum(List<Known> known) {
        var value = known.stream().map(Known::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        var interval = known.stream().map(Known::interval)
                .reduce(Interval.point(BigDecimal.ZERO), Interval::plus);
        var worth = known.stream().map(Known::worth).reduce(Worth.IMPLIED, Worth::and);
        return new Known(known.getFirst().period(), value, interval, worth, null, null);
    }
}
