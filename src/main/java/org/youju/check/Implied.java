package org.youju.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.youju.check.Derivation.Rule;
import org.youju.figure.Interval;
import org.youju.figure.Nature;
import org.youju.figure.Numbers;
import org.youju.figure.Period;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Definition;
import org.youju.indicator.Indicator;
import org.youju.indicator.PriceBasis;
import org.youju.observation.Cell;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;

/**
 * Everything that follows from the statements that represent some cells: the level of the year before from a level and
 * its growth, the whole from a part and its share or from all its parts, the part from the whole and its share. Growth
 * in constant prices says nothing of a level, and nothing is inferred across a break.
 */
public final class Implied {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Interval ONE = Interval.point(BigDecimal.ONE);

    private final Catalogue catalogue;
    private final Map<CellKey, Observation> stated = new HashMap<>();
    private final List<Derivation> derivations = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /**
     * Parts that add up to a whole.
     *
     * @param whole code of its indicator
     * @param parts codes of theirs, all of them
     */
    public record Sum(String whole, List<String> parts) {
        public Sum {
            parts = List.copyOf(parts);
        }
    }

    private Implied(Catalogue catalogue, Collection<Cell> cells) {
        this.catalogue = catalogue;
        cells.forEach(cell -> stated.put(cell.key(), cell.representing()));
    }

    /**
     * All derivations, by indicator, region and period; several routes to one quantity are all kept, and a quantity
     * that is stated as well is derived none the less.
     *
     * @param cells at most one a key; whatever else a rule needs is taken from them alone
     */
    public static List<Derivation> of(Catalogue catalogue, Collection<Cell> cells) {
        return of(catalogue, cells, List.of());
    }

    /**
     * The same, and the wholes that some parts add up to in each period of which all of them are stated.
     *
     * @param sums parts in units of another dimension than their whole's are passed over
     */
    public static List<Derivation> of(Catalogue catalogue, Collection<Cell> cells, Collection<Sum> sums) {
        var implied = new Implied(catalogue, cells);
        implied.stated.values().forEach(implied::deriveFrom);
        sums.forEach(implied::add);
        return implied.derivations.stream()
                .sorted(Comparator.comparing(Derivation::indicator).thenComparing(Derivation::region)
                        .thenComparing(Derivation::period).thenComparing(Derivation::rule)
                        .thenComparing(Derivation::formula))
                .toList();
    }

    /**
     * What a reader may expect to follow from some cells and does not, with the reason; by indicator, region and period.
     * Of each that is stated as well, nobody misses it, and it is left out.
     *
     * @param cells as in {@link #of(Catalogue, Collection)}
     */
    public static List<Refusal> refused(Catalogue catalogue, Collection<Cell> cells) {
        var implied = new Implied(catalogue, cells);
        implied.stated.values().forEach(implied::deriveFrom);
        return implied.refusals.stream()
                .filter(it -> !implied.stated.containsKey(new CellKey(it.indicator(), it.region(), it.period())))
                .sorted(Comparator.comparing(Refusal::indicator).thenComparing(Refusal::region)
                        .thenComparing(Refusal::period).thenComparing(Refusal::why))
                .toList();
    }

    /** Derives what a growth rate or a share leads to. */
    private void deriveFrom(Observation rate) {
        catalogue.find(rate.indicator()).ifPresent(indicator -> {
            if (indicator.growthOf() != null) {
                previous(indicator, rate, indicator.growthOf());
            }
            if (indicator.shareOf() != null && indicator.part() != null) {
                whole(rate, indicator.shareOf(), indicator.part());
                part(rate, indicator.shareOf(), indicator.part());
            }
        });
    }

    private void previous(Indicator growth, Observation rate, String levelCode) {
        var level = stated.get(new CellKey(levelCode, rate.region(), rate.period()));
        var before = rate.period().previous();
        if (level == null || before.isEmpty()) {
            return;
        }
        if (isInConstantPrices(growth, rate)) {
            refuse(levelCode, before.get(), Refusal.Why.CONSTANT_PRICES, level, rate);
            return;
        }
        var broken = breakIn(levelCode, rate.region(), before.get(), rate.period())
                .or(() -> breakIn(growth.code(), rate.region(), before.get(), rate.period()));
        if (broken.isPresent()) {
            refuse(levelCode, before.get(), Refusal.Why.BREAK, level, rate);
            return;
        }
        var factor = BigDecimal.ONE.add(rate.figure().value().divide(HUNDRED));
        derive(levelCode, before.get(), Rule.IMPLIED_PREVIOUS, level, rate,
                () -> level.figure().value().divide(factor, MathContext.DECIMAL128),
                () -> level.interval().dividedBy(ONE.plus(rate.interval().dividedBy(HUNDRED))),
                plain(level) + " ÷ " + Numbers.text(factor));
    }

