package org.youju.check.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
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
import org.youju.figure.Nature;
import org.youju.figure.Numbers;
import org.youju.figure.Period;
import org.youju.figure.Unit;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;

/**
 * Holds figures against a rule. They break it only where no value that they can mean would keep it, the tolerance
 * included: 约100 is no breach of “at most 98”. Figures of one period are held against each other, what adds up against what
 * had added up before, a part of a year against the year. Two sides of a break in a series are not held together.
 */
public final class Judgement {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private final Catalogue catalogue;
    private final String region;
    private final Figures figures;
    private final Rule rule;
    private final Period place;
    private final List<Input> inputs = new ArrayList<>();

    private Judgement(Rule rule, Period place, Catalogue catalogue, String region, Figures figures) {
        this.catalogue = catalogue;
        this.region = region;
        this.figures = figures;
        this.rule = rule;
        this.place = place;
    }

    /**
     * Whether figures of a region break a rule in a period.
     *
     * @param place  as {@link Places#of} gives it
     * @return empty where they keep it or may keep it, where too little is known, or the rule is not for that region
     */
    public static Optional<Breach> of(Rule rule, Period place, Catalogue catalogue, String region, Figures figures) {
        return rule.holdsIn(region)
                && rule.condition().indicators().stream().allMatch(code -> catalogue.find(code).isPresent())
                ? new Judgement(rule, place, catalogue, region, figures).judge() : Optional.empty();
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

    /**
     * Whether a rule, judged in one period, looks at the figures of another too: at the year before, at what had added up
     * before, and for a part of a year at the whole years that it stands in and after.
     */
    static boolean looksAt(Rule rule, Period from, Period at, Figures figures) {
        return switch (rule.condition()) {
            case Condition.Jump jump -> isYearBefore(at, from) || Places.yearOfPart(from).stream().anyMatch(year ->
                    at.equals(new Period.Year(year)) || Places.yearBefore(new Period.Year(year)).equals(Optional.of(at)));
            case Condition.Roll roll -> isYearBefore(at, from);
            case Condition.Monotone(var indicator) -> isYearBefore(at, from)
                    || Places.lastBefore(from, figures.periods(indicator)).equals(Optional.of(at));
            default -> false;
        };
    }

    /** The first year that rules have to know of to judge what stands in a year; all where one looks back without end. */
    static int firstYear(Collection<Rule> rules, int year) {
        return rules.stream().anyMatch(rule -> rule.condition() instanceof Condition.Monotone) ? FIRST_YEAR : year - 1;
    }

    /** The last year that rules have to know of. */
    static int lastYear(Collection<Rule> rules, int year) {
        return rules.stream().anyMatch(rule -> rule.condition() instanceof Condition.Monotone) ? LAST_YEAR : year + 1;
    }

    private static boolean isYearBefore(Period earlier, Period later) {
        return Places.yearBefore(later).equals(Optional.of(earlier));
    }

    private Optional<Breach> range(Condition.Range range) {
        // what flows in a part of a year reaches no floor that is set for the whole
        var low = isFlow(range.indicator()) && Places.yearOfPart(place).isPresent() ? null : range.low();
        if (low == null && range.high() == null || isFlow(range.indicator()) && isLong()) {
            return Optional.empty();
        }
        var figure = take(range.indicator(), place);
        return figure == null || figure.interval().intersects(tolerated(low, range.high())) ? Optional.empty()
                : breach(place, figure, new Amount(between(low, range.high()), figure.unit()));
    }

    private boolean isFlow(String indicator) {
        return name(indicator).nature() == Nature.FLOW;
    }

    /** Whether it is a span of several years. */
    private boolean isLong() {
        return place instanceof Period.Span && Places.yearOfPart(place).isEmpty();
    }

    private Optional<Breach> share(Condition.Share share) {
        var figure = take(share.indicator(), place);
        return figure == null || figure.interval().intersects(tolerated(BigDecimal.ZERO, HUNDRED)) ? Optional.empty()
                : breach(place, figure);
    }

    private Optional<Breach> jump(Condition.Jump jump) {
        var most = jump.percent().add(rule.tolerance()).divide(HUNDRED);
        var pair = two(jump.indicator(), Places.yearBefore(place));
        if (pair.isEmpty()) {
            return part(jump, most).or(() -> missing(jump.indicator()));
        }
        var before = pair.getFirst();
        var now = pair.getLast();
        if (before.interval().contains(BigDecimal.ZERO)) {
            return part(jump, most);
        }
        var factor = now.interval().dividedBy(before.interval());
        return factor.intersects(Interval.closed(BigDecimal.ONE.subtract(most), BigDecimal.ONE.add(most)))
                ? part(jump, most)
                : breach(yearBefore(), before, place, now, change(before.value(), now.value(), factor),
                        Numbers.text(jump.percent()));
    }

    /** A part of a year is at most the whole, and where that is not stated, at most as much as the whole may leap to. */
    private Optional<Breach> part(Condition.Jump jump, BigDecimal most) {
        var year = Places.yearOfPart(place);
        var part = figures.of(jump.indicator(), place).orElse(null);
        if (year.isEmpty() || part == null || part.value().signum() < 0 || !isFlow(jump.indicator())) {
            return Optional.empty();
        }
        var ofYear = new Period.Year(year.getAsInt());
        var whole = figures.of(jump.indicator(), ofYear).orElse(null);
        if (whole != null) {
            return whole.value().signum() < 0 || leaves(part, whole, rule.tolerance().divide(HUNDRED)) ? Optional.empty()
                    : instead("PART", ofYear, whole, part, place, part, ofYear, whole);
        }
        var before = Places.yearBefore(ofYear).orElse(null);
        var figure = before == null ? null : figures.of(jump.indicator(), before).orElse(null);
        if (figure == null || figure.value().signum() <= 0 || leaves(part, figure, most)
                || catalogue.breakBetween(jump.indicator(), region, year.getAsInt() - 1, year.getAsInt())) {
            return Optional.empty();
        }
        return instead("PART_JUMP", before, figure, part, place, part, before, figure, Numbers.text(jump.percent()));
    }

    /** Whether a figure may be at most another and so much more. */
    private static boolean leaves(Figure part, Figure whole, BigDecimal more) {
        return whole.interval().times(BigDecimal.ONE.add(more)).minus(part.interval())
                .intersects(Interval.atLeast(BigDecimal.ZERO));
    }

    private Optional<Breach> instead(String sentence, Period other, Figure whole, Figure part, Object... arguments) {
        var code = rule.condition().indicators().getFirst();
        return Optional.of(new Breach(rule, place, List.of(new Input(code, other, whole), new Input(code, place, part)),
                Explanation.of("check.rule.broken." + sentence, arguments)));
    }

    /** The change in per cent, printed no finer than it is known; its interval where no number is. */
    private static Object change(BigDecimal before, BigDecimal now, Interval factor) {
        var change = now.subtract(before).multiply(HUNDRED).divide(before.abs(), MathContext.DECIMAL128);
        var known = factor.minus(Interval.point(BigDecimal.ONE)).times(HUNDRED);
        return Fineness.rounded(change, known, 1).<Object>map(it -> (it.signum() > 0 ? "+" : "")
                + Numbers.text(it).replace('-', '\u2212')).orElse(known);
    }

    private Optional<Breach> monotone(Condition.Monotone monotone) {
        var earlier = Places.lastBefore(place, figures.periods(monotone.indicator()));
        var pair = two(monotone.indicator(), earlier);
        if (pair.isEmpty()) {
            return missing(monotone.indicator());
        }
        var before = pair.getFirst();
        var now = pair.getLast();
        var slack = before.value().abs().multiply(rule.tolerance()).divide(HUNDRED);
        return now.interval().minus(before.interval()).intersects(Interval.atLeast(slack.negate())) ? Optional.empty()
                : breach(earlier.orElseThrow(), before, place, now);
    }

    private Optional<Breach> roll(Condition.Roll roll) {
        if (place.year().isEmpty()) {
            return Optional.empty();
        }
        var pair = two(roll.stock(), Places.yearBefore(place));
        if (pair.isEmpty()) {
            return missing(roll.stock());
        }
        var added = take(roll.added(), place);
        var before = pair.getFirst();
        var now = pair.getLast();
        if (added == null || !added.unit().dimension().equals(now.unit().dimension())) {
            return added == null && rule.missing() == Missing.REPORT ? absent(roll.added(), place) : Optional.empty();
        }
        var slack = now.value().abs().multiply(rule.tolerance()).divide(HUNDRED);
        return now.interval().minus(before.interval().plus(in(added, now.unit())))
                .intersects(Interval.closed(slack.negate(), slack)) ? Optional.empty()
                : breach(place, now, yearBefore(), before, added);
    }

    /** The figures of an earlier period and of this one; none where one lacks, or the series breaks between them. */
    private List<Figure> two(String indicator, Optional<Period> earlier) {
        var before = earlier.map(it -> take(indicator, it)).orElse(null);
        var now = take(indicator, place);
        return before == null || now == null || isBroken(indicator, earlier.get()) ? List.of() : List.of(before, now);
    }

    private boolean isBroken(String indicator, Period earlier) {
        return catalogue.breakBetween(indicator, region, Places.lastYear(earlier), Places.lastYear(place));
    }

    private Period yearBefore() {
        return Places.yearBefore(place).orElseThrow();
    }

    /** What a rule that looks back makes of its one figure of a year. */
    private Optional<Breach> missing(String indicator) {
        return place.year().isPresent() && Places.yearBefore(place).isPresent() && rule.missing() == Missing.REPORT
                && inputs.size() == 1 && inputs.getFirst().period().equals(place)
                && !isBroken(indicator, yearBefore()) ? absent(indicator, yearBefore()) : Optional.empty();
    }

    private Optional<Breach> absent(String indicator, Period in) {
        return Optional.of(new Breach(rule, place, inputs,
                Explanation.of("check.rule.absent", in, catalogue.indicator(indicator))));
    }

    private Optional<Breach> sum(Condition.Sum sum) {
        var whole = take(sum.whole(), place);
        var parts = sum.parts().stream().map(code -> take(code, place)).toList();
        if (inputs.isEmpty()) {
            return Optional.empty();
        }
        if (whole == null || parts.contains(null)) {
            switch (rule.missing()) {
                case SKIP -> {
                    return Optional.empty();
                }
                case REPORT -> {
                    return sum.indicators().stream().filter(code -> figures.of(code, place).isEmpty()).findFirst()
                            .flatMap(code -> absent(code, place));
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
                : breach(place, whole == null ? new Amount(BigDecimal.ZERO, unit) : whole,
                        new Amount(total, unit));
    }

    private Optional<Breach> ratio(String top, String bottom, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        if (Places.yearOfPart(place).isPresent() && name(top).nature() != name(bottom).nature()) {
            // so much in a part of a year for each of what stands all the year is no share of it
            return Optional.empty();
        }
        var divided = take(top, place);
        var divisor = take(bottom, place);
        if (inputs.isEmpty()) {
            return Optional.empty();
        }
        if (divisor == null || divided == null) {
            if (rule.missing() == Missing.REPORT) {
                return absent(divided == null ? top : bottom, place);
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
                : breach(place, name(top), name(bottom), Interval.point(rounded(value)),
                        between(low, high));
    }

    private Optional<Breach> pair(Condition.Pair pair) {
        var one = take(pair.indicator(), place);
        var other = take(pair.other(), place);
        return one == null || other != null ? Optional.empty()
                : breach(place, name(pair.indicator()), name(pair.other()));
    }

    /** The figure of a place, noted as one that was held against the rule. */
    private @Nullable Figure take(String indicator, Period in) {
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

    /** To the whole number, small ones to three digits. */
    private static BigDecimal rounded(BigDecimal value) {
        return value.abs().compareTo(HUNDRED) >= 0 ? value.setScale(0, RoundingMode.HALF_UP)
                : value.round(new MathContext(3, RoundingMode.HALF_UP));
    }

    private Optional<Breach> breach(Object... arguments) {
        return Optional.of(new Breach(rule, place, inputs,
                Explanation.of("check.rule.broken." + rule.condition().kind(), arguments)));
    }
}
