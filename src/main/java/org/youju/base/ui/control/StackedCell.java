package org.youju.base.ui.control;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;

/** A cell of a table whose rows become blocks on a telephone, where the cell says the words of its column itself. */
public final class StackedCell extends NativeTableCell {

    private final Div content = new Div();

    /** @param label the words of its column, already translated */
    public StackedCell(String label, Component... shown) {
        getElement().setAttribute("data-label", label);
        content.add(shown);
        add(content);
    }

    /** Shows more after what it shows. */
    public void show(Component... more) {
        content.add(more);
    }
}
