package org.youju.check;

/** How two statements of one cell stand to each other; the first that fits, in this order. */
public enum Agreement {
    /** Equal once in one unit. */
    SAME,
    /** One value can satisfy both. */
    COMPATIBLE,
    /** Apart, and the later one takes the earlier one's place. */
    REVISION,
    /** Apart by hard ends, and neither takes the other's place: a person has to rule. */
    CONFLICT
}
