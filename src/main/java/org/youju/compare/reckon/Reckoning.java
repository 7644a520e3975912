package org.youju.compare.reckon;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.youju.compare.reckon.Outcome.Absent;
import org.youju.compare.reckon.Outcome.Hedge;
import org.youju.compare.reckon.Outcome.Reason;
import org.youju.compare.reckon.Outcome.Refused;
import org.youju.compare.reckon.Outcome.Result;
import org.youju.compare.reckon.Outcome.Trend;
import org.youju.figure.Interval;
import org.youju.figure.Nature;
import org.youju.figure.Numbers;
import org.youju.indicator.Direction;
import org.youju.indicator.PriceBasis;

/** Transforms lines. Pure: the same lines and setting give the same outcomes, whoever asks and whenever. */
public final class Reckoning {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Interval ONE = Interval.point(BigDecimal.ONE);
    private static final Outcome ABSENT = new Absent();

    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Setting setting;

    private Reckoning(Collection<Line> lines, Setting setting) {
        lines.forEach(line -> this.lines.put(line.key(), line));
        this.setting = setting;
    }

    /**
     * One outcome for each year of the setting.
     *
     * @param line   what is transformed
     * @param lines  the lines that it is held against; others of its indicator for a rank, the other indicator's for a
     *               share or ratio
     */
    public static NavigableMap<Integer, Outcome> of(Line line, Collection<Line> lines, Setting setting) {
        var reckoning = new Reckoning(lines, setting);
        var outcomes = new TreeMap<Integer, Outcome>();
        for (int year = setting.from(); year <= setting.to(); year++) {
            outcomes.put(year, reckoning.outcome(line, year));
        }
        return outcomes;
    }

    /** The difference between two years of a line; of per cents in percentage points. */
    public static Outcome change(Line line, int from, int to, boolean acrossBreaks) {
        return new Reckoning(List.of(line), between(Transform.CHANGE, from, to, acrossBreaks)).change(line, from, to);
    }

    /** The change between two years of a line in per cent of the first. */
    public static Outcome growth(Line line, int from, int to, boolean acrossBreaks) {
        return new Reckoning(List.of(line), between(Transform.GROWTH, from, to, acrossBreaks)).growth(line, from, to);
    }

    /** The average change a year between two years of a line, in per cent. */
    public static Outcome average(Line line, int from, int to, boolean acrossBreaks) {
        return new Reckoning(List.of(line), between(Transform.CAGR, from, to, acrossBreaks)).average(line, from, to);
    }

    private static Setting between(Transform transform, int from, int to, boolean acrossBreaks) {
        return new Setting(transform, from, to, from, null, acrossBreaks);
    }

    private Outcome outcome(Line line, int year) {
        return switch (setting.transform()) {
            case LEVEL -> line.at(year).<Outcome>map(Reckoning::level).orElse(ABSENT);
            case CHANGE -> change(line, year - 1, year);
            case GROWTH -> growth(line, year - 1, year);
            case INDEX -> index(line, year);
            case CAGR -> year <= setting.baseYear() ? ABSENT : average(line, setting.baseYear(), year);
            case CUMULATIVE -> cumulative(line, year);
            case SHARE -> share(line, year);
            case PER -> per(line, year);
            case TARGET -> target(line, year);
            case RANK -> rank(line, year);
        };
    }

    private static Result level(Known known) {
        return new Result(known.value(), known.interval(), known.worth(), Trend.NONE, Set.of(), List.of(known));
    }

    /** Two years that may be held against each other, or why not. */
    private sealed interface Pair {
        record Of(Known first, Known last, Set<Hedge> hedges) implements Pair {
        }

        record Not(Outcome outcome) implements Pair {
        }
    }

    private Pair pair(Line line, int from, int to) {
        var last = line.at(to);
        if (last.isEmpty()) {
            return new Pair.Not(ABSENT);
        }
        var first = line.at(from);
        if (first.isEmpty()) {
            return new Pair.Not(Refused.because(Reason.NO_BASE, from));
        }
        if (line.indicator().nature() == Nature.CUMULATIVE && !sameStart(first.get(), last.get())) {
            return new Pair.Not(Refused.because(Reason.OTHER_START));
        }
        var hedges = EnumSet.noneOf(Hedge.class);
        var broken = line.breakBetween(Math.min(from, to), Math.max(from, to));
        if (broken.isPresent()) {
            if (!setting.acrossBreaks()) {
                return new Pair.Not(Refused.because(Reason.BREAK, broken.get().validFrom()));
            }
            hedges.add(Hedge.ACROSS_BREAK);
        }
        return new Pair.Of(first.get(), last.get(), hedges);
    }

