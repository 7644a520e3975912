package org.youju.compare.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import org.youju.compare.Selection;

/** The browser's own field for a day, or a day with its time, with its label and what is wrong with what was typed. */
final class MomentField extends Composite<Div> {

    private static final String TYPED = "event.target.value";
    private static final int DAY = 10;

    private final Consumer<LocalDateTime> listener;
    private final Div frame = new Div();
    private final Span wrong = new Span();

    /**
     * @param id       of the field, so that the focus finds back to it
     * @param value    a day, or a day and a time such as 2024-04-25T09:30; empty for none
     * @param timed    whether a time belongs to the day
     * @param listener told what a person types, a day without its time at midnight
     */
    MomentField(String id, String label, String value, boolean timed, Consumer<LocalDateTime> listener) {
        this.listener = listener;
        var field = new Element("input");
        field.setAttribute("id", id);
        field.setAttribute("type", timed ? "datetime-local" : "date");
        field.setAttribute("value", value);
        field.setAttribute("min", Selection.FIRST_YEAR + "-01-01" + (timed ? "T00:00" : ""));
        field.setAttribute("max", Selection.LAST_YEAR + "-12-31" + (timed ? "T23:59" : ""));
        field.setAttribute("aria-label", label);
        field.addEventListener("change", event -> type(event.getEventData().path(TYPED).asString(""))).addEventData(TYPED);
        frame.addClassName("yj-choice");
        frame.add(new Span(label));
        frame.getElement().appendChild(field);
        wrong.addClassName("yj-compare-wrong");
        wrong.getElement().setAttribute("role", "status");
        wrong.setVisible(false);
        frame.add(wrong);
    }

    @Override
    protected Div initContent() {
        return frame;
    }

    /** Takes what a person typed; what is no day of the years that are known is answered at the field. */
    void type(String typed) {
        if (typed.isEmpty()) {
            return;
        }
        try {
            var at = typed.length() > DAY ? LocalDateTime.parse(typed) : LocalDate.parse(typed).atStartOfDay();
            if (at.getYear() >= Selection.FIRST_YEAR && at.getYear() <= Selection.LAST_YEAR) {
                listener.accept(at);
                return;
            }
        } catch (DateTimeException e) {
            // told below, in the same words
        }
        wrong.setText(getTranslation("compare.moment.wrong", typed, Integer.toString(Selection.FIRST_YEAR),
                Integer.toString(Selection.LAST_YEAR)));
        wrong.setVisible(true);
    }
}
