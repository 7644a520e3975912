package org.youju.compare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.youju.compare.Comparison;
import org.youju.compare.reckon.Line;
import org.youju.compare.reckon.Revisions;
import org.youju.compare.reckon.Revisions.Entry;
import org.youju.compare.reckon.Transform;
import org.youju.figure.FigureWriter;
import org.youju.observation.Observation;

/** How each value of a comparison came to be what it is. */
final class RevisionsPanel {

    private static final int MOST_LINES = 6;

    private final Comparison comparison;
    private final Words words;

    RevisionsPanel(Comparison comparison, Words words) {
        this.comparison = comparison;
        this.words = words;
    }

    /** One triangle for each line that sources state: years down, days of publication across; empty where there is none. */
    Optional<Component> panel() {
        var panel = new Section(new H2(words.say("compare.revisions")));
        panel.addClassNames("yj-panel", "yj-compare-moments");
        comparison.lines().stream().limit(MOST_LINES).forEach(line -> {
            var revisions = Revisions.of(line, comparison.years().getFirst(), comparison.years().getLast());
            if (!revisions.known().isEmpty()) {
                panel.add(Tables.scrolling(triangle(line, revisions)));
            }
            if (!revisions.known().isEmpty() && !revisions.hasChanges()) {
                panel.add(new Paragraph(words.say("compare.revisions.none")));
            }
        });
        if (comparison.lines().size() > MOST_LINES) {
            panel.add(new Paragraph(words.say("compare.revisions.left", comparison.lines().size() - MOST_LINES)));
        }
        return panel.getComponentCount() > 1 ? Optional.of(panel) : Optional.empty();
    }

    private NativeTable triangle(Line line, Revisions revisions) {
        var heads = new ArrayList<>(List.of(words.say("compare.years")));
        revisions.days().forEach(day -> heads.add(day.toString()));
        heads.add(words.say("base.as-of.latest"));
        var table = Tables.values(words.say("compare.revisions.caption", words.name(line),
                words.writing().axisUnit(line, Transform.LEVEL, null)), heads);
        revisions.known().forEach((year, entries) -> {
            var row = table.getBody().addRow();
            row.add(Tables.header(Integer.toString(year), "row"));
            entries.forEach(it -> row.add(entry(it)));
        });
        return table;
    }

    /** What was published that day, the one that represents the year in bold; else, after it, what goes on to represent it. */
    private NativeTableCell entry(Entry entry) {
        var cell = new NativeTableCell();
        cell.addClassName("yj-compare-number");
        entry.published().forEach(it -> {
            boolean represents = entry.representing().filter(it::equals).isPresent();
            cell.add(figure(it, represents ? "yj-compare-new" : "yj-compare-beside"));
            var said = new ArrayList<String>();
            if (!it.status().isFirm()) {
                said.add(words.say("source.status." + it.status()));
            }
            if (it.vintage() != null) {
                said.add(words.say("source.vintage." + it.vintage()));
            }
            if (!represents) {
                said.add(words.say("compare.revisions.beside"));
            }
            if (!said.isEmpty()) {
                cell.add(Tables.mark(said.stream().distinct().collect(Collectors.joining(" · "))));
            }
        });
        entry.representing().filter(it -> !entry.published().contains(it))
                .ifPresent(it -> cell.add(figure(it, "yj-compare-beside", "yj-compare-absent")));
        return cell;
    }

    private Span figure(Observation statement, String... classNames) {
        var figure = new Span(FigureWriter.show(statement.figure(), words.locale()).text());
        figure.addClassNames(classNames);
        return figure;
    }
}
