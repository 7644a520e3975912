/** The chart, a Vaadin component over Chart.js, and the table that goes with every chart. */
@NullMarked
package org.youju.base.chart;

import org.jspecify.annotations.NullMarked;
