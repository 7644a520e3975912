package org.youju.check.rule.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.youju.base.ui.Routes;
import org.youju.check.rule.BreachSurvey.Found;
import org.youju.indicator.Catalogue;
import org.youju.security.ui.PersonName;

/** What breaks a rule, each with the way to its cell in the sheet. */
final class Breaches extends Div {

    private static final int MOST = 8;

    /** As many as one list shows beyond the first, so that a page stays one that can be read. */
    private static final int FURTHER = 200;

    private final Catalogue catalogue;

    Breaches(List<Found> found, Catalogue catalogue) {
        this.catalogue = catalogue;
        addClassName("yj-breaches");
        add(list(found.subList(0, Math.min(MOST, found.size()))));
        if (found.size() > MOST) {
            add(rest(found.subList(MOST, found.size())));
        }
    }

    /** The others, which are only written where somebody opens them. */
    private NativeDetails rest(List<Found> others) {
        var place = new Div();
        var rest = new NativeDetails(getTranslation("check.rule.breach.more", others.size()), place);
        rest.addToggleListener(toggle -> {
            if (rest.isOpen() && place.getComponentCount() == 0) {
                place.add(list(others.subList(0, Math.min(FURTHER, others.size()))));
                if (others.size() > FURTHER) {
                    place.add(new Div(getTranslation("check.rule.breach.rest", others.size() - FURTHER)));
                }
            }
        });
        return rest;
    }

    private UnorderedList list(List<Found> found) {
        var list = new UnorderedList();
        found.forEach(it -> list.add(item(it)));
        return list;
    }

    private ListItem item(Found found) {
        var breach = found.finding().breach();
        var at = breach.inputs().stream().filter(input -> input.year() == breach.year()).findFirst()
                .orElse(breach.inputs().getFirst());
        var item = new ListItem(new Anchor(Routes.cell(found.region(), at.indicator(), at.year()),
                getTranslation("check.rule.breach", catalogue.region(found.region()).name(getLocale()),
                        catalogue.name(at.indicator(), getLocale()), at.year())),
                new Div(getTranslation(breach.reason().key(), breach.reason().written(getLocale()))));
        var explained = found.finding().explained();
        if (explained != null) {
            item.add(new Div(getTranslation("check.explained", explained.body(),
                    PersonName.of(explained.by(), this::getTranslation))));
        }
        return item;
    }
}