    private static boolean sameStart(Known one, Known other) {
        var start = one.period().start();
        return start == null ? other.period().start() == null : start.equals(other.period().start());
    }

    private Outcome change(Line line, int from, int to) {
        return switch (pair(line, from, to)) {
            case Pair.Not not -> not.outcome();
            case Pair.Of(var first, var last, var hedges) -> result(last.value().subtract(first.value()),
                    last.interval().minus(first.interval()), BigDecimal.ZERO, hedges, first, last);
        };
    }

    private Outcome growth(Line line, int from, int to) {
        if (line.isInPerCent()) {
            return line.at(to).isEmpty() ? ABSENT : Refused.because(Reason.PER_CENT);
        }
        return switch (pair(line, from, to)) {
            case Pair.Not not -> not.outcome();
            case Pair.Of(var first, var last, var hedges) when !Powers.isPositive(first.interval()) ->
                    Refused.because(Reason.BASE_NOT_POSITIVE, from);
            case Pair.Of(var first, var last, var hedges) -> result(
                    percent(quotient(last.value(), first.value())),
                    last.interval().dividedBy(first.interval()).minus(ONE).times(HUNDRED), BigDecimal.ZERO,
                    inCurrentPrices(line, hedges), first, last);
        };
    }

    private Outcome index(Line line, int year) {
        if (line.isInPerCent()) {
            return line.at(year).isEmpty() ? ABSENT : Refused.because(Reason.PER_CENT);
        }
        int base = setting.baseYear();
        return switch (pair(line, base, year)) {
            case Pair.Not not -> not.outcome();
            case Pair.Of(var first, var last, var hedges) when !Powers.isPositive(first.interval()) ->
                    Refused.because(Reason.BASE_NOT_POSITIVE, base);
            case Pair.Of(var first, var last, var hedges) when year == base ->
                    new Result(HUNDRED, Interval.point(HUNDRED), first.worth(), Trend.EQUAL, Set.of(), List.of(first));
            case Pair.Of(var first, var last, var hedges) -> result(
                    quotient(last.value(), first.value()).multiply(HUNDRED),
                    last.interval().dividedBy(first.interval()).times(HUNDRED), HUNDRED,
                    inCurrentPrices(line, hedges), first, last);
        };
    }

    private Outcome average(Line line, int from, int to) {
        if (line.isInPerCent()) {
            return line.at(to).isEmpty() ? ABSENT : Refused.because(Reason.PER_CENT);
        }
        return switch (pair(line, from, to)) {
            case Pair.Not not -> not.outcome();
            case Pair.Of(var first, var last, var hedges) when !Powers.isPositive(first.interval()) ->
                    Refused.because(Reason.BASE_NOT_POSITIVE, from);
            case Pair.Of(var first, var last, var hedges) when !Powers.isPositive(last.interval()) ->
                    Refused.because(Reason.END_NOT_POSITIVE, to);
            case Pair.Of(var first, var last, var hedges) -> {
                int years = to - from;
                var factor = last.interval().dividedBy(first.interval());
                yield result(percent(Powers.root(quotient(last.value(), first.value()), years)),
                        Powers.rising(factor, it -> it.signum() == 0 ? BigDecimal.ZERO : Powers.root(it, years))
                                .minus(ONE).times(HUNDRED),
                        BigDecimal.ZERO, inCurrentPrices(line, hedges), first, last);
            }
        };
    }

    /** Growth in current prices is not what is published in constant ones. */
    private static Set<Hedge> inCurrentPrices(Line line, Set<Hedge> hedges) {
        if (line.constantRate() && line.indicator().priceBasis() == PriceBasis.CURRENT) {
            hedges.add(Hedge.CURRENT_PRICES);
        }
        return hedges;
    }

