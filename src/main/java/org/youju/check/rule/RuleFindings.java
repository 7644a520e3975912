package org.youju.check.rule;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.PlainWords;
import org.youju.base.RuleViolation;
import org.youju.check.rule.RuleFinding.Explained;
import org.youju.check.rule.RuleRepository.Explains;
import org.youju.figure.Figure;
import org.youju.figure.Period;
import org.youju.indicator.IndicatorService;
import org.youju.observation.ApprovalGuard;
import org.youju.observation.Cell;
import org.youju.observation.CellDrafts;
import org.youju.observation.CellKey;
import org.youju.observation.CellScope;
import org.youju.observation.CellWritten;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.State;
import org.youju.observation.StatementQuery;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.audit.Audited;

/**
 * Holds figures against the rules; keeps what people say to a breach; and
 * keeps a figure from being approved whose breach of an important rule nobody has explained.
 */
@Service
public class RuleFindings implements ApprovalGuard {

    /** How long an explanation is at most. */
    public static final int LONGEST = 1000;

    private final RuleRepository repository;
    private final IndicatorService indicators;
    private final ObservationService observations;
    private final CellDrafts drafts;
    private final CellScope scope;
    private final Access access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RuleFindings(RuleRepository repository, IndicatorService indicators, ObservationService observations,
            CellDrafts drafts, CellScope scope, Access access, Clock clock, ApplicationEventPublisher events) {
        this.repository = repository;
        this.indicators = indicators;
        this.observations = observations;
        this.drafts = drafts;
        this.scope = scope;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /**
     * What speaks against a cell as it is seen by those who prepare it: with its drafts, and those of its neighbours.
     * The weightiest first.
     */
    @Transactional(readOnly = true)
    public List<RuleFinding> of(CellKey cell) {
        return of(cell, known -> { });
    }

    /** What would speak against a cell if this stood in it; empty for nothing. */
    @Transactional(readOnly = true)
    public List<RuleFinding> of(CellKey cell, Optional<Figure> typed) {
        return of(cell, known -> Places.of(cell.period())
                .ifPresent(place -> known.put(cell.indicator(), place, typed)));
    }

    private List<RuleFinding> of(CellKey cell, Consumer<KnownFigures> change) {
        access.require(Permission.READ_DRAFTS);
        var place = Places.of(cell.period());
        var rules = repository.rules().stream().filter(rule -> rule.holdsIn(cell.region())
                && rule.condition().indicators().contains(cell.indicator())).toList();
        if (place.isEmpty() || rules.isEmpty()) {
            return List.of();
        }
        var known = known(cell.region(), rules, Places.firstYear(place.get()), Places.lastYear(place.get()), row -> true);
        change.accept(known);
        return findings(breaches(rules, cell.region(), cell.indicator(), place.get(), known),
                explanations(rules, cell.region()));
    }

    private List<Breach> breaches(List<Rule> rules, String region, String indicator, Period place,
            KnownFigures known) {
        var catalogue = indicators.catalogue();
        return rules.stream().flatMap(rule -> known.touchedBy(rule, indicator, place).stream()
                .flatMap(of -> Judgement.of(rule, of, catalogue, region, known).stream())).toList();
    }

    private Map<Explains, Explained> explanations(List<Rule> rules, String region) {
        return repository.explanations(rules.stream().map(Rule::id).toList(), region);
    }

    /** Breaches with what people say to them, the weightiest first. */
    private static List<RuleFinding> findings(List<Breach> breaches, Map<Explains, Explained> said) {
        return breaches.stream()
                .map(breach -> new RuleFinding(breach, said.get(new Explains(breach.rule().id(), breach.stated()))))
                .sorted(Comparator.comparing(finding -> finding.breach().rule().importance()))
                .toList();
    }

    /**
     * What speaks against each of some rows, held against what is approved, what waits for approval, and each other, by
     * their numbers; rows that nothing speaks against are left out.
     */
    @Transactional(readOnly = true)
    public Map<Long, List<RuleFinding>> of(Collection<Observation> rows) {
        return of(rows, row -> row.state() == State.SUBMITTED);
    }

    /** @param beside which rows in preparation stand in the place of what is approved */
    private Map<Long, List<RuleFinding>> of(Collection<Observation> rows, Predicate<Observation> beside) {
        var rules = repository.rules().stream().filter(Rule::active).toList();
        var found = new HashMap<Long, List<RuleFinding>>();
        if (!rules.isEmpty()) {
            rows.stream().filter(row -> Places.of(row.period()).isPresent())
                    .collect(Collectors.groupingBy(Observation::region))
                    .forEach((region, of) -> judge(rules, region, of, beside, found));
        }
        return found;
    }

    private void judge(List<Rule> rules, String region, List<Observation> rows, Predicate<Observation> beside,
            Map<Long, List<RuleFinding>> found) {
        var codes = rows.stream().map(Observation::indicator).collect(Collectors.toSet());
        var held = rules.stream().filter(rule -> rule.holdsIn(region)
                && rule.condition().indicators().stream().anyMatch(codes::contains)).toList();
        if (held.isEmpty()) {
            return;
        }
        var places = rows.stream().flatMap(row -> Places.of(row.period()).stream()).toList();
        var known = known(region, held, places.stream().mapToInt(Places::firstYear).min().orElseThrow(),
                places.stream().mapToInt(Places::lastYear).max().orElseThrow(), beside);
        rows.forEach(known::note);
        var said = explanations(held, region);
        for (var row : rows) {
            var place = Places.of(row.period()).orElseThrow();
            known.note(row);
            var against = findings(breaches(held, region, row.indicator(), place, known), said);
            if (!against.isEmpty()) {
                found.put(row.id(), against);
            }
        }
    }

    /**
     * What is known of the indicators of some rules from the year before the first to the year after the last; of all
     * years where one of them says that what adds up doesn't fall.
     *
     * @param prepared which rows in preparation stand in the place of what is approved
     */
    private KnownFigures known(String region, List<Rule> rules, int first, int last,
            Predicate<Observation> prepared) {
        Set<String> codes = new LinkedHashSet<>();
        rules.forEach(rule -> codes.addAll(rule.condition().indicators()));
        var known = new KnownFigures();
        if (!codes.isEmpty()) {
            var from = Judgement.firstYear(rules, first);
            var to = Judgement.lastYear(rules, last);
            Cell.of(observations.statements(new StatementQuery(codes, Set.of(region), from, to, null, null)))
                    .forEach(cell -> known.note(cell.representing()));
            drafts.inPreparation(region, codes, from, to).stream().filter(prepared).forEach(known::note);
        }
        return known;
    }

    /**
     * Says why figures that break a rule are right all the same. It counts as long as these figures stand.
     *
     * @param cell   where it is seen
     * @param stated the figures as whoever explains saw them: {@link Breach#stated()}
     * @throws RuleViolation if nothing or too much is said, or the figures have changed meanwhile
     */
    @Transactional
    public void explain(CellKey cell, long rule, String stated, String why) {
        var who = access.require(Permission.EDIT_DRAFTS).username();
        scope.require(cell);
        var body = PlainWords.of(why);
        if (body.isEmpty()) {
            throw new RuleViolation("check.explain.empty");
        }
        if (body.length() > LONGEST) {
            throw new RuleViolation("check.explain.long", LONGEST, body.length());
        }
        if (of(cell).stream().noneMatch(it -> it.breach().rule().id() == rule && it.breach().stated().equals(stated))) {
            throw new RuleViolation("check.explain.changed");
        }
        repository.explain(new Explains(rule, stated), cell.region(), body, who,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        events.publishEvent(new CellWritten(cell, false));
        events.publishEvent(Audited.made("explain", "rule", cell.region() + " " + stated, body));
    }

    /** A figure with where such a figure lies as a rule; null where nothing stands there. */
    public record Placed(UsualRange usual, @Nullable Figure figure) {

        /** The robust z of its change on the year before, where that is far from the other changes of its series. */
        public OptionalDouble farOff() {
            return figure == null ? OptionalDouble.empty() : usual.farOff(figure);
        }
    }

    /** Where the figure of a cell lies as a rule: {@link Outlier#usual} among all years of its series. */
    @Transactional(readOnly = true)
    public Optional<Placed> usual(CellKey cell) {
        return usual(cell, series -> { });
    }

    /** The same with a figure as if it stood in the cell; empty for none. */
    @Transactional(readOnly = true)
    public Optional<Placed> usual(CellKey cell, Optional<Figure> typed) {
        return usual(cell, series -> KnownFigures.yearOf(cell.period()).ifPresent(year ->
                typed.ifPresentOrElse(figure -> series.put(year, figure), () -> series.remove(year))));
    }

    private Optional<Placed> usual(CellKey cell, Consumer<Map<Integer, Figure>> change) {
        access.require(Permission.READ_DRAFTS);
        var year = KnownFigures.yearOf(cell.period());
        if (year.isEmpty()) {
            return Optional.empty();
        }
        var series = new HashMap<Integer, Figure>();
        Cell.of(observations.statements(StatementQuery.of(List.of(cell.indicator()), cell.region(), null)))
                .forEach(of -> KnownFigures.yearOf(of.key().period())
                        .ifPresent(it -> series.put(it, of.representing().figure())));
        drafts.inPreparation(cell.region(), List.of(cell.indicator()), 1900, 2100)
                .forEach(row -> KnownFigures.yearOf(row.period()).ifPresent(it -> series.put(it, row.figure())));
        change.accept(series);
        var catalogue = indicators.catalogue();
        return Outlier.usual(series, of -> catalogue.breakBetween(cell.indicator(), cell.region(), of - 1, of),
                year.getAsInt()).map(usual -> new Placed(usual, series.get(year.getAsInt())));
    }

    /** Both of two figures that don't go together are kept back, though only one of them is to be approved yet. */
    @Override
    @Transactional(readOnly = true)
    public Map<Long, RuleViolation> refused(List<Observation> approved) {
        var alone = of(approved, row -> false);
        var beside = of(approved);
        return approved.stream().filter(row -> isOpen(alone, row) || isOpen(beside, row))
                .collect(Collectors.toMap(Observation::id,
                        row -> new RuleViolation("check.rule.open",
                                row.called(indicators.catalogue()).toArray())));
    }

    private static boolean isOpen(Map<Long, List<RuleFinding>> findings, Observation row) {
        return findings.getOrDefault(row.id(), List.of()).stream().anyMatch(RuleFinding::isOpen);
    }
}
