package org.youju.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Supplier;
import org.youju.base.chart.ChartView;
import org.youju.base.ui.Markup;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.base.ui.card.AsyncCard;
import org.youju.dashboard.IndicatorSeries;
import org.youju.figure.FigureWriter;
import org.youju.indicator.Indicator;

/** The chart of an indicator across years. A press on a stated point opens its sentence, on a computed one its page. */
final class ChartCard extends AsyncCard<IndicatorSeries> {

    ChartCard(Indicator indicator, PageState state, Supplier<IndicatorSeries> source) {
        super(indicator.nameZh(), series -> new Drawing(series, state));
        title(indicator.name(getLocale()));
        note(FigureWriter.axisUnit(indicator.unit(), getLocale()));
        addClassName("yj-chart-card");
        load(source);
    }

    private static final class Drawing extends Div {

        Drawing(IndicatorSeries series, PageState state) {
            addClassName("yj-chart-body");
            var year = state.year().isPresent() ? state.year().getAsInt() : null;
            SeriesChart.of(series, this, getLocale()).ifPresentOrElse(chart -> {
                var view = new ChartView(chart.spec(year));
                view.setHeaderVisible(false);
                view.addPointPressListener(press -> SeriesChart.open(series, state, press.getKey()));
                add(view);
            }, () -> add(new Paragraph(getTranslation("dashboard.chart.too-few"))));
            add(foot(series, state));
        }

        private Component foot(IndicatorSeries series, PageState state) {
            var link = new Anchor(Routes.indicator(series.indicator().code(), state),
                    getTranslation("dashboard.chart.page"));
            link.setAriaLabel(getTranslation("dashboard.chart.page.label", series.indicator().name(getLocale())));
            var foot = new Div(link);
            foot.addClassName("yj-card-foot");
            return new Markup(foot);
        }
    }
}
