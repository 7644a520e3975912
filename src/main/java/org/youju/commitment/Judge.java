package org.youju.commitment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.check.Basis;
import org.youju.check.Explanation;
import org.youju.check.Explanation.Amount;
import org.youju.commitment.Facts.Total;
import org.youju.commitment.Verdict.Kind;
import org.youju.commitment.Verdict.Node;
import org.youju.commitment.Verdict.YearVerdict;
import org.youju.figure.Interval;
import org.youju.figure.Numbers;
import org.youju.figure.Period;
import org.youju.figure.Unit;
import org.youju.indicator.Catalogue;
import org.youju.observation.Cell;
import org.youju.observation.Observation;

/**
 * Says whether a promise is kept. A verdict is computed on intervals: what is not certain by hard ends is not proven.
 * While the window is open an amount is judged by its pace, from the days that had passed when the last figure ends.
 */
public final class Judge {

    private final Commitment commitment;
    private final Facts facts;
    private final Threshold threshold;
    private final Unit unit;
    private final LocalDate today;
    private final int lastClosed;

    private Judge(Commitment commitment, Collection<Cell> cells, List<Assumption> assumptions, Catalogue catalogue,
            LocalDate today) {
        this.commitment = commitment;
        this.facts = new Facts(commitment, cells, assumptions, catalogue);
        this.threshold = Threshold.of(commitment, catalogue.indicator(commitment.indicator()).direction());
        this.unit = commitment.target().unit();
        this.today = today;
        this.lastClosed = today.getYear() - 1;
    }

    /**
     * Judges a promise.
     *
     * @param facts       what is known of the promise's indicator and of what adds it up; other cells are passed over,
     *                    and their order does not matter
     * @param assumptions what is assumed; those of other promises and withdrawn ones are passed over
     * @param today       the day on which it is judged, in Shanghai
     */
    public static Verdict judge(Commitment commitment, Collection<Cell> facts, List<Assumption> assumptions,
            Catalogue catalogue, LocalDate today) {
        var judge = new Judge(commitment, facts, assumptions, catalogue, today);
        return commitment.kind().isPerYear() ? judge.everyYear() : judge.window();
    }

    // Every year of the window

    private Verdict everyYear() {
        var to = lastYear();
        if (to.isEmpty()) {
            return noData("commitment.why.noData", strip(lastClosed), years(commitment.from(), lastClosed));
        }
        if (to.get() > lastClosed) {
            return strip(lastClosed).stream().filter(y -> y.kind() == Kind.NOT_MET).findFirst()
                    .map(failed -> oneYear(failed, strip(lastClosed), to.get()))
                    .orElseGet(() -> pace(threshold.times(to.get() - commitment.from() + 1), strip(lastClosed)));
        }
        var judged = strip(to.get());
        var shown = commitment.to() == null ? strip(lastClosed) : judged;
        var failed = judged.stream().filter(y -> y.kind() == Kind.NOT_MET).findFirst();
        if (failed.isPresent()) {
            return oneYear(failed.get(), shown, to.get());
        }
        if (judged.size() == 1) {
            return judged.getFirst().input() == null
                    ? noData("commitment.why.noData", shown, years(commitment.from(), to.get()))
                    : oneYear(judged.getFirst(), shown, to.get());
        }
        if (judged.stream().allMatch(y -> y.kind() == Kind.MET)) {
            return all(judged, shown, to.get());
        }
        return onTotal(judged, shown, to.get());
    }

    /** The last year that is judged; where no end is printed, the last closed one that a statement covers. */
    private Optional<Integer> lastYear() {
        return commitment.to() != null ? Optional.of(commitment.to())
                : facts.lastCovered(commitment.from(), lastClosed);
    }

    private List<YearVerdict> strip(int to) {
        return IntStream.rangeClosed(commitment.from(), to)
                .mapToObj(year -> facts.ofYear(year)
                        .map(o -> new YearVerdict(year, threshold.judge(o), o))
                        .orElseGet(() -> new YearVerdict(year, Kind.NO_DATA, null)))
                .toList();
    }

    private Verdict oneYear(YearVerdict year, List<YearVerdict> shown, int to) {
        var actual = Objects.requireNonNull(year.input());
        return found(year.kind(), why(year.kind(), actual, Integer.toString(year.year())), actual, to, shown);
    }

