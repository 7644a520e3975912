package org.youju.base.chart;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of a series.
 *
 * @param value   where the point is drawn, in the unit of the chart
 * @param range   where the true value may lie, or null where the value is exact or nothing is known of it
 * @param mark    how the value came to be known, which decides how it is drawn
 * @param label   whether the value is written beside the point
 * @param text    the value as a reader should see it, with its qualifier and without the unit: 约310
 * @param details further lines of the tooltip and the spoken text, such as its interval, a change or a source; may be empty
 * @param key     what a press on the point reports; unique within the chart
 * @param word    what the mark says of this point, or null for the chart's own word: 预计 where that is 待核实
 */
public record Point(BigDecimal value, @Nullable Range range, Mark mark, Label label, String text, List<String> details,
        String key, @Nullable String word) {

    /** How a value came to be known. Never told by colour alone: each has its own shape. */
    public enum Mark {
        /** Printed in a source: filled. */
        STATED,
        /** Follows from stated values: hollow, its bar and its part of a line dashed. */
        COMPUTED,
        /** Printed, but not by a source that can be relied upon: a hollow square that no line reaches. */
        UNVALIDATED
    }

    /** Whether a value is written beside its point. */
    public enum Label {
        NONE, PLAIN, STRONG
    }

    /**
     * An interval of the chart's unit; an end that is null is open, and drawn as an arrow.
     *
     * @param low  the lower end, or null
     * @param high the upper end, or null
     */
    public record Range(@Nullable BigDecimal low, @Nullable BigDecimal high) {

        public Range {
            if (low == null && high == null) {
                throw new IllegalArgumentException("A range needs at least one end; leave the range out instead.");
            }
            if (low != null && high != null && low.compareTo(high) > 0) {
                throw new IllegalArgumentException("A range runs from the lower to the higher end, not from %s to %s."
                        .formatted(low.toPlainString(), high.toPlainString()));
            }
        }
    }

    public Point {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A point needs the text of its value: it is what a reader is told.");
        }
        if (key.isBlank()) {
            throw new IllegalArgumentException("A point needs a key: a press on it would report nothing.");
        }
        details = List.copyOf(details);
    }

    /** A point whose mark is called by the chart's own word. */
    public Point(BigDecimal value, @Nullable Range range, Mark mark, Label label, String text, List<String> details,
            String key) {
        this(value, range, mark, label, text, details, key, null);
    }

    /** A stated value, exact and without label. */
    public static Point stated(BigDecimal value, String text, String key) {
        return new Point(value, null, Mark.STATED, Label.NONE, text, List.of(), key);
    }

    /** A computed value, exact and without label. */
    public static Point computed(BigDecimal value, String text, String key) {
        return new Point(value, null, Mark.COMPUTED, Label.NONE, text, List.of(), key);
    }

    /** A value from a source that can't be relied upon, exact and without label. */
    public static Point unvalidated(BigDecimal value, String text, String key) {
        return new Point(value, null, Mark.UNVALIDATED, Label.NONE, text, List.of(), key);
    }

    /** This point with a whisker; null for an open end. */
    public Point within(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        return new Point(value, new Range(low, high), mark, label, text, details, key, word);
    }

    /** This point with its value written beside it. */
    public Point labelled(Label label) {
        return new Point(value, range, mark, label, text, details, key, word);
    }

    /** This point with these further lines in its tooltip and its spoken text. */
    public Point explained(List<String> details) {
        return new Point(value, range, mark, label, text, details, key, word);
    }

    /** This point whose mark is called by another word; null for the chart's own. */
    public Point called(@Nullable String word) {
        return new Point(value, range, mark, label, text, details, key, word);
    }

    /** What the mark says of this point; empty of a stated one. */
    String marking(Words words) {
        return switch (mark) {
            case STATED -> "";
            case COMPUTED -> word == null ? words.of("computed") : word;
            case UNVALIDATED -> word == null ? words.of("unvalidated") : word;
        };
    }
}
