package org.youju.extraction.ui;

import com.vaadin.flow.component.Svg;

/** A short bar of parts of a whole; words beside it say the same, so screen readers pass it by. */
final class Gauge extends Svg {

    private static final int FULL = 100;

    Gauge(String style) {
        super("<svg xmlns='http://www.w3.org/2000/svg'></svg>");
        addClassNames("yj-gauge", style);
        getElement().setAttribute("aria-hidden", "true");
    }

    /** Draws the parts one after the other, each in its class. */
    void show(long whole, Part... parts) {
        var drawn = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' preserveAspectRatio='none' viewBox='0 0 "
                + FULL + " 8' focusable='false'>");
        var at = 0.0;
        for (var part : parts) {
            var width = whole == 0 ? 0 : FULL * (double) part.size() / whole;
            drawn.append("<rect x='").append(at).append("' y='0' height='8' width='").append(width)
                    .append("' class='").append(part.style()).append("'/>");
            at += width;
        }
        setSvg(drawn.append("</svg>").toString());
    }

    record Part(long size, String style) {
    }
}
