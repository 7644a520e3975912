package org.youju.check.rule.ui;

import com.vaadin.flow.component.html.Div;
import org.youju.check.rule.BreachSurvey;
import org.youju.check.rule.Rule;

/** What it means that a rule is switched off: what it does today, and how many findings nobody would be told of any more. */
public final class Silenced extends Div {

    public Silenced(Rule rule, BreachSurvey survey) {
        addClassName("yj-rule-silenced");
        var look = survey.of(rule, null);
        var open = look.found().stream().filter(it -> it.finding().explained() == null).count();
        add(new Div(getTranslation("check.rule.off.effect." + rule.importance())),
                new Div(look.isWhole() ? open == 0 ? getTranslation("check.rule.silenced.none")
                        : getTranslation("check.rule.silenced", open)
                        : getTranslation("check.rule.silenced.part", look.done(), look.all(), open)));
    }
}
