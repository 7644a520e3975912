package org.youju.extraction;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.youju.figure.Interval;
import org.youju.figure.Period;
import org.youju.figure.Qualifier;

/**
 * A figure that a text states, for a person to accept. Positions index the text that was read, in UTF-16 units.
 *
 * @param start      where its span begins
 * @param end        where its span ends
 * @param span       the span as it stands: 约 310 亿元
 * @param value      in the written scale and with its sign: 310
 * @param valueHi    of a range the upper number, in the written scale; else null
 * @param multiplier the written scale: 亿; empty where none is written
 * @param unit       the unit under the name that it is kept by: 元
 * @param baseValue  the value in that unit: 31000000000
 * @param qualifier  what its limiting words say
 * @param interval   where the true value lies, in the written scale
 * @param per        of a rate what it is for: 人·月; null where it is none
 * @param period     of when it speaks; unknown where the text does not say
 * @param suggestion where the period is unknown, the one that a person may mean, or null
 * @param kind       what it says about its subject
 * @param subject    what it is about, as near as the words tell; may be empty
 * @param belongsTo  position in the list of the figure that it is a change, share or part of, or null
 * @param clause     the clause that states it
 * @param confidence how likely it is right in everything, 0 to 1
 * @param reasons    what speaks for and against it
 */
public record Candidate(int start, int end, String span, BigDecimal value, @Nullable BigDecimal valueHi,
        String multiplier, String unit, BigDecimal baseValue, Qualifier qualifier, Interval interval,
        @Nullable String per, Period period, @Nullable Period suggestion, FigureKind kind, String subject,
        @Nullable Integer belongsTo, String clause, double confidence, List<Reason> reasons) {

    /** What makes a candidate more or less certain. */
    public enum Reason {
        /** Its own clause says when. */
        PERIOD_IN_CLAUSE,
        /** The sentence said when before it. */
        PERIOD_IN_SENTENCE,
        /** A sentence before it said when. */
        PERIOD_CARRIED,
        /** The heading says when. */
        PERIOD_IN_HEADING,
        /** The head of the table's column says when. */
        PERIOD_IN_TABLE,
        /** It shares the period of the figure that it is a change or share of. */
        PERIOD_OF_LINKED,
        /** Nothing says when. */
        PERIOD_UNKNOWN,
        /** 近年来: too vague to say when. */
        PERIOD_VAGUE,
        /** 目前 in a document without a date, or a period that rests on the document's date. */
        PERIOD_FROM_DOCUMENT,
        /** Words tell its kind. */
        KIND_STATED,
        /** Its unit alone tells its kind. */
        KIND_BY_UNIT,
        /** A plan in an earlier clause or the heading makes it a promise. */
        KIND_CARRIED,
        /** The number is written in characters. */
        IN_CHARACTERS,
        /** 数十, 十余: no number to rely on. */
        VAGUE_NUMBER,
        /** 近…多 contradicts itself. */
        CONTRADICTORY_LIMITS,
        /** The limiting word does not touch its number. */
        LIMIT_APART,
        /** It takes its unit from the last of a list. */
        UNIT_SHARED,
        /** It is the former of two values: 由61%提升至83%. */
        FORMER_VALUE,
        /** It is a part of the figure it belongs to: 其中. */
        PART,
        /** A ratio of two numbers. */
        RATIO
    }

    public Candidate {
        reasons = List.copyOf(reasons);
        if (start < 0 || end <= start || confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("No candidate: " + start + "–" + end + ", " + confidence);
        }
    }

    /** Whether a reviewer must look at its period before it is accepted. */
    public boolean periodIsOpen() {
        return period instanceof Period.Unknown;
    }
}
