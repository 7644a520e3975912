package org.youju.compare.reckon;

import java.util.Optional;

/**
 * A line from its first to its last known year within the years shown.
 *
 * @param first  the first year that has a value
 * @param last   the last year that has a value; the same where there is one only
 * @param change the difference
 * @param growth the change in per cent
 * @param yearly the average change a year in per cent
 */
public record Stretch(int first, int last, Outcome change, Outcome growth, Outcome yearly) {

    private static final Outcome NONE = new Outcome.Absent();

    /** Of the years from–to; empty where none of them has a value. */
    public static Optional<Stretch> of(Line line, int from, int to, boolean acrossBreaks) {
        var within = line.values().subMap(from, true, to, true);
        if (within.isEmpty()) {
            return Optional.empty();
        }
        int first = within.firstKey();
        int last = within.lastKey();
        return Optional.of(first == last ? new Stretch(first, last, NONE, NONE, NONE)
                : new Stretch(first, last, Reckoning.change(line, first, last, acrossBreaks),
                        Reckoning.growth(line, first, last, acrossBreaks),
                        Reckoning.average(line, first, last, acrossBreaks)));
    }
}
