package org.youju.compare;

/** What a comparison shows beside its values. */
public enum Option {
    /** Values that follow from others, hollow. */
    IMPLIED,
    /** Whiskers. */
    INTERVALS,
    /** Computes and draws across changes of definition. */
    ACROSS_BREAKS,
    /** All charts have the same axis. */
    ONE_AXIS,
    /** Targets and promises. */
    TARGETS,
    /** What happened in the years shown. */
    EVENTS,
    /** Groups the table by theme. */
    THEMES,
    /** How each value came to be what it is, by the days of publication. */
    REVISIONS
}
