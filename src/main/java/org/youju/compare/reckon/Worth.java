package org.youju.compare.reckon;

/** What a value rests on, the best first. */
public enum Worth {
    /** A source that can be relied upon prints it. */
    STATED,
    /** It follows from values that are printed. */
    IMPLIED,
    /** An estimate, a forecast or an unofficial document. */
    UNVALIDATED;

    /** The weaker of two. */
    public Worth and(Worth other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
