package org.youju.base.ui.control;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** Entries of a list that people keep, one a row; on a telephone one below the other. */
public final class KeptTable extends NativeTable {

    private final List<String> heads;

    /** @param heads keys of the columns' names */
    public KeptTable(String captionKey, List<String> heads) {
        this.heads = heads;
        addClassNames("yj-table", "yj-stacked");
        setCaptionText(getTranslation(captionKey));
        var row = getHead().addRow();
        heads.forEach(key -> {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        });
    }

    /** A row over all columns that names those below it. */
    public void group(String name) {
        var cell = new NativeTableHeaderCell(name);
        cell.getElement().setAttribute("scope", "rowgroup").setAttribute("colspan", Integer.toString(heads.size()));
        cell.addClassName("yj-kept-group");
        var row = new NativeTableRow();
        row.add(cell);
        getBody().add(row);
    }

    /** @param name the first cell; the others follow in the order of the columns */
    public void row(Component name, Component... others) {
        var head = new NativeTableHeaderCell(name);
        head.getElement().setAttribute("scope", "row");
        var row = new NativeTableRow();
        row.add(head);
        for (int i = 0; i < others.length; i++) {
            var cell = new NativeTableCell(others[i]);
            cell.getElement().setAttribute("data-label", getTranslation(heads.get(i + 1)));
            row.add(cell);
        }
        getBody().add(row);
    }

    /** What can be done with a row. */
    public static Div verbs(Component... verbs) {
        var all = new Div(verbs);
        all.addClassName("yj-verbs");
        return all;
    }

    /** @param of name of the row, which the button is called by as well */
    public NativeButton verb(String key, String of, Runnable action) {
        var button = new NativeButton(getTranslation(key), click -> action.run());
        button.addClassName("yj-plain-verb");
        button.getElement().setAttribute("aria-label", getTranslation("catalogue.verb-of", getTranslation(key), of));
        return button;
    }
}
