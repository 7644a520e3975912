package org.youju.compare;

import java.util.List;
import org.youju.compare.reckon.Line;
import org.youju.indicator.Catalogue;

/** Makes comparisons of lines that no database holds. */
public final class ComparisonTestAccess {

    private ComparisonTestAccess() {
    }

    public static Comparison of(Selection selection, Catalogue catalogue, List<Line> lines, List<Line> others) {
        return Comparison.of(selection, catalogue, lines, others, List.of());
    }
}