    private void whole(Observation share, String whole, String partCode) {
        var part = stated.get(new CellKey(partCode, share.region(), share.period()));
        if (part != null) {
            derive(whole, share.period(), Rule.IMPLIED_TOTAL, part, share,
                    () -> part.figure().value().multiply(HUNDRED)
                            .divide(share.figure().value(), MathContext.DECIMAL128),
                    () -> part.interval().dividedBy(share.interval().dividedBy(HUNDRED)),
                    plain(part) + " ÷ " + plain(share) + "%");
        }
    }

    private void part(Observation share, String wholeCode, String partCode) {
        var whole = stated.get(new CellKey(wholeCode, share.region(), share.period()));
        if (whole != null) {
            derive(partCode, share.period(), Rule.IMPLIED_PART, whole, share,
                    () -> whole.figure().value().multiply(share.figure().value()).divide(HUNDRED),
                    () -> whole.interval().times(share.interval().dividedBy(HUNDRED)),
                    plain(whole) + " × " + plain(share) + "%");
        }
    }

    private void derive(String indicator, Period period, Rule rule, Observation level, Observation rate,
            Supplier<BigDecimal> value, Supplier<Interval> interval, String formula) {
        var inputs = List.of(level, rate);
        var isShare = catalogue.indicator(indicator).nature() == Nature.SHARE;
        possible(() -> isShare ? interval.get().cappedAt(HUNDRED) : interval.get()).ifPresentOrElse(
                it -> derivations.add(new Derivation(indicator, level.region(), period, rule, value.get(), it, formula,
                        Basis.of(inputs), inputs)),
                () -> refuse(indicator, period, Refusal.Why.IMPOSSIBLE, level, rate));
    }

    /** A divisor that may be zero leads nowhere, nor does a share that would lie above the whole. */
    private static Optional<Interval> possible(Supplier<Interval> interval) {
        try {
            return Optional.of(interval.get());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isInConstantPrices(Indicator growth, Observation rate) {
        return growth.priceBasis() == PriceBasis.CONSTANT
                || catalogue.definitions(growth.code(), rate.region()).stream()
                        .anyMatch(d -> d.priceBasis() == PriceBasis.CONSTANT);
    }

    private Optional<Definition> breakIn(String indicator, String region, Period before, Period period) {
        var from = before.end();
        var to = period.end();
        return from == null || to == null ? Optional.empty() : catalogue.breaks(indicator, region).stream()
                .filter(d -> d.validFrom() > from.getYear() && d.validFrom() <= to.getYear()).findFirst();
    }

    private void add(Sum sum) {
        var whole = catalogue.find(sum.whole());
        if (whole.isEmpty() || sum.parts().stream().anyMatch(code -> catalogue.find(code)
                .filter(it -> it.unit().dimension().equals(whole.get().unit().dimension())).isEmpty())) {
            return;
        }
        stated.values().stream().filter(it -> it.indicator().equals(sum.parts().getFirst())).forEach(first -> {
            var parts = sum.parts().stream()
                    .map(code -> stated.get(new CellKey(code, first.region(), first.period()))).toList();
            if (!parts.contains(null)) {
                add(whole.get(), first, parts);
            }
        });
    }

    private void add(Indicator whole, Observation first, List<Observation> parts) {
        var value = BigDecimal.ZERO;
        var interval = Interval.point(BigDecimal.ZERO);
        var terms = new ArrayList<String>();
        for (var part : parts) {
            var unit = part.figure().unit();
            var term = unit.convert(part.figure().value(), whole.unit());
            terms.add(Numbers.text(term));
            value = value.add(term);
            interval = interval.plus(part.interval().times(unit.factor()).dividedBy(whole.unit().factor()));
        }
        derivations.add(new Derivation(whole.code(), first.region(), first.period(), Rule.SUM, value, interval,
                String.join(" + ", terms), Basis.of(parts), parts));
    }

    private void refuse(String indicator, Period period, Refusal.Why why, Observation level, Observation rate) {
        refusals.add(new Refusal(indicator, rate.region(), period, why, List.of(level, rate)));
    }

    private static String plain(Observation statement) {
        return Numbers.text(statement.figure().value());
    }
}
