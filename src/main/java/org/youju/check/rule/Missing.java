package org.youju.check.rule;

/** What a rule makes of a figure that it needs and that nobody has stated. */
public enum Missing {
    /** The rule says nothing. */
    SKIP,
    /** The figure counts as zero. */
    ZERO,
    /** That it is missing is itself a breach. */
    REPORT
}
