package org.youju.commitment.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.youju.commitment.Gauge;

/**
 * How far a promise has come: full is 150 % of the target, a tick stands at 100 %, and a lower one at the time that has
 * passed. What is certain is filled, what is possible is dashed; where nothing is stated it is hatched. Words beside it
 * say the same, so that screen readers pass it over.
 */
public final class GaugeBar extends Div {

    private static final int WIDTH = 150;
    private static final int WHOLE = 100;

    /** @param firm whether it is drawn full; else hollow, for what is computed, estimated or not validated */
    public GaugeBar(@Nullable Gauge gauge, boolean firm) {
        addClassName("yj-gauge");
        getElement().setAttribute("aria-hidden", "true");
        if (gauge == null) {
            addClassName("yj-is-missing");
            add(svg(""));
            return;
        }
        double low = place(gauge.atMost() ? BigDecimal.ZERO : gauge.low());
        double value = place(gauge.value());
        double high = gauge.high() == null ? WIDTH : place(gauge.high());
        var sure = Math.min(low, value);
        var drawn = new StringBuilder();
        if (gauge.ceiling()) {
            drawn.append(rect("frame", 0, WHOLE));
        }
        if (sure > 0) {
            drawn.append(rect(firm && !gauge.atLeast() ? "sure" : "hollow", 0, sure));
        }
        if (high - sure > 1) {
            drawn.append(rect("maybe", sure, high - sure));
        }
        if (gauge.elapsed() != null) {
            drawn.append(String.format(Locale.ROOT, "<path class='yj-gauge-time' d='M%.1f 1v8'/>",
                    place(gauge.elapsed())));
        }
        add(svg(drawn.toString()));
    }

    private static Svg svg(String drawn) {
        return new Svg(String.format(Locale.ROOT, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 -3 %d 16' "
                + "preserveAspectRatio='none'><rect class='yj-gauge-ground' x='0' y='0' width='%d' height='10'/>%s"
                + "<path class='yj-gauge-tick' d='M%d -3v16'/></svg>", WIDTH, WIDTH, drawn, WHOLE));
    }

    private static String rect(String part, double from, double width) {
        return String.format(Locale.ROOT, "<rect class='yj-gauge-%s' x='%.1f' y='.5' width='%.1f' height='9'/>", part, from,
                width);
    }

    private static double place(BigDecimal share) {
        return Math.max(0, Math.min(WIDTH, share.doubleValue() * WHOLE));
    }
}
