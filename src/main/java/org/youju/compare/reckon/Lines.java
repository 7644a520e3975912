package org.youju.compare.reckon;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.check.Derivation;
import org.youju.check.Implied;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.TargetLine;
import org.youju.figure.Nature;
import org.youju.figure.Period;
import org.youju.figure.PeriodKind;
import org.youju.figure.Qualifier;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.indicator.PriceBasis;
import org.youju.indicator.Region;
import org.youju.observation.Cell;
import org.youju.reply.Publicity;

/** Lays what is known out by years: one line for each indicator of each region. */
public final class Lines {

    private final Catalogue catalogue;
    private final Map<String, List<Cell>> cells = new HashMap<>();
    private final Map<String, List<Derivation>> implied;
    private final Map<String, List<Commitment>> promises;

    private Lines(Catalogue catalogue, Collection<Cell> cells, Collection<Commitment> promises, boolean withImplied) {
        this.catalogue = catalogue;
        cells.forEach(cell -> this.cells.computeIfAbsent(key(cell.key().indicator(), cell.key().region()),
                it -> new ArrayList<>()).add(cell));
        implied = (withImplied ? Implied.of(catalogue, cells) : List.<Derivation>of()).stream()
                .collect(Collectors.groupingBy(it -> key(it.indicator(), it.region())));
        this.promises = promises.stream().collect(Collectors.groupingBy(it -> key(it.indicator(), it.region())));
    }

    private static String key(String indicator, String region) {
        return indicator + "." + region;
    }

    /**
     * The lines, by indicator and then by region in the orders given; also those of which nothing is known.
     *
     * @param cells       of these indicators, and of those that figures may follow from
     * @param promises    on these indicators, and on those that they add up
     * @param withImplied whether a year that nothing states takes what follows from other figures
     */
    public static List<Line> of(Catalogue catalogue, List<Indicator> indicators, List<Region> regions,
            Collection<Cell> cells, Collection<Commitment> promises, boolean withImplied) {
        var lines = new Lines(catalogue, cells, promises, withImplied);
        return indicators.stream().flatMap(indicator -> regions.stream().map(region -> lines.line(indicator, region)))
                .toList();
    }

    private Line line(Indicator indicator, Region region) {
        var key = key(indicator.code(), region.code());
        var values = new TreeMap<Integer, Known>();
        var stated = cells.getOrDefault(key, List.of());
        stated.stream().sorted(Comparator.comparing(cell -> cell.key().period()))
                .forEach(cell -> yearOf(indicator, cell.key().period())
                        .ifPresent(year -> values.merge(year, Known.of(cell), Lines::better)));
        implied.getOrDefault(key, List.of()).forEach(it -> yearOf(indicator, it.period())
                .ifPresent(year -> values.putIfAbsent(year, Known.of(it))));
        var shown = values.values().stream().map(Known::cell).filter(Objects::nonNull).collect(Collectors.toSet());
        boolean constant = catalogue.growthsOf(indicator.code()).stream()
                .anyMatch(it -> it.priceBasis() == PriceBasis.CONSTANT);
        var wholes = catalogue.sharesWithPart(indicator.code()).stream().map(Indicator::shareOf)
                .filter(Objects::nonNull).collect(Collectors.toSet());
        return new Line(indicator, region, values, catalogue.breaks(indicator.code(), region.code()),
                goals(indicator, promised(indicator, region), values), constant, wholes,
                stated.stream().filter(it -> !shown.contains(it)).map(it -> it.key().period()).sorted().toList());
    }

    /** A whole year stands for itself; a later day of it replaces an earlier one. */
    private static Known better(Known before, Known later) {
        return before.period().kind() == PeriodKind.YEAR ? before : later;
    }

    /** The year that a period stands for. Parts of a year stand for none; what stands or was added up, for its end's. */
    private static Optional<Integer> yearOf(Indicator indicator, Period period) {
        if (period.kind() == PeriodKind.YEAR) {
            return period.year().stream().boxed().findFirst();
        }
        boolean stands = switch (indicator.nature()) {
            case STOCK, STANDARD -> period.kind() == PeriodKind.AS_OF || period.kind() == PeriodKind.BY;
            case CUMULATIVE -> period.kind() == PeriodKind.SPAN || period.kind() == PeriodKind.AS_OF
                    || period.kind() == PeriodKind.BY;
            case FLOW, RATE, SHARE, RATIO -> false;
        };
        return stands ? period.belongsToYear().stream().boxed().findFirst() : Optional.empty();
    }

    /** What is promised of an indicator; of a sum also what the years that it adds up are to come to. */
    private List<Commitment> promised(Indicator indicator, Region region) {
        var own = promises.getOrDefault(key(indicator.code(), region.code()), List.of());
        return indicator.cumulativeOf() == null ? own : Stream.concat(own.stream(), promises.getOrDefault(
                key(indicator.cumulativeOf(), region.code()), List.of()).stream().filter(Commitment::addsUp)).toList();
    }

    private static List<Goal> goals(Indicator indicator, List<Commitment> promises, Map<Integer, Known> values) {
        return promises.stream()
                .filter(it -> it.kind() != CommitmentKind.MILESTONE)
                .sorted(Comparator.comparing(Commitment::publishedOn, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Commitment::code))
                .map(it -> goal(it, indicator, values)).toList();
    }

    private static Goal goal(Commitment promise, Indicator indicator, Map<Integer, Known> values) {
        boolean ceiling = promise.isCeiling(indicator.direction());
        var target = promise.target();
        var end = ceiling ? target.interval().high() : target.interval().low();
        var value = target.qualifier() == Qualifier.ABOUT && end != null ? end : target.value();
        return new Goal(promise.code(), target, value, ceiling, promise.from(), promise.to(),
                promise.indicator().equals(indicator.code())
                        && (promise.kind() != CommitmentKind.CUMULATIVE_BY || indicator.nature() == Nature.CUMULATIVE),
                TargetLine.of(promise, value, indicator, year -> stated(values.get(year))), promise.reply().id(),
                promise.citation().id(), promise.reply().publicity() == Publicity.PUBLIC);
    }

    private static @Nullable BigDecimal stated(@Nullable Known known) {
        return known == null || known.cell() == null ? null : known.value();
    }
}
