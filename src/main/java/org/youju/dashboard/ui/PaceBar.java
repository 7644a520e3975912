package org.youju.dashboard.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.util.Locale;
import org.youju.figure.Interval;

/** A computed quantity beside its ceiling: a hollow bar with a whisker in a frame that ends at the ceiling. */
final class PaceBar extends Div {

    private static final int WIDTH = 200;

    PaceBar(BigDecimal value, Interval interval, BigDecimal ceiling) {
        addClassNames("yj-pace", "yj-is-ceiling", "yj-is-computed");
        getElement().setAttribute("aria-hidden", "true");
        double at = place(value, ceiling);
        double low = interval.low() == null ? at : place(interval.low(), ceiling);
        double high = interval.high() == null ? WIDTH : place(interval.high(), ceiling);
        add(new Svg(String.format(Locale.ROOT, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d 10' "
                + "preserveAspectRatio='none'><rect class='yj-pace-frame' x='.5' y='1.5' width='%d' height='7'/>"
                + "<rect class='yj-pace-fill' x='.5' y='1.5' width='%.1f' height='7'/>"
                + "<path class='yj-pace-whisker' d='M%.1f 5H%.1fM%.1f 3v4M%.1f 3v4'/></svg>",
                WIDTH, WIDTH - 1, at, low, high, low, high)));
    }

    private static double place(BigDecimal value, BigDecimal ceiling) {
        return Math.max(0, Math.min(WIDTH, value.doubleValue() / ceiling.doubleValue() * WIDTH));
    }
}
