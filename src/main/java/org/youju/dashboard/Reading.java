package org.youju.dashboard;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.youju.check.Derivation;
import org.youju.check.Implied;
import org.youju.commitment.Judged;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.indicator.Region;
import org.youju.observation.Cell;

/**
 * What is known of some indicators of a region and of those that belong to them, read at once, so that all cards of a
 * page rest on the same statements.
 *
 * @param implied  all that follows from the cells
 * @param promises the commitments on the indicators with their verdicts
 */
public record Reading(Catalogue catalogue, Region region, List<Cell> cells, List<Derivation> implied,
        List<Judged> promises) {

    Reading(Catalogue catalogue, Region region, List<Cell> cells, List<Judged> promises) {
        this(catalogue, region, cells, promises, List.<Implied.Sum>of());
    }

    /** @param sums parts that add up to wholes */
    Reading(Catalogue catalogue, Region region, List<Cell> cells, List<Judged> promises,
            Collection<Implied.Sum> sums) {
        this(catalogue, region, cells, Implied.of(catalogue, cells, sums), promises);
    }

    /** The cells of some indicators. */
    List<Cell> of(Collection<String> indicators) {
        var wanted = Set.copyOf(indicators);
        return cells.stream().filter(c -> wanted.contains(c.key().indicator())).toList();
    }

    /** One of the indicators through time. */
    IndicatorSeries series(Indicator indicator) {
        var code = indicator.code();
        return new IndicatorSeries(indicator, region, of(Set.of(code)),
                of(catalogue.related(indicator).stream().map(Indicator::code).toList()),
                implied.stream().filter(d -> d.indicator().equals(code)).toList(),
                catalogue.breaks(code, region.code()), promises(indicator));
    }

    List<Judged> promises(Indicator indicator) {
        var promised = promisedWith(indicator);
        return promises.stream().filter(j -> promised.contains(j.commitment().indicator()))
                .filter(j -> j.commitment().indicator().equals(indicator.code()) || j.commitment().addsUp()).toList();
    }

    /** A sum is judged by what was promised of the yearly values that it adds up. */
    static Set<String> promisedWith(Indicator indicator) {
        return indicator.cumulativeOf() == null
                ? Set.of(indicator.code())
                : Set.of(indicator.code(), indicator.cumulativeOf());
    }

    /** Some indicators and those that add them up, by which promises are judged. */
    static Set<String> withSums(Catalogue catalogue, Collection<String> indicators) {
        var codes = new HashSet<>(indicators);
        indicators.forEach(code -> catalogue.cumulativesOf(code).forEach(sum -> codes.add(sum.code())));
        return codes;
    }
}