    private Outcome cumulative(Line line, int year) {
        if (line.at(year).isEmpty()) {
            return ABSENT;
        }
        if (line.isInPerCent()) {
            return Refused.because(Reason.PER_CENT);
        }
        if (line.indicator().nature() != Nature.FLOW) {
            return Refused.because(Reason.NOT_ADDABLE);
        }
        var first = line.values().ceilingKey(setting.from());
        var sum = BigDecimal.ZERO;
        var interval = Interval.point(BigDecimal.ZERO);
        var worth = Worth.STATED;
        var inputs = new TreeMap<Integer, Known>();
        for (int at = first; at <= year; at++) {
            var known = line.at(at);
            if (known.isEmpty()) {
                return Refused.because(Reason.GAP, at);
            }
            sum = sum.add(known.get().value());
            interval = interval.plus(known.get().interval());
            worth = worth.and(known.get().worth());
            inputs.put(at, known.get());
        }
        var broken = line.breakBetween(first, year);
        if (broken.isPresent() && !setting.acrossBreaks()) {
            return Refused.because(Reason.BREAK, broken.get().validFrom());
        }
        return new Result(sum, interval, worth, Trend.NONE,
                broken.isPresent() ? Set.of(Hedge.ACROSS_BREAK) : Set.of(), List.copyOf(inputs.values()));
    }

    /** The line of the other indicator in the same region. */
    private Optional<Line> other(Line line) {
        return Optional.ofNullable(setting.other()).filter(code -> !code.equals(line.indicator().code()))
                .flatMap(code -> Optional.ofNullable(lines.get(code + "." + line.region().code())));
    }

    private Outcome withoutOther(Line line) {
        return Refused.because(line.indicator().code().equals(setting.other()) ? Reason.OTHER_SELF : Reason.NO_OTHER);
    }

    private Outcome share(Line line, int year) {
        var part = line.at(year);
        if (part.isEmpty()) {
            return ABSENT;
        }
        var of = other(line);
        if (of.isEmpty()) {
            return withoutOther(line);
        }
        var whole = of.get();
        if (line.isInPerCent() || !whole.indicator().unit().dimension().equals(line.indicator().unit().dimension())) {
            return Refused.because(Reason.UNITS, line.indicator().unit().code(), whole.indicator().unit().code());
        }
        if (pricesDiffer(line, whole)) {
            return Refused.because(Reason.PRICES);
        }
        var divisor = whole.at(year);
        if (divisor.isEmpty()) {
            return Refused.because(Reason.OTHER_MISSING, year);
        }
        if (!divisor.get().period().equals(part.get().period())) {
            return Refused.because(Reason.PERIODS);
        }
        if (!Powers.isPositive(divisor.get().interval())) {
            return Refused.because(Reason.ZERO_DIVISOR, year);
        }
        var scale = line.indicator().unit().factor().divide(whole.indicator().unit().factor(), MathContext.DECIMAL128);
        var value = quotient(part.get().value(), divisor.get().value()).multiply(scale).multiply(HUNDRED);
        var interval = part.get().interval().dividedBy(divisor.get().interval()).times(scale.multiply(HUNDRED));
        boolean isPart = line.wholes().contains(whole.indicator().code());
        if (isPart && value.compareTo(HUNDRED) > 0) {
            return Refused.because(Reason.OVER_WHOLE, year);
        }
        var result = new Result(value, isPart ? interval.cappedAt(HUNDRED) : interval,
                part.get().worth().and(divisor.get().worth()), Trend.NONE, Set.of(),
                List.of(part.get(), divisor.get()));
        return isPart ? result : result.with(Hedge.NOT_KNOWN_PART);
    }

