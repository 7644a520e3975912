package org.youju.indicator;

/** Which way is good. */
public enum Direction {
    UP, DOWN, NONE
}
