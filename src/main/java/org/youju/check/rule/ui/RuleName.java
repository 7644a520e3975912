package org.youju.check.rule.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import org.youju.check.rule.Rule;
import org.youju.indicator.Catalogue;

/** What people call a rule: its kind, and the indicators that it reads. */
public final class RuleName {

    private RuleName() {
    }

    /** @param page the component that shows it */
    public static String of(Rule rule, Catalogue catalogue, Component page, Locale locale) {
        var words = new RuleWords(page, catalogue, locale);
        return page.getTranslation("check.rule.name", words.kind(rule.condition().kind()), words.reads(rule.condition()));
    }
}
