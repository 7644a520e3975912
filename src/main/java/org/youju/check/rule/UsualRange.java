package org.youju.check.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import org.youju.check.rule.Outlier.Spread;
import org.youju.figure.Figure;
import org.youju.figure.Interval;

/**
 * Where a figure lies as a rule, by the history of its own series: what lies outside is what {@link #farOff} calls far off.
 */
public final class UsualRange {

    /** As many digits of a computed number are shown. */
    private static final int DIGITS = 4;

    private final int baseYear;
    private final Figure base;
    private final Spread changes;
    private final SortedSet<Integer> years;

    UsualRange(int baseYear, Figure base, Spread changes, SortedSet<Integer> years) {
        this.baseYear = baseYear;
        this.base = base;
        this.changes = changes;
        this.years = Collections.unmodifiableSortedSet(new TreeSet<>(years));
    }

    /** The year before the one whose figure is held against this. */
    public int baseYear() {
        return baseYear;
    }

    /** What stands in {@link #baseYear()}. */
    public Figure base() {
        return base;
    }

    /** The years whose changes on the year before it rests on, ascending; at least {@value Outlier#FEWEST}. */
    public SortedSet<Integer> years() {
        return years;
    }

    /** From where to where, in the unit of {@link #base()}, to four digits; without a lower end where anything small is usual. */
    public Interval interval() {
        var low = at(changes.median() - changes.reach());
        var high = at(changes.median() + changes.reach());
        return low.signum() <= 0 ? Interval.atMost(high) : Interval.closed(low, high);
    }

    private BigDecimal at(double change) {
        return base.value().multiply(BigDecimal.valueOf(change), new MathContext(DIGITS, RoundingMode.HALF_UP));
    }

    /** The robust z of a figure's change on the base, where that is far from the other changes; negative below them. */
    public OptionalDouble farOff(Figure figure) {
        var z = changes.z(Outlier.change(base, figure));
        return Math.abs(z) > Outlier.FAR ? OptionalDouble.of(z) : OptionalDouble.empty();
    }
}
