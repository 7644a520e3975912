package org.youju.compare.reckon;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.youju.compare.reckon.Outcome.Result;
import org.youju.compare.reckon.Outcome.Trend;
import org.youju.figure.Numbers;

/** What was known by one day against what is known by another, value by value. */
public final class Moments {

    /** How a value differs between the two days. */
    public enum Kind {
        /** Known only by the second day. */
        ADDED,
        /** Known only by the first day. */
        GONE,
        /** Both intervals hold one value. */
        COMPATIBLE,
        /** The intervals exclude each other. */
        REVISED,
        /** Apart, but only by a reading convention. */
        POSSIBLY_REVISED
    }

    /**
     * A value that is not the same on both days.
     *
     * @param before by the first day, empty where nothing was known
     * @param after  by the second day, empty where nothing is known
     * @param change the difference, where both are known
     */
    public record Difference(Line line, int year, Optional<Known> before, Optional<Known> after, Kind kind,
            Optional<Result> change) {
    }

    private Moments() {
    }

    /** The differences, by line in the order of {@code after} and by year; equal values are left out. */
    public static List<Difference> of(List<Line> before, List<Line> after) {
        Map<String, Line> first = new HashMap<>();
        before.forEach(line -> first.put(line.key(), line));
        var differences = new ArrayList<Difference>();
        for (var line : after) {
            var earlier = Optional.ofNullable(first.get(line.key()));
            var years = new TreeSet<>(line.values().keySet());
            earlier.ifPresent(it -> years.addAll(it.values().keySet()));
            for (int year : years) {
                var then = earlier.flatMap(it -> it.at(year));
                var now = line.at(year);
                if (!isSame(then, now)) {
                    differences.add(difference(line, year, then, now));
                }
            }
        }
        return differences;
    }

    private static boolean isSame(Optional<Known> then, Optional<Known> now) {
        return then.isPresent() && now.isPresent()
                && then.get().value().compareTo(now.get().value()) == 0
                && then.get().interval().equals(now.get().interval()) && then.get().worth() == now.get().worth();
    }

    private static Difference difference(Line line, int year, Optional<Known> then, Optional<Known> now) {
        if (then.isEmpty() || now.isEmpty()) {
            return new Difference(line, year, then, now, then.isEmpty() ? Kind.ADDED : Kind.GONE, Optional.empty());
        }
        var before = then.get();
        var after = now.get();
        var kind = before.interval().intersects(after.interval()) ? Kind.COMPATIBLE
                : before.interval().certainlyApartFrom(after.interval()) ? Kind.REVISED : Kind.POSSIBLY_REVISED;
        var value = after.value().subtract(before.value());
        var interval = after.interval().minus(before.interval());
        var change = new Result(Numbers.plain(value), interval, before.worth().and(after.worth()),
                Trend.of(value, interval, BigDecimal.ZERO), Set.of(), List.of(before, after));
        return new Difference(line, year, then, now, kind, Optional.of(change));
    }
}
