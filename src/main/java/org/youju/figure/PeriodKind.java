package org.youju.figure;

/** The kinds of period that a figure can speak of. */
public enum PeriodKind {
    YEAR, HALF_YEAR, QUARTER, MONTH,
    /** A state at the end of a day. */
    AS_OF,
    /** From one point to another, both included. */
    SPAN,
    /** From a point on, without an end. */
    SINCE,
    /** Up to a day, from a beginning that is not stated. */
    BY,
    /** The source does not say. */
    UNKNOWN
}
