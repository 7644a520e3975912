package org.youju.entry.ui;

import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** What the signs of the sheet mean, and its most needed keys. */
final class Legend extends Footer {

    Legend() {
        addClassName("yj-sheet-legend");
        List.of("draft", "returned", "invalid", "doubtful", "approved", "submitted", "implied", "missing", "bare", "comment",
                "several", "ruled", "departs", "break").forEach(state -> {
                    var sample = new Span(getTranslation("entry.sample." + state));
                    sample.addClassNames("yj-sheet-sample", "yj-is-" + state);
                    sample.getElement().setAttribute("aria-hidden", "true");
                    add(new Span(sample, new Span(getTranslation("entry.legend." + state))));
                });
        var keys = new Span(getTranslation("entry.keys"));
        keys.addClassName("yj-sheet-keys");
        add(keys);
    }
}
