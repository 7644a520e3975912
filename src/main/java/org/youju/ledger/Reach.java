package org.youju.ledger;

import java.util.Locale;

/** Whose promises are listed. */
public enum Reach {
    /** Those of the region and of those above it. */
    ALL,
    /** Those of the region itself. */
    OWN,
    /** Those of the regions above it, for comparison. */
    ABOVE;

    /** How an address writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
