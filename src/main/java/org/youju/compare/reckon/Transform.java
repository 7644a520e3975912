package org.youju.compare.reckon;

/** What is made of the values of a line before they are compared. */
public enum Transform {
    /** The values as they are known. */
    LEVEL,
    /** The difference to the year before; of per cents in percentage points. */
    CHANGE,
    /** The change on the year before in per cent of it. */
    GROWTH,
    /** The value of a base year as 100. */
    INDEX,
    /** The average change a year since a base year, in per cent. */
    CAGR,
    /** The sum of all years since the first one shown. */
    CUMULATIVE,
    /** The value in per cent of another indicator's. */
    SHARE,
    /** The value for each person or other unit of another indicator. */
    PER,
    /** The difference to what was promised or set as a target for the year. */
    TARGET,
    /** The place among the regions shown. */
    RANK;

    /** Whether it needs another indicator. */
    public boolean takesOther() {
        return this == SHARE || this == PER;
    }

    /** Whether it needs a base year. */
    public boolean takesBase() {
        return this == INDEX || this == CAGR;
    }

    /** Whether its results are held against a neutral value, above and below which they rise and fall. */
    public boolean isDirected() {
        return switch (this) {
            case CHANGE, GROWTH, INDEX, CAGR, TARGET -> true;
            case LEVEL, CUMULATIVE, SHARE, PER, RANK -> false;
        };
    }
}
