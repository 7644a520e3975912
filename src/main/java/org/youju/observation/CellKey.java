package org.youju.observation;

import org.youju.figure.Period;

/** What several sources can speak of at once: an indicator of a region in a period. */
public record CellKey(String indicator, String region, Period period) {

    /** What the audit trail calls it. */
    public String auditName() {
        return region + " " + indicator + " " + period.code();
    }
}
