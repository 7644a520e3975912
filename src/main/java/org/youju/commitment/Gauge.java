package org.youju.commitment;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import org.youju.figure.PeriodKind;
import org.youju.indicator.Direction;

/**
 * How far the actual of a promise has come, as shares of what it is held against: 1 is the whole. A picture draws it;
 * the verdict does not rest on it.
 *
 * @param value   by the printed number, at its least where assumptions reduce it
 * @param low     where the actual lies at the least
 * @param high    where it lies at the most, null where that is not known
 * @param elapsed share of an open window that is over, null where there is no pace
 * @param atLeast whether assumptions reduced it, so that it may be more
 * @param atMost  whether it may hold years that the promise does not speak of, so that it may be less
 * @param ceiling whether the whole must not be passed
 */
public record Gauge(BigDecimal value, BigDecimal low, @Nullable BigDecimal high, @Nullable BigDecimal elapsed,
        boolean atLeast, boolean atMost, boolean ceiling) {

    /** The gauge of a promise; null where nothing is stated or a quotient would say nothing. */
    public static @Nullable Gauge of(Judged judged, Direction direction) {
        var verdict = judged.verdict();
        var stated = verdict.value();
        var actual = verdict.actual();
        if (stated == null || actual == null || stated.signum() < 0) {
            return null;
        }
        var assumed = verdict.elapsed() != null ? BigDecimal.ZERO
                : verdict.assumptions().stream().map(Assumption::upperBound).reduce(BigDecimal.ZERO, BigDecimal::add);
        var counted = stated.subtract(assumed).max(BigDecimal.ZERO);
        boolean loose = verdict.kind() == Verdict.Kind.NOT_PROVABLE && verdict.completion() == null
                && verdict.inputs().size() == 1
                && verdict.inputs().getFirst().period().kind() == PeriodKind.SPAN;
        var needed = needed(judged, counted, loose);
        if (needed == null || needed.signum() <= 0) {
            return null;
        }
        var completion = verdict.completion();
        var value = completion != null ? completion : counted.divide(needed, MathContext.DECIMAL128);
        if (isLevelUnderWay(judged)) {
            return new Gauge(value.max(BigDecimal.ZERO), value.max(BigDecimal.ZERO), value, verdict.elapsed(), false,
                    false, false);
        }
        var low = actual.low() == null ? BigDecimal.ZERO
                : actual.low().max(BigDecimal.ZERO).divide(needed, MathContext.DECIMAL128);
        var high = actual.high() == null ? null : actual.high().divide(needed, MathContext.DECIMAL128);
        return new Gauge(value, low, high, verdict.elapsed(), assumed.signum() > 0, loose,
                judged.commitment().isCeiling(direction));
    }

    private static boolean isLevelUnderWay(Judged judged) {
        return judged.commitment().kind() == CommitmentKind.LEVEL_BY && judged.verdict().elapsed() != null;
    }

    /** What the whole is: of a sum over several years what all of them need. */
    private static @Nullable BigDecimal needed(Judged judged, BigDecimal counted, boolean loose) {
        var verdict = judged.verdict();
        if (verdict.completion() != null && verdict.completion().signum() > 0) {
            return counted.divide(verdict.completion(), MathContext.DECIMAL128);
        }
        return loose && judged.commitment().kind().isPerYear() && verdict.judgedTo() != null
                ? verdict.threshold().multiply(BigDecimal.valueOf(verdict.judgedTo() - verdict.judgedFrom() + 1L))
                : verdict.threshold();
    }
}
