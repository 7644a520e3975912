package org.youju.dashboard.ui;

import java.util.Optional;
import org.youju.base.ui.Markup;
import org.youju.base.ui.card.AsyncCard;
import org.youju.dashboard.KpiCard;
import org.youju.indicator.Indicator;
import org.youju.reply.Layout.Place;
import org.youju.reply.Places;

/** The card of a headline. */
final class KpiPanel extends AsyncCard<KpiPanel.Content> {

    /**
     * What stands on the card.
     *
     * @param place where in its document the shown figure, or the last one before a missing one, is stated
     */
    record Content(KpiCard card, Optional<Place> place) {

        static Content of(KpiCard card, Places places) {
            return new Content(card, card.cell().or(card::last)
                    .flatMap(cell -> cell.representing().citations().stream().findFirst()).flatMap(places::of));
        }
    }

    KpiPanel(Indicator indicator, BoardContext context) {
        super(indicator.nameZh(), content -> new Markup(new KpiBody(content.card(), content.place(),
                context.state().asOf(), context.catalogue())));
        title(indicator.name(getLocale()));
        addClassName("yj-kpi");
        load(() -> context.card(indicator.code()));
    }

    @Override
    protected void loaded(Content content) {
        KpiBody.state(content.card(), this).ifPresent(this::end);
    }
}
