package org.youju.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.check.Derivation;
import org.youju.check.Implied;
import org.youju.check.rule.BreachSurvey;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.observation.Cell;
import org.youju.observation.CellDrafts;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.StatementQuery;
import org.youju.security.Access;
import org.youju.workflow.comment.Comments;

/** Reads the rows of a sheet in a few queries whatever its size. */
final class SheetReader {

    private final ObservationService observations;
    private final CellDrafts drafts;
    private final BreachSurvey survey;
    private final Comments comments;
    private final Access access;
    private final Clock clock;

    SheetReader(ObservationService observations, CellDrafts drafts, BreachSurvey survey, Comments comments, Access access,
            Clock clock) {
        this.observations = observations;
        this.drafts = drafts;
        this.survey = survey;
        this.comments = comments;
        this.access = access;
        this.clock = clock;
    }

    /** The rows of some indicators, as whoever reads them may see them. */
    List<SheetRow> rows(Catalogue catalogue, SheetQuery query, List<Indicator> asked) {
        var codes = asked.stream().map(Indicator::code).toList();
        var stated = Cell.of(observations.statements(new StatementQuery(withKin(catalogue, asked),
                Set.of(query.region()), query.from(), query.to() + 1, null, null)));
        var implied = Implied.of(catalogue, stated).stream().collect(Collectors.groupingBy(Derivation::indicator));
        var cells = new HashMap<String, Map<CellKey, SheetCell>>();
        stated.forEach(cell -> cells.computeIfAbsent(cell.key().indicator(), code -> new LinkedHashMap<>())
                .put(cell.key(), cell(cell.key(), cell.representing(), cell.statements().size(), null)));
        drafts.inPreparation(query.region(), codes, query.from(), query.to()).stream()
                .collect(Collectors.groupingBy(Observation::cell))
                .forEach((key, rows) -> cells.computeIfAbsent(key.indicator(), code -> new LinkedHashMap<>())
                        .merge(key, cell(key, null, 0, CellDrafts.shown(rows)), (approved, draft) ->
                                cell(key, approved.approved(), approved.sources(), draft.draft())));
        int lastDue = LocalDate.now(clock).getYear() - 1;
        var commented = comments.commented(query.region(), codes);
        var scope = access.current().scope();
        var rows = asked.stream().map(indicator -> SheetRow.of(indicator, query.region(), query,
                scope.covers(query.region(), indicator.department()), cells.getOrDefault(indicator.code(), Map.of()).values(),
                implied.getOrDefault(indicator.code(), List.of()), breaks(catalogue, indicator, query), lastDue)
                .commented(commented))
                .toList();
        var marks = survey.marks(query.region(), rows.stream().flatMap(row -> row.cells().stream())
                .filter(cell -> cell.shown().isPresent()).map(SheetCell::key).toList());
        return rows.stream().map(row -> row.found(marks).scaled()).toList();
    }

    private static SheetCell cell(CellKey key, @Nullable Observation approved, int sources,
            @Nullable Observation draft) {
        return new SheetCell(key, 0, 1, approved, sources, draft, null, false, false, List.of(), null, true);
    }

    /** With the rates and shares that other figures follow from. */
    private static Set<String> withKin(Catalogue catalogue, List<Indicator> asked) {
        var codes = asked.stream().map(Indicator::code).collect(Collectors.toSet());
        return tied(catalogue, codes, i -> Stream.of(i.growthOf(), i.shareOf(), i.part()));
    }

    /** Some indicators, with all whose figures may follow from theirs. */
    static Set<String> withWhatFollows(Catalogue catalogue, Set<String> codes) {
        return tied(catalogue, codes, SheetReader::ties);
    }

    /** With all that a rate or share ties together, where some of it is among the codes. */
    private static Set<String> tied(Catalogue catalogue, Set<String> codes, Function<Indicator, Stream<@Nullable String>> looked) {
        return Stream.concat(codes.stream(), catalogue.indicators().stream()
                .filter(i -> looked.apply(i).anyMatch(it -> it != null && codes.contains(it)))
                .flatMap(SheetReader::ties).filter(Objects::nonNull)).collect(Collectors.toSet());
    }

    private static Stream<@Nullable String> ties(Indicator rate) {
        return Stream.of(rate.code(), rate.growthOf(), rate.shareOf(), rate.part());
    }

    private static Set<Integer> breaks(Catalogue catalogue, Indicator indicator, SheetQuery query) {
        return IntStream.rangeClosed(query.from(), query.to())
                .filter(year -> catalogue.breakBetween(indicator.code(), query.region(), year - 1, year))
                .boxed().collect(Collectors.toSet());
    }
}
