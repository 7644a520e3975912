package org.youju.base.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of one thing over the categories of a chart.
 *
 * @param name   what the values are of
 * @param kind   bars for what happens in a period, a line for what stands at a time
 * @param points one for each category, in their order; null where nothing is known, which stays a gap
 * @param cuts   the places of points that no line leads to, since the values before them do not compare
 */
public record Series(String name, Kind kind, List<@Nullable Point> points, Set<Integer> cuts) {

    /** How a series is drawn. */
    public enum Kind {
        BAR, LINE
    }

    public Series {
        points = Collections.unmodifiableList(new ArrayList<>(points));
        cuts = Set.copyOf(cuts);
    }

    /** One whose values all compare. */
    public Series(String name, Kind kind, List<@Nullable Point> points) {
        this(name, kind, points, Set.of());
    }
}
