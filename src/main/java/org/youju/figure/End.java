package org.youju.figure;

/** What an end of an interval is worth. */
public enum End {
    /** The end belongs to the interval. */
    CLOSED,
    /** The end itself is excluded. */
    OPEN,
    /** The end is a reading convention: nothing certain may rest on it. */
    SOFT,
    /** There is no end on this side. */
    UNBOUNDED
}
