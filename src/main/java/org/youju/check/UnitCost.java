package org.youju.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.figure.Interval;
import org.youju.figure.Numbers;
import org.youju.figure.Period;
import org.youju.observation.Cell;
import org.youju.observation.Observation;

/**
 * What one of something costs or takes, by dividing what two sources' figures state, held against the ceiling that a
 * norm sets. Money is in yuan.
 *
 * @param each    the amount by the count; null where one of them is not stated
 * @param ceiling the most that one may be by the norms, null where none is stated
 * @param months  how many months {@code each} pays for by the norm, null where that can't be said
 */
public record UnitCost(Pair pair, String region, Outcome outcome, @Nullable Quotient each, @Nullable Quotient ceiling,
        @Nullable Quotient months) {

    /**
     * Two indicators that divide into each other, and the norms that bound the quotient.
     *
     * @param amount what is divided, null where no indicator measures it
     * @param count  what it is divided by
     * @param norm   the most for one, or for one and a month; null where no norm is set
     * @param months the most months, null where the norm is not by the month
     */
    public record Pair(@Nullable String amount, String count, @Nullable String norm,
            @Nullable String months) {

        /** The indicators that it reads. */
        public List<String> indicators() {
            return Stream.of(Optional.ofNullable(amount), Optional.of(count), Optional.ofNullable(norm),
                    Optional.ofNullable(months)).flatMap(Optional::stream).toList();
        }
    }

    /**
     * A number reached by arithmetic on printed numbers.
     *
     * @param value   not rounded
     * @param formula the arithmetic: {@code 1.9亿元 ÷ 1.2万余人}
     */
    public record Quotient(BigDecimal value, Interval interval, String formula, Basis basis,
            List<Observation> inputs) {

        public Quotient {
            inputs = List.copyOf(inputs);
        }
    }

    /** How the quotient stands to its ceiling. */
    public enum Outcome {
        /** Certainly not above the ceiling: plausible. */
        WITHIN,
        /** Possibly above, possibly not. */
        POSSIBLE,
        /** Certainly above: the figures don't go together. */
        ABOVE,
        /** There is no ceiling to hold it against. */
        UNBOUNDED,
        /** Something that it needs is not stated. */
        NO_DATA
    }

    /** Every pair of which something is stated in a region, in their order. */
    public static List<UnitCost> of(List<Pair> pairs, Collection<Cell> cells, String region) {
        return pairs.stream().flatMap(pair -> new Sums(cells, region).work(pair).stream()).toList();
    }

    private record Sums(Collection<Cell> cells, String region) {

        Optional<UnitCost> work(Pair pair) {
            var counts = stated(pair.count());
            var amounts = stated(pair.amount());
            if (counts.isEmpty() && amounts.isEmpty()) {
                return Optional.empty();
            }
            var ceiling = ceiling(pair);
            var each = amounts.stream()
                    .flatMap(amount -> counts.stream().filter(count -> isOneTime(amount.period(), count.period()))
                            .flatMap(count -> divide(amount, count).stream()))
                    .findFirst().orElse(null);
            if (each == null) {
                return Optional.of(new UnitCost(pair, region, Outcome.NO_DATA, null, ceiling, null));
            }
            return Optional.of(new UnitCost(pair, region, outcome(each, ceiling), each, ceiling, months(pair, each)));
        }

        /** What is stated of an indicator, the latest period first. */
        private List<Observation> stated(@Nullable String indicator) {
            return cells.stream().map(Cell::representing)
                    .filter(o -> o.indicator().equals(indicator) && o.region().equals(region))
                    .sorted(Comparator.comparing(Observation::period, Comparator.reverseOrder()))
                    .toList();
        }

        /** The same period, or up to the same day. */
        private static boolean isOneTime(Period one, Period other) {
            return one.equals(other) || one.end() != null && one.end().equals(other.end())
                    && (one.start() == null || other.start() == null || one.start().equals(other.start()));
        }

        private Optional<Quotient> divide(Observation amount, Observation count) {
            if (count.interval().contains(BigDecimal.ZERO) || count.figure().value().signum() == 0) {
                return Optional.empty();
            }
            var inputs = List.of(amount, count);
            return Optional.of(new Quotient(
                    inBase(amount).divide(inBase(count), MathContext.DECIMAL128),
                    intervalInBase(amount).dividedBy(intervalInBase(count)),
                    amount.figure().printed() + " ÷ " + count.figure().printed(), Basis.of(inputs), inputs));
        }

        private @Nullable Quotient ceiling(Pair pair) {
            var norm = stated(pair.norm()).stream().findFirst();
            if (norm.isEmpty()) {
                return null;
            }
            if (pair.months() == null) {
                var one = List.of(norm.get());
                return new Quotient(inBase(norm.get()), intervalInBase(norm.get()), norm.get().figure().printed(),
                        Basis.of(one), one);
            }
            return stated(pair.months()).stream().findFirst().map(months -> {
                var inputs = List.of(norm.get(), months);
                return new Quotient(inBase(norm.get()).multiply(inBase(months)),
                        intervalInBase(norm.get()).times(intervalInBase(months)),
                        plain(norm.get()) + " × " + plain(months), Basis.of(inputs), inputs);
            }).orElse(null);
        }

        private @Nullable Quotient months(Pair pair, Quotient each) {
            if (pair.months() == null) {
                return null;
            }
            return stated(pair.norm()).stream().findFirst().filter(norm -> norm.figure().value().signum() > 0)
                    .map(norm -> {
                        var inputs = Stream.concat(each.inputs().stream(), Stream.of(norm)).toList();
                        return new Quotient(each.value().divide(inBase(norm), MathContext.DECIMAL128),
                                each.interval().dividedBy(intervalInBase(norm)),
                                each.formula() + " ÷ " + plain(norm), Basis.of(inputs), inputs);
                    }).orElse(null);
        }

        private static Outcome outcome(Quotient each, @Nullable Quotient ceiling) {
            if (ceiling == null || ceiling.interval().high() == null) {
                return Outcome.UNBOUNDED;
            }
            var most = ceiling.interval().high();
            return each.interval().certainlyAtMost(most) ? Outcome.WITHIN
                    : each.interval().certainlyAbove(most) ? Outcome.ABOVE : Outcome.POSSIBLE;
        }

        private static BigDecimal inBase(Observation o) {
            return o.figure().value().multiply(o.figure().unit().factor());
        }

        private static Interval intervalInBase(Observation o) {
            return o.interval().times(o.figure().unit().factor());
        }

        private static String plain(Observation o) {
            return Numbers.text(o.figure().value());
        }
    }
}
