package org.youju.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.check.Explanation.Range;
import org.youju.figure.Interval;
import org.youju.figure.Unit;
import org.youju.observation.Cell;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;

/**
 * Independent routes to one quantity, compared.
 *
 * @param routes  at least two, a stated one first
 * @param common  what is possible by all of them, empty where nothing is
 */
public record Consistency(CellKey cell, List<Route> routes, Outcome outcome, Optional<Interval> common) {

    private static final int FINEST = 4;

    /** A way to know a quantity. */
    public sealed interface Route {

        /** In the indicator's unit. */
        BigDecimal value();

        /** In the indicator's unit. */
        Interval interval();

        /** The statements that it rests on. */
        List<Observation> inputs();

        /** A source states it. */
        record Stated(Observation statement) implements Route {
            @Override
            public BigDecimal value() {
                return statement.figure().value();
            }

            @Override
            public Interval interval() {
                return statement.interval();
            }

            @Override
            public List<Observation> inputs() {
                return List.of(statement);
            }
        }

        /** It follows from what sources state. */
        record Derived(Derivation derivation) implements Route {
            @Override
            public BigDecimal value() {
                return derivation.value();
            }

            @Override
            public Interval interval() {
                return derivation.interval();
            }

            @Override
            public List<Observation> inputs() {
                return derivation.inputs();
            }
        }
    }

    /** What the comparison finds. */
    public enum Outcome {
        /** One value is possible by every route. */
        CONSISTENT,
        /** No one value is, but what keeps them apart is a reading convention, or no two alone are apart. */
        UNCERTAIN,
        /** Two routes are apart by hard ends. */
        INCONSISTENT
    }

    public Consistency {
        routes = List.copyOf(routes);
    }

    /**
     * What it comes to, as a sentence with the numbers.
     *
     * @param unit of the indicator
     */
    public Explanation explanation(Unit unit) {
        if (common.isPresent()) {
            return Explanation.of("check.routes.CONSISTENT", routes.size(), new Range(readable(common.get()), unit));
        }
        var pair = farthest();
        return Explanation.of("check.routes." + outcome, words(pair.getFirst()),
                new Range(readable(pair.getFirst().interval()), unit), words(pair.getLast()),
                new Range(readable(pair.getLast().interval()), unit));
    }

    /** What a route is called: its formula, or the print of its source. */
    private static String words(Route route) {
        return switch (route) {
            case Route.Stated(var statement) -> statement.figure().printed();
            case Route.Derived(var derivation) -> derivation.formula();
        };
    }

    /** No finer than a tenth of what is not known, and no coarser than a tenth; a point as it is. */
    private static Interval readable(Interval interval) {
        var low = interval.low();
        var high = interval.high();
        if (interval.isPoint()) {
            return interval;
        }
        var decimals = 1;
        if (low != null && high != null) {
            var tenth = high.subtract(low).movePointLeft(1);
            while (decimals < FINEST && BigDecimal.ONE.movePointLeft(decimals).compareTo(tenth) > 0) {
                decimals++;
            }
        }
        return new Interval(rounded(low, decimals), interval.lowEnd(), rounded(high, decimals), interval.highEnd());
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal end, int decimals) {
        return end == null || end.scale() <= decimals ? end : end.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Two routes that hard ends keep apart; without such, two that share nothing, or the first and the last. */
    private List<Route> farthest() {
        var pairs = routes.stream().flatMap(a -> routes.stream().filter(b -> a != b).map(b -> List.of(a, b))).toList();
        return pairs.stream()
                .filter(it -> it.getFirst().interval().certainlyApartFrom(it.getLast().interval())).findFirst()
                .or(() -> pairs.stream()
                        .filter(it -> !it.getFirst().interval().intersects(it.getLast().interval())).findFirst())
                .orElseGet(() -> List.of(routes.getFirst(), routes.getLast()));
    }

    /** Compares the routes to every derived quantity that has more than one route, in the order of derivations. */
    public static List<Consistency> of(Collection<Cell> cells, Collection<Derivation> derivations) {
        Map<CellKey, List<Route>> routes = new LinkedHashMap<>();
        derivations.forEach(d -> routes.put(d.cell(), new ArrayList<>()));
        cells.forEach(cell -> {
            if (routes.containsKey(cell.key())) {
                routes.get(cell.key()).add(new Route.Stated(cell.representing()));
            }
        });
        derivations.forEach(d -> routes.get(d.cell()).add(new Route.Derived(d)));
        return routes.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .map(e -> compare(e.getKey(), e.getValue()))
                .toList();
    }

    private static Consistency compare(CellKey cell, List<Route> routes) {
        var common = routes.stream().map(Route::interval).map(Optional::of)
                .reduce((a, b) -> a.flatMap(i -> b.flatMap(i::intersection)))
                .orElseThrow();
        var outcome = common.isPresent() ? Outcome.CONSISTENT
                : anyApart(routes) ? Outcome.INCONSISTENT : Outcome.UNCERTAIN;
        return new Consistency(cell, routes, outcome, common);
    }

    private static boolean anyApart(List<Route> routes) {
        return routes.stream().anyMatch(a -> routes.stream()
                .anyMatch(b -> a.interval().certainlyApartFrom(b.interval())));
    }
}
