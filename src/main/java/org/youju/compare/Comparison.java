package org.youju.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.youju.compare.reckon.Goal;
import org.youju.compare.reckon.Known;
import org.youju.compare.reckon.Line;
import org.youju.compare.reckon.Outcome;
import org.youju.compare.reckon.Outcome.Result;
import org.youju.compare.reckon.Reckoning;
import org.youju.compare.reckon.Setting;
import org.youju.compare.reckon.Stretch;
import org.youju.compare.reckon.Transform;
import org.youju.figure.Nature;
import org.youju.indicator.Catalogue;
import org.youju.indicator.PriceBasis;
import org.youju.observation.event.PolicyEvent;

/**
 * A selection with all that was read for it and reckoned from it.
 *
 * @param lines    one for each indicator of each region, in the order of the choice
 * @param others   the lines of the indicator that shares and ratios are reckoned by
 * @param years    the years shown, ascending; empty where nothing is known
 * @param outcomes what the transform gives, by the key of the line and by year
 * @param events   what happened in the years shown, oldest first; empty unless asked for
 */
public record Comparison(Selection selection, Catalogue catalogue, List<Line> lines, List<Line> others,
        List<Integer> years, Map<String, NavigableMap<Integer, Outcome>> outcomes, List<PolicyEvent> events) {

    public Comparison {
        lines = List.copyOf(lines);
        others = List.copyOf(others);
        years = List.copyOf(years);
        events = List.copyOf(events);
    }

    /**
     * Lines whose results have one unit and may stand on one axis.
     *
     * @param constantPrices whether they are rates in constant prices, which are not compared with others
     */
    public record Facet(String unit, boolean constantPrices, List<Line> lines) {
    }

    static Comparison of(Selection selection, Catalogue catalogue, List<Line> lines, List<Line> others,
            List<PolicyEvent> events) {
        var years = years(selection, lines);
        var outcomes = new LinkedHashMap<String, NavigableMap<Integer, Outcome>>();
        if (!years.isEmpty()) {
            var setting = new Setting(selection.transform(), years.getFirst(), years.getLast(),
                    selection.base().isPresent() ? Integer.valueOf(selection.base().getAsInt()) : null,
                    selection.other().orElse(null), selection.has(Option.ACROSS_BREAKS));
            var around = new ArrayList<>(lines);
            around.addAll(others);
            lines.forEach(line -> outcomes.put(line.key(), Reckoning.of(line, around, setting)));
        }
        return new Comparison(selection, catalogue, lines, others, years, outcomes,
                events.stream().filter(it -> years.contains(it.year())).toList());
    }

    private static List<Integer> years(Selection selection, Collection<Line> lines) {
        var known = lines.stream().filter(line -> !line.values().isEmpty()).toList();
        var first = selection.from().isPresent() ? selection.from()
                : known.stream().mapToInt(line -> line.values().firstKey()).min();
        var last = selection.to().isPresent() ? selection.to()
                : known.stream().mapToInt(line -> line.values().lastKey()).max();
        if (first.isEmpty() || last.isEmpty() || first.getAsInt() > last.getAsInt()) {
            return List.of();
        }
        int from = Math.max(first.getAsInt(), last.getAsInt() - Selection.MOST_YEARS + 1);
        return IntStream.rangeClosed(from, last.getAsInt()).boxed().toList();
    }

    /** The same without values and promises that rest on a document or an indicator that is not public, reckoned anew. */
    public Comparison publicPart() {
        return of(selection, catalogue, lines.stream().map(Comparison::open).toList(),
                others.stream().map(Comparison::open).toList(), events.stream().filter(PolicyEvent::isPublic).toList());
    }

    private static Line open(Line line) {
        var values = new TreeMap<Integer, Known>();
        line.values().forEach((year, known) -> {
            if (line.indicator().isPublic() && known.isPublic()) {
                values.put(year, known);
            }
        });
        boolean open = line.indicator().isPublic();
        return new Line(line.indicator(), line.region(), values, line.breaks(),
                open ? line.goals().stream().filter(Goal::isPublic).toList() : List.of(), line.constantRate(),
                line.wholes(), open ? line.others() : List.of());
    }

    /** How many values are known in all. */
    public int countOfValues() {
        return lines.stream().mapToInt(it -> it.values().size()).sum() + others.stream().mapToInt(it -> it.values().size()).sum();
    }

    /** The line that an input of a result is of: the result's own, or the other indicator's. */
    public Line lineOf(Line own, Known input) {
        return own.values().containsValue(input) ? own
                : others.stream().filter(it -> it.values().containsValue(input)).findFirst().orElse(own);
    }

    /** What the transform gives for a line in a year. */
    public Outcome outcome(Line line, int year) {
        var of = outcomes.get(line.key());
        return of == null || !of.containsKey(year) ? new Outcome.Absent() : of.get(year);
    }

    /** The result of a line in a year, where there is one. */
    public Optional<Result> result(Line line, int year) {
        return outcome(line, year) instanceof Result result ? Optional.of(result) : Optional.empty();
    }

    /** Whether a line has a result in any year. */
    public boolean hasResults(Line line) {
        return years.stream().anyMatch(year -> result(line, year).isPresent());
    }

    /** The first reason why a line has no result at all; empty where it has one, or nothing is known of it. */
    public Optional<Outcome.Refused> refusal(Line line) {
        return hasResults(line) ? Optional.empty()
                : years.reversed().stream().map(year -> outcome(line, year))
                        .filter(Outcome.Refused.class::isInstance).map(Outcome.Refused.class::cast).findFirst();
    }

    /** A line from its first to its last known year of those shown, in levels. */
    public Optional<Stretch> stretch(Line line) {
        return years.isEmpty() ? Optional.empty()
                : Stretch.of(line, years.getFirst(), years.getLast(), selection.has(Option.ACROSS_BREAKS));
    }

    /** The year that an index or an average rate starts from; empty where no year is shown. */
    public OptionalInt baseYear() {
        return selection.base().isPresent() ? selection.base()
                : years.isEmpty() ? OptionalInt.empty() : OptionalInt.of(years.getFirst());
    }

    /** The lines that have results, by what may stand on one axis, in the order of the choice. */
    public List<Facet> facets() {
        var groups = new LinkedHashMap<String, List<Line>>();
        lines.stream().filter(this::hasResults)
                .forEach(line -> groups.computeIfAbsent(axis(line), it -> new ArrayList<>()).add(line));
        return groups.values().stream().map(group -> new Facet(group.getFirst().indicator().unit().code(),
                isInConstantPrices(group.getFirst()), group)).toList();
    }

    /** What a line has to share with others to stand on one axis with them. */
    private String axis(Line line) {
        return switch (selection.transform()) {
            case LEVEL, CHANGE, CUMULATIVE, TARGET -> line.indicator().unit().code() + " " + isInConstantPrices(line);
            case PER -> line.indicator().unit().base();
            case GROWTH, INDEX, CAGR, SHARE, RANK -> selection.transform().name();
        };
    }

    private boolean isInConstantPrices(Line line) {
        return line.indicator().nature() == Nature.RATE && line.indicator().priceBasis() == PriceBasis.CONSTANT
                && selection.transform() != Transform.RANK;
    }
}
