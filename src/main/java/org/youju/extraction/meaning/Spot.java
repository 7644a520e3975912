package org.youju.extraction.meaning;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.Candidate.Reason;
import org.youju.extraction.FigureKind;
import org.youju.extraction.grammar.Measure;
import org.youju.extraction.text.Outline.Clause;
import org.youju.extraction.text.Signs;
import org.youju.extraction.text.Tables;
import org.youju.figure.Period;

/** A figure with what stands around it, while its kind and period are being found. */
final class Spot {

    private static final int BEFORE = 60;
    private static final int AFTER = 24;

    final Measure measure;
    final int clauseIndex;
    final Clause clause;
    /** What its clause says before it, of bounded length. */
    final String before;
    /** What stands between it and the figure before it in its clause, else {@link #before}. */
    final String gap;
    /** What its clause says after it, of bounded length. */
    final String after;
    /** What its span says before its number: 最长补贴. */
    final String limit;
    /** The figure before it in its sentence, or null. */
    final @Nullable Spot previous;
    final int index;
    final Tables.@Nullable Value cell;
    final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

    FigureKind kind = FigureKind.LEVEL;
    Period period = new Period.Unknown();
    @Nullable Period suggestion;
    @Nullable Spot linked;
    boolean part;
    boolean former;
    String subject = "";
    /** What it is for, as far as its clause says; may be empty. */
    String per = "";
    /** Whether its words make it negative. */
    boolean falls;

    Spot(String text, Measure measure, int clauseIndex, Clause clause, @Nullable Spot previous, int index,
            Tables.@Nullable Value cell) {
        this.measure = measure;
        this.clauseIndex = clauseIndex;
        this.clause = clause;
        this.previous = previous != null && previous.clause.sentence() == clause.sentence() ? previous : null;
        this.index = index;
        this.cell = cell;
        var from = Math.min(measure.start(), Math.max(clause.start(), measure.start() - BEFORE));
        this.before = text.substring(from, measure.start());
        var gapFrom = this.previous != null ? Math.max(from, this.previous.measure.end()) : from;
        this.gap = text.substring(Math.min(gapFrom, measure.start()), measure.start());
        this.limit = text.substring(measure.start(), measure.numberStart());
        this.after = text.substring(measure.end(), Math.min(Math.max(clause.end(), measure.end()), measure.end()
                + AFTER));
    }

    /** Whether nothing but 、 or 和 stands between it and the figure before: two of one list. */
    boolean continuesList() {
        return previous != null && previous.clauseIndex == clauseIndex && switch (gap) {
            case "、", "和", "及", "与", "以及", "或", "至", "、和" -> true;
            default -> false;
        };
    }

    /** Whether it opens its clause: then it is itself what the clause speaks of. */
    boolean opensClause() {
        return before.isBlank();
    }

    boolean says(String... words) {
        return Signs.holds(before, words);
    }
}
