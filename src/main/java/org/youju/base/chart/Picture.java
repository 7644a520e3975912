package org.youju.base.chart;

import java.util.List;

/**
 * What a chart's picture says beside the chart, for those who meet it outside the product.
 *
 * @param fileName without its ending
 * @param footer   lines under the chart: indicator code, definition, as-of date, sources, link
 */
public record Picture(String fileName, List<String> footer) {

    public Picture {
        if (fileName.isBlank()) {
            throw new IllegalArgumentException("A picture needs a file name.");
        }
        footer = List.copyOf(footer);
    }
}
