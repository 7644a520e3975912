package org.youju.dashboard.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.List;
import org.youju.base.ui.Routes;
import org.youju.commitment.Judged;
import org.youju.commitment.ui.PromiseName;
import org.youju.commitment.ui.Reasons;
import org.youju.commitment.ui.VerdictBadge;
import org.youju.indicator.Catalogue;

/** 承诺: what was promised of an indicator, whether it was kept or is on its way, and why; the newest window first. */
final class PromisesPanel extends Section {

    /** @param promises at least one */
    PromisesPanel(List<Judged> promises, Catalogue catalogue) {
        addClassNames("yj-panel", "yj-statements");
        var note = new Span(getTranslation("dashboard.promises.count", promises.size()));
        note.addClassName("yj-card-note");
        var head = new Div(new H2(getTranslation("dashboard.promises")), note);
        head.addClassName("yj-card-head");
        var list = new UnorderedList();
        promises.stream().sorted(Comparator.comparing((Judged it) -> it.commitment().to() == null ? Integer.MAX_VALUE
                        : it.commitment().to()).reversed().thenComparing(it -> it.commitment().code()))
                .forEach(it -> list.add(item(it, catalogue)));
        add(head, list);
    }

    private ListItem item(Judged judged, Catalogue catalogue) {
        var promise = judged.commitment();
        var direction = catalogue.indicator(promise.indicator()).direction();
        var link = new Anchor(Routes.commitment(promise.region(), promise.code()),
                PromiseName.of(promise, direction, this, getLocale()));
        var head = new Div(new VerdictBadge(judged), link);
        head.addClassName("yj-statement-head");
        var why = new Div(new Reasons(this, getLocale()).brief(judged));
        why.addClassName("yj-caption");
        return new ListItem(head, why);
    }
}
