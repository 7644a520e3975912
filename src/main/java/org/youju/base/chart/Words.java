package org.youju.base.chart;

/** The chart's own words in the reader's language. */
@FunctionalInterface
interface Words {

    String of(String key, Object... arguments);
}
