package org.youju.extraction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.extraction.review.CandidateState;
import org.youju.extraction.review.ReviewCandidate;
import org.youju.extraction.ui.Desk.Filter;

/** The candidates as a table; the card of the current one takes the place of its row. */
final class CandidateList extends Section {

    private final Desk desk;
    private final Phrases phrases;
    private final LongConsumer pressed;
    private final Map<Filter, NativeButton> filters = new EnumMap<>(Filter.class);
    private final Map<Long, Row> rows = new HashMap<>();
    private final NativeTableBody body = new NativeTableBody();
    private final NativeTableCell cardCell = new NativeTableCell();
    private final NativeTableRow cardRow = new NativeTableRow(cardCell);
    private final Gauge gauge = new Gauge("yj-gauge-progress");
    private final Span progress = new Span();
    private final Span none = new Span();
    private final Div tools = new Div();
    private Filter filter = Filter.ALL;
    private @Nullable Long current;

    /** @param pressed told which candidate was pressed */
    CandidateList(Desk desk, Phrases phrases, Component card, LongConsumer pressed) {
        this.desk = desk;
        this.phrases = phrases;
        this.pressed = pressed;
        addClassNames("yj-panel", "yj-desk-list");
        cardCell.setColspan(6);
        cardCell.addClassName("yj-cand-cell");
        cardCell.add(card);
        cardRow.addClassName("yj-cand-open");
        var table = new NativeTable(head(), body);
        table.addClassName("yj-cands");
        table.getElement().setAttribute("aria-label", getTranslation("desk.list"));
        none.addClassName("yj-empty");
        var scroller = new Div(table, none);
        scroller.addClassName("yj-desk-scroll");
        tools.addClassName("yj-desk-tools");
        add(bar(), tools, scroller);
        set();
    }

    private Div bar() {
        var bar = new Div();
        bar.addClassName("yj-reader-bar");
        bar.getElement().appendChild(new Element("h2").setText(getTranslation("desk.list")));
        var choices = new Div();
        choices.addClassName("yj-desk-filters");
        choices.getElement().setAttribute("role", "group");
        choices.getElement().setAttribute("aria-label", getTranslation("desk.filter"));
        for (var choice : Filter.values()) {
            var button = new NativeButton();
            button.addClickListener(click -> show(choice));
            filters.put(choice, button);
            choices.add(button);
        }
        progress.addClassName("yj-desk-progress");
        bar.add(choices, gauge, progress);
        return bar;
    }

    private NativeTableHeader head() {
        var row = new NativeTableRow();
        for (var key : List.of("desk.column.number", "desk.column.span", "desk.column.about", "desk.column.period",
                "desk.column.confidence", "desk.column.state")) {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        }
        return new NativeTableHeader(row);
    }

    /** Puts the buttons that concern many candidates above the list. */
    void tools(Component... buttons) {
        tools.add(buttons);
    }

    Filter filter() {
        return filter;
    }

    /** Lists all candidates, once, and again after one was added. */
    void set() {
        body.removeAll();
        rows.clear();
        desk.shown(Filter.ALL).forEach(candidate -> {
            var row = new Row(candidate);
            rows.put(candidate.id(), row);
            body.add(row);
        });
        sift();
        count();
        place();
    }

    /** Draws a candidate as it now stands. */
    void update(ReviewCandidate candidate) {
        var row = rows.get(candidate.id());
        if (row != null) {
            row.draw(candidate);
        }
        sift();
        count();
    }

    /** Opens the card in the place of a candidate's row. */
    void choose(long id) {
        current = id;
        sift();
        place();
    }

    private void place() {
        cardRow.removeFromParent();
        var row = current == null ? null : rows.get(current);
        if (row != null) {
            body.addComponentAtIndex(body.indexOf(row) + 1, cardRow);
        }
    }

    private void show(Filter wanted) {
        filter = wanted;
        sift();
        count();
    }

    /** The current candidate stays in sight whatever the filter, but as its card. */
    private void sift() {
        rows.forEach((id, row) -> row.setVisible(!id.equals(current)
                && desk.find(id).filter(filter::shows).isPresent()));
    }

    private void count() {
        filters.forEach((choice, button) -> {
            button.setText(getTranslation("desk.filter." + choice, desk.count(choice)));
            button.getElement().setAttribute("aria-pressed", Boolean.toString(choice == filter));
            button.setVisible(!choice.isRare() || desk.count(choice) > 0 || filter == choice);
        });
        gauge.show(desk.size(), new Gauge.Part(desk.count(Filter.ACCEPTED), "yj-is-accepted"),
                new Gauge.Part(desk.count(Filter.REJECTED) + desk.count(Filter.DUPLICATE), "yj-is-rejected"));
        progress.setText(getTranslation("desk.progress", desk.decided(), desk.size()));
        none.setText(getTranslation(desk.size() == 0 ? "desk.none" : "desk.none.filtered"));
        none.setVisible(desk.count(filter) == 0);
    }

    /** One candidate in one line. */
    private final class Row extends NativeTableRow {

        private final NativeTableCell about = new NativeTableCell();
        private final NativeTableCell period = new NativeTableCell();
        private final NativeTableCell state = new NativeTableCell();

        Row(ReviewCandidate candidate) {
            var span = new NativeButton(candidate.span().replaceAll("\\s+", " "));
            span.addClassName("yj-cand-words");
            span.getElement().setAttribute("lang", "zh-CN");
            var words = new NativeTableHeaderCell(span);
            words.getElement().setAttribute("scope", "row");
            var number = new NativeTableCell(Integer.toString(candidate.number()));
            number.addClassName("yj-cand-number");
            var gauge = new Gauge("yj-gauge-confidence");
            var percent = Phrases.percent(candidate.confidence());
            gauge.show(100, new Gauge.Part(percent, "yj-is-sure"));
            var confidence = new NativeTableCell(gauge, new Span(percent + "%"));
            confidence.addClassName("yj-cand-confidence");
            about.addClassName("yj-cand-about");
            period.addClassName("yj-cand-period");
            add(number, words, about, period, confidence, state);
            addClickListener(click -> pressed.accept(candidate.id()));
            draw(candidate);
        }

        void draw(ReviewCandidate candidate) {
            for (var other : CandidateState.values()) {
                setClassName(Phrases.style(other), other == candidate.state());
            }
            about.setText(phrases.about(candidate));
            if (Phrases.isKept(candidate) && !phrases.departures(candidate, candidate.terms()).isEmpty()) {
                var sign = new StateBadge(Tone.WARN, Glyph.BEHIND, getTranslation("desk.differs")).tinted();
                sign.addClassName("yj-cand-differs");
                sign.getElement().setAttribute("title", phrases.departure(candidate, candidate.terms()));
                about.add(sign);
            }
            about.setClassName("yj-is-guess", candidate.terms().indicator() == null);
            period.setText(phrases.period(candidate.terms()));
            state.removeAll();
            state.add(phrases.badge(candidate));
        }
    }
}
