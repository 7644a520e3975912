package org.youju.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.youju.base.ui.Glyph;
import org.youju.check.Finding;
import org.youju.check.Refusal;

/** 需关注: what a reader of a series must know, and what does not follow from it though one may expect it to. */
final class FindingsPanel extends Section {

    /** At least one finding or refusal. */
    FindingsPanel(List<Finding> findings, List<Refusal> refused) {
        addClassNames("yj-panel", "yj-statements", "yj-findings");
        var note = new Span(getTranslation("dashboard.findings.count", findings.size() + refused.size()));
        note.addClassName("yj-card-note");
        var head = new Div(new H2(getTranslation("dashboard.attention")), note);
        head.addClassName("yj-card-head");
        var words = new FindingWords(this, getLocale());
        var list = new UnorderedList();
        findings.forEach(it -> list.add(item(FindingWords.glyph(it), words.sentence(it),
                words.sources(it))));
        refused.forEach(it -> list.add(item(Glyph.INFORMATION, words.sentence(it.reason()),
                words.sources(it.inputs()))));
        add(head, list);
    }

    private static ListItem item(Glyph glyph, String sentence, Optional<Component> sources) {
        var line = new Div(glyph.icon(), new Span(sentence));
        line.addClassName("yj-finding");
        var item = new ListItem(line);
        sources.ifPresent(item::add);
        return item;
    }
}
