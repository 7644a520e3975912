package org.youju.dashboard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.youju.base.ui.Glyph;

/** A sentence at the head of a page about what could not be shown as asked. */
final class Notice extends Div {

    Notice(String sentence) {
        addClassName("yj-notice");
        getElement().setAttribute("role", "status");
        add(Glyph.INFORMATION.icon(), new Span(sentence));
    }
}
