package org.youju.check.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.youju.figure.Figure;

/**
 * How far a number stands from others, by the median and the median deviation (robust z): a few wild ones among them
 * change little.
 */
public final class Outlier {

    /** From here on a number is worth a second look (Iglewicz and Hoaglin). */
    public static final double FAR = 3.5;

    /** With fewer others nothing can be said. */
    public static final int FEWEST = 5;

    private static final double NORMAL = 0.6745;

    private Outlier() {
    }

    /**
     * The robust z of a number among others.
     *
     * @return empty with fewer than {@value #FEWEST} others, or where more than half of them are alike
     */
    public static OptionalDouble z(List<BigDecimal> others, BigDecimal value) {
        if (others.size() < FEWEST) {
            return OptionalDouble.empty();
        }
        double median = median(others.stream().mapToDouble(BigDecimal::doubleValue).sorted().toArray());
        double deviation = median(others.stream().mapToDouble(other -> Math.abs(other.doubleValue() - median)).sorted()
                .toArray());
        return deviation == 0 ? OptionalDouble.empty()
                : OptionalDouble.of(NORMAL * (value.doubleValue() - median) / deviation);
    }

    /**
     * The robust z of a figure's change on the year before, among the other changes of its series from year to year.
     *
     * @return empty where it is not far off, too little is known, or the figures are not all positive
     */
    public static OptionalDouble farOff(Map<Integer, Figure> series, int year) {
        if (series.values().stream().anyMatch(figure -> figure.value().signum() <= 0)) {
            return OptionalDouble.empty();
        }
        var changes = new HashMap<Integer, BigDecimal>();
        series.forEach((of, figure) -> {
            var before = series.get(of - 1);
            if (before != null) {
                changes.put(of, figure.value().divide(before.value(), MathContext.DECIMAL64));
            }
        });
        var change = changes.remove(year);
        // the way back from a wild figure is as wild
        changes.remove(year + 1);
        var z = change == null ? OptionalDouble.empty() : z(List.copyOf(changes.values()), change);
        return z.isPresent() && Math.abs(z.getAsDouble()) > FAR ? z : OptionalDouble.empty();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