    private Verdict all(List<YearVerdict> judged, List<YearVerdict> shown, int to) {
        var inputs = inputs(judged);
        var why = List.of(Explanation.of(threshold.ceiling() ? "commitment.why.everyCeiling" : "commitment.why.every",
                years(commitment.from(), to), target()));
        return facts.totals(commitment.from(), to).stream().filter(t -> t.inputs().equals(inputs)).findFirst()
                .map(total -> verdict(Kind.MET, why, inputs, List.of(), "", total.value(), total.interval(), null,
                        completion(total.value(), threshold.times(judged.size())), to, shown))
                .orElseGet(() -> {
                    var nearest = nearest(inputs);
                    return verdict(Kind.MET, why, inputs, List.of(), formula(Kind.MET, nearest), nearest.figure().value(),
                            nearest.interval(), null, null, to, shown);
                });
    }

    /** The year that came nearest to failing. */
    private Observation nearest(List<Observation> inputs) {
        var byValue = Comparator.comparing((Observation o) -> o.figure().value());
        return (threshold.ceiling() ? inputs.stream().max(byValue) : inputs.stream().min(byValue)).orElseThrow();
    }

    private Verdict onTotal(List<YearVerdict> judged, List<YearVerdict> shown, int to) {
        int periods = judged.size();
        var needed = threshold.times(periods);
        var totals = threshold.ceiling() ? List.<Total>of() : facts.totals(commitment.from(), to);
        var enough = totals.stream().filter(t -> needed.judge(t.interval(), t.printed()) == Kind.MET).findFirst();
        if (enough.isPresent()) {
            var why = new ArrayList<>(reduced(enough.get(), to));
            why.add(Explanation.of("commitment.why.total", years(commitment.from(), to), least(enough.get()), periods,
                    target(), amount(needed.value())));
            return total(Kind.MET_ON_TOTAL, why, enough.get(), needed,
                    enough.get().formula() + " ≥ " + periods + " × " + Numbers.text(threshold.value()), to, shown);
        }
        if (!totals.isEmpty()) {
            var total = totals.getFirst();
            var why = new ArrayList<>(reduced(total, to));
            if (total.unbounded().isEmpty()) {
                why.add(Explanation.of("commitment.why.totalShort", years(commitment.from(), to),
                        new Amount(total.interval(), unit), amount(needed.value())));
            }
            return total(Kind.NOT_PROVABLE, why, total, needed, "", to, shown);
        }
        var inputs = inputs(judged);
        var missing = judged.stream().filter(y -> y.input() == null).map(YearVerdict::year).toList();
        if (inputs.isEmpty()) {
            return noData("commitment.why.noData", shown, years(commitment.from(), to));
        }
        var why = missing.isEmpty()
                ? Explanation.of("commitment.why.yearsOpen", Explanation.years(judged.stream()
                        .filter(y -> y.kind() == Kind.NOT_PROVABLE).map(YearVerdict::year).toList()), target())
                : Explanation.of("commitment.why.yearsMissing", Explanation.years(missing), target());
        return verdict(Kind.NOT_PROVABLE, List.of(why), inputs, List.of(), "", null, null, null, null, to, shown);
    }

    // The window as a whole

    private Verdict window() {
        if (commitment.to() != null && commitment.isOpen(today)) {
            return switch (commitment.kind()) {
                case CUMULATIVE_BY -> pace(threshold, List.of());
                case LEVEL_BY -> levelPace(commitment.to());
                case MILESTONE -> noData("commitment.why.notDue", List.of(), end(commitment.to()));
                case GROWTH_ABOUT, FLOOR_PER_PERIOD, CEILING ->
                        noData("commitment.why.noPace", List.of(), end(commitment.to()));
            };
        }
        if (commitment.endsOn() != null) {
            return upTo(commitment.endsOn());
        }
        var to = lastYear();
        if (to.isEmpty()) {
            return noData("commitment.why.noData", List.of(), years(commitment.from(), lastClosed));
        }
        if (commitment.kind() == CommitmentKind.CUMULATIVE_BY) {
            return cumulative(to.get());
        }
        var actual = commitment.kind() == CommitmentKind.GROWTH_ABOUT
                ? facts.ofYears(commitment.from(), to.get()) : facts.ofYear(to.get());
        var period = commitment.kind() == CommitmentKind.GROWTH_ABOUT
                ? years(commitment.from(), to.get()) : Integer.toString(to.get());
        return actual.map(o -> found(threshold.judge(o), why(threshold.judge(o), o, period), o, to.get(), List.of()))
                .orElseGet(() -> noData("commitment.why.noData", List.of(), period));
    }

