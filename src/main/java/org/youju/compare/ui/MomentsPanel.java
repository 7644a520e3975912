package org.youju.compare.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.youju.compare.Comparison;
import org.youju.compare.reckon.Known;
import org.youju.compare.reckon.Line;
import org.youju.compare.reckon.Moments;
import org.youju.compare.reckon.Moments.Difference;
import org.youju.compare.reckon.Transform;

/** What was known by one day beside what is known by another. */
final class MomentsPanel {

    private final Comparison comparison;
    private final Words words;

    MomentsPanel(Comparison comparison, Words words) {
        this.comparison = comparison;
        this.words = words;
    }

    /** Two moments side by side, in levels. */
    Section sideBySide(Comparison before) {
        var then = before.selection().asOf().orElseThrow().toString();
        var now = comparison.selection().asOf().map(Object::toString).orElseGet(() -> words.say("base.as-of.latest"));
        var panel = new Section(new H2(words.say("compare.moments.title", then, now)));
        panel.addClassNames("yj-panel", "yj-compare-moments");
        var differences = Moments.of(before.lines(), comparison.lines()).stream()
                .filter(it -> comparison.years().contains(it.year()) || before.years().contains(it.year())).toList();
        if (differences.isEmpty()) {
            panel.add(new Paragraph(words.say("compare.moments.same")));
            return panel;
        }
        var table = Tables.values(words.say("compare.moments.caption"), List.of(words.say("compare.table.indicator"),
                words.say("compare.table.region"), words.say("compare.years"), words.say("compare.moments.by", then),
                words.say("compare.moments.by", now), words.say("compare.table.change"),
                words.say("compare.moments.kind")));
        differences.forEach(it -> {
            var row = table.getBody().addRow();
            row.add(Tables.header(words.indicator(it.line()), "row"), new NativeTableCell(words.region(it.line())),
                    new NativeTableCell(Integer.toString(it.year())), value(it.line(), it.before()),
                    value(it.line(), it.after()), change(it),
                    new NativeTableCell(words.say("compare.moments.kind." + it.kind())));
        });
        panel.add(Tables.scrolling(table));
        return panel;
    }

    private NativeTableCell value(Line line, Optional<Known> known) {
        var cell = new NativeTableCell(new Span(known.map(it -> words.writing().value(line, it))
                .orElseGet(() -> words.say("compare.missing"))));
        cell.addClassName("yj-compare-number");
        known.map(words::worth).filter(it -> !it.isEmpty()).map(Tables::mark).ifPresent(cell::add);
        return cell;
    }

    private NativeTableCell change(Difference difference) {
        var cell = new NativeTableCell(difference.change()
                .map(it -> words.text(difference.line(), Transform.CHANGE, it)).orElse("—"));
        cell.addClassName("yj-compare-number");
        return cell;
    }
}
