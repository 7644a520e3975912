package org.youju.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.youju.base.ui.Markup;
import org.youju.base.ui.Routes;
import org.youju.base.ui.card.AsyncCard;
import org.youju.check.Finding;

/** 需关注: what a reader must know of the figures, each with its reason and the way to it. */
final class AttentionPanel extends AsyncCard<List<Finding>> {

    private static final int AT_ONCE = 6;

    AttentionPanel(BoardContext context) {
        super("", findings -> new Markup(new Words(findings, context)));
        title(getTranslation("dashboard.attention"));
        addClassName("yj-attention");
        load(context.readings().attention());
    }

    private static final class Words extends Div {

        private final BoardContext context;

        Words(List<Finding> findings, BoardContext context) {
            this.context = context;
            if (findings.isEmpty()) {
                add(new Paragraph(getTranslation("dashboard.attention.empty")));
                return;
            }
            add(list(findings.subList(0, Math.min(AT_ONCE, findings.size()))));
            if (findings.size() > AT_ONCE) {
                add(new NativeDetails(getTranslation("dashboard.attention.more", findings.size() - AT_ONCE),
                        list(findings.subList(AT_ONCE, findings.size()))));
            }
        }

        private Component list(List<Finding> findings) {
            var list = new UnorderedList();
            list.addClassName("yj-alerts");
            findings.forEach(f -> list.add(item(f)));
            return list;
        }

        private ListItem item(Finding finding) {
            var name = context.catalogue().indicator(finding.indicator()).name(getLocale());
            var said = new FindingWords(this, getLocale());
            var words = new Div(new Span(name), new Span(" "), new Span(said.sentence(finding)));
            words.addClassName("yj-alert-words");
            said.sources(finding).ifPresent(words::add);
            var link = way(finding, name);
            link.addClassName("yj-verb");
            return new ListItem(FindingWords.glyph(finding).icon(), words, link);
        }

        /** To the series; for a promise to the ledger; for a missing year, and to those who may ask for it, to where they do. */
        private Anchor way(Finding finding, String name) {
            if (context.chases() && finding instanceof Finding.MissingYears missing) {
                var year = Integer.toString(missing.years().getLast());
                var chase = new Anchor(Routes.cell(finding.indicator(), finding.region(), year),
                        getTranslation("dashboard.attention.chase"));
                chase.setAriaLabel(getTranslation("dashboard.attention.chase.label", name, year));
                return chase;
            }
            if (finding instanceof Finding.PromiseUnkept promise) {
                var open = new Anchor(Routes.asOf(Routes.commitment(promise.region(), promise.code()),
                        context.state().asOf()), getTranslation("dashboard.attention.promise"));
                open.setAriaLabel(getTranslation("dashboard.attention.promise.label", name, promise.code()));
                return open;
            }
            var look = new Anchor(Routes.indicator(finding.indicator(), context.state()),
                    getTranslation("dashboard.attention.look"));
            look.setAriaLabel(getTranslation("dashboard.attention.look.label", name));
            return look;
        }
    }
}
