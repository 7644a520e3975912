package org.youju.compare.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The browser's own list with its label.
 *
 * @param <T> what is chosen among
 */
final class Choice<T> extends Composite<Div> {

    private static final String CHOSEN = "event.target.selectedIndex";

    private final List<T> values;
    private final Consumer<T> listener;

    /**
     * @param id     of the list, so that the focus finds back to it
     * @param chosen one of {@code values}; null or another for the first
     */
    Choice(String id, String label, @Nullable T chosen, List<T> values, Function<T, String> words,
            Consumer<T> listener) {
        this.values = List.copyOf(values);
        this.listener = listener;
        var list = new Element("select");
        list.setAttribute("id", id);
        list.setAttribute("aria-label", label);
        for (var value : values) {
            var option = new Element("option").setText(words.apply(value));
            if (value.equals(chosen)) {
                option.setAttribute("selected", true);
            }
            list.appendChild(option);
        }
        list.addEventListener("change", event -> choose(event.getEventData().path(CHOSEN).asInt(-1)))
                .addEventData(CHOSEN);
        getContent().addClassName("yj-choice");
        getContent().add(new Span(label));
        getContent().getElement().appendChild(list);
    }

    /** Chooses as a person does. */
    void choose(int at) {
        if (at >= 0 && at < values.size()) {
            listener.accept(values.get(at));
        }
    }

    List<T> values() {
        return values;
    }
}
