package org.youju.dashboard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.youju.base.ui.card.AsyncCard;
import org.youju.dashboard.IndicatorSeries;

/** The region's longest series beside its headlines, one chart each. */
final class LongSeriesPanel extends AsyncCard<List<IndicatorSeries>> {

    LongSeriesPanel(BoardContext context) {
        super("", series -> new Charts(series, context));
        title(getTranslation("dashboard.long-series"));
        addClassName("yj-long-series");
        load(context.readings().longSeries());
    }

    private static final class Charts extends Div {

        Charts(List<IndicatorSeries> all, BoardContext context) {
            addClassName("yj-chart-grid");
            if (all.isEmpty()) {
                add(new Paragraph(getTranslation("dashboard.long-series.empty")));
            }
            all.forEach(series -> add(new ChartCard(series.indicator(), context.state(), () -> series)));
        }
    }
}
