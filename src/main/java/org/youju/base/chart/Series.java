package org.youju.base.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of one thing over the categories of a chart.
 *
 * @param name   what the values are of
 * @param kind   bars for what happens in a period, a line for what stands at a time
 * @param points one for each category, in their order; null where nothing is known, which stays a gap
 */
public record Series(String name, Kind kind, List<@Nullable Point> points) {

    /** How a series is drawn. */
    public enum Kind {
        BAR, LINE
    }

    public Series {
        points = Collections.unmodifiableList(new ArrayList<>(points));
    }
}
