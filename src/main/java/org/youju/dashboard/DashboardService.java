package org.youju.dashboard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.NotFoundException;
import org.youju.check.Attention;
import org.youju.check.Consistency;
import org.youju.check.Derivation;
import org.youju.check.Explanation;
import org.youju.check.Finding;
import org.youju.check.Implied;
import org.youju.check.Refusal;
import org.youju.check.UnitCost;
import org.youju.check.rule.PublishedRules;
import org.youju.check.rule.UnitCosts;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.CommitmentService;
import org.youju.commitment.Judged;
import org.youju.commitment.Verdict;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.observation.Cell;
import org.youju.observation.ObservationService;
import org.youju.observation.StatementQuery;
import org.youju.security.Access;
import org.youju.security.Permission;

/** Reads what the dashboard and the indicator page show, for those who may read all that is approved. */
@Service
public class DashboardService {

    private static final int LONG_SERIES_YEARS = 5;
    private static final int LONG_SERIES_AT_MOST = 8;
    private static final int MOST_APART = 200;
    private static final int UNKEPT_YEARS = 2;

    private final IndicatorService indicators;
    private final ObservationService observations;
    private final CommitmentService commitments;
    private final UnitCosts unitCosts;
    private final PublishedRules rules;
    private final Access access;

    DashboardService(IndicatorService indicators, ObservationService observations, CommitmentService commitments,
            UnitCosts unitCosts, PublishedRules rules, Access access) {
        this.indicators = indicators;
        this.observations = observations;
        this.commitments = commitments;
        this.unitCosts = unitCosts;
        this.rules = rules;
        this.access = access;
    }

    /**
     * The frame of a region's dashboard.
     *
     * @param year the year asked for; without one, the latest in which at least half of the cards have a value
     * @param asOf 时点, null for the latest
     * @throws NotFoundException if there is no such region
     */
    @Transactional(readOnly = true)
    public Board board(String regionCode, OptionalInt year, @Nullable LocalDate asOf) {
        return board(regionCode, year, asOf, null);
    }

    /**
     * The frame of a region's dashboard by our records of a moment.
     *
     * @param recorded null for now
     */
    @Transactional(readOnly = true)
    public Board board(String regionCode, OptionalInt year, @Nullable LocalDate asOf, @Nullable Instant recorded) {
        var catalogue = indicators.catalogue();
        var region = catalogue.region(regionCode);
        var headlines = catalogue.headlines();
        var wanted = around(catalogue);
        var pairs = unitCosts.pairs(regionCode);
        pairs.forEach(pair -> wanted.addAll(pair.indicators()));
        var reading = reading(catalogue, region, wanted, asOf, recorded);
        var cells = reading.of(headlines.stream().map(Indicator::code).toList());
        var stated = headlines.stream()
                .filter(i -> cells.stream().anyMatch(c -> c.key().indicator().equals(i.code()))).toList();
        var sections = stated.stream()
                .collect(Collectors.groupingBy(Indicator::theme, LinkedHashMap::new, Collectors.toList()))
                .entrySet().stream()
                .map(e -> new Board.Section(catalogue.theme(e.getKey()), e.getValue())).toList();
        return new Board(region, asOf, recorded, sections, Board.years(cells),
                Board.implied(stated.stream().flatMap(it -> reading.series(it).implied().stream())),
                year.orElseGet(() -> Board.defaultYear(cells, commitments.day(asOf, recorded).getYear())),
                charts(stated, reading), Board.moments(cells), reading);
    }

    private Reading reading(Catalogue catalogue, Region region, Set<String> codes, @Nullable LocalDate asOf,
            @Nullable Instant recorded) {
        return reading(catalogue, region, codes, asOf, recorded, List.of());
    }

    private Reading reading(Catalogue catalogue, Region region, Set<String> codes, @Nullable LocalDate asOf,
            @Nullable Instant recorded, List<Implied.Sum> sums) {
        access.require(Permission.READ_PUBLISHED);
        var wanted = Reading.withSums(catalogue, codes);
        sums.forEach(it -> wanted.addAll(it.parts()));
        var cells = cells(region, wanted, asOf, recorded);
        return new Reading(catalogue, region, cells,
                commitments.judged(codes, Set.of(region.code()), asOf, recorded, cells), sums);
    }

    private List<Cell> cells(Region region, Set<String> codes, @Nullable LocalDate asOf, @Nullable Instant recorded) {
        return codes.isEmpty() ? List.of() : Cell.of(observations.statements(
                new StatementQuery(codes, Set.of(region.code()), null, null, asOf, recorded)));
    }

