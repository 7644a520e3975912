package org.youju.observation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;

/** How a figure was computed: the formula, the interval, and each input with its own source. */
final class CalculationPanel extends Div {

    CalculationPanel(Calculation calculation) {
        addClassName("yj-evidence-body");
        var sign = new Span(getTranslation("source.sign.computed"));
        sign.addClassNames("yj-source-badge", "yj-is-computed");
        sign.getElement().setAttribute("aria-hidden", "true");
        var head = new Div(sign);
        head.getElement().appendChild(new Element("strong").setText(calculation.result()));
        head.add(new Span(getTranslation("source.computed")));
        head.addClassName("yj-evidence-head");
        add(head);
        line("source.formula", calculation.formula());
        if (calculation.interval() != null) {
            line("source.interval", calculation.interval());
        }
        var inputs = new UnorderedList();
        inputs.addClassName("yj-evidence-inputs");
        calculation.inputs().forEach(input -> inputs.add(new ListItem(new Span(input.name()),
                new Span(input.evidence().figure()), new SourceBadge(input.evidence()))));
        add(inputs);
    }

    private void line(String nameKey, String words) {
        var name = new Span(getTranslation(nameKey));
        name.addClassName("yj-muted");
        var line = new Div(name, new Span(words));
        line.addClassName("yj-evidence-line");
        add(line);
    }
}
