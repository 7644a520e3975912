package org.youju.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.youju.api.Answers.ObservationAnswer;
import org.youju.api.Answers.ObservationPage;
import org.youju.base.NotFoundException;
import org.youju.check.Derivation;
import org.youju.check.Implied;
import org.youju.figure.Period;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Cell;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.StatementQuery;

/** What sources state, and what follows from it. */
@RestController
@RequestMapping("/api/v1/observations")
class ObservationController {

    private static final int PAGE = 1000;
    private static final int LARGEST_PAGE = 10_000;

    private final IndicatorService indicators;
    private final ObservationService observations;
    private final Readable readable;
    private final Mapper mapper;

    ObservationController(IndicatorService indicators, ObservationService observations, Readable readable,
            Mapper mapper) {
        this.indicators = indicators;
        this.observations = observations;
        this.readable = readable;
        this.mapper = mapper;
    }

    /**
     * Statements by indicator, region and period, then the derived ones in the same order. A page holds {@code limit}
     * of them, 1000 unless told and 10 000 at most, from {@code offset} on.
     */
    @GetMapping
    ObservationPage observations(@RequestParam MultiValueMap<String, String> given, HttpServletRequest request) {
        var parameters = new Parameters(given);
        var codes = parameters.codes("indicator");
        var places = parameters.codes("region");
        var from = parameters.year("from");
        var to = parameters.year("to");
        if (from != null && to != null && from > to) {
            parameters.refuse("from", "api.bad.reversed", from, to);
        }
        var asOf = parameters.day("asOf");
        var recordedAsOf = parameters.moment("recordedAsOf");
        var all = parameters.flag("all");
        var derived = parameters.flag("derived");
        var limit = parameters.count("limit", 1, LARGEST_PAGE, PAGE);
        var offset = parameters.count("offset", 0, Integer.MAX_VALUE, 0);
        parameters.check();
        var catalogue = indicators.catalogue();
        var query = new StatementQuery(readable.indicators(catalogue, codes),
                Readable.regions(catalogue, places), from, to, asOf, recordedAsOf);
        var items = new ArrayList<ObservationAnswer>();
        for (var cell : cells(catalogue, query)) {
            if (all) {
                items.addAll(mapper.statements(cell));
            } else {
                items.add(mapper.representing(cell));
            }
        }
        if (derived) {
            implied(catalogue, query).forEach(d -> items.add(mapper.derived(d, catalogue)));
        }
        var end = Math.min((long) offset + limit, items.size());
        return new ObservationPage(asOf, items.subList(Math.min(offset, items.size()), (int) end),
                end < items.size() ? NextPage.address(request, end) : null);
    }

    private List<Cell> cells(Catalogue catalogue, StatementQuery query) {
        return Cell.of(readable.statements(catalogue, observations.statements(query)));
    }

    /** What follows for the indicators asked for from all that the caller may read, whenever it was stated of. */
    private List<Derivation> implied(Catalogue catalogue, StatementQuery query) {
        var needed = new LinkedHashSet<>(query.indicators());
        query.indicators().forEach(code -> catalogue.related(catalogue.indicator(code)).stream()
                .map(Indicator::code).forEach(needed::add));
        var stated = cells(catalogue, new StatementQuery(needed, query.regions(), null, null, query.asOf(),
                query.recordedAsOf()));
        return Implied.of(catalogue, stated).stream()
                .filter(d -> query.indicators().contains(d.indicator()) && isWithin(d.period(), query))
                .toList();
    }

    private static boolean isWithin(Period period, StatementQuery query) {
        var from = query.fromYear();
        var to = query.toYear();
        return from == null && to == null
                || period.overlapsYears(from == null ? Integer.MIN_VALUE : from, to == null ? Integer.MAX_VALUE : to);
    }

    /** All approved versions of a statement, newest first; only a current one can represent its cell. */
    @GetMapping("/{id}/history")
    List<ObservationAnswer> history(@PathVariable String id) {
        var catalogue = indicators.catalogue();
        var number = Ids.number(id, "observation.notFound");
        var versions = readable.statements(catalogue, observations.history(number));
        if (!readable.includes(catalogue, observations.observation(number))) {
            throw new NotFoundException("observation.notFound", id);
        }
        return versions.stream().map(version -> version.isCurrent()
                ? mapper.inCell(version, cellOf(catalogue, version))
                : mapper.single(version)).toList();
    }

    private Cell cellOf(Catalogue catalogue, Observation statement) {
        return Cell.of(readable.statements(catalogue, observations.statements(statement.cell()))).getFirst();
    }
}
