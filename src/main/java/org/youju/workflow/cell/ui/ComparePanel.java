package org.youju.workflow.cell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.util.List;
import org.youju.observation.Cell;
import org.youju.observation.CellKey;
import org.youju.observation.State;
import org.youju.observation.history.Version;
import org.youju.observation.ui.FigureText;

/** What represents a cell at two moments side by side, and in what they differ; where there are two. */
final class ComparePanel extends Div {

    private final CellDesk desk;
    private final CellKey key;
    private final Select<Instant> one = new Select<>();
    private final Select<Instant> other = new Select<>();
    private final Div answer = new Div();

    ComparePanel(CellDesk desk, CellKey key, List<Version> versions) {
        this.desk = desk;
        this.key = key;
        var moments = versions.stream().filter(it -> it.row().state() == State.APPROVED)
                .map(it -> it.row().recordedFrom()).distinct().toList();
        if (moments.size() < 2) {
            return;
        }
        addClassName("yj-dossier-compare");
        choice(one, "cell.compare.one", moments, moments.get(1));
        choice(other, "cell.compare.other", moments, moments.getFirst());
        answer.getElement().setAttribute("role", "status");
        add(one, other, answer);
        compare();
    }

    private void choice(Select<Instant> select, String label, List<Instant> moments, Instant chosen) {
        select.setLabel(getTranslation(label));
        select.setItems(moments);
        select.setItemLabelGenerator(desk::second);
        select.setValue(chosen);
        select.addValueChangeListener(change -> compare());
    }

    private void compare() {
        if (one.getValue() == null || other.getValue() == null) {
            return;
        }
        answer.removeAll();
        var before = desk.history().at(key, one.getValue()).map(Cell::representing);
        var after = desk.history().at(key, other.getValue()).map(Cell::representing);
        answer.add(new Div(shown(one, before.<Component>map(it -> new FigureText(it.figure())).orElseGet(this::nothing)),
                shown(other, after.<Component>map(it -> new FigureText(it.figure())).orElseGet(this::nothing))));
        if (before.isPresent() && after.isPresent()) {
            var changed = Version.difference(before.get(), after.get());
            answer.add(changed.isEmpty() ? new Span(getTranslation("cell.compare.same"))
                    : new DifferenceText(before.get(), after.get(), changed));
        }
    }

    private Component shown(Select<Instant> moment, Component figure) {
        var when = new Span(desk.second(moment.getValue()));
        when.addClassName("yj-caption");
        return new Div(when, figure);
    }

    private Component nothing() {
        return new Span(getTranslation("cell.compare.nothing"));
    }
}
