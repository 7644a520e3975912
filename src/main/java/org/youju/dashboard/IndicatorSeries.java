package org.youju.dashboard;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.youju.check.Consistency;
import org.youju.check.Derivation;
import org.youju.commitment.Judged;
import org.youju.figure.Period;
import org.youju.figure.PeriodKind;
import org.youju.indicator.Definition;
import org.youju.indicator.Indicator;
import org.youju.indicator.Region;
import org.youju.observation.Cell;

/**
 * One indicator of one region through time: what is stated, what follows from it and what was promised.
 *
 * @param cells    its stated cells, by the end of their period; periods without dates last
 * @param related  the stated cells of the indicators that belong to it, such as its growth, in the same order
 * @param implied  its derivations, for periods with and without a stated cell
 * @param breaks   where its definition changed so that values do not compare
 * @param promises the commitments on it with their verdicts
 */
public record IndicatorSeries(Indicator indicator, Region region, List<Cell> cells, List<Cell> related,
        List<Derivation> implied, List<Definition> breaks, List<Judged> promises) {

    static final Comparator<Cell> BY_PERIOD = Comparator
            .comparing((Cell c) -> c.key().period().end(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(c -> c.key().period().start(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(c -> c.key().period().code());

    public IndicatorSeries {
        cells = cells.stream().sorted(BY_PERIOD).toList();
        related = related.stream().sorted(BY_PERIOD).toList();
        implied = List.copyOf(implied);
        breaks = List.copyOf(breaks);
        promises = List.copyOf(promises);
    }

    public Optional<Cell> cell(Period period) {
        return cells.stream().filter(c -> c.key().period().equals(period)).findFirst();
    }

    /** The cell of another indicator that belongs to this one, in a period. */
    public Optional<Cell> related(String indicator, Period period) {
        return related.stream()
                .filter(c -> c.key().indicator().equals(indicator) && c.key().period().equals(period))
                .findFirst();
    }

    /** What is implied for a period, best route first. */
    public List<Derivation> implied(Period period) {
        return implied.stream().filter(d -> d.period().equals(period)).toList();
    }

    /** The independent routes to each of its values, where there are several; in time order. */
    public List<Consistency> routes() {
        return Consistency.of(cells, implied).stream()
                .sorted(Comparator.comparing(routes -> routes.cell().period()))
                .toList();
    }

    /** The periods that are stated or implied, in time order; those without dates are left out. */
    public List<Period> periods() {
        var periods = new TreeSet<>(Comparator.comparing(Period::end).thenComparing(Period::start,
                Comparator.nullsFirst(Comparator.naturalOrder())).thenComparing(Period::code));
        cells.stream().map(c -> c.key().period()).filter(p -> p.end() != null).forEach(periods::add);
        implied.stream().map(Derivation::period).filter(p -> p.end() != null).forEach(periods::add);
        return List.copyOf(periods);
    }

    /** The whole years that are stated or implied, in order. */
    public List<Period> years() {
        return periods().stream().filter(p -> p.kind() == PeriodKind.YEAR).toList();
    }
}
