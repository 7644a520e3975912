package org.youju.workflow.release.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Routes;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.base.ui.control.StackedCell;
import org.youju.indicator.Catalogue;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;
import org.youju.observation.Ruling;
import org.youju.observation.ruling.RulingChange;
import org.youju.observation.ui.FigureText;
import org.youju.security.ui.PersonName;
import org.youju.workflow.release.Delta;

/** What has changed between two releases, statement by statement, each with the way to its cell. */
final class DeltaTable extends Div {

    /**
     * @param total   how many have changed, of which the first are listed
     * @param ruled   the cells that another source represents now
     * @param sources what a document is called, by its number
     */
    DeltaTable(String caption, List<Delta> deltas, long total, List<RulingChange> ruled, Catalogue catalogue,
            LongFunction<String> sources) {
        addClassName("yj-table-scroll");
        if (deltas.isEmpty() && ruled.isEmpty()) {
            add(new Div(getTranslation("release.unchanged")));
            return;
        }
        var table = new NativeTable();
        table.addClassNames("yj-table", "yj-stacked");
        table.setCaptionText(caption);
        var head = table.getHead().addRow();
        for (var key : List.of("release.kind", "release.what", "release.before", "release.after", "release.source")) {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        ruled.forEach(change -> table.getBody().add(row(change, catalogue, sources)));
        deltas.forEach(delta -> table.getBody().add(row(delta, catalogue)));
        add(table);
        if (total > deltas.size()) {
            add(new Div(getTranslation("release.more", deltas.size(), total - deltas.size())));
        }
    }

    private NativeTableRow row(RulingChange change, Catalogue catalogue, LongFunction<String> sources) {
        var badge = new StateBadge(Tone.INFO, Glyph.MET, getTranslation("release.kind.RULED")).tinted();
        var by = change.by();
        var who = new Div(by == null ? "" : PersonName.of(by, this::getTranslation));
        who.addClassName("yj-caption");
        var why = cell("release.source", new Span(change.reason() == null ? "" : change.reason()));
        why.show(who);
        return new NativeTableRow(cell("release.kind", badge), what(change.cell(), catalogue),
                cell("release.before", represents(change.before(), sources)),
                cell("release.after", represents(change.after(), sources)), why);
    }

    private Component represents(@Nullable Ruling ruling, LongFunction<String> sources) {
        return new Span(ruling == null ? getTranslation("release.by-rule") : sources.apply(ruling.replyId()));
    }

    private NativeTableHeaderCell what(CellKey cell, Catalogue catalogue) {
        var where = new Span(catalogue.region(cell.region()).name(getLocale()) + " · "
                + cell.period().label(getLocale()));
        where.addClassName("yj-caption");
        var what = new NativeTableHeaderCell(new Anchor(Routes.cell(cell.indicator(), cell.region(),
                cell.period().code()), catalogue.name(cell.indicator(), getLocale())), where);
        what.getElement().setAttribute("scope", "row");
        return what;
    }

    private NativeTableRow row(Delta delta, Catalogue catalogue) {
        var word = getTranslation("release.kind." + delta.change().kind());
        var badge = (switch (delta.change().kind()) {
            case ADDED -> new StateBadge(Tone.OK, Glyph.MET, word);
            case REVISED -> new StateBadge(Tone.INFO, Glyph.CLOCK, word);
            case WITHDRAWN -> new StateBadge(Tone.WARN, Glyph.REJECTED, word);
        }).tinted();
        var source = delta.change().after() != null ? delta.change().after() : delta.change().before();
        var last = cell("release.source", new Span(source == null ? "" : source.reply().label()));
        if (delta.reason() != null) {
            var why = new Div(delta.reason());
            why.addClassName("yj-caption");
            last.show(why);
        }
        return new NativeTableRow(cell("release.kind", badge), what(delta.cell(), catalogue), cell("release.before", figure(delta.change().before())),
                cell("release.after", figure(delta.change().after())), last);
    }

    private StackedCell cell(String label, Component shown) {
        return new StackedCell(getTranslation(label), shown);
    }

    private static Component figure(@Nullable Observation row) {
        return row == null ? new Span("–") : new FigureText(row.figure());
    }
}