    private static List<Indicator> charts(List<Indicator> stated, Reading reading) {
        return stated.stream().filter(i -> {
            var series = reading.series(i);
            var periods = Stream.concat(series.cells().stream().map(c -> c.key().period()),
                            series.implied().stream().map(Derivation::period))
                    .filter(p -> p.belongsToYear().isPresent()).distinct().count();
            return periods >= 2 || periods == 1 && !series.promises().isEmpty();
        }).toList();
    }

    /**
     * One card of a dashboard.
     *
     * @throws NotFoundException if there is no such indicator
     */
    public KpiCard card(Board board, String indicator) {
        var reading = board.reading();
        return KpiCard.of(reading.series(reading.catalogue().indicator(indicator)), board.year(), reading.catalogue());
    }

    /**
     * An indicator of a region through time.
     *
     * @throws NotFoundException if there is no such region or indicator
     */
    @Transactional(readOnly = true)
    public IndicatorSeries series(String region, String indicator, @Nullable LocalDate asOf) {
        return series(region, indicator, asOf, null);
    }

    /**
     * An indicator of a region through time by our records of a moment.
     *
     * @param recorded null for now
     */
    @Transactional(readOnly = true)
    public IndicatorSeries series(String region, String indicator, @Nullable LocalDate asOf,
            @Nullable Instant recorded) {
        var catalogue = indicators.catalogue();
        var of = catalogue.indicator(indicator);
        var sums = rules.sums(region).stream().filter(it -> it.whole().equals(indicator)).toList();
        return reading(catalogue, catalogue.region(region), shownWith(catalogue, of), asOf, recorded, sums).series(of);
    }

    /** An indicator, those that belong to it, and those by whose promises it is judged. */
    private static Set<String> shownWith(Catalogue catalogue, Indicator indicator) {
        var codes = new LinkedHashSet<>(Reading.promisedWith(indicator));
        catalogue.related(indicator).forEach(i -> codes.add(i.code()));
        return codes;
    }

    /**
     * The longest series of a region among the indicators without a card, longest first, read at once.
     *
     * @param asOf     时点, null for the latest
     * @param recorded the moment whose state of our own records is read, null for now
     */
    @Transactional(readOnly = true)
    public List<IndicatorSeries> longSeries(String regionCode, @Nullable LocalDate asOf, @Nullable Instant recorded) {
        var catalogue = indicators.catalogue();
        var region = catalogue.region(regionCode);
        var longest = observations.longestSeries(regionCode, asOf, recorded, LONG_SERIES_YEARS,
                        LONG_SERIES_AT_MOST).stream()
                .map(catalogue::indicator)
                .filter(i -> !i.isHeadline())
                .toList();
        var codes = longest.stream().flatMap(i -> shownWith(catalogue, i).stream()).collect(Collectors.toSet());
        var reading = reading(catalogue, region, codes, asOf, recorded);
        return longest.stream().map(reading::series).toList();
    }

    /** What the figures of a region come to when they are divided, multiplied and held against each other. */
    public Checks checks(Board board) {
        var reading = board.reading();
        return new Checks(UnitCost.of(unitCosts.pairs(board.region().code()), reading.cells(), board.region().code()),
                Consistency.of(reading.cells(), reading.implied()));
    }

    /** What a reader of a region's dashboard must know, the gravest first. */
    @Transactional(readOnly = true)
    public List<Finding> attention(Board board) {
        var reading = board.reading();
        var codes = around(reading.catalogue());
        var promises = reading.promises().stream().filter(j -> codes.contains(j.commitment().indicator())).toList();
        var found = new ArrayList<>(Attention.of(reading.catalogue(), reading.of(codes), reading.implied(),
                promised(promises, commitments.day(board.asOf(), board.recorded()))));
        found.addAll(rules.broken(board.region().code(), with(reading.cells(), rules.read(board.region().code()),
                board.region(), board.asOf(), board.recorded())));
        found.addAll(unkept(board));
        if (board.recorded() == null) {
            found.addAll(Attention.conflicts(apart(board.region().code(), codes, board.asOf())));
        }
        return Attention.byWeight(found);
    }

    /**
     * The promises of a region, on whatever indicator, that are behind or were not kept in the last years; the worst
     * first.
     */
    private List<Finding> unkept(Board board) {
        int since = commitments.day(board.asOf(), board.recorded()).getYear() - UNKEPT_YEARS;
        return commitments.ledger(Set.of(board.region().code()), board.asOf(), board.recorded()).stream()
                .filter(it -> it.kind() == Verdict.Kind.BEHIND || it.kind() == Verdict.Kind.NOT_MET
                        && (it.commitment().to() == null || it.commitment().to() >= since))
                .sorted(Judged.WORST_FIRST).<Finding>map(DashboardService::unkept).toList();
    }

