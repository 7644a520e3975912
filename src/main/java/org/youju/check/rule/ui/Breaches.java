package org.youju.check.rule.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.youju.base.ui.Routes;
import org.youju.check.rule.BreachSurvey.Found;
import org.youju.indicator.Catalogue;
import org.youju.security.ui.PersonName;

/** What breaks a rule, each with the way to its cell in the sheet. */
final class Breaches extends Div {

    private static final int MOST = 8;

    Breaches(List<Found> found, Catalogue catalogue) {
        addClassName("yj-breaches");
        var list = new UnorderedList();
        found.stream().limit(MOST).forEach(it -> {
            var breach = it.finding().breach();
            var at = breach.inputs().stream().filter(input -> input.year() == breach.year()).findFirst()
                    .orElse(breach.inputs().getFirst());
            var item = new ListItem(new Anchor(Routes.cell(it.region(), at.indicator(), at.year()),
                    getTranslation("check.rule.breach", catalogue.region(it.region()).name(getLocale()),
                            catalogue.name(at.indicator(), getLocale()), at.year())),
                    new Div(getTranslation(breach.reason().key(), breach.reason().written(getLocale()))));
            var explained = it.finding().explained();
            if (explained != null) {
                item.add(new Div(getTranslation("check.explained", explained.body(),
                        PersonName.of(explained.by(), this::getTranslation))));
            }
            list.add(item);
        });
        add(list);
        if (found.size() > MOST) {
            add(new Div(getTranslation("check.rule.breach.more", found.size() - MOST)));
        }
    }
}
