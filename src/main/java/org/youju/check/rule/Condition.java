package org.youju.check.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;

/** What figures of one region have to keep to; indicators by their codes, the one that answers for it first. */
public sealed interface Condition {

    /** The kinds of condition, each with its sentence. */
    enum Kind {
        RANGE, JUMP, SHARE, SUM, RATIO, MONOTONE, UNIT_COST, PAIR
    }

    Kind kind();

    /** Every indicator that it reads, at least one, none twice. */
    List<String> indicators();

    /** Whether it reads the year before as well. */
    default boolean looksBack() {
        return false;
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

        @Override
        public Kind kind() {
            return Kind.RANGE;
        }

        @Override
        public List<String> indicators() {
            return List.of(indicator);
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

        @Override
        public Kind kind() {
            return Kind.JUMP;
        }

        @Override
        public List<String> indicators() {
            return List.of(indicator);
        }

        @Override
        public boolean looksBack() {
            return true;
        }
    }

    /** A share is at least 0 and at most 100 %. */
    record Share(String indicator) implements Condition {

        @Override
        public Kind kind() {
            return Kind.SHARE;
        }

        @Override
        public List<String> indicators() {
            return List.of(indicator);
        }
    }

    /** The parts add up to the whole. */
    record Sum(String whole, List<String> parts) implements Condition {

        public Sum {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new RuleViolation("check.rule.parts");
            }
            requireDistinct(whole, parts);
        }

        @Override
        public Kind kind() {
            return Kind.SUM;
        }

        @Override
        public List<String> indicators() {
            var all = new ArrayList<>(List.of(whole));
            all.addAll(parts);
            return all;
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

        @Override
        public Kind kind() {
            return Kind.RATIO;
        }

        @Override
        public List<String> indicators() {
            return List.of(top, bottom);
        }
    }

    /** What adds up over the years does not fall. */
    record Monotone(String indicator) implements Condition {

        @Override
        public Kind kind() {
            return Kind.MONOTONE;
        }

        @Override
        public List<String> indicators() {
            return List.of(indicator);
        }

        @Override
        public boolean looksBack() {
            return true;
        }
    }

    /**
     * What one of something costs or takes lies between bounds.
     *
     * @param low  in the amount's base unit by the count's, such as yuan per person; null for no lower bound
     * @param high likewise; null for no upper bound
     */
    record UnitCost(String amount, String count, @Nullable BigDecimal low, @Nullable BigDecimal high)
            implements Condition {

        public UnitCost {
            requireBounds(low, high);
            requireDistinct(amount, List.of(count));
        }

        @Override
        public Kind kind() {
            return Kind.UNIT_COST;
        }

        @Override
        public List<String> indicators() {
            return List.of(amount, count);
        }
    }

    /** Where one figure is stated the other is too. */
    record Pair(String indicator, String other) implements Condition {

        public Pair {
            requireDistinct(indicator, List.of(other));
        }

        @Override
        public Kind kind() {
            return Kind.PAIR;
        }

        @Override
        public List<String> indicators() {
            return List.of(indicator, other);
        }
    }

    private static void requireBounds(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        if (low == null && high == null) {
            throw new RuleViolation("check.rule.bounds");
        }
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
