package org.youju.observation;

import java.util.List;
import org.youju.base.Named;
import org.youju.figure.Period;
import org.youju.indicator.Catalogue;

/** What several sources can speak of at once: an indicator of a region in a period. */
public record CellKey(String indicator, String region, Period period) {

    /** What a sentence calls it: an indicator in a period. */
    public List<Object> called(Catalogue catalogue) {
        return List.of(catalogue.named(indicator), Named.of(period::label));
    }

    /** What the audit trail calls it. */
    public String auditName() {
        return region + " " + indicator + " " + period.code();
    }
}
