package org.youju.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.youju.base.ui.Markup;
import org.youju.base.ui.control.AsOfPicker;
import org.youju.dashboard.Board;

/** What a dashboard shows below its controls; may be put together, and its cards filled, before it stands on a page. */
final class BoardBody extends Div {

    private static final int CARDS_IN_A_ROW = 5;

    private final BoardContext context;

    BoardBody(BoardContext context) {
        this.context = context;
        addClassName("yj-board");
        add(new SummaryPanel(context), sections(), panels(), new LongSeriesPanel(context), printed());
    }

    /** What a printed page is of; on a screen the controls say it. */
    private Component printed() {
        var printed = new Paragraph(getTranslation("dashboard.print", context.board().region().name(getLocale()),
                context.board().year(), AsOfPicker.words(this, context.state())));
        printed.addClassName("yj-print-foot");
        return printed;
    }

    /** The charts, and beside them what the figures come to and what needs attention. */
    private Component panels() {
        var panels = new Div();
        panels.addClassName("yj-panels");
        context.board().charts().forEach(i -> panels.add(new ChartCard(i, context.state(),
                () -> context.readings().cards().get(i.code()).get().series())));
        panels.add(new ChecksPanel(context), new AttentionPanel(context));
        return panels;
    }

    private Component sections() {
        var sections = new Div();
        sections.addClassName("yj-themes");
        int number = 0;
        for (var section : context.board().sections()) {
            sections.add(section(section, ++number));
        }
        return sections;
    }

    /** Cards of a theme stand in rows of at most five, as even as they go. */
    static int columns(int cards) {
        int rows = Math.ceilDiv(cards, CARDS_IN_A_ROW);
        return Math.ceilDiv(cards, rows);
    }

    private Component section(Board.Section section, int number) {
        var name = section.theme().name(getLocale());
        var heading = new H2(name);
        var ordinal = new Span(getTranslation("dashboard.ordinal." + number));
        ordinal.addClassName("yj-theme-number");
        ordinal.getElement().setAttribute("aria-hidden", "true");
        var count = new Span(getTranslation("dashboard.theme.count", section.headlines().size()));
        count.addClassNames("yj-theme-note", "yj-theme-count");
        var head = new Div(ordinal, heading, count);
        head.addClassName("yj-theme-head");
        var kpis = new Div();
        kpis.addClassName("yj-kpis");
        section.headlines().forEach(i -> kpis.add(new KpiPanel(i, context)));
        var element = new Section(new Markup(head), kpis);
        element.setAriaLabel(name);
        element.addClassNames("yj-theme", "yj-columns-" + columns(section.headlines().size()));
        return element;
    }
}
