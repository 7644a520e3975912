package org.youju.base.chart;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** A person pressed a point of a chart, by pointer or by Enter. */
@DomEvent("yj-point-press")
public class PointPressEvent extends ComponentEvent<ChartView> {

    private final String key;

    public PointPressEvent(ChartView source, boolean fromClient, @EventData("event.detail.key") String key) {
        super(source, fromClient);
        this.key = key;
    }

    /** The key of the pressed point, as its {@link Point} gave it. Comes from a browser: treat it as input. */
    public String getKey() {
        return key;
    }
}
