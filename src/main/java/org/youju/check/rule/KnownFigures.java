package org.youju.check.rule;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.youju.figure.Figure;
import org.youju.figure.Period;
import org.youju.observation.Observation;

/** The figures of one region that are held against rules, each in the place that {@link Places} gives its period. */
final class KnownFigures implements Figures {

    private final Map<String, NavigableMap<Period, Figure>> known = new HashMap<>();

    @Override
    public Optional<Figure> of(String indicator, Period period) {
        return Optional.ofNullable(series(indicator).get(period));
    }

    @Override
    public SortedSet<Period> periods(String indicator) {
        return Collections.unmodifiableSortedSet(series(indicator).navigableKeySet());
    }

    private NavigableMap<Period, Figure> series(String indicator) {
        return known.getOrDefault(indicator, Collections.emptyNavigableMap());
    }

    /** Puts a figure in the place of what is known; nothing where it is empty. */
    void put(String indicator, Period period, Optional<Figure> figure) {
        var series = known.computeIfAbsent(indicator, code -> new TreeMap<>());
        figure.ifPresentOrElse(it -> series.put(period, it), () -> series.remove(period));
    }

    /** Puts what a row states in the place of what is known; passes over periods that no rule reads. */
    void note(Observation row) {
        Places.of(row.period()).ifPresent(place -> put(row.indicator(), place, Optional.of(row.figure())));
    }

    /** The periods of which something is known of one of these indicators, by their ends. */
    SortedSet<Period> periods(Collection<String> indicators) {
        var periods = new TreeSet<Period>();
        indicators.forEach(code -> periods.addAll(series(code).keySet()));
        return periods;
    }

    /**
     * The periods whose breaches a figure has a part in: its own, and those that a rule looks at it from.
     *
     * @return empty where the rule doesn't read the indicator
     */
    SortedSet<Period> touchedBy(Rule rule, String indicator, Period place) {
        var touched = new TreeSet<Period>();
        if (rule.condition().indicators().contains(indicator)) {
            touched.add(place);
            periods(rule.condition().indicators()).stream().filter(it -> Judgement.looksAt(rule, it, place, this))
                    .forEach(touched::add);
        }
        return touched;
    }

    /** The year that a period is taken for where only years are compared: the year itself, or its last day. */
    static OptionalInt yearOf(Period period) {
        return Places.of(period).map(Period::year).orElseGet(OptionalInt::empty);
    }
}
