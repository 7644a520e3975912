package org.youju.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Routes;
import org.youju.base.ui.card.StateBadge;
import org.youju.check.Comparison;
import org.youju.dashboard.IndicatorSeries;
import org.youju.observation.Cell;
import org.youju.observation.Observation;
import org.youju.observation.ui.FigureText;
import org.youju.observation.ui.SourceBadge;
import org.youju.observation.ui.StatusWords;
import org.youju.reply.Places;

/** 出处: everything that sources state of an indicator, newest period first, each with how it stands to the others. */
final class StatementList extends Section {

    private final Locale locale;
    private final Places places;
    private final Optional<LocalDate> asOf;
    private final boolean withComments;

    /**
     * @param asOf         时点 at which documents are opened, empty for the latest
     * @param withComments whether to show our own remarks; they are of today, and may know what a past day did not
     */
    StatementList(IndicatorSeries series, Places places, Locale locale, Optional<LocalDate> asOf, boolean withComments) {
        this.locale = locale;
        this.places = places;
        this.asOf = asOf;
        this.withComments = withComments;
        addClassNames("yj-panel", "yj-statements");
        long count = series.cells().stream().mapToLong(c -> c.statements().size()).sum();
        var note = new Span(getTranslation("dashboard.statements.count", count));
        note.addClassName("yj-card-note");
        var head = new Div(new H2(getTranslation("dashboard.statements")), note);
        head.addClassName("yj-card-head");
        add(head);
        var list = new UnorderedList();
        series.cells().reversed().forEach(cell -> cell.statements().reversed()
                .forEach(statement -> list.add(item(cell, statement))));
        add(list);
    }

    private ListItem item(Cell cell, Observation statement) {
        var head = new Div(badge(cell, statement), new Span(statement.period().label(locale)),
                FigureText.of(statement));
        StatusWords.of(statement, locale).ifPresent(it -> head.add(new StateBadge(StateBadge.Tone.WARN,
                Glyph.NOT_PROVABLE, it)));
        head.addClassName("yj-statement-head");
        var reply = statement.reply();
        var date = new Span(reply.issuedOn() == null ? getTranslation("dashboard.undated") : reply.issuedOn().code());
        date.addClassName("yj-caption");
        var place = statement.citations().stream().findFirst().flatMap(places::of);
        var foot = new Div(new SourceBadge(List.of(), statement, place), date);
        foot.addClassName("yj-statement-foot");
        if (!statement.citations().isEmpty()) {
            var link = new Anchor(Routes.asOf(Routes.reply(reply.id(), statement.citations().getFirst().id()), asOf),
                    getTranslation("dashboard.statements.open"));
            link.setAriaLabel(getTranslation("dashboard.statements.open.label", reply.label()));
            foot.add(link);
        }
        var key = cell.key();
        var dossier = new Anchor(Routes.cell(key.indicator(), key.region(), key.period().code()),
                getTranslation("dashboard.statements.cell"));
        dossier.setAriaLabel(getTranslation("dashboard.statements.cell.label", key.period().label(locale)));
        foot.add(dossier);
        var item = new ListItem(head, foot);
        if (withComments && statement.comment() != null) {
            item.add(remark(statement.comment()));
        }
        if (withComments && statement.departure() != null) {
            item.add(remark(getTranslation("observation.departure.said", statement.departure())));
        }
        return item;
    }

    private static Div remark(String words) {
        var remark = new Div(words);
        remark.addClassName("yj-caption");
        return remark;
    }

    private Component badge(Cell cell, Observation statement) {
        if (statement.equals(cell.representing())) {
            return new StateBadge(StateBadge.Tone.OK, Glyph.MET, getTranslation("dashboard.class.represents")).tinted();
        }
        var comparison = Comparison.of(cell.representing(), statement);
        var words = getTranslation("dashboard.class."
                + (comparison.uncertain() ? "UNCERTAIN" : comparison.agreement()));
        return switch (comparison.agreement()) {
            case SAME, COMPATIBLE -> new StateBadge(StateBadge.Tone.INFO, Glyph.INFORMATION, words).tinted();
            case REVISION -> new StateBadge(StateBadge.Tone.NONE, Glyph.CLOCK, words).tinted();
            case CONFLICT -> new StateBadge(comparison.minor() ? StateBadge.Tone.WARN : StateBadge.Tone.BAD,
                    Glyph.NOT_MET, words).tinted();
        };
    }
}