    /** A window that has ended within a year. */
    private Verdict upTo(LocalDate day) {
        int to = day.getYear();
        var period = new Period.Span(new Period.Year(commitment.from()), new Period.AsOf(day));
        var known = switch (commitment.kind()) {
            case CUMULATIVE_BY, GROWTH_ABOUT -> facts.upTo(commitment.from(), day);
            case LEVEL_BY, MILESTONE -> facts.upTo(to, day);
            case FLOOR_PER_PERIOD, CEILING -> Optional.<Observation>empty();
        };
        if (known.isPresent()) {
            var kind = threshold.judge(known.get());
            return found(kind, why(kind, known.get(), new Period.AsOf(day)), known.get(), to, List.of());
        }
        var total = commitment.kind() == CommitmentKind.CUMULATIVE_BY ? facts.totalUpTo(commitment.from(), day)
                : Optional.<Total>empty();
        return total.map(it -> {
            var kind = threshold.judge(it.interval(), it.printed());
            var why = new ArrayList<>(reduced(it, to));
            why.add(why(kind, new Amount(it.interval(), unit), it.interval(), period));
            return total(kind, why, it, threshold, it.formula(), to, List.of());
        }).orElseGet(() -> noData("commitment.why.day.noData", List.of(), new Period.AsOf(day)));
    }

    private Verdict cumulative(int to) {
        var known = facts.ofYears(commitment.from(), to)
                .or(() -> facts.isState() ? facts.ofYear(to) : Optional.empty());
        if (known.isPresent()) {
            var kind = threshold.judge(known.get());
            return found(kind, why(kind, known.get(), years(commitment.from(), to)), known.get(), to, List.of());
        }
        var totals = facts.totals(commitment.from(), to);
        if (totals.isEmpty()) {
            return noData("commitment.why.noData", List.of(), years(commitment.from(), to));
        }
        var best = totals.stream().filter(t -> threshold.judge(t.interval(), t.printed()).isDecided()).findFirst()
                .orElse(totals.getFirst());
        var kind = threshold.judge(best.interval(), best.printed());
        var why = new ArrayList<>(reduced(best, to));
        if (kind.isDecided() || best.unbounded().isEmpty()) {
            why.add(why(kind, new Amount(best.interval(), unit), best.interval(), years(commitment.from(), to)));
        }
        return total(kind, why, best, threshold, best.formula(), to, List.of());
    }

    // Pace

    private Verdict pace(Threshold needed, List<YearVerdict> shown) {
        int to = Objects.requireNonNull(commitment.to());
        if (commitment.from() > today.getYear()) {
            return noData("commitment.why.notBegun", shown, Integer.toString(commitment.from()));
        }
        if (facts.isRate() || threshold.ceiling()) {
            return noData("commitment.why.noPace", shown, end(to));
        }
        if (needed.value().signum() == 0) {
            return noData("commitment.why.zeroBase", shown);
        }
        var nodes = nodes(BigDecimal.ZERO, needed.value(), to, end -> facts.soFar(commitment.from(), to, end)
                .filter(done -> done.end().equals(end) && done.inputs().stream()
                        .noneMatch(it -> it.period().end() == null || it.period().end().isAfter(end)))
                .map(Total::value));
        return facts.soFar(commitment.from(), to, today)
                .map(done -> paced(done.value().divide(needed.value(), MathContext.DECIMAL128),
                        done.interval().dividedBy(needed.value()), done.end(),
                        done.inputs(), done.assumptions(),
                        grouped(done.formula()) + " ÷ " + Numbers.text(needed.value()), done.value(),
                        done.interval(), to, shown))
                .orElseGet(() -> noData("commitment.why.noData", shown,
                        years(commitment.from(), Math.min(to, today.getYear()))))
                .with(nodes);
    }

