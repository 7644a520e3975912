package org.youju.base.ui.control;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A few values side by side, of which one is chosen, such as the years of a dashboard.
 *
 * @param <T> the values
 */
public final class SegmentedBar<T> extends Div {

    private final Map<T, NativeButton> buttons = new LinkedHashMap<>();
    private final List<Consumer<T>> listeners = new ArrayList<>();

    /**
     * @param label what is chosen, read aloud before the values
     * @param chosen the value chosen now; null or one not among the values = none
     * @param values in the order shown
     * @param words how a value is written
     */
    public SegmentedBar(String label, @Nullable T chosen, List<T> values, Function<T, String> words) {
        addClassName("yj-seg");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
        for (var value : values) {
            var button = new NativeButton(words.apply(value));
            button.addClickListener(click -> {
                choose(value);
                listeners.forEach(listener -> listener.accept(value));
            });
            buttons.put(value, button);
            add(button);
        }
        choose(chosen);
    }

    /** A bar of years; a listener navigates to the page of the year. */
    public static SegmentedBar<Integer> years(String label, @Nullable Integer chosen, List<Integer> years) {
        return new SegmentedBar<>(label, chosen, years, Object::toString);
    }

    /** Marks a value as the chosen one, without telling listeners. */
    public void choose(@Nullable T chosen) {
        buttons.forEach((value, button) ->
                button.getElement().setAttribute("aria-pressed", Boolean.toString(value.equals(chosen))));
    }

    /** Is told what a person chooses. */
    public SegmentedBar<T> onChoice(Consumer<T> listener) {
        listeners.add(listener);
        return this;
    }
}
