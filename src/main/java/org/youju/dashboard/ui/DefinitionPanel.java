package org.youju.dashboard.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.card.StateBadge;
import org.youju.dashboard.IndicatorSeries;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Definition;

/** 口径: what the indicator counts, as far as that is known, where its series breaks, and what belongs to it. */
final class DefinitionPanel extends Section {

    DefinitionPanel(IndicatorSeries series, Catalogue catalogue) {
        addClassNames("yj-panel", "yj-definition");
        var indicator = series.indicator();
        var versions = catalogue.definitions(indicator.code(), series.region().code());
        var head = new Div(new H2(getTranslation("dashboard.definition")));
        head.addClassName("yj-card-head");
        if (versions.size() > 1) {
            var note = new Span(getTranslation("dashboard.definition.versions", versions.size()));
            note.addClassName("yj-card-note");
            head.add(note);
        }
        var newest = versions.isEmpty() ? null : versions.getLast();
        if (newest == null || newest.body() == null) {
            var unknown = new Div(new StateBadge(StateBadge.Tone.WARN, Glyph.NOT_PROVABLE,
                    getTranslation("dashboard.definition.unknown")));
            unknown.addClassName("yj-card-end");
            head.add(unknown);
        }
        var list = new DescriptionList();
        list.addClassName("yj-definition-list");
        entry(list, "dashboard.definition.body", text(newest == null ? null : newest.body()));
        entry(list, "dashboard.definition.scope", text(newest == null ? null : newest.scope()));
        entry(list, "dashboard.definition.method", text(newest == null ? null : newest.method()));
        if (!series.breaks().isEmpty()) {
            entry(list, "dashboard.definition.break", series.breaks().stream()
                    .map(this::written).collect(Collectors.joining("\n")));
        }
        if (indicator.note() != null) {
            entry(list, "dashboard.definition.note", indicator.note());
        }
        var related = catalogue.related(indicator);
        if (!related.isEmpty()) {
            entry(list, "dashboard.definition.related", related.stream().map(i -> i.name(getLocale()))
                    .collect(Collectors.joining(getTranslation("dashboard.list.comma"))));
        }
        add(head, list);
    }

    private String written(Definition definition) {
        return getTranslation("dashboard.definition.break.words", String.valueOf(definition.validFrom()),
                definition.reason() == null ? "" : definition.reason());
    }

    private String text(@Nullable String words) {
        return words == null ? getTranslation("dashboard.unknown") : words;
    }

    private void entry(DescriptionList list, String key, String words) {
        list.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(words));
    }
}
