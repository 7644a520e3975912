package org.youju.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.youju.observation.SeriesSize;
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
        var end = (long) offset + limit;
        var sizes = observations.sizes(query, !readable.everything());
        var stated = sizes.stream().mapToLong(size -> length(size, all)).sum();
        var items = new ArrayList<>(stated(catalogue, query, sizes, all, offset, end));
        var goesOn = end < stated;
        if (derived && !goesOn) {
            var room = limit - items.size();
            var implied = implied(catalogue, query, Math.max(0, offset - stated), room + 1);
            implied.stream().limit(room).forEach(d -> items.add(mapper.derived(d, catalogue)));
            goesOn = implied.size() > room;
        }
        return new ObservationPage(asOf, items, goesOn ? NextPage.address(request, end) : null);
    }

    private static int length(SeriesSize size, boolean all) {
        return all ? size.statements() : size.cells();
    }

    /** The answers from one place up to another, for which only the series that lie between are read. */
    private List<ObservationAnswer> stated(Catalogue catalogue, StatementQuery query, List<SeriesSize> sizes,
            boolean all, long from, long to) {
        var touched = new ArrayList<SeriesSize>();
        long at = 0;
        long start = 0;
        for (var size : sizes) {
            if (at < to && at + length(size, all) > from) {
                start = touched.isEmpty() ? at : start;
                touched.add(size);
            }
            at += length(size, all);
        }
        return whole(touched, query).stream()
                .flatMap(part -> cells(catalogue, part).stream())
                .flatMap(cell -> all ? mapper.statements(cell).stream() : Stream.of(mapper.representing(cell)))
                .skip(from - start)
                .limit(to - from)
                .toList();
    }

    /** Asks for series that follow each other: whole indicators together, the first and the last as far as they go. */
    private static List<StatementQuery> whole(List<SeriesSize> series, StatementQuery query) {
        if (series.isEmpty()) {
            return List.of();
        }
        var regions = series.stream().collect(Collectors.groupingBy(SeriesSize::indicator, TreeMap::new,
                Collectors.mapping(SeriesSize::region, Collectors.toSet())));
        var first = regions.firstEntry();
        var last = regions.lastEntry();
        var parts = new ArrayList<StatementQuery>();
        parts.add(query.of(Set.of(first.getKey()), first.getValue()));
        if (regions.size() > 2) {
            parts.add(query.of(regions.subMap(first.getKey(), false, last.getKey(), false).keySet(), query.regions()));
        }
        if (regions.size() > 1) {
            parts.add(query.of(Set.of(last.getKey()), last.getValue()));
        }
        return parts;
    }

    private List<Cell> cells(Catalogue catalogue, StatementQuery query) {
        return Cell.of(readable.statements(catalogue, observations.statements(query)));
    }

    /** At most {@code limit} of what follows for the indicators asked for, one indicator after the other. */
    private List<Derivation> implied(Catalogue catalogue, StatementQuery query, long skip, int limit) {
        return query.indicators().stream().sorted()
                .flatMap(code -> implied(catalogue, query, catalogue.indicator(code)).stream())
                .skip(skip)
                .limit(limit)
                .toList();
    }

    /** What follows for an indicator from all that the caller may read, whenever it was stated of. */
    private List<Derivation> implied(Catalogue catalogue, StatementQuery query, Indicator indicator) {
        var needed = catalogue.related(indicator).stream().map(Indicator::code).collect(Collectors.toSet());
        if (needed.isEmpty()) {
            return List.of();
        }
        needed.add(indicator.code());
        var stated = cells(catalogue, new StatementQuery(needed, query.regions(), null, null, query.asOf(),
                query.recordedAsOf()));
        return Implied.of(catalogue, stated).stream()
                .filter(d -> d.indicator().equals(indicator.code()) && isWithin(d.period(), query))
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
