package org.youju.figure;

/** What kind of quantity an indicator measures; it decides how its figures are read, shown and compared. */
public enum Nature {
    /** Adds up over time: tax of a year. */
    FLOW,
    /** Stands at a moment: firms at the end of a year. */
    STOCK,
    /** Added up since a beginning. */
    CUMULATIVE,
    /** A rate of change, in per cent. */
    RATE,
    /** A part of a whole, in per cent, never above 100. */
    SHARE,
    /** Any other quotient of two quantities. */
    RATIO,
    /** A norm that was set, such as a subsidy a month: exact by decree. */
    STANDARD
}