    private Verdict levelPace(int to) {
        if (facts.isRate()) {
            return noData("commitment.why.noPace", List.of(), end(to));
        }
        var set = commitment.base() == null ? null : commitment.base().value();
        var base = set == null ? facts.ofYear(commitment.baseYear()) : Optional.<Observation>empty();
        if (set == null && base.isEmpty()) {
            return noData("commitment.why.noBase", List.of(), Integer.toString(commitment.baseYear()));
        }
        var from = set == null ? base.get().figure().value() : set;
        var way = threshold.value().subtract(from);
        if (way.signum() == 0) {
            return noData("commitment.why.zeroBase", List.of());
        }
        var nodes = nodes(from, threshold.value(), to, end -> facts.latest(commitment.from(), end)
                .filter(now -> end.equals(now.period().end())).map(now -> now.figure().value()));
        return facts.latest(commitment.from(), today)
                .map(now -> paced(now.figure().value().subtract(from).divide(way, MathContext.DECIMAL128),
                        now.interval().minus(Interval.point(from)).dividedBy(way),
                        Objects.requireNonNull(now.period().end()), Stream.concat(base.stream(), Stream.of(now)).toList(),
                        List.of(),
                        "(" + Numbers.text(now.figure().value()) + " − " + Numbers.text(from) + ") ÷ ("
                                + Numbers.text(threshold.value()) + " − " + Numbers.text(from) + ")",
                        now.figure().value(), now.interval(), to, List.of()))
                .map(verdict -> set == null ? verdict : verdict.with(Explanation.of("commitment.why.base", amount(set),
                        Integer.toString(commitment.baseYear()))))
                .orElseGet(() -> noData("commitment.why.noData", List.of(), years(commitment.from(), today.getYear())))
                .with(nodes);
    }

    /**
     * The ends of the quarters of the window.
     *
     * @param done what is stated up to a day
     */
    private List<Node> nodes(BigDecimal base, BigDecimal target, int to,
            Function<LocalDate, Optional<BigDecimal>> done) {
        var last = Objects.requireNonNull(commitment.lastDay());
        return Stream.concat(IntStream.rangeClosed(commitment.from(), to).boxed()
                .flatMap(year -> IntStream.of(3, 6, 9, 12).mapToObj(month -> YearMonth.of(year, month).atEndOfMonth()))
                .filter(end -> end.isBefore(last)), Stream.of(last))
                .map(end -> {
                    var elapsed = passed(end, to);
                    return new Node(end, elapsed, base.add(target.subtract(base).multiply(elapsed)),
                            end.isAfter(today) ? null : done.apply(end).orElse(null));
                }).toList();
    }

    /** The share of the window that is over at the end of a day, also where it ends within a year. */
    private BigDecimal passed(LocalDate end, int to) {
        return TargetLine.elapsed(commitment.from(), commitment.endsOn() == null ? LocalDate.of(to, 12, 31)
                : commitment.endsOn(), end);
    }

    /** When the window ends, as a sentence calls it. */
    private Object end(int to) {
        return commitment.endsOn() == null ? new Period.Year(to) : new Period.AsOf(commitment.endsOn());
    }

    private Verdict paced(BigDecimal completion, Interval range, LocalDate end, List<Observation> inputs, List<Assumption> assumptions,
            String formula, BigDecimal value, Interval actual, int to, List<YearVerdict> shown) {
        var elapsed = passed(end, to);
        var ahead = completion.subtract(elapsed);
        var kind = ahead.signum() >= 0 ? Kind.ON_PACE : Kind.BEHIND;
        var paced = verdict(kind, List.of(), inputs, assumptions, formula, value, actual, elapsed, completion, to, shown)
                .within(range);
        return paced.because(Explanation.of(kind == Kind.ON_PACE ? "commitment.why.onPace" : "commitment.why.behind",
                new Period.AsOf(end), paced.completed(), percent(elapsed), paced.apart()));
    }

    // Verdicts

    private Verdict found(Kind kind, Explanation why, Observation actual, int to, List<YearVerdict> shown) {
        return verdict(kind, List.of(why), List.of(actual), List.of(), formula(kind, actual), actual.figure().value(),
                actual.interval(), null, completion(actual.figure().value(), threshold), to, shown);
    }

    private Verdict total(Kind kind, List<Explanation> why, Total total, Threshold needed, String formula, int to,
            List<YearVerdict> shown) {
        var stated = total.assumptions().stream().map(Assumption::upperBound).reduce(total.value(), BigDecimal::add);
        return verdict(kind, why, total.inputs(), total.assumptions(), formula, stated, total.interval(), null,
                total.unbounded().isEmpty() ? completion(total.value(), needed) : null, to, shown);
    }

