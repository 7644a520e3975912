package org.youju.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which statements to read; approved ones only.
 *
 * @param indicators   codes, at least one
 * @param regions      codes, at least one
 * @param fromYear     first year that a period must overlap, or null; with a bound, periods without dates are left out
 * @param toYear       last year that a period must overlap, or null
 * @param asOf         时点: sources published by that day; null for the latest, which includes undated ones
 * @param recordedAsOf our own records as they stood at that moment; null for now
 */
public record StatementQuery(Set<String> indicators, Set<String> regions, @Nullable Integer fromYear,
        @Nullable Integer toYear, @Nullable LocalDate asOf, @Nullable Instant recordedAsOf) {

    public StatementQuery {
        indicators = Set.copyOf(indicators);
        regions = Set.copyOf(regions);
    }

    /** The same of other indicators and regions. */
    public StatementQuery of(Set<String> otherIndicators, Set<String> otherRegions) {
        return new StatementQuery(otherIndicators, otherRegions, fromYear, toYear, asOf, recordedAsOf);
    }

    /** All that is known of some indicators of a region as of a day. */
    public static StatementQuery of(Collection<String> indicators, String region, @Nullable LocalDate asOf) {
        return new StatementQuery(Set.copyOf(indicators), Set.of(region), null, null, asOf, null);
    }
}
