package org.youju.check.rule;

/** How much it weighs that figures break a rule. */
public enum Importance {
    /** Nobody approves the figure until somebody has explained it. */
    HIGH,
    /** Whoever enters or approves the figure should look at it. */
    MEDIUM,
    /** A hint. */
    LOW
}
