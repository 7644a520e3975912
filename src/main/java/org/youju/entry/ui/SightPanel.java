package org.youju.entry.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Routes;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.entry.Sight;
import org.youju.entry.Standing;
import org.youju.entry.YearChange;
import org.youju.figure.FigureWriter;
import org.youju.observation.Observation;
import org.youju.observation.ui.Evidence;
import org.youju.observation.ui.FigureText;
import org.youju.observation.ui.SourceBadge;
import org.youju.security.ui.PersonName;

/** What a figure would say if it stood in its cell, told while it is written; and what stands there now. */
final class SightPanel extends Aside {

    private final Div figure = new Div();
    private final Div change = new Div();
    private final FindingsSection findings = new FindingsSection();
    private final UsualSection usual = new UsualSection();
    private final Section stands = new Section();

    SightPanel() {
        addClassNames("yj-panel", "yj-obs-sight");
        getElement().setAttribute("aria-label", getTranslation("entry.form.sight"));
        var now = section("entry.form.sight", figure, change);
        figure.addClassName("yj-obs-interval");
        change.addClassName("yj-obs-change");
        now.getElement().setAttribute("role", "status");
        stands.addClassName("yj-cell-section");
        add(now, findings, usual, stands);
        show((Sight) null);
        show((Standing) null);
    }

    private Section section(String key, Component... parts) {
        var section = new Section(new H3(getTranslation(key)));
        section.add(parts);
        section.addClassName("yj-cell-section");
        return section;
    }

    /** @param sight null where nothing is written, or it can't be read */
    void show(@Nullable Sight sight) {
        figure.removeAll();
        change.removeAll();
        if (sight == null) {
            figure.add(new Span(getTranslation("entry.form.sight.none")));
            findings.clear();
            usual.clear();
            return;
        }
        figure.add(new FigureText(sight.figure()), caption(getTranslation("entry.form.interval",
                Evidence.interval(sight.figure(), getLocale()))));
        if (sight.broken()) {
            change.add(new Span(getTranslation("entry.form.change.broken")));
        }
        sight.change().ifPresent(it -> tell(it, sight));
        if (!sight.broken() && sight.change().isEmpty()) {
            change.add(caption(getTranslation("entry.form.change.none")));
        }
        findings.show(sight.findings(), null);
        usual.show(sight.findings().usual());
    }

    private void tell(YearChange it, Sight sight) {
        var unit = sight.figure().unit();
        var words = it.value() == null ? ""
                : it.value().signum() == 0 ? getTranslation(it.interval().isPoint() ? "entry.form.change.same"
                        : "entry.form.change.same-print")
                : FigureWriter.computedChange(it.value(), unit, getLocale()).text();
        var rate = it.value() == null || it.rate() == null || it.rate().signum() == 0 ? ""
                : getTranslation("entry.form.change.rate", (it.rate().signum() > 0 ? "+" : "")
                        + FigureWriter.rounded(it.rate(), getLocale()));
        change.add(new Span(getTranslation("entry.form.change", it.base().period().label(getLocale()),
                FigureWriter.show(it.base().figure(), getLocale()).text())));
        var bold = new Span(words + rate);
        bold.addClassName("yj-fact-value");
        if (!bold.getText().isEmpty()) {
            change.add(bold);
        }
        change.add(caption(getTranslation("entry.form.change.interval",
                FigureWriter.interval(it.interval(), 2, getLocale()))));
        if (!it.isCertain()) {
            change.add(new StateBadge(Tone.WARN, Glyph.INFORMATION, getTranslation(it.isCompatible()
                    ? "entry.form.change.uncertain" : "entry.form.change.soft")).tinted());
        }
    }

    /** @param standing null where no cell is named yet */
    void show(@Nullable Standing standing) {
        stands.removeAll();
        stands.add(new H3(getTranslation("entry.form.stands")));
        if (standing == null) {
            stands.add(new Div(getTranslation("entry.form.stands.unnamed")));
            return;
        }
        if (standing.shown().isEmpty()) {
            stands.add(new Div(getTranslation("entry.form.stands.none")));
        }
        if (standing.draft() != null) {
            stands.add(line(standing.draft()));
        }
        standing.approved().reversed().forEach(row -> stands.add(line(row)));
        var cell = standing.cell();
        stands.add(new Anchor(Routes.cell(cell.indicator(), cell.region(), cell.period().code()),
                getTranslation("entry.dossier")));
    }

    private Component line(Observation row) {
        var line = new Div(new FigureText(row.figure()), new Span(getTranslation("entry.state." + row.state())),
                caption(PersonName.of(row.recordedBy(), this::getTranslation)));
        if (row.isSourced()) {
            line.add(new SourceBadge(row));
        }
        line.addClassName("yj-cell-line");
        return line;
    }

    private static Span caption(String text) {
        var caption = new Span(text);
        caption.addClassName("yj-caption");
        return caption;
    }
}
