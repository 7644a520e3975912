package org.youju.reply.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.youju.reply.Citation;

/**
 * Where in a document its figures stand, at a glance; a press goes to the nearest. The list beside it says the same in
 * words, so screen readers pass it by.
 */
final class PositionStrip extends Div {

    private static final int HEIGHT = 1000;
    private static final String PRESSED_AT = "event.offsetY / Math.max(1, event.currentTarget.clientHeight)";

    private final List<Citation> placed;
    private final int length;

    /** @param length units of the text, positive */
    PositionStrip(List<Citation> citations, int length, LongConsumer pressed) {
        this.placed = citations.stream().filter(c -> c.start() != null).toList();
        this.length = length;
        addClassName("yj-strip");
        getElement().setAttribute("aria-hidden", "true");
        getElement().addEventListener("click", event -> nearest(event.getEventData().get(PRESSED_AT).asDouble())
                .ifPresent(c -> pressed.accept(c.id()))).addEventData(PRESSED_AT);
        choose(-1);
    }

    private Optional<Citation> nearest(double share) {
        return placed.stream().min(Comparator.comparingDouble(c -> Math.abs(c.start() - share * length)));
    }

    /** Draws the ticks anew, the chosen citation's last and strongest; −1 for none. */
    void choose(long chosen) {
        var ticks = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' preserveAspectRatio='none' "
                + "viewBox='0 0 16 " + HEIGHT + "' focusable='false'>");
        placed.stream().sorted(Comparator.comparing(c -> c.id() == chosen)).forEach(c -> ticks
                .append("<rect x='").append(c.id() == chosen ? 0 : 3).append("' y='")
                .append((long) c.start() * HEIGHT / length)
                .append("' width='").append(c.id() == chosen ? 16 : 10)
                .append("' height='").append(c.id() == chosen ? 6 : 4)
                .append("' class='").append(c.id() == chosen ? "yj-tick-chosen" : "yj-tick").append("'/>"));
        removeAll();
        add(new Svg(ticks.append("</svg>").toString()));
    }
}
