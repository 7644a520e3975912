package org.youju.dashboard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.youju.base.ui.card.AsyncCard;
import org.youju.indicator.Indicator;

/** The region's longest series beside its headlines, one chart each. */
final class LongSeriesPanel extends AsyncCard<List<Indicator>> {

    LongSeriesPanel(BoardContext context) {
        super("", indicators -> new Charts(indicators, context));
        title(getTranslation("dashboard.long-series"));
        addClassName("yj-long-series");
        load(() -> context.dashboard().longSeries(context.board().region().code(), context.board().asOf()));
    }

    private static final class Charts extends Div {

        Charts(List<Indicator> indicators, BoardContext context) {
            addClassName("yj-chart-grid");
            if (indicators.isEmpty()) {
                add(new Paragraph(getTranslation("dashboard.long-series.empty")));
            }
            var board = context.board();
            indicators.forEach(i -> add(new ChartCard(i, context.state(),
                    () -> context.dashboard().series(board.region().code(), i.code(), board.asOf()))));
        }
    }
}