    private Outcome per(Line line, int year) {
        var top = line.at(year);
        if (top.isEmpty()) {
            return ABSENT;
        }
        var of = other(line);
        if (of.isEmpty()) {
            return withoutOther(line);
        }
        var by = of.get();
        if (line.isInPerCent() || by.isInPerCent()) {
            return Refused.because(Reason.PER_CENT);
        }
        if (pricesDiffer(line, by)) {
            return Refused.because(Reason.PRICES);
        }
        var bottom = by.at(year);
        if (bottom.isEmpty()) {
            return Refused.because(Reason.OTHER_MISSING, year);
        }
        if (!Powers.isPositive(bottom.get().interval())) {
            return Refused.because(Reason.ZERO_DIVISOR, year);
        }
        var scale = line.indicator().unit().factor().divide(by.indicator().unit().factor(), MathContext.DECIMAL128);
        var result = new Result(quotient(top.get().value(), bottom.get().value()).multiply(scale),
                top.get().interval().dividedBy(bottom.get().interval()).times(scale),
                top.get().worth().and(bottom.get().worth()), Trend.NONE, Set.of(), List.of(top.get(), bottom.get()));
        return top.get().period().equals(bottom.get().period()) ? result : result.with(Hedge.OTHER_PERIOD);
    }

    private static boolean pricesDiffer(Line one, Line other) {
        var prices = EnumSet.of(one.indicator().priceBasis(), other.indicator().priceBasis());
        return prices.contains(PriceBasis.CONSTANT) && prices.contains(PriceBasis.CURRENT);
    }

    private Outcome target(Line line, int year) {
        var actual = line.at(year);
        if (actual.isEmpty()) {
            return ABSENT;
        }
        var goal = line.goalIn(year);
        if (goal.isEmpty()) {
            return Refused.because(Reason.NO_TARGET, year);
        }
        return result(actual.get().value().subtract(goal.get().value()),
                actual.get().interval().minus(Interval.point(goal.get().value())), BigDecimal.ZERO, Set.of(),
                actual.get());
    }

    /** The best place among regions of one level that is possible, and the worst; regions that may be equal share a place. */
    private Outcome rank(Line line, int year) {
        var own = line.at(year);
        if (own.isEmpty()) {
            return ABSENT;
        }
        var rivals = lines.values().stream()
                .filter(it -> it.indicator().code().equals(line.indicator().code()) && !it.key().equals(line.key())
                        && it.isOfLevel(line)).toList();
        var known = rivals.stream().map(it -> it.at(year)).flatMap(Optional::stream).toList();
        if (known.isEmpty()) {
            return Refused.because(Reason.FEW_REGIONS, year);
        }
        boolean lowFirst = line.indicator().direction() == Direction.DOWN;
        long place = 1 + known.stream().filter(it -> isAhead(it.value(), own.get().value(), lowFirst)).count();
        long best = 1 + known.stream().filter(it -> isCertainlyAhead(it.interval(), own.get().interval(), lowFirst)).count();
        long worst = 1 + known.size()
                - known.stream().filter(it -> isCertainlyAhead(own.get().interval(), it.interval(), lowFirst)).count();
        var worth = known.stream().map(Known::worth).reduce(own.get().worth(), Worth::and);
        var result = new Result(BigDecimal.valueOf(place),
                Interval.closed(BigDecimal.valueOf(best), BigDecimal.valueOf(Math.max(worst, place))), worth,
                Trend.NONE, Set.of(), List.of(own.get()));
        return known.size() < rivals.size() ? result.with(Hedge.SOME_REGIONS) : result;
    }

    private static boolean isAhead(BigDecimal one, BigDecimal other, boolean lowFirst) {
        return lowFirst ? one.compareTo(other) < 0 : one.compareTo(other) > 0;
    }

    private static boolean isCertainlyAhead(Interval one, Interval other, boolean lowFirst) {
        var lead = one.minus(other);
        return lowFirst ? lead.certainlyBelow(BigDecimal.ZERO) : lead.certainlyAbove(BigDecimal.ZERO);
    }

    private static Result result(BigDecimal value, Interval interval, BigDecimal neutral, Set<Hedge> hedges,
            Known... inputs) {
        var worth = List.of(inputs).stream().map(Known::worth).reduce(Worth.STATED, Worth::and);
        return new Result(Numbers.plain(value), interval, worth, Trend.of(value, interval, neutral), hedges,
                List.of(inputs));
    }

    private static BigDecimal quotient(BigDecimal top, BigDecimal bottom) {
        return top.divide(bottom, MathContext.DECIMAL128);
    }

    private static BigDecimal percent(BigDecimal factor) {
        return factor.subtract(BigDecimal.ONE).multiply(HUNDRED);
    }
}
