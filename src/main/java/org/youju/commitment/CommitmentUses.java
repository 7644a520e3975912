package org.youju.commitment;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.youju.figure.FigureWriter;
import org.youju.indicator.Department;
import org.youju.indicator.IndicatorService;
import org.youju.reply.CitationUses;

/** Which promises rest on the citations of a document. */
@Component
class CommitmentUses implements CitationUses {

    private final CommitmentRepository repository;
    private final IndicatorService indicators;

    CommitmentUses(CommitmentRepository repository, IndicatorService indicators) {
        this.repository = repository;
        this.indicators = indicators;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Use> of(long replyId, Locale locale) {
        var catalogue = indicators.catalogue();
        var departments = indicators.departments().stream()
                .collect(Collectors.toMap(Department::code, it -> it.name(locale)));
        return repository.approvedOf(replyId).stream()
                .map(c -> new Use(c.citation().id(), c.indicator(),
                        catalogue.name(c.indicator(), locale), FigureWriter.show(c.target(), locale).text(),
                        c.window().label(locale), true,
                        c.department() == null ? null : departments.get(c.department()), null))
                .toList();
    }
}