    private Verdict noData(String why, List<YearVerdict> shown, Object... arguments) {
        return verdict(Kind.NO_DATA, List.of(Explanation.of(why, arguments)), List.of(), List.of(), "", null, null,
                null, null, commitment.to(), shown);
    }

    private Verdict verdict(Kind kind, List<Explanation> why, List<Observation> inputs, List<Assumption> assumptions,
            String formula, @Nullable BigDecimal value, @Nullable Interval actual, @Nullable BigDecimal elapsed,
            @Nullable BigDecimal completion, @Nullable Integer to, List<YearVerdict> shown) {
        var basis = Basis.of(inputs);
        var explanation = new ArrayList<>(why);
        if (!basis.isFirm()) {
            explanation.add(Explanation.of(basis.key()));
        }
        if (commitment.to() == null && to != null) {
            explanation.add(to == lastClosed ? Explanation.of("commitment.why.openEnd", Integer.toString(to))
                    : Explanation.of("commitment.why.openEndLater", Integer.toString(to), years(to + 1, lastClosed)));
        }
        return new Verdict(kind, basis, explanation, inputs, assumptions, formula, value, actual, threshold.value(),
                elapsed, completion, null, commitment.from(), to, shown, List.of());
    }

    private Explanation why(Kind kind, Observation actual, Object period) {
        return why(kind, actual.figure(), actual.interval(), period);
    }

    /** @param period years in few words, or the period up to a day */
    private Explanation why(Kind kind, Object actual, Interval interval, Object period) {
        boolean ceiling = threshold.ceiling();
        var key = switch (kind) {
            case MET -> ceiling ? "commitment.why.metCeiling" : "commitment.why.met";
            case NOT_MET -> ceiling ? "commitment.why.notMetCeiling" : "commitment.why.notMet";
            case NOT_PROVABLE, MET_ON_TOTAL, ON_PACE, BEHIND, NO_DATA -> "commitment.why.notProvable";
        };
        var said = period instanceof Period ? key.replace("commitment.why.", "commitment.why.day.") : key;
        return key.equals("commitment.why.notProvable")
                ? Explanation.of(said, period, actual, new Amount(interval, unit), target())
                : Explanation.of(said, period, actual, target());
    }

    /** Why a sum that holds more years than the promise does or doesn't tell. */
    private List<Explanation> reduced(Total total, int to) {
        var sum = total.inputs().getFirst();
        if (!total.unbounded().isEmpty()) {
            return List.of(Explanation.of("commitment.why.unbounded", sum.figure(), sum.period(),
                    years(commitment.from(), to), Explanation.years(total.unbounded())));
        }
        return total.assumptions().stream().map(a -> Explanation.of("commitment.why.assumed", sum.figure(),
                sum.period(), years(commitment.from(), to), a.period(), amount(a.upperBound()))).toList();
    }

    private Amount least(Total total) {
        return amount(total.printed() != null ? total.printed() : Objects.requireNonNull(total.interval().low()));
    }

    private Object target() {
        return threshold.value().compareTo(commitment.target().value()) == 0 && commitment.target().valueHi() == null
                ? amount(threshold.value()) : commitment.target();
    }

    private Amount amount(BigDecimal value) {
        return new Amount(value, unit);
    }

    private String formula(Kind kind, Observation actual) {
        return Numbers.text(actual.figure().value()) + " " + threshold.sign(kind) + " "
                + Numbers.text(threshold.value());
    }

    private @Nullable BigDecimal completion(BigDecimal actual, Threshold needed) {
        return facts.isRate() || threshold.ceiling() || needed.value().signum() <= 0 ? null
                : actual.divide(needed.value(), MathContext.DECIMAL128);
    }

    private static List<Observation> inputs(List<YearVerdict> years) {
        return years.stream().map(YearVerdict::input).flatMap(Stream::ofNullable).toList();
    }

    private static String years(int from, int to) {
        return to <= from ? Integer.toString(from) : from + "–" + to;
    }

    private static String percent(BigDecimal share) {
        return points(share) + "%";
    }

    private static String points(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    private static String grouped(String formula) {
        return formula.contains(" ") ? "(" + formula + ")" : formula;
    }
}
