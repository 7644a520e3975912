package org.youju.compare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.youju.base.ui.Markup;
import org.youju.compare.reckon.Outcome;
import org.youju.compare.reckon.Outcome.Result;
import org.youju.compare.reckon.Worth;

/** The parts that the tables of the page have in common. */
final class Tables {

    private Tables() {
    }

    /** @param scope what it heads: {@code col}, {@code row} or {@code rowgroup} */
    static NativeTableHeaderCell header(String text, String scope) {
        return header(new Text(text), scope);
    }

    static NativeTableHeaderCell header(Component content, String scope) {
        var cell = new NativeTableHeaderCell(content);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    /** A table with a caption, which can be scrolled sideways, by keyboard too. */
    static Component scrolling(NativeTable table) {
        var scroller = new Div(table);
        scroller.addClassName("yj-compare-scroller");
        scroller.getElement().setAttribute("tabindex", "0");
        scroller.getElement().setAttribute("role", "region");
        scroller.getElement().setAttribute("aria-label", table.getCaptionText());
        return new Markup(scroller);
    }

    /** Words in the place of a number. */
    static Span absent(String text) {
        var span = new Span(text);
        span.addClassName("yj-compare-absent");
        return span;
    }

    /** The words of a result, with what marks it as computed or as reckoned across a break. */
    static Span number(String text, Result result) {
        var span = new Span(text + (result.hedges().contains(Outcome.Hedge.ACROSS_BREAK) ? " //" : ""));
        if (result.worth() == Worth.IMPLIED) {
            span.addClassName("yj-is-computed");
        }
        return span;
    }

    /** What a number is worth, as a word behind it. */
    static Span mark(String worth) {
        var mark = new Span(worth);
        mark.addClassNames("yj-caption", "yj-compare-mark");
        return mark;
    }

    /** A table with its caption and the heads of its columns. */
    static NativeTable values(String caption, List<String> heads) {
        var table = new NativeTable();
        table.addClassNames("yj-table", "yj-compare-values");
        table.setCaptionText(caption);
        var row = table.getHead().addRow();
        heads.forEach(it -> row.add(header(it, "col")));
        return table;
    }
}
