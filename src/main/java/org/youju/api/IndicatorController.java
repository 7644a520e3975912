package org.youju.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.youju.api.Answers.IndicatorAnswer;
import org.youju.api.Answers.IndicatorDetail;
import org.youju.api.Answers.ObservationAnswer;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Cell;
import org.youju.observation.CellKey;
import org.youju.observation.ObservationService;
import org.youju.observation.StatementQuery;

/** The catalogue of indicators. */
@RestController
@RequestMapping("/api/v1/indicators")
class IndicatorController {

    private final IndicatorService indicators;
    private final ObservationService observations;
    private final CommitmentReader commitments;
    private final Readable readable;
    private final Mapper mapper;

    IndicatorController(IndicatorService indicators, ObservationService observations, CommitmentReader commitments,
            Readable readable, Mapper mapper) {
        this.indicators = indicators;
        this.observations = observations;
        this.commitments = commitments;
        this.readable = readable;
        this.mapper = mapper;
    }

    /** By theme and code; {@code q} is looked for in codes and names. */
    @GetMapping
    List<IndicatorAnswer> indicators(@RequestParam MultiValueMap<String, String> given) {
        var parameters = new Parameters(given);
        var theme = parameters.text("theme");
        var words = parameters.text("q");
        parameters.check();
        var catalogue = indicators.catalogue();
        if (theme != null) {
            catalogue.theme(theme);
        }
        return readable.indicators(catalogue).stream()
                .filter(i -> theme == null || i.theme().equals(theme))
                .filter(named(words))
                .map(i -> mapper.indicator(i, catalogue))
                .toList();
    }

    private static Predicate<Indicator> named(@Nullable String words) {
        if (words == null) {
            return i -> true;
        }
        var wanted = words.toLowerCase(Locale.ROOT);
        return i -> (i.code() + "\n" + i.nameZh() + "\n" + i.nameEn()).toLowerCase(Locale.ROOT).contains(wanted);
    }

    @GetMapping("/{code}")
    IndicatorDetail indicator(@PathVariable String code, HttpServletRequest request) {
        var catalogue = indicators.catalogue();
        var indicator = readable.indicator(catalogue, code);
        var regions = Readable.regions(catalogue, Set.of());
        return mapper.indicator(indicator, catalogue, latest(catalogue, code, regions),
                commitments.read(catalogue, Set.of(code), regions, null, Language.of(request)));
    }

    private List<ObservationAnswer> latest(Catalogue catalogue, String code, Set<String> regions) {
        var query = new StatementQuery(Set.of(code), regions, null, null, null, null);
        var last = observations.cells(query, !readable.everything()).stream()
                .filter(cell -> cell.period().end() != null)
                .collect(Collectors.toMap(CellKey::region, cell -> cell,
                        BinaryOperator.maxBy(Comparator.comparing(CellKey::period))));
        return Cell.of(readable.statements(catalogue, observations.statements(last.values()))).stream()
                .map(mapper::representing)
                .toList();
    }
}
