package org.youju.check.quote;

/** How a quoted figure stands to all that other sources state of its cell; the gravest first. */
public enum Standing {
    /** A later source has put another figure in its place. */
    SUPERSEDED,
    /** It contradicts another source, and a ruling chose that one. */
    OVERRULED,
    /** It contradicts another source, and nobody has ruled yet. */
    CONFLICT,
    /** It is unvalidated, contradicts another source, and nobody has ruled yet. */
    MINOR_CONFLICT,
    /** It contradicts another source, and a ruling chose it or one that goes with it. */
    UPHELD,
    /** An unvalidated source contradicts it, and nobody has ruled yet. */
    CHALLENGED,
    /** It has put itself in the place of an earlier one. */
    REVISES,
    /** Only a reading convention keeps it from contradicting another source. */
    UNCERTAIN,
    /** Every other source says the same, or what one value can satisfy. */
    AGREES,
    /** No other source speaks of the cell. */
    ALONE;

    /** Whether whoever quotes it again should look first. */
    public boolean isDoubtful() {
        return compareTo(MINOR_CONFLICT) <= 0;
    }
}
