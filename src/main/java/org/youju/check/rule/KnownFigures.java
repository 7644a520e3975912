package org.youju.check.rule;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.youju.figure.Figure;
import org.youju.figure.Period;
import org.youju.observation.Observation;

/** The figures of one region that are held against rules. */
final class KnownFigures implements Figures {

    private record Place(String indicator, int year) {
    }

    private final Map<Place, Figure> known = new HashMap<>();

    @Override
    public Optional<Figure> of(String indicator, int year) {
        return Optional.ofNullable(known.get(new Place(indicator, year)));
    }

    /** Puts a figure in the place of what is known; nothing where it is empty. */
    void put(String indicator, int year, Optional<Figure> figure) {
        figure.ifPresentOrElse(it -> known.put(new Place(indicator, year), it),
                () -> known.remove(new Place(indicator, year)));
    }

    /** Puts what a row states in the place of what is known; passes over periods that no rule reads. */
    void note(Observation row) {
        yearOf(row.period()).ifPresent(year -> put(row.indicator(), year, Optional.of(row.figure())));
    }

    /** The years in which something is known of one of these indicators, ascending. */
    SortedSet<Integer> years(Collection<String> indicators) {
        var years = new TreeSet<Integer>();
        known.keySet().stream().filter(place -> indicators.contains(place.indicator()))
                .forEach(place -> years.add(place.year()));
        return years;
    }

    /** The year that a rule takes a period for: the year itself, or its last day. */
    static OptionalInt yearOf(Period period) {
        return switch (period) {
            case Period.Year year -> OptionalInt.of(year.number());
            case Period.AsOf asOf when asOf.day().getMonthValue() == 12 && asOf.day().getDayOfMonth() == 31 ->
                OptionalInt.of(asOf.day().getYear());
            default -> OptionalInt.empty();
        };
    }
}
