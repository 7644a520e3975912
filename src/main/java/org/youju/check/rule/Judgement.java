package org.youju.check.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.check.Explanation;
import org.youju.check.Explanation.Amount;
import org.youju.check.rule.Breach.Input;
import org.youju.figure.End;
import org.youju.figure.Figure;
import org.youju.figure.Fineness;
import org.youju.figure.Interval;
import org.youju.figure.Numbers;
import org.youju.figure.Period;
import org.youju.figure.Unit;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;

/**
 * Holds figures against a rule. They break it only where no value that they can mean would keep it, the tolerance
 * included: 约100 is no breach of “at most 98”. Years on two sides of a break in a series are not held together.
 */
public final class Judgement {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Catalogue catalogue;
    private final String region;
    private final Figures figures;
    private final Rule rule;
    private final int year;
    private final List<Input> inputs = new ArrayList<>();

    private Judgement(Rule rule, int year, Catalogue catalogue, String region, Figures figures) {
        this.catalogue = catalogue;
        this.region = region;
        this.figures = figures;
        this.rule = rule;
        this.year = year;
    }

    /**
     * Whether figures of a region break a rule in a year.
     *
     * @return empty where they keep it or may keep it, where too little is known, or the rule is not for that region
     */
    public static Optional<Breach> of(Rule rule, int year, Catalogue catalogue, String region, Figures figures) {
        return rule.holdsIn(region)
                && rule.condition().indicators().stream().allMatch(code -> catalogue.find(code).isPresent())
                ? new Judgement(rule, year, catalogue, region, figures).judge() : Optional.empty();
    }

    private Optional<Breach> judge() {
        return switch (rule.condition()) {
            case Condition.Range range -> range(range);
            case Condition.Jump jump -> jump(jump);
            case Condition.Share share -> share(share);
            case Condition.Sum sum -> sum(sum);
            case Condition.Roll roll -> roll(roll);
            case Condition.Ratio ratio -> ratio(ratio.top(), ratio.bottom(), ratio.low(), ratio.high());
            case Condition.Monotone monotone -> monotone(monotone);
            case Condition.UnitCost cost -> cost.amount() == null ? Optional.empty()
                    : ratio(cost.amount(), cost.count(), cost.low(), cost.high());
            case Condition.Pair pair -> pair(pair);
        };
    }

    private Optional<Breach> range(Condition.Range range) {
        var figure = take(range.indicator(), year);
        var allowed = tolerated(range.low(), range.high());
        return figure == null || figure.interval().intersects(allowed) ? Optional.empty()
                : breach(period(year), figure, new Amount(between(range.low(), range.high()), figure.unit()));
    }

    private Optional<Breach> share(Condition.Share share) {
        var figure = take(share.indicator(), year);
        return figure == null || figure.interval().intersects(tolerated(BigDecimal.ZERO, HUNDRED)) ? Optional.empty()
                : breach(period(year), figure);
    }

    private Optional<Breach> jump(Condition.Jump jump) {
        var pair = twoYears(jump.indicator());
        if (pair.isEmpty()) {
            return missing(jump.indicator());
        }
        var before = pair.getFirst();
        var now = pair.getLast();
        if (before.interval().contains(BigDecimal.ZERO)) {
            return Optional.empty();
        }
        var factor = now.interval().dividedBy(before.interval());
        var most = jump.percent().add(rule.tolerance()).divide(HUNDRED);
        return factor.intersects(Interval.closed(BigDecimal.ONE.subtract(most), BigDecimal.ONE.add(most)))
                ? Optional.empty()
                : breach(period(year - 1), before, period(year), now, change(before.value(), now.value(), factor),
                        Numbers.text(jump.percent()));
    }

    /** The change in per cent, printed no finer than it is known; its interval where no number is. */
    private static Object change(BigDecimal before, BigDecimal now, Interval factor) {
        var change = now.subtract(before).multiply(HUNDRED).divide(before.abs(), MathContext.DECIMAL128);
        var known = factor.minus(Interval.point(BigDecimal.ONE)).times(HUNDRED);
        return Fineness.rounded(change, known, 1).<Object>map(it -> (it.signum() > 0 ? "+" : "")
                + Numbers.text(it).replace('-', '\u2212')).orElse(known);
    }

    private Optional<Breach> monotone(Condition.Monotone monotone) {
        var pair = twoYears(monotone.indicator());
        if (pair.isEmpty()) {
            return missing(monotone.indicator());
        }
        var before = pair.getFirst();
        var now = pair.getLast();
        var slack = before.value().abs().multiply(rule.tolerance()).divide(HUNDRED);
        return now.interval().minus(before.interval()).intersects(Interval.atLeast(slack.negate())) ? Optional.empty()
                : breach(period(year - 1), before, period(year), now);
    }

    private Optional<Breach> roll(Condition.Roll roll) {
        var pair = twoYears(roll.stock());
        if (pair.isEmpty()) {
            return missing(roll.stock());
        }
        var added = take(roll.added(), year);
        var before = pair.getFirst();
        var now = pair.getLast();
        if (added == null || !added.unit().dimension().equals(now.unit().dimension())) {
            return added == null && rule.missing() == Missing.REPORT ? absent(roll.added(), year) : Optional.empty();
        }
        var slack = now.value().abs().multiply(rule.tolerance()).divide(HUNDRED);
        return now.interval().minus(before.interval().plus(in(added, now.unit())))
                .intersects(Interval.closed(slack.negate(), slack)) ? Optional.empty()
                : breach(period(year), now, period(year - 1), before, added);
    }

