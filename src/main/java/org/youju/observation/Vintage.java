package org.youju.observation;

/** The stage of a figure in the words of its source, earliest first. */
public enum Vintage {
    /** 预计. */
    FORECAST(0),
    /** 初步. */
    PRELIMINARY(1),
    /** 核实. */
    VERIFIED(2),
    /** 决算. */
    FINAL(2),
    /** 修订. */
    REVISED(3);

    private final int stage;

    Vintage(int stage) {
        this.stage = stage;
    }

    /** Whether this stage comes after the other one; 核实 and 决算 are one stage. */
    public boolean isLaterThan(Vintage other) {
        return stage > other.stage;
    }
}
