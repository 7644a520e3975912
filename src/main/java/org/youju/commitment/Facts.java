package org.youju.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.figure.End;
import org.youju.figure.Interval;
import org.youju.figure.Nature;
import org.youju.figure.Numbers;
import org.youju.figure.Period;
import org.youju.figure.PeriodKind;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.observation.Cell;
import org.youju.observation.Observation;
import org.youju.observation.State;

/** What the statements of a region say of one promise's indicator, in the shapes that a verdict asks for. */
final class Facts {

    private final Indicator indicator;
    private final List<Observation> own;
    private final List<Observation> sums;
    private final List<Assumption> assumptions;

    Facts(Commitment commitment, Collection<Cell> cells, List<Assumption> assumptions, Catalogue catalogue) {
        this.indicator = catalogue.indicator(commitment.indicator());
        var cumulatives = catalogue.cumulativesOf(indicator.code()).stream().map(Indicator::code).toList();
        var stated = cells.stream().map(Cell::representing)
                .filter(o -> o.region().equals(commitment.region()))
                .sorted(Comparator.comparing(Observation::period).thenComparing(Observation::indicator))
                .toList();
        this.own = stated.stream().filter(o -> o.indicator().equals(indicator.code())).toList();
        this.sums = Stream.concat(isAmount() ? own.stream() : Stream.empty(),
                        stated.stream().filter(o -> cumulatives.contains(o.indicator())))
                .filter(o -> o.period().kind() == PeriodKind.SPAN && isWholeYears(o.period()))
                .toList();
        this.assumptions = assumptions.stream()
                .filter(a -> a.commitment().equals(commitment.code()) && a.isCurrent() && a.state() == State.APPROVED)
                .filter(a -> a.indicator().equals(indicator.code()) || cumulatives.contains(a.indicator()))
                .filter(a -> isWholeYears(a.period()))
                .sorted(Comparator.comparing(Assumption::period))
                .toList();
    }

    /** What is stated of an indicator alone, without what adds it up. */
    Facts(Indicator indicator, String region, Collection<Cell> cells) {
        this.indicator = indicator;
        this.own = cells.stream().map(Cell::representing).filter(o -> o.region().equals(region)).sorted(Comparator
                .comparing(Observation::period)).toList();
        this.sums = List.of();
        this.assumptions = List.of();
    }

    /**
     * An amount over some years.
     *
     * @param value       by the printed numbers, at its least where it is reduced
     * @param printed     the number of the one exact print that it is, else null
     * @param assumptions what it was reduced by
     * @param unbounded   years that it holds beyond those asked for and that nothing bounds
     * @param end         the last day that it speaks of
     */
    record Total(Interval interval, BigDecimal value, @Nullable BigDecimal printed, List<Observation> inputs,
            List<Assumption> assumptions, List<Integer> unbounded, String formula, LocalDate end) {
    }

    /** Whether it adds up over time. */
    boolean isAmount() {
        return (indicator.nature() == Nature.FLOW || indicator.nature() == Nature.CUMULATIVE)
                && !indicator.unit().dimension().startsWith("percent");
    }

    /** Whether it is a rate or a share, of which no part can be done. */
    boolean isRate() {
        return indicator.nature() == Nature.RATE || indicator.nature() == Nature.SHARE
                || indicator.unit().dimension().startsWith("percent");
    }

    /** Whether a value at a moment is the whole of it. */
    boolean isState() {
        return indicator.nature() == Nature.CUMULATIVE || indicator.nature() == Nature.STOCK;
    }

    /** The value of a whole year; of a state that at its end. */
    Optional<Observation> ofYear(int year) {
        return own.stream().filter(o -> isOfYear(o.period(), year))
                .min(Comparator.comparing((Observation o) -> o.period().kind()).thenComparing(Observation::period));
    }

