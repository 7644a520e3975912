package org.youju.check.rule;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;

/** What figures of one region have to keep to; indicators by their codes, the one that answers for it first. */
public sealed interface Condition {

    /** The kinds of condition, each with its sentence. */
    enum Kind {
        RANGE, JUMP, SHARE, SUM, ROLL, RATIO, MONOTONE, UNIT_COST, PAIR
    }

    default Kind kind() {
        return switch (this) {
            case Range range -> Kind.RANGE;
            case Jump jump -> Kind.JUMP;
            case Share share -> Kind.SHARE;
            case Sum sum -> Kind.SUM;
            case Roll roll -> Kind.ROLL;
            case Ratio ratio -> Kind.RATIO;
            case Monotone monotone -> Kind.MONOTONE;
            case UnitCost cost -> Kind.UNIT_COST;
            case Pair pair -> Kind.PAIR;
        };
    }

    /** Every indicator that it reads, at least one, none twice. */
    default List<String> indicators() {
        return switch (this) {
            case Range range -> List.of(range.indicator());
            case Jump jump -> List.of(jump.indicator());
            case Share share -> List.of(share.indicator());
            case Sum sum -> Stream.concat(Stream.of(sum.whole()), sum.parts().stream()).toList();
            case Roll roll -> List.of(roll.stock(), roll.added());
            case Ratio ratio -> List.of(ratio.top(), ratio.bottom());
            case Monotone monotone -> List.of(monotone.indicator());
            case UnitCost cost -> places().stream().filter(Objects::nonNull).toList();
            case Pair pair -> List.of(pair.indicator(), pair.other());
        };
    }

    /** The same in the order of what they are for, with null for what is left out. */
    default List<@Nullable String> places() {
        return this instanceof UnitCost cost ? Arrays.asList(cost.amount(), cost.count(), cost.norm(), cost.months())
                : List.copyOf(indicators());
    }

    /** Whether it reads the year before as well. */
    default boolean looksBack() {
        return this instanceof Jump || this instanceof Monotone || this instanceof Roll;
    }

    /**
     * A figure lies between bounds.
     *
     * @param low  in the indicator's unit; null for no lower bound
     * @param high in the indicator's unit; null for no upper bound
     */
    record Range(String indicator, @Nullable BigDecimal low, @Nullable BigDecimal high) implements Condition {

        public Range {
            requireBounds(low, high);
        }
    }

    /**
     * A figure does not leave that of the year before far behind.
     *
     * @param percent how much it may rise or fall, positive
     */
    record Jump(String indicator, BigDecimal percent) implements Condition {

        public Jump {
            if (percent.signum() <= 0) {
                throw new RuleViolation("check.rule.percent");
            }
        }
    }

    /** A share is at least 0 and at most 100 %. */
    record Share(String indicator) implements Condition {
    }

    /** The parts add up to the whole; in which order they are named makes no difference. */
    record Sum(String whole, List<String> parts) implements Condition {

        public Sum {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new RuleViolation("check.rule.parts");
            }
            requireDistinct(whole, parts);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Sum(var otherWhole, var otherParts) && whole.equals(otherWhole)
                    && Set.copyOf(parts).equals(Set.copyOf(otherParts));
        }

        @Override
        public int hashCode() {
            return Objects.hash(whole, Set.copyOf(parts));
        }
    }

    /**
     * What stands at the end of a year is what stood at the end of the one before and what came in between.
     *
     * @param added what came, of the same dimension
     */
    record Roll(String stock, String added) implements Condition {

        public Roll {
            requireDistinct(stock, List.of(added));
        }
    }

    /**
     * One figure divided by another of the same dimension lies between bounds.
     *
     * @param low  null for no lower bound
     * @param high null for no upper bound
     */
    record Ratio(String top, String bottom, @Nullable BigDecimal low, @Nullable BigDecimal high) implements Condition {

        public Ratio {
            requireBounds(low, high);
            requireDistinct(top, List.of(bottom));
        }
    }

    /** What adds up over the years does not fall. */
    record Monotone(String indicator) implements Condition {
    }

    /**
     * What one of something costs or takes lies between bounds, or below a norm that is itself stated: the dashboard
     * holds it against that, whatever period it is stated for.
     *
     * @param amount what is divided; null, with a norm, where no indicator measures it
     * @param low    in the amount's base unit by the count's, such as yuan per person; null for no lower bound
     * @param high   likewise; null for no upper bound
     * @param norm   the most for one, or for one and a month; null where no norm is set
     * @param months the most months, null where the norm is not by the month
     */
    record UnitCost(@Nullable String amount, String count, @Nullable BigDecimal low, @Nullable BigDecimal high,
            @Nullable String norm, @Nullable String months) implements Condition {

        /** Without a norm. */
        public UnitCost(String amount, String count, @Nullable BigDecimal low, @Nullable BigDecimal high) {
            this(amount, count, low, high, null, null);
        }

        public UnitCost {
            if (norm == null) {
                if (amount == null) {
                    throw new RuleViolation("check.rule.first");
                }
                if (months != null) {
                    throw new RuleViolation("check.rule.months");
                }
                requireBounds(low, high);
            }
            requireOrder(low, high);
            requireDistinct(count, Stream.of(Optional.ofNullable(amount), Optional.ofNullable(norm),
                    Optional.ofNullable(months)).flatMap(Optional::stream).toList());
        }
    }

    /** Where one figure is stated the other is too. */
    record Pair(String indicator, String other) implements Condition {

        public Pair {
            requireDistinct(indicator, List.of(other));
        }
    }

    private static void requireBounds(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        if (low == null && high == null) {
            throw new RuleViolation("check.rule.bounds");
        }
        requireOrder(low, high);
    }

    private static void requireOrder(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        if (low != null && high != null && low.compareTo(high) > 0) {
            throw new RuleViolation("check.rule.bounds.reversed", low.toPlainString(), high.toPlainString());
        }
    }

    private static void requireDistinct(String first, List<String> others) {
        if (others.contains(first) || others.stream().distinct().count() < others.size()) {
            throw new RuleViolation("check.rule.twice");
        }
    }
}
