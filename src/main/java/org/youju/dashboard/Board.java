package org.youju.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.check.Derivation;
import org.youju.indicator.Indicator;
import org.youju.indicator.Region;
import org.youju.indicator.Theme;
import org.youju.observation.Cell;
import org.youju.observation.Observation;

/**
 * The frame of a dashboard: which cards a region has, before any of them is loaded.
 *
 * @param asOf     时点, null for the latest
 * @param recorded the moment whose state of our own records it shows, null for now
 * @param sections headlines with a statement in the region, by theme in the order of their first headline
 * @param years    years that some headline has a value of its own for, in order
 * @param implied  years that something of a headline follows for from other figures, in order
 * @param year     the year asked for, else the default one
 * @param charts   headlines of which at least two periods are stated, implied or promised
 * @param moments  days on which something that the headlines rest on was issued, newest first
 * @param reading  what its cards rest on
 */
public record Board(Region region, @Nullable LocalDate asOf, @Nullable Instant recorded, List<Section> sections,
        List<Integer> years, List<Integer> implied, int year, List<Indicator> charts, List<Moment> moments, Reading reading) {

    private static final int MOMENTS = 6;

    /**
     * A day on which a source was issued.
     *
     * @param label the source's document number or title
     */
    public record Moment(LocalDate day, String label) {
    }

    /** The headlines of one theme. */
    public record Section(Theme theme, List<Indicator> headlines) {
    }

    public List<Indicator> headlines() {
        return sections.stream().flatMap(s -> s.headlines().stream()).toList();
    }

    /** Years that some headline has a value of its own for. */
    static List<Integer> years(List<Cell> headlineCells) {
        return List.copyOf(headlineCells.stream().map(KpiCard::yearOf).filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Years that something follows for from other figures. */
    static List<Integer> implied(Stream<Derivation> ofHeadlines) {
        return ofHeadlines.flatMapToInt(it -> it.period().belongsToYear().stream()).sorted().distinct().boxed().toList();
    }

    /** The newest days on which replies and other dated sources of the headlines were issued. */
    static List<Moment> moments(List<Cell> headlineCells) {
        var labels = new TreeMap<LocalDate, String>(Comparator.reverseOrder());
        headlineCells.stream().flatMap(c -> c.statements().stream()).map(Observation::reply)
                .filter(r -> r.knownOn() != null && r.issuedOn().isDay())
                .forEach(r -> labels.merge(r.knownOn(), r.label(), (a, b) -> a.length() <= b.length() ? a : b));
        return labels.entrySet().stream().limit(MOMENTS).map(e -> new Moment(e.getKey(), e.getValue())).toList();
    }

    /**
     * The latest year in which at least half of the region's cards have a value of their own; without one, the year
     * that most cards have a value of, the later of equals; without any value, the year given.
     */
    static int defaultYear(List<Cell> headlineCells, int otherwise) {
        long cards = headlineCells.stream().map(c -> c.key().indicator()).distinct().count();
        Map<Integer, Long> cardsByYear = new TreeMap<>();
        for (int year : years(headlineCells)) {
            cardsByYear.put(year, headlineCells.stream()
                    .filter(c -> Integer.valueOf(year).equals(KpiCard.yearOf(c)))
                    .map(c -> c.key().indicator()).distinct().count());
        }
        return cardsByYear.entrySet().stream().filter(e -> e.getValue() * 2 >= cards)
                .map(Map.Entry::getKey).max(Integer::compare)
                .or(() -> cardsByYear.entrySet().stream()
                        .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey))
                .orElse(otherwise);
    }
}
