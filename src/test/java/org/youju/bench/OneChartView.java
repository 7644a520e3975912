package org.youju.bench;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.youju.base.chart.ChartSpec;
import org.youju.base.chart.ChartView;
import org.youju.base.chart.Point;
import org.youju.base.chart.Series;

/** The yardstick of a page: one chart as the dashboard draws them, and nothing else. */
@PermitAll
public class OneChartView extends Div {

    static final String ROUTE = "bench-one-chart";

    public OneChartView() {
        var years = IntStream.rangeClosed(2014, 2023).boxed().toList();
        var chart = new ChartView(ChartSpec.of("综合税收", "亿元", "综合税收2014年110亿元，2023年200亿元。",
                years.stream().map(year -> Integer.toString(year)).toList(),
                List.of(new Series("综合税收", Series.Kind.BAR, years.stream()
                        .map(year -> BigDecimal.valueOf((year - 2003) * 10L))
                        .map(value -> Point.stated(value, value.toPlainString(), "o" + value)).toList()))));
        chart.setHeaderVisible(false);
        add(chart);
    }

    /** Makes the view reachable; no stereotype, so that the product's tests don't find it. */
    static class Configuration {

        @Bean
        VaadinServiceInitListener oneChartRoute() {
            return event -> RouteConfiguration.forRegistry(
                            ApplicationRouteRegistry.getInstance(event.getSource().getContext()))
                    .setRoute(ROUTE, OneChartView.class);
        }
    }
}
