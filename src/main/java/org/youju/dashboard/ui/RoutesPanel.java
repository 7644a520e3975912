package org.youju.dashboard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.youju.check.Consistency;
import org.youju.figure.Unit;
import org.youju.indicator.Catalogue;

/** 验算: the independent routes to each value of an indicator, where there are several, and whether they meet. */
final class RoutesPanel extends Section {

    private final Unit unit;
    private final Workings workings;

    /** @param routes the newest period last; at least one */
    RoutesPanel(List<Consistency> routes, Unit unit, Catalogue catalogue) {
        this.unit = unit;
        this.workings = new Workings(catalogue, getLocale());
        addClassNames("yj-panel", "yj-statements", "yj-routes");
        var note = new Span(getTranslation("dashboard.routes.note"));
        note.addClassName("yj-card-note");
        var head = new Div(new H2(getTranslation("dashboard.checks")), note);
        head.addClassName("yj-card-head");
        var list = new UnorderedList();
        routes.reversed().forEach(it -> list.add(item(it)));
        add(head, list);
    }

    private ListItem item(Consistency routes) {
        var head = new Div(ChecksPanel.badge(routes.outcome(), this),
                new Span(routes.cell().period().label(getLocale())));
        head.addClassName("yj-statement-head");
        var item = new ListItem(head);
        var said = routes.explanation(unit);
        var sentence = new Div(getTranslation(said.key(), said.written(getLocale())));
        sentence.addClassName("yj-route-said");
        item.add(sentence);
        routes.routes().forEach(route -> item.add(new RouteLine(route, unit, workings)));
        return item;
    }
}
