package org.youju.indicator;

/** The prices that a money figure, or the growth of one, is reckoned in (现价, 不变价). */
public enum PriceBasis {
    CURRENT, CONSTANT,
    /** Not money. */
    NONE
}
