package org.youju.entry.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What the signs of the sheet mean, and its most needed keys; Tab leads here, for those who see little of a page at a time. */
final class Legend extends Section {

    Legend() {
        addClassName("yj-sheet-legend");
        getElement().setAttribute("aria-label", getTranslation("entry.legend")).setAttribute("tabindex", "0");
        var signs = new UnorderedList();
        // a list without marks is none to every screen reader unless it says so
        signs.getElement().setAttribute("role", "list");
        List.of("pending", "draft", "returned", "invalid", "doubtful", "approved", "submitted", "implied", "missing", "bare",
                "comment", "several", "ruled", "departs", "break").forEach(state -> {
                    var sample = new Span(getTranslation("entry.sample." + state));
                    sample.addClassNames("yj-sheet-sample", "yj-is-" + state);
                    sample.getElement().setAttribute("aria-hidden", "true");
                    signs.add(new ListItem(sample, new Span(getTranslation("entry.legend." + state))));
                });
        var keys = new Span(getTranslation("entry.keys"));
        keys.addClassName("yj-sheet-keys");
        add(signs, keys);
    }
}
