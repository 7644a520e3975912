package org.youju.check.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.IntPredicate;
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

    /** Changes are not told apart by less than this share of their median: a series that grows evenly has a range too. */
    private static final double EVEN = 0.01;

    private Outlier() {
    }

    /** Where numbers lie: their median, and the median of how far each stands from it, which is positive. */
    record Spread(double median, double deviation) {

        /** The robust z of a number among these. */
        double z(BigDecimal value) {
            return NORMAL * (value.doubleValue() - median) / deviation;
        }

        /** From here down, or from the opposite of it up, a number is far off. */
        double reach() {
            return FAR * deviation / NORMAL;
        }
    }

    /** @return empty with fewer than {@value #FEWEST} numbers, or where more than half of them are alike */
    private static Optional<Spread> spread(Collection<BigDecimal> numbers) {
        return Optional.of(numbers).filter(it -> it.size() >= FEWEST).map(Outlier::measured)
                .filter(it -> it.deviation() != 0);
    }

    private static Spread measured(Collection<BigDecimal> numbers) {
        double median = median(numbers.stream().mapToDouble(BigDecimal::doubleValue).sorted().toArray());
        double deviation = median(numbers.stream().mapToDouble(number -> Math.abs(number.doubleValue() - median))
                .sorted().toArray());
        return new Spread(median, deviation);
    }

    /**
     * The robust z of a number among others.
     *
     * @return empty with fewer than {@value #FEWEST} others, or where more than half of them are alike
     */
    public static OptionalDouble z(List<BigDecimal> others, BigDecimal value) {
        return spread(others).map(it -> OptionalDouble.of(it.z(value))).orElseGet(OptionalDouble::empty);
    }

    /**
     * Where the figure of a year lies as a rule: the one of the year before, changed as its series changes from year to
     * year in all other years.
     *
     * @param broken the years whose figures can't be held against the year before, because the definition has changed
     * @return empty where nothing stands in the year before or it can't be compared, too little is known, or the other
     *         figures are not all positive
     */
    public static Optional<UsualRange> usual(Map<Integer, Figure> series, IntPredicate broken, int year) {
        var before = series.get(year - 1);
        if (before == null || broken.test(year) || series.entrySet().stream()
                .anyMatch(of -> of.getKey() != year && of.getValue().value().signum() <= 0)) {
            return Optional.empty();
        }
        var changes = new TreeMap<Integer, BigDecimal>();
        series.forEach((of, figure) -> {
            var base = series.get(of - 1);
            // the way back from a wild figure is as wild
            if (base != null && of != year && of != year + 1 && !broken.test(of)) {
                changes.put(of, change(base, figure));
            }
        });
        return changes.size() < FEWEST ? Optional.empty() : Optional.of(new UsualRange(year - 1, before,
                loose(changes.values()), changes.navigableKeySet()));
    }

    private static Spread loose(Collection<BigDecimal> changes) {
        var spread = measured(changes);
        return new Spread(spread.median(), Math.max(spread.deviation(), EVEN * spread.median()));
    }

    static BigDecimal change(Figure base, Figure figure) {
        return figure.value().divide(base.value(), MathContext.DECIMAL64);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
