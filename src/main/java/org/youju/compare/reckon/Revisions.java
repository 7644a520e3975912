package org.youju.compare.reckon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.youju.observation.Cell;
import org.youju.observation.Observation;

/**
 * How the values of a line came to be what they are (修订三角): for each year, what was published on each day and what
 * represented the year from then on.
 *
 * @param days  ascending; sources without a date stand behind the last of them
 * @param known for each year one entry a day and one more for now
 */
public record Revisions(List<LocalDate> days, NavigableMap<Integer, List<Entry>> known) {

    /**
     * A year at a day.
     *
     * @param published    what was published of it on that day
     * @param representing what represents it from then on; empty where nothing is known yet
     */
    public record Entry(List<Observation> published, Optional<Observation> representing) {
    }

    /** Of the years from–to of a line. */
    public static Revisions of(Line line, int from, int to) {
        var cells = new TreeMap<Integer, Cell>();
        line.values().subMap(from, true, to, true).forEach((year, known) -> {
            if (known.cell() != null) {
                cells.put(year, known.cell());
            }
        });
        var days = new TreeSet<LocalDate>();
        cells.values().forEach(cell -> cell.statements().stream().map(Observation::publishedOn)
                .filter(Objects::nonNull).forEach(days::add));
        var known = new TreeMap<Integer, List<Entry>>();
        cells.forEach((year, cell) -> {
            var row = new ArrayList<Entry>();
            days.forEach(day -> row.add(new Entry(published(cell, day), asOf(cell, day))));
            row.add(new Entry(published(cell, null), Optional.of(cell.representing())));
            known.put(year, row);
        });
        return new Revisions(List.copyOf(days), known);
    }

    private static List<Observation> published(Cell cell, @Nullable LocalDate day) {
        return cell.statements().stream().filter(it -> Objects.equals(it.publishedOn(), day)).toList();
    }

    /** What represented a cell once everything up to a day was published. */
    private static Optional<Observation> asOf(Cell cell, LocalDate day) {
        var published = cell.statements().stream()
                .filter(it -> it.publishedOn() != null && !it.publishedOn().isAfter(day)).toList();
        return Cell.of(published).stream().findFirst().map(Cell::representing);
    }

    /** Whether anything was published of a year after its first number. */
    public boolean hasChanges() {
        return known.values().stream().anyMatch(row -> row.stream().mapToInt(it -> it.published().size()).sum() > 1);
    }
}
