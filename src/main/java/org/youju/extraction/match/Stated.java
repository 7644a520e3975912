package org.youju.extraction.match;

import org.jspecify.annotations.Nullable;
import org.youju.extraction.Candidate;
import org.youju.extraction.FigureKind;

/**
 * What is known of a figure whose indicator is looked for.
 *
 * @param start     where its span begins in the text
 * @param end       where its span ends
 * @param unit      the unit as it is written, without its scale: 元, 元/人月
 * @param yearly    whether it is so much in each year
 * @param belongsTo position in the list of the figure that it is a change, share or part of, or null
 * @param indicator code of the indicator that a person has named, or null
 */
public record Stated(int start, int end, String subject, FigureKind kind, String unit, boolean yearly,
        @Nullable Integer belongsTo, @Nullable String indicator) {

    private static final String YEAR = "年";

    /** A figure as the text was read. */
    public static Stated of(Candidate candidate) {
        return new Stated(candidate.start(), candidate.end(), candidate.subject(), candidate.kind(), unit(candidate),
                isYearly(candidate), candidate.belongsTo(), null);
    }

    /** Its unit with what it is for, 元/人月, under which the catalogue keeps it; what is for each year is a flow. */
    public static String unit(Candidate candidate) {
        var per = candidate.per() == null ? "" : candidate.per().replace("·", "").replace(YEAR, "");
        return per.isEmpty() ? candidate.unit() : candidate.unit() + "/" + per;
    }

    /** Whether it is so much in each year: 每年不少于100万平方米. */
    public static boolean isYearly(Candidate candidate) {
        return candidate.per() != null && candidate.per().contains(YEAR);
    }
}