    private boolean isOfYear(Period period, int year) {
        var lastDay = LocalDate.of(year, 12, 31);
        return switch (period.kind()) {
            case YEAR, SPAN -> LocalDate.of(year, 1, 1).equals(period.start()) && lastDay.equals(period.end());
            case AS_OF -> indicator.nature() != Nature.FLOW && lastDay.equals(period.end());
            case BY -> indicator.nature() == Nature.CUMULATIVE && lastDay.equals(period.end());
            case HALF_YEAR, QUARTER, MONTH, SINCE, UNKNOWN -> false;
        };
    }

    /** The value of exactly these years together. */
    Optional<Observation> ofYears(int from, int to) {
        return from == to ? ofYear(from)
                : own.stream().filter(o -> isWholeYears(o.period()) && firstYear(o.period()) == from
                        && lastYear(o.period()) == to).findFirst();
    }

    /** The value of the time from the start of a year up to a day within some year; of a state that at the day's end. */
    Optional<Observation> upTo(int from, LocalDate day) {
        return own.stream()
                .filter(o -> day.equals(o.period().end()) && (LocalDate.of(from, 1, 1).equals(o.period().start())
                        || o.period().kind() == PeriodKind.AS_OF && indicator.nature() != Nature.FLOW
                        || isState()))
                .min(Comparator.comparing((Observation o) -> !LocalDate.of(from, 1, 1).equals(o.period().start()))
                        .thenComparing(o -> o.period().kind()).thenComparing(Observation::period));
    }

    /** The amount from the start of a window up to a day within its last year. */
    Optional<Total> totalUpTo(int from, LocalDate day) {
        return ofRunningYear(from, day.getYear(), day).filter(total -> total.end().equals(day) && total.inputs().stream()
                .noneMatch(it -> it.period().end() == null || it.period().end().isAfter(day)));
    }

    /** The last of some years that a statement covers to its end. */
    Optional<Integer> lastCovered(int from, int to) {
        return Stream.concat(
                        IntStream.rangeClosed(from, to).boxed().filter(year -> ofYear(year).isPresent()),
                        sums.stream().map(o -> lastYear(o.period())).filter(year -> year >= from && year <= to))
                .max(Comparator.naturalOrder());
    }

    /** The latest statement that ends in some years and not after a day. */
    Optional<Observation> latest(int from, LocalDate today) {
        return own.stream()
                .filter(o -> o.period().end() != null && !o.period().end().isBefore(LocalDate.of(from, 1, 1))
                        && !o.period().end().isAfter(today))
                .max(Comparator.comparing(Observation::period));
    }

    /**
     * The ways to know an amount over some years: the sum of the years; a statement over a span, less what it holds
     * beyond, plus the years that it lacks. Those that nothing bounds come last.
     */
    List<Total> totals(int from, int to) {
        if (!isAmount()) {
            return List.of();
        }
        var totals = new ArrayList<Total>();
        plus(null, IntStream.rangeClosed(from, to).boxed().toList(), LocalDate.of(to, 12, 31)).ifPresent(totals::add);
        sums.forEach(sum -> ofSpan(sum, from, to).ifPresent(totals::add));
        totals.sort(Comparator.comparing(total -> !total.unbounded().isEmpty()));
        return totals;
    }

    /** The amount from the start of a window up to the latest day that statements reach. */
    Optional<Total> soFar(int from, int to, LocalDate today) {
        var closed = IntStream.rangeClosed(from, Math.min(to, today.getYear() - 1)).boxed()
                .flatMap(year -> totals(from, year).stream().filter(t -> t.unbounded().isEmpty()));
        return Stream.concat(closed, ofRunningYear(from, to, today).stream())
                .reduce((a, b) -> b.end().isBefore(a.end()) ? a : b);
    }

