package org.youju.base.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.internal.BundleUtils;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** A page of charts and nothing else. */
@PageTitle("Charts")
@StyleSheet("chart-demo.css")
public class ChartDemoView extends Main {

    public ChartDemoView() {
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        loadChunksOfAllRoutes();
        addClassName("demo");
        var tax = new ChartView(Samples.tax());
        tax.setId("tax");
        tax.addToLegend(new Span("据 1"));
        var pressed = new Span();
        pressed.setId("pressed");
        tax.addPointPressListener(event -> pressed.setText(event.getKey()));
        var communities = new ChartView(Samples.communities());
        communities.setId("communities");
        var product = new ChartView(Samples.product());
        product.setId("product");
        var indicator = new ChartView();
        indicator.setId("indicator");
        indicator.setTablePlacement(ChartView.TablePlacement.ALIGNED);
        indicator.show(Samples.indicator(), List.of(new TableRow("口径",
                Stream.of("在线新经济", "在线新经济", "—", "数字经济", "数字经济", "数字经济")
                        .<Component>map(Span::new).toList())));

        var correct = new NativeButton("更正", event -> tax.show(Samples.correctedTax()));
        correct.setId("correct");
        var restore = new NativeButton("还原", event -> tax.show(Samples.tax()));
        restore.setId("restore");
        var save = new NativeButton("图片", event -> tax.download(new Picture("DE_TAX",
                List.of("指标 DE_TAX · 口径第2版 · 时点 2024-04-25", "来源 长发改〔2024〕19号"))));
        save.setId("save");
        add(new H1("图"), new Div(correct, restore, save, pressed), panel("narrow", tax), panel("wide", communities),
                panel("wide", product), panel("full", indicator));
    }

    /** A bundle keeps a component with the routes that use it, and this page is no route of the bundle. */
    private static void loadChunksOfAllRoutes() {
        var routes = new ClassPathScanningCandidateComponentProvider(false);
        routes.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        routes.findCandidateComponents("org.youju").forEach(route -> UI.getCurrent().getPage().addDynamicImport(
                "return window.Vaadin.Flow.loadOnDemand('" + BundleUtils.getChunkId(route.getBeanClassName()) + "');"));
    }

    private static Div panel(String width, ChartView chart) {
        var panel = new Div(chart);
        panel.addClassNames("panel", width);
        return panel;
    }
}
