package org.youju.check.rule.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Routes;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.check.rule.Importance;
import org.youju.check.rule.RuleFinding;
import org.youju.security.ui.PersonName;

/** One finding: how much it weighs, what is wrong, by which rule, what to do, and what somebody says to it. */
public final class FindingLine extends Div {

    public FindingLine(RuleFinding finding) {
        addClassName("yj-finding");
        var breach = finding.breach();
        var reason = breach.reason();
        var rule = new Anchor(Routes.rule(breach.rule().id()),
                getTranslation("check.rule.kind." + breach.rule().condition().kind()));
        rule.addClassName("yj-finding-rule");
        add(badge(breach.rule().importance()),
                new Span(getTranslation(reason.key(), reason.written(getLocale()))), rule);
        if (!breach.rule().instruction().isEmpty()) {
            add(caption(breach.rule().instruction()));
        }
        var explained = finding.explained();
        if (explained != null) {
            add(caption(getTranslation("check.explained", explained.body(), PersonName.of(explained.by(), this::getTranslation))));
        }
    }

    private StateBadge badge(Importance importance) {
        return badge(importance, getTranslation("check.importance." + importance));
    }

    /** How much something weighs, by sign and word. */
    static StateBadge badge(Importance importance, String word) {
        return switch (importance) {
            case HIGH -> new StateBadge(Tone.BAD, Glyph.NOT_MET, word);
            case MEDIUM -> new StateBadge(Tone.WARN, Glyph.BEHIND, word);
            case LOW -> new StateBadge(Tone.NONE, Glyph.INFORMATION, word);
        };
    }

    private static Div caption(String text) {
        var caption = new Div(text);
        caption.addClassName("yj-caption");
        return caption;
    }
}
