package org.youju.commitment;

import org.youju.indicator.Direction;

/** What a promise asks of its indicator. */
public enum CommitmentKind {
    /** At least so much in every year of the window: 每年不少于. */
    FLOOR_PER_PERIOD,
    /** At least so much in the whole window together. */
    CUMULATIVE_BY,
    /** At least so much at the end of the window; at most, where less is better. */
    LEVEL_BY,
    /** Grow by about so much; by at least the low end of it. */
    GROWTH_ABOUT,
    /** At most so much in every year of the window: 控制在…以内. */
    CEILING,
    /** Something to be reached by the end of the window. */
    MILESTONE;

    /** Whether it speaks of each year of the window, not of the window as a whole. */
    public boolean isPerYear() {
        return this == FLOOR_PER_PERIOD || this == CEILING;
    }

    /** Whether a promise of this kind is kept by staying at or below its threshold. */
    public boolean isCeiling(Direction direction) {
        return switch (this) {
            case CEILING -> true;
            case LEVEL_BY, GROWTH_ABOUT -> direction == Direction.DOWN;
            case FLOOR_PER_PERIOD, CUMULATIVE_BY, MILESTONE -> false;
        };
    }

    /** Key of its name in the translations. */
    public String key() {
        return "commitment.kind." + name();
    }
}
