package org.youju.dashboard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What a page says when there is nothing to show: one sentence. */
final class EmptyPage extends Div {

    EmptyPage(String sentence) {
        addClassNames("yj-panel", "yj-empty");
        add(new Paragraph(sentence));
    }
}
