package org.youju.base.chart;

import com.vaadin.flow.component.Component;
import java.util.List;

/**
 * A further row of a chart's table.
 *
 * @param label what the cells say
 * @param cells one for each category, in their order
 */
public record TableRow(String label, List<Component> cells) {

    public TableRow {
        cells = List.copyOf(cells);
    }

    void requireCells(int categories) {
        if (cells.size() != categories) {
            throw new IllegalArgumentException("The row “%s” has %d cells for %d categories; give one for each."
                    .formatted(label, cells.size(), categories));
        }
    }
}
