package org.youju.compare.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.youju.base.chart.ChartSpec;
import org.youju.base.chart.ChartView;
import org.youju.compare.Comparison;

/** The yardstick of the workbench: the same charts, drawn at a click from data that the page holds. */
@PermitAll
public class InlineChartsView extends Div {

    public static final String ROUTE = "bench-inline-charts";
    private static List<Comparison> held = List.of();

    private final List<List<ChartSpec>> specs = held.stream()
            .map(it -> new Drawing(it, new Words(this, it, Locale.SIMPLIFIED_CHINESE)).charts()).toList();
    private final Div charts = new Div();
    private int shown;

    public InlineChartsView() {
        var button = new NativeButton("draw", click -> draw());
        button.setId("bench-draw");
        charts.addClassNames("yj-compare-charts", "yj-compare-many");
        add(button, charts);
        draw();
    }

    private void draw() {
        charts.removeAll();
        specs.get(shown++ % specs.size()).forEach(spec -> charts.add(new ChartView(spec)));
    }

    /** Lets the page hold the charts of some comparisons, drawn by turns. */
    public static void hold(List<Comparison> comparisons) {
        held = List.copyOf(comparisons);
    }

    /** Makes the view reachable; no stereotype, so that the product's tests don't find it. */
    public static class Configuration {

        @Bean
        VaadinServiceInitListener inlineChartsRoute() {
            return event -> RouteConfiguration.forRegistry(ApplicationRouteRegistry
                    .getInstance(event.getSource().getContext())).setRoute(ROUTE, InlineChartsView.class);
        }
    }
}
