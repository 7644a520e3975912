package org.youju.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * One end of an interval in the course of a computation, where an unbounded end is infinite.
 *
 * @param value    the number, null where infinite
 * @param end      what it is worth; UNBOUNDED where infinite
 * @param infinity which infinity a null value is
 */
record Bound(@Nullable BigDecimal value, End end, Side infinity) {

    enum Side {
        LOW, HIGH;

        static Side ofSign(int sign) {
            return sign < 0 ? LOW : HIGH;
        }
    }

    private static Bound infinite(int sign) {
        return new Bound(null, End.UNBOUNDED, Side.ofSign(sign));
    }

    private static Bound finite(BigDecimal value, End end) {
        return new Bound(value, end, Side.HIGH);
    }

    /** Sum of two lower or two upper ends. */
    Bound plus(Bound other) {
        return value == null || other.value == null ? new Bound(null, End.UNBOUNDED, infinity)
                : new Bound(value.add(other.value), joined(end, other.end), infinity);
    }

    Bound times(Bound other) {
        // zero times anything is zero, whatever the other end is worth
        if (isClosedZero() || other.isClosedZero()) {
            return finite(BigDecimal.ZERO, End.CLOSED);
        }
        if (value == null || other.value == null) {
            var sign = signum() * other.signum();
            return sign == 0 ? finite(BigDecimal.ZERO, value == null ? other.end : end) : infinite(sign);
        }
        return finite(value.multiply(other.value), joined(end, other.end));
    }

    /**
     * The quotient of two ends.
     *
     * @param divisorSign the sign of all values of the divisor's interval
     * @return null where the two ends have no quotient; other corners then bound the result
     */
    @Nullable Bound dividedBy(Bound divisor, int divisorSign) {
        if (isClosedZero()) {
            return finite(BigDecimal.ZERO, End.CLOSED);
        }
        if (divisor.value == null) {
            return value == null ? null : finite(BigDecimal.ZERO, value.signum() == 0 ? end : End.OPEN);
        }
        if (value == null || divisor.value.signum() == 0) {
            return signum() == 0 ? null : infinite(signum() * divisorSign);
        }
        return finite(value.divide(divisor.value, MathContext.DECIMAL128), joined(end, divisor.end));
    }

    /** The farther out of two ends of one side. */
    static Bound outer(Bound a, Bound b, Side side) {
        var order = a.compare(b, side);
        return order == 0 ? weight(a.end) >= weight(b.end) ? a : b : order < 0 ? a : b;
    }

    /** The farther in of two ends of one side: the one that excludes more. */
    static Bound inner(Bound a, Bound b, Side side) {
        var order = a.compare(b, side);
        if (order == 0) {
            return a.end == End.OPEN ? a : b.end == End.OPEN ? b : a.end == End.CLOSED ? a : b;
        }
        return order > 0 ? a : b;
    }

    boolean samePlace(Bound other) {
        return value == null ? other.value == null
                : other.value != null && value.compareTo(other.value) == 0
                        && (end == End.OPEN) == (other.end == End.OPEN);
    }

    /** Whether a value lies on the inner side of this end. */
    boolean admits(BigDecimal candidate, Side side) {
        if (value == null) {
            return true;
        }
        var order = side == Side.LOW ? candidate.compareTo(value) : value.compareTo(candidate);
        return order > 0 || order == 0 && end != End.OPEN;
    }

    /** Negative where this lies farther out on the side. */
    private int compare(Bound other, Side side) {
        int order;
        if (value == null || other.value == null) {
            order = Integer.compare(rank(), other.rank());
        } else {
            order = value.compareTo(other.value);
        }
        return side == Side.LOW ? order : -order;
    }

    private int rank() {
        return value != null ? 0 : infinity == Side.LOW ? -1 : 1;
    }

    private int signum() {
        return value == null ? rank() : value.signum();
    }

    private boolean isClosedZero() {
        return value != null && value.signum() == 0 && end == End.CLOSED;
    }

    /**
     * Of two ends at one place the soft one tells most: nothing certain may rest on it; a closed one holds more than an
     * open one.
     */
    private static int weight(End end) {
        return switch (end) {
            case OPEN -> 0;
            case CLOSED -> 1;
            case SOFT -> 2;
            case UNBOUNDED -> 3;
        };
    }

    private static End joined(End a, End b) {
        if (a == End.SOFT || b == End.SOFT) {
            return End.SOFT;
        }
        return a == End.OPEN || b == End.OPEN ? End.OPEN : End.CLOSED;
    }
}
