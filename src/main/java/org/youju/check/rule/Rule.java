package org.youju.check.rule;

import java.math.BigDecimal;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.figure.Numbers;

/**
 * What somebody has written down that figures keep to.
 *
 * @param id          number of its row, 0 before it is kept
 * @param region      code of the one region that it is for; null for all
 * @param tolerance   by how many percent a bound, or a sum, may be missed; at least 0
 * @param instruction what whoever enters the figure is to do; may be empty
 * @param active      whether figures are held against it
 * @param version     how often it was changed
 */
public record Rule(long id, Condition condition, @Nullable String region, Importance importance, Missing missing,
        BigDecimal tolerance, String instruction, boolean active, int version) {

    /** How long an instruction is at most. */
    public static final int LONGEST = 400;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Rule {
        if (tolerance.signum() < 0 || tolerance.compareTo(HUNDRED) > 0) {
            throw new RuleViolation("check.rule.tolerance");
        }
        instruction = instruction.strip();
        if (instruction.length() > LONGEST) {
            throw new RuleViolation("check.rule.instruction", LONGEST, instruction.length());
        }
    }

    /** A new rule for all regions that passes over what is missing and tolerates nothing. */
    public static Rule of(Condition condition, Importance importance) {
        return new Rule(0, condition, null, importance, Missing.SKIP, BigDecimal.ZERO, "", true, 0);
    }

    /** Whether it keeps figures from being approved: it is active, and important. */
    public boolean holdsBack() {
        return active && importance == Importance.HIGH;
    }

    /** Whether figures that it keeps from being approved might pass another that takes its place. */
    boolean isLoosenedBy(Rule other) {
        return holdsBack() && !(other.holdsBack() && other.condition.equals(condition)
                && (other.region == null || other.region.equals(region))
                && (other.missing == missing || missing == Missing.SKIP)
                && other.tolerance.compareTo(tolerance) <= 0);
    }

    /** Whether, of all parts of another that takes its place, only the tolerance lets figures pass. */
    boolean isLoosenedByToleranceOf(Rule other) {
        return isLoosenedBy(other) && !isLoosenedBy(new Rule(other.id, other.condition, other.region, other.importance,
                other.missing, tolerance, other.instruction, other.active, other.version));
    }

    /** The same rule, on or off. */
    public Rule active(boolean on) {
        return new Rule(id, condition, region, importance, missing, tolerance, instruction, on, version);
    }

    /** What it says, for the audit trail: whether it is active first. */
    String inBrief() {
        var words = new StringJoiner(" · ");
        words.add("{check.rule.active." + active + "}");
        words.add("{check.rule.kind." + condition.kind() + "} " + String.join(", ", condition.indicators()));
        var bounds = switch (condition) {
            case Condition.Range it -> bounds(it.low(), it.high());
            case Condition.Ratio it -> bounds(it.low(), it.high());
            case Condition.UnitCost it -> bounds(it.low(), it.high());
            case Condition.Jump it -> "±" + Numbers.text(it.percent()) + "%";
            case Condition.Share it -> "";
            case Condition.Sum it -> "";
            case Condition.Roll it -> "";
            case Condition.Monotone it -> "";
            case Condition.Pair it -> "";
        };
        if (!bounds.isEmpty()) {
            words.add(bounds);
        }
        words.add(region == null ? "{check.rule.region.all}" : region);
        words.add("{check.rule.importance} {check.importance." + importance + "}");
        words.add("{check.rule.missing." + missing + "}");
        words.add("{check.rule.slack} " + Numbers.text(tolerance));
        if (!instruction.isEmpty()) {
            words.add(instruction);
        }
        return words.toString();
    }

    private static String bounds(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        return low == null && high == null ? "" : low == null ? "≤ " + Numbers.text(high)
                : high == null ? "≥ " + Numbers.text(low) : Numbers.text(low) + "–" + Numbers.text(high);
    }

    /** Whether figures of a region are held against it. */
    public boolean holdsIn(String code) {
        return active && (region == null || region.equals(code));
    }
}