    private static Finding unkept(Judged judged) {
        var promise = judged.commitment();
        var verdict = judged.verdict();
        boolean over = judged.kind() == Verdict.Kind.NOT_MET;
        return new Finding.PromiseUnkept(promise.indicator(), promise.region(), promise.code(),
                Explanation.of(over ? "check.finding.promise.notMet" : "check.finding.promise.behind",
                        promise.target().printed(), promise.window()),
                judged.override() == null ? verdict.explanation().getFirst()
                        : Explanation.of("check.finding.promise.byHand", judged.override().reason()),
                over ? null : Objects.requireNonNullElse(verdict.pace(), BigDecimal.ZERO), verdict.inputs());
    }

    /** Cells of a region beside some indicators whose statements can't all be right. */
    private List<Cell> apart(String region, Set<String> beside, @Nullable LocalDate asOf) {
        return Cell.of(observations.statementsOfEach(observations.apart(region, asOf, MOST_APART)).stream()
                .filter(it -> !beside.contains(it.indicator()))
                .filter(it -> asOf == null || it.publishedOn() != null && !it.publishedOn().isAfter(asOf)).toList());
    }

    /** Some cells and those of further indicators, which are read where none of theirs are among them. */
    private List<Cell> with(List<Cell> known, Set<String> further, Region region, @Nullable LocalDate asOf,
            @Nullable Instant recorded) {
        var lacking = new HashSet<>(further);
        known.forEach(it -> lacking.remove(it.key().indicator()));
        return Stream.concat(known.stream(), cells(region, lacking, asOf, recorded).stream()).toList();
    }

    /**
     * What a reader of one series must know, the gravest first.
     *
     * @param asOf     the 时点 that it was read with, null for the latest
     * @param recorded the moment of our records that it was read with, null for now
     */
    @Transactional(readOnly = true)
    public List<Finding> attention(IndicatorSeries series, @Nullable LocalDate asOf, @Nullable Instant recorded) {
        var code = series.indicator().code();
        var region = series.region();
        var known = Stream.concat(series.cells().stream(), series.related().stream()).toList();
        var promises = series.promises().stream().filter(j -> j.commitment().indicator().equals(code)).toList();
        var found = new ArrayList<>(Attention.of(indicators.catalogue(), known, series.implied(),
                promised(promises, commitments.day(asOf, recorded))));
        var read = rules.readWith(region.code(), code);
        if (!read.isEmpty()) {
            found.addAll(rules.broken(region.code(), with(known, read, region, asOf, recorded)).stream()
                    .filter(it -> it.inputs().stream().anyMatch(input -> input.indicator().equals(code))).toList());
        }
        return Attention.byWeight(found).stream()
                .filter(it -> it.indicator().equals(code) || it instanceof Finding.RuleBroken).toList();
    }

    /** What a reader may expect to follow from the figures around a series and does not, latest first. */
    public List<Refusal> refused(IndicatorSeries series) {
        return Implied.refused(indicators.catalogue(),
                        Stream.concat(series.cells().stream(), series.related().stream()).toList()).stream()
                .filter(it -> it.indicator().equals(series.indicator().code())
                        && series.implied(it.period()).isEmpty())
                .sorted(Comparator.comparing(Refusal::period).reversed()).toList();
    }

    /** The years that promises speak of and that were over on a day. */
    private static List<Attention.Promised> promised(List<Judged> promises, LocalDate day) {
        int over = day.getYear() - 1;
        return promises.stream()
                .filter(j -> j.verdict().judgedTo() != null)
                .map(j -> promised(j, j.verdict().judgedTo(), over))
                .filter(it -> it.from() <= it.to())
                .toList();
    }

    /** The years to be judged; of what is to be reached by a year that one alone. */
    private static Attention.Promised promised(Judged judged, int to, int over) {
        var promise = judged.commitment();
        boolean due = promise.kind() == CommitmentKind.LEVEL_BY || promise.kind() == CommitmentKind.MILESTONE;
        return new Attention.Promised(promise.code(), promise.target().printed(), promise.indicator(), promise.region(),
                due ? to : judged.verdict().judgedFrom(), Math.min(over, to),
                promise.kind().isPerYear() && (promise.to() == null || promise.to() > promise.from()));
    }

    /** The headlines and the indicators that belong to them. */
    private static Set<String> around(Catalogue catalogue) {
        var codes = new LinkedHashSet<String>();
        for (var headline : catalogue.headlines()) {
            codes.add(headline.code());
            for (var related : catalogue.related(headline)) {
                codes.add(related.code());
                catalogue.sharesOfWhole(related.code()).forEach(share -> {
                    codes.add(share.code());
                    if (share.part() != null) {
                        codes.add(share.part());
                    }
                });
            }
        }
        return codes;
    }
}
