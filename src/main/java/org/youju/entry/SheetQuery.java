package org.youju.entry;

import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;

/**
 * Which part of a region's sheet is meant.
 *
 * @param region     code
 * @param from       first year
 * @param to         last year, at most {@value #MOST_YEARS} years in all
 * @param theme      code; null for every theme
 * @param department code of the department that answers for the indicators; null for all
 */
public record SheetQuery(String region, int from, int to, @Nullable String theme, @Nullable String department) {

    /** How many years a sheet has at most. */
    public static final int MOST_YEARS = 40;

    public SheetQuery {
        if (from > to || to - from >= MOST_YEARS || from < 1900 || to > 2100) {
            throw new RuleViolation("entry.years", Integer.toString(from), Integer.toString(to), MOST_YEARS);
        }
    }

    /** Every indicator of a region in some years. */
    public static SheetQuery of(String region, int from, int to) {
        return new SheetQuery(region, from, to, null, null);
    }
}
