package org.youju.compare.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.youju.base.chart.ChartSpec;
import org.youju.base.chart.ChartView;
import org.youju.base.ui.Routes;
import org.youju.compare.ChartKind;
import org.youju.compare.Comparison;
import org.youju.compare.Option;

/**
 * The charts of a comparison. They stay on the page from one comparison to the next: as many charts as both have only
 * take up other values, so that no canvas is made anew.
 */
final class PicturesPanel extends Section {

    private final H2 title = new H2();
    private final Span note = new Span();
    private final Div says = new Div();
    private final Div charts = new Div();
    private final Div happened = new Div();
    private final List<ChartView> views = new ArrayList<>();
    private ValuePanel value;

    PicturesPanel() {
        note.addClassName("yj-card-note");
        var head = new Div(title, note);
        head.addClassName("yj-card-head");
        addClassNames("yj-panel", "yj-compare-pictures");
        add(head, says, charts, happened);
        setVisible(false);
    }

    /** The charts that are shown, in their order. */
    List<ChartView> views() {
        return List.copyOf(views);
    }

    /**
     * Shows another comparison.
     *
     * @param value shows what stands behind a point that is pressed
     */
    void show(Comparison comparison, Words words, ValuePanel value) {
        this.value = value;
        setVisible(true);
        title.setText(words.title());
        says.removeAll();
        if (comparison.facets().isEmpty() || comparison.selection().chart() == ChartKind.HEAT) {
            draw(List.of(), words);
            if (comparison.facets().isEmpty()) {
                says.add(new Paragraph(words.say("compare.nothing")));
                comparison.lines().stream().map(words::left).map(Paragraph::new).forEach(says::add);
            } else {
                says.add(new HeatTable(comparison, words));
            }
        } else {
            var drawing = new Drawing(comparison, words);
            draw(drawing.charts(), words);
            drawing.notes().forEach(it -> says.add(CompareView.notice(it)));
            if (comparison.facets().size() > 1 && comparison.selection().chart() != ChartKind.SCATTER) {
                says.add(CompareView.notice(words.say("compare.facets", comparison.facets().size())));
            }
        }
        note.setText(span(comparison, words));
        happened(comparison, words);
    }

    private String span(Comparison comparison, Words words) {
        var span = comparison.years().isEmpty() ? ""
                : words.say("compare.span", comparison.years().getFirst(), comparison.years().getLast());
        return views.size() == 1 ? (span + " " + views.getFirst().spec().unit()).strip() : span;
    }

    /** What happened, under the numbers that the charts show. */
    private void happened(Comparison comparison, Words words) {
        happened.removeAll();
        happened.setVisible(comparison.selection().has(Option.EVENTS));
        if (comparison.selection().has(Option.EVENTS)) {
            var list = new OrderedList();
            list.addClassName("yj-compare-events");
            comparison.events().forEach(it -> {
                var when = new Span(words.say("compare.event", it.happened().code(), comparison.catalogue().region(it.region()).name(words.locale())));
                when.addClassName("yj-caption");
                list.add(new ListItem(new Anchor(Routes.reply(it.reply().id(), it.citation()),
                        it.name(words.locale())), when));
            });
            var all = new Anchor(Routes.EVENTS, words.say("compare.events.all"));
            happened.add(comparison.events().isEmpty() ? new Paragraph(words.say("compare.events.none")) : list, all);
        }
    }

    private void draw(List<ChartSpec> specs, Words words) {
        charts.setVisible(!specs.isEmpty());
        charts.setClassName(specs.size() == 1 ? "yj-compare-charts yj-compare-one" : "yj-compare-charts yj-compare-many");
        while (views.size() > specs.size()) {
            charts.remove(views.removeLast());
        }
        for (int i = 0; i < specs.size(); i++) {
            if (i == views.size()) {
                var view = new ChartView();
                view.addPointPressListener(press -> value.show(press.getKey()));
                views.add(view);
                charts.add(view);
            }
            var spec = specs.get(i);
            views.get(i).setHeaderVisible(specs.size() > 1 || !spec.title().equals(words.title()));
            views.get(i).show(spec);
        }
    }
}