    private Optional<Total> ofRunningYear(int from, int to, LocalDate today) {
        int running = today.getYear();
        if (!isAmount() || running < from || running > to) {
            return Optional.empty();
        }
        var part = own.stream()
                .filter(o -> LocalDate.of(running, 1, 1).equals(o.period().start())
                        && o.period().end() != null && o.period().end().getYear() == running)
                .max(Comparator.comparing(Observation::period)).orElse(null);
        if (part == null) {
            return Optional.empty();
        }
        var end = part.period().end().isAfter(today) ? today : part.period().end();
        if (running == from) {
            return Optional.of(single(part, end));
        }
        return totals(from, running - 1).stream().filter(t -> t.unbounded().isEmpty()).findFirst()
                .map(before -> new Total(before.interval().plus(part.interval()),
                        before.value().add(part.figure().value()), null, concat(before.inputs(), List.of(part)),
                        before.assumptions(), List.of(),
                        before.formula() + " + " + Numbers.text(part.figure().value()), end));
    }

    private Optional<Total> ofSpan(Observation sum, int from, int to) {
        int first = firstYear(sum.period());
        int last = lastYear(sum.period());
        if (last < from || first > to) {
            return Optional.empty();
        }
        var lacking = IntStream.rangeClosed(from, to).boxed().filter(y -> y < first || y > last).toList();
        var beyond = new TreeSet<Integer>();
        IntStream.rangeClosed(first, last).filter(y -> y < from || y > to).forEach(beyond::add);
        var used = new ArrayList<Assumption>();
        for (var assumption : assumptions) {
            var years = IntStream.rangeClosed(firstYear(assumption.period()), lastYear(assumption.period()))
                    .boxed().toList();
            if (beyond.containsAll(years)) {
                beyond.removeAll(years);
                used.add(assumption);
            }
        }
        return plus(sum, lacking, LocalDate.of(to, 12, 31))
                .map(total -> used.stream().reduce(total, Facts::less, (a, b) -> b))
                .map(total -> beyond.isEmpty() ? total : unbounded(total, List.copyOf(beyond)));
    }

    /** A statement and the given years on top of it; empty where a year is not stated, or there is nothing to add. */
    private Optional<Total> plus(@Nullable Observation sum, List<Integer> years, LocalDate end) {
        var parts = new ArrayList<Observation>();
        if (sum != null) {
            parts.add(sum);
        }
        for (int year : years) {
            var stated = ofYear(year);
            if (stated.isEmpty()) {
                return Optional.empty();
            }
            parts.add(stated.get());
        }
        return parts.stream().map(part -> single(part, end)).reduce((a, b) -> new Total(
                a.interval().plus(b.interval()), a.value().add(b.value()), null, concat(a.inputs(), b.inputs()),
                List.of(), List.of(), a.formula() + " + " + b.formula(), end));
    }

    private static Total single(Observation part, LocalDate end) {
        return new Total(part.interval(), part.figure().value(), Threshold.printed(part), List.of(part), List.of(),
                List.of(), Numbers.text(part.figure().value()), end);
    }

    private static Total less(Total total, Assumption assumption) {
        var most = assumption.upperBound();
        return new Total(total.interval().minus(Interval.closed(BigDecimal.ZERO, most)),
                total.value().subtract(most), null, total.inputs(), concat(total.assumptions(), List.of(assumption)),
                List.of(), total.formula() + " − " + Numbers.text(most), total.end());
    }

    /** All of the sum may belong to the years beyond. */
    private static Total unbounded(Total total, List<Integer> years) {
        var high = total.interval().high();
        return new Total(high == null || high.signum() < 0 ? total.interval()
                : new Interval(BigDecimal.ZERO, End.CLOSED, high, total.interval().highEnd()),
                total.value(), null, total.inputs(), total.assumptions(), years, total.formula(), total.end());
    }

    static boolean isWholeYears(Period period) {
        return period.start() != null && period.end() != null && period.start().getDayOfYear() == 1
                && period.end().getMonthValue() == 12 && period.end().getDayOfMonth() == 31;
    }

    static int firstYear(Period period) {
        return period.start().getYear();
    }

    static int lastYear(Period period) {
        return period.end().getYear();
    }

    private static <T> List<T> concat(List<T> a, List<T> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }
}
