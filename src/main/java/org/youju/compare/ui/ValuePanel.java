package org.youju.compare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Routes;
import org.youju.compare.Comparison;
import org.youju.compare.reckon.Known;
import org.youju.compare.reckon.Line;
import org.youju.compare.reckon.Outcome.Result;
import org.youju.compare.reckon.Transform;
import org.youju.figure.FigureWriter;
import org.youju.observation.Observation;
import org.youju.observation.ui.SourceBadge;

/** What stands behind a mark of a chart or a row of the table: the values as printed, their sources, their sentences. */
final class ValuePanel extends Div {

    private final Words words;
    private final Comparison comparison;

    ValuePanel(Comparison comparison, Words words) {
        this.comparison = comparison;
        this.words = words;
        addClassName("yj-compare-value");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** Shows the point that a chart's key names; another key shows nothing. */
    void show(String key) {
        comparison.lines().forEach(line -> comparison.years().stream()
                .filter(year -> key.equals(line.key() + "@" + year)).findFirst()
                .ifPresent(year -> comparison.result(line, year).ifPresent(result -> show(line, year, result))));
    }

    private void show(Line line, int year, Result result) {
        open(words.say("compare.value.title", words.name(line), year));
        var transform = comparison.selection().transform();
        if (transform != Transform.LEVEL) {
            var text = new Paragraph(words.say("compare.value.result", words.transform(transform), words.told(line, result),
                    words.writing().interval(line, transform, result)));
            add(text);
        }
        result.hedges().stream().sorted().map(words::hedge).map(Paragraph::new).forEach(this::add);
        result.inputs().forEach(it -> add(value(comparison.lineOf(line, it), it)));
    }

    /** Shows all years of a line. */
    void showAll(Line line) {
        open(words.name(line));
        comparison.years().forEach(year -> line.at(year).ifPresent(known -> add(value(line, known))));
        line.goals().forEach(goal -> add(new Div(new Span(words.say("compare.target",
                        FigureWriter.show(goal.target(), words.locale()).text(), goal.code())),
                new Anchor(Routes.reply(goal.reply(), goal.citation()), words.say("compare.value.sentence")))));
    }

    private void open(String title) {
        removeAll();
        var close = new NativeButton();
        close.add(Glyph.CLOSE.icon());
        close.setAriaLabel(words.say("compare.value.close"));
        close.addClassName("yj-compare-close");
        close.addClickListener(click -> setVisible(false));
        var head = new Div(new H3(title), close);
        head.addClassName("yj-compare-value-head");
        add(head);
        setVisible(true);
    }

    private Component value(Line line, Known known) {
        var period = new Span(known.period().label(words.locale()) + " " + words.indicator(line));
        period.addClassName("yj-caption");
        var figure = new Span(words.writing().value(line, known));
        figure.addClassName("yj-figure");
        var interval = new Span(words.say("compare.interval", words.writing().interval(line, known)));
        interval.addClassName("yj-caption");
        var row = new Div(period, figure);
        row.addClassName("yj-compare-value-row");
        if (!known.interval().isPoint()) {
            row.add(interval);
        }
        var worth = words.worth(known);
        if (!worth.isEmpty()) {
            var mark = new Span(worth);
            mark.addClassName("yj-caption");
            row.add(mark);
        }
        if (known.cell() != null) {
            row.add(new SourceBadge(known.cell().statements(), known.cell().representing()));
            sentence(known.cell().representing(), row);
        }
        if (known.derivation() != null) {
            figure.addClassName("yj-is-computed");
            row.add(new Span(words.say("compare.value.formula", known.derivation().formula(), words.unit(line.indicator()))));
            for (var input : List.copyOf(known.derivation().inputs())) {
                row.add(new SourceBadge(input));
                sentence(input, row);
            }
        }
        return row;
    }

    private void sentence(Observation statement, Div row) {
        if (!statement.citations().isEmpty()) {
            row.add(new Anchor(Routes.reply(statement.reply().id(), statement.citations().getFirst().id()),
                    words.say("compare.value.sentence")));
        }
    }
}
