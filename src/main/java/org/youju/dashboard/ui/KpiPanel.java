package org.youju.dashboard.ui;

import org.youju.base.ui.card.AsyncCard;
import org.youju.dashboard.KpiCard;
import org.youju.indicator.Indicator;

/** The card of a headline. */
final class KpiPanel extends AsyncCard<KpiCard> {

    KpiPanel(Indicator indicator, BoardContext context) {
        super(indicator.nameZh(), KpiBody::new);
        title(indicator.name(getLocale()));
        addClassName("yj-kpi");
        load(context.card(indicator.code()));
    }

    @Override
    protected void loaded(KpiCard card) {
        KpiBody.state(card, this).ifPresent(this::end);
    }
}
