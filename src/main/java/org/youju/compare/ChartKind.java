package org.youju.compare;

/** How a comparison is drawn. */
public enum ChartKind {
    LINE, BAR, STACKED, SLOPE, MULTIPLES, SCATTER, HEAT
}
