package org.youju.reply.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Where in a document its figures stand, at a glance; a press goes to the nearest. The list beside it says the same in
 * words, so screen readers pass it by.
 */
public final class PositionStrip extends Div {

    /**
     * A figure on the strip.
     *
     * @param start its first unit in the text
     * @param style the class that its tick is drawn in
     */
    public record Tick(long id, int start, String style) {
    }

    private static final int HEIGHT = 1000;
    private static final String PRESSED_AT = "event.offsetY / Math.max(1, event.currentTarget.clientHeight)";

    private final int length;
    private List<Tick> ticks;

    /** @param length units of the text, positive */
    public PositionStrip(List<Tick> ticks, int length, LongConsumer pressed) {
        this.ticks = List.copyOf(ticks);
        this.length = length;
        addClassName("yj-strip");
        getElement().setAttribute("aria-hidden", "true");
        getElement().addEventListener("click", event -> nearest(event.getEventData().get(PRESSED_AT).asDouble())
                .ifPresent(tick -> pressed.accept(tick.id()))).addEventData(PRESSED_AT);
        choose(-1);
    }

    private Optional<Tick> nearest(double share) {
        return ticks.stream().min(Comparator.comparingDouble(tick -> Math.abs(tick.start() - share * length)));
    }

    /** Takes other ticks, such as after a figure changed its style; {@link #choose} draws them. */
    public void replace(List<Tick> others) {
        ticks = List.copyOf(others);
    }

    /** Draws the ticks anew, the chosen one's last and strongest; −1 for none. */
    public void choose(long chosen) {
        var drawn = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' preserveAspectRatio='none' "
                + "viewBox='0 0 16 " + HEIGHT + "' focusable='false'>");
        ticks.stream().sorted(Comparator.comparing(tick -> tick.id() == chosen)).forEach(tick -> drawn
                .append("<rect x='").append(tick.id() == chosen ? 0 : 3).append("' y='")
                .append((long) tick.start() * HEIGHT / length)
                .append("' width='").append(tick.id() == chosen ? 16 : 10)
                .append("' height='").append(tick.id() == chosen ? 6 : 4)
                .append("' class='").append(tick.id() == chosen ? "yj-tick-chosen" : tick.style()).append("'/>"));
        removeAll();
        add(new Svg(drawn.append("</svg>").toString()));
    }
}