    /** The figures of the year before and of this one; none where one lacks, or the series breaks between them. */
    private List<Figure> twoYears(String indicator) {
        var before = take(indicator, year - 1);
        var now = take(indicator, year);
        return before == null || now == null || isBrokenHere(indicator) ? List.of() : List.of(before, now);
    }

    private boolean isBrokenHere(String indicator) {
        return catalogue.breakBetween(indicator, region, year - 1, year);
    }

    /** What a rule that looks back makes of its one figure. */
    private Optional<Breach> missing(String indicator) {
        return inputs.size() == 1 && inputs.getFirst().year() == year && rule.missing() == Missing.REPORT
                && !isBrokenHere(indicator) ? absent(indicator, year - 1) : Optional.empty();
    }

    private Optional<Breach> absent(String indicator, int in) {
        return Optional.of(new Breach(rule, year, inputs,
                Explanation.of("check.rule.absent", period(in), catalogue.indicator(indicator))));
    }

    private Optional<Breach> sum(Condition.Sum sum) {
        var whole = take(sum.whole(), year);
        var parts = sum.parts().stream().map(code -> take(code, year)).toList();
        if (inputs.isEmpty()) {
            return Optional.empty();
        }
        if (whole == null || parts.contains(null)) {
            switch (rule.missing()) {
                case SKIP -> {
                    return Optional.empty();
                }
                case REPORT -> {
                    return sum.indicators().stream().filter(code -> figures.of(code, year).isEmpty()).findFirst()
                            .flatMap(code -> absent(code, year));
                }
                case ZERO -> { }
            }
        }
        var unit = catalogue.indicator(sum.whole()).unit();
        var total = Interval.point(BigDecimal.ZERO);
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (part != null) {
                if (!part.unit().dimension().equals(unit.dimension())) {
                    return Optional.empty();
                }
                total = total.plus(in(part, unit));
            }
        }
        var stated = whole == null ? Interval.point(BigDecimal.ZERO) : whole.interval();
        var slack = (whole == null ? BigDecimal.ZERO : whole.value().abs()).multiply(rule.tolerance()).divide(HUNDRED);
        return stated.minus(total).intersects(Interval.closed(slack.negate(), slack)) ? Optional.empty()
                : breach(period(year), whole == null ? new Amount(BigDecimal.ZERO, unit) : whole,
                        new Amount(total, unit));
    }

    private Optional<Breach> ratio(String top, String bottom, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        var divided = take(top, year);
        var divisor = take(bottom, year);
        if (inputs.isEmpty()) {
            return Optional.empty();
        }
        if (divisor == null || divided == null) {
            if (rule.missing() == Missing.REPORT) {
                return absent(divided == null ? top : bottom, year);
            }
            if (rule.missing() == Missing.SKIP || divisor == null) {
                return Optional.empty();
            }
        }
        if (divisor.interval().contains(BigDecimal.ZERO)) {
            return Optional.empty();
        }
        var quotient = (divided == null ? Interval.point(BigDecimal.ZERO) : inBase(divided)).dividedBy(inBase(divisor));
        var value = divided == null ? BigDecimal.ZERO : divided.value().multiply(divided.unit().factor())
                .divide(divisor.value().multiply(divisor.unit().factor()), MathContext.DECIMAL128);
        return quotient.intersects(tolerated(low, high)) ? Optional.empty()
                : breach(period(year), name(top), name(bottom), Interval.point(rounded(value)),
                        between(low, high));
    }

    private Optional<Breach> pair(Condition.Pair pair) {
        var one = take(pair.indicator(), year);
        var other = take(pair.other(), year);
        return one == null || other != null ? Optional.empty()
                : breach(period(year), name(pair.indicator()), name(pair.other()));
    }

    /** The figure of a place, noted as one that was held against the rule. */
    private @Nullable Figure take(String indicator, int in) {
        var figure = figures.of(indicator, in).orElse(null);
        if (figure != null) {
            inputs.add(new Input(indicator, in, figure));
        }
        return figure;
    }

    private Interval tolerated(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        return between(low == null ? null : low.subtract(slack(low)), high == null ? null : high.add(slack(high)));
    }

    private BigDecimal slack(BigDecimal bound) {
        return bound.abs().multiply(rule.tolerance()).divide(HUNDRED);
    }

    private static Interval between(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        return new Interval(low, low == null ? End.UNBOUNDED : End.CLOSED, high,
                high == null ? End.UNBOUNDED : End.CLOSED);
    }

    private static Interval inBase(Figure figure) {
        return figure.interval().times(figure.unit().factor());
    }

    private static Interval in(Figure figure, Unit unit) {
        return figure.interval().times(figure.unit().factor()).dividedBy(unit.factor());
    }

    private Indicator name(String code) {
        return catalogue.indicator(code);
    }

    private static Period period(int of) {
        return new Period.Year(of);
    }

    /** To the whole number, small ones to three digits. */
    private static BigDecimal rounded(BigDecimal value) {
        return value.abs().compareTo(HUNDRED) >= 0 ? value.setScale(0, RoundingMode.HALF_UP)
                : value.round(new MathContext(3, RoundingMode.HALF_UP));
    }

    private Optional<Breach> breach(Object... arguments) {
        return Optional.of(new Breach(rule, year, inputs,
                Explanation.of("check.rule.broken." + rule.condition().kind(), arguments)));
    }
}
