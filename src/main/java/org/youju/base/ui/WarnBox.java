package org.youju.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A warning within a page, always written alike; takes no room while there is none. */
public final class WarnBox extends Div {

    /** @param role {@code alert} to be read aloud at once, {@code status} to be read when there is time */
    public WarnBox(String role) {
        addClassName("yj-warn-box");
        getElement().setAttribute("role", role);
    }

    /** Warns in a sentence, already translated. */
    public void say(String sentence) {
        show(new Span(sentence));
    }

    /** Warns by these, one below the other, in the place of what was there. */
    public void show(Component... warning) {
        removeAll();
        add(Glyph.BEHIND.icon(), new Div(warning));
    }

    /** Takes the warning away. */
    public void clear() {
        removeAll();
    }
}
