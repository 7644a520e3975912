package org.youju.extraction.review;

/** Where a candidate stands. */
public enum CandidateState {
    /** Nobody has decided yet. */
    PROPOSED,
    /** A draft rests on it. */
    ACCEPTED,
    /** It is no figure to be kept; a note says why. */
    REJECTED,
    /** The text says it a second time; the other candidate is kept. */
    DUPLICATE;

    /** Whether somebody has decided. */
    public boolean isDecided() {
        return this != PROPOSED;
    }
}
