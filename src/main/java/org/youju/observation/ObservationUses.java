package org.youju.observation;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.youju.figure.FigureWriter;
import org.youju.indicator.IndicatorService;
import org.youju.reply.CitationUses;

/** Which statements rest on the citations of a document. */
@Component
class ObservationUses implements CitationUses {

    private final ObservationRepository repository;
    private final IndicatorService indicators;

    ObservationUses(ObservationRepository repository, IndicatorService indicators) {
        this.repository = repository;
        this.indicators = indicators;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Use> of(long replyId, Locale locale) {
        var catalogue = indicators.catalogue();
        return repository.approvedOf(replyId).stream()
                .flatMap(o -> o.citations().stream().map(c -> new Use(c.id(), o.indicator(),
                        catalogue.name(o.indicator(), locale), FigureWriter.show(o.figure(), locale).text(),
                        o.period().label(locale), false, null, o.departure())))
                .toList();
    }
}
