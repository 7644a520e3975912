package org.youju.check.rule.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;
import org.youju.check.rule.Rule;
import org.youju.indicator.Catalogue;

/** What is to become of a rule: that it is switched off, or part by part what it says and is to say. */
public final class RuleChange extends Div {

    /** @param instead what it is to say; null where it is to be switched off */
    public RuleChange(Rule rule, @Nullable Rule instead, Catalogue catalogue) {
        addClassName("yj-rule-change");
        if (instead == null) {
            add(new Div(getTranslation("check.rule.ask.off")));
            return;
        }
        var words = new RuleWords(this, catalogue, getLocale());
        var after = words.parts(instead);
        var list = new UnorderedList();
        words.parts(rule).forEach((part, before) -> {
            var now = after.getOrDefault(part, "");
            if (!before.equals(now)) {
                list.add(new ListItem(getTranslation("check.rule.ask.part", part, before.isEmpty() ? "—" : before,
                        now.isEmpty() ? "—" : now)));
            }
        });
        add(list);
    }
}
