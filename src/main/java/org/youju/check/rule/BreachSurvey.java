package org.youju.check.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.check.rule.RuleFinding.Explained;
import org.youju.check.rule.RuleRepository.Explains;
import org.youju.figure.Period;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.observation.Cell;
import org.youju.observation.CellDrafts;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.StatementQuery;
import org.youju.security.Access;
import org.youju.security.Permission;

/**
 * Holds what is stated, and what is in preparation within one's scope, against rules: at once where that is little,
 * else a rule at a time and some regions at a time.
 */
@Service
public class BreachSurvey {

    /** How many rows, stated or in preparation, are read for a page that nobody has asked to look for them. */
    static final int LITTLE = 5_000;

    /** After how many findings a look goes no further. */
    private static final int ENOUGH = 100;

    /** After how many regions a look goes no further. */
    private static final int REGIONS = 50;

    private static final int REGIONS_AT_ONCE = 10;

    /** A finding of a region. */
    public record Found(String region, RuleFinding finding) {
    }

    /**
     * What one look at a rule has found.
     *
     * @param found by region and year
     * @param last  code of the last region that was looked at, after which the next look begins; null where none was
     * @param done  how many of the rule's regions are not after that one
     * @param all   how many regions the rule is for
     */
    public record Look(List<Found> found, @Nullable String last, int done, int all) {

        public Look {
            found = List.copyOf(found);
        }

        /** Whether there is nothing left to look at. */
        public boolean isWhole() {
            return done >= all;
        }
    }

    private final RuleRepository repository;
    private final IndicatorService indicators;
    private final ObservationService observations;
    private final CellDrafts drafts;
    private final Access access;

    BreachSurvey(RuleRepository repository, IndicatorService indicators, ObservationService observations,
            CellDrafts drafts, Access access) {
        this.repository = repository;
        this.indicators = indicators;
        this.observations = observations;
        this.drafts = drafts;
        this.access = access;
    }

    /**
     * What breaks a rule, whether it is kept and active or not. It reads at most what some regions state, however much
     * is stored.
     *
     * @param after code of the region that the look before this one ended with; null to begin
     */
    @Transactional(readOnly = true)
    public Look of(Rule rule, @Nullable String after) {
        access.require(Permission.READ_DRAFTS);
        var tried = new Rule(rule.id(), rule.condition(), rule.region(), rule.importance(), rule.missing(),
                rule.tolerance(), rule.instruction(), true, rule.version());
        var regions = regions(List.of(tried)).stream().sorted().toList();
        var from = (int) regions.stream().takeWhile(code -> after != null && code.compareTo(after) <= 0).count();
        var found = new ArrayList<Found>();
        var next = from;
        while (next < regions.size() && found.size() < ENOUGH && next - from < REGIONS) {
            var some = regions.subList(next, Math.min(next + REGIONS_AT_ONCE, regions.size()));
            found.addAll(of(List.of(tried), some));
            next += some.size();
        }
        return new Look(found, next == 0 ? null : regions.get(next - 1), next, regions.size());
    }

    /**
     * What breaks each of some rules, by their numbers; those that are not active, or that nothing breaks, are left
     * out.
     *
     * @return empty where that can't be said without reading much: then each rule is asked about for itself
     */
    @Transactional(readOnly = true)
    public Optional<Map<Long, List<Found>>> byRule(Collection<Rule> rules) {
        access.require(Permission.READ_DRAFTS);
        var active = rules.stream().filter(Rule::active).toList();
        return observations.isMore(indicators(active), LITTLE) ? Optional.empty()
                : Optional.of(of(active, regions(active), observations.statements(indicators(active)),
                        drafts.inPreparation(indicators(active))).stream()
                        .collect(Collectors.groupingBy(found -> found.finding().breach().rule().id())));
    }

    /** The codes of the regions that one of some rules is for. */
    private List<String> regions(Collection<Rule> rules) {
        return indicators.catalogue().regions().stream().map(Region::code)
                .filter(region -> rules.stream().anyMatch(rule -> rule.holdsIn(region))).toList();
    }

    /** The indicators of an active rule that reads one of these, and these themselves. */
    @Transactional(readOnly = true)
    public Set<String> heldTogether(Collection<String> codes) {
        access.require(Permission.READ_DRAFTS);
        var together = new LinkedHashSet<>(codes);
        repository.rules().stream().filter(Rule::active).map(rule -> rule.condition().indicators())
                .filter(read -> read.stream().anyMatch(codes::contains)).forEach(together::addAll);
        return together;
    }

    /**
     * The weightiest finding at each of some cells of one region that nobody has explained. Where a draft and what is
     * approved break a rule together, it is found at the draft.
     *
     * @return without those that nothing is found at
     */
    @Transactional(readOnly = true)
    public Map<CellKey, Importance> marks(String region, Collection<CellKey> cells) {
        access.require(Permission.READ_DRAFTS);
        var places = new HashMap<Place, CellKey>();
        cells.forEach(cell -> Places.of(cell.period())
                .ifPresent(period -> places.put(new Place(cell.indicator(), period), cell)));
        var codes = places.keySet().stream().map(Place::indicator).collect(Collectors.toSet());
        var rules = repository.rules().stream().filter(rule -> rule.holdsIn(region)
                && rule.condition().indicators().stream().anyMatch(codes::contains)).toList();
        if (rules.isEmpty()) {
            return Map.of();
        }
        var from = Judgement.firstYear(rules,
                places.keySet().stream().mapToInt(place -> Places.firstYear(place.period())).min().orElseThrow());
        var to = Judgement.lastYear(rules,
                places.keySet().stream().mapToInt(place -> Places.lastYear(place.period())).max().orElseThrow());
        var drafted = new HashSet<Place>();
        var known = new KnownFigures();
        var read = indicators(rules);
        Cell.of(observations.statements(new StatementQuery(read, Set.of(region), from, to, null, null)))
                .forEach(cell -> known.note(cell.representing()));
        drafts.inPreparation(region, read, from, to).forEach(row -> {
            known.note(row);
            Places.of(row.period()).ifPresent(period -> drafted.add(new Place(row.indicator(), period)));
        });
        var marks = new HashMap<CellKey, Importance>();
        var breaches = breaches(rules, region, known);
        var said = repository.explanations(numbers(breaches), region);
        explained(breaches, said).filter(finding -> finding.explained() == null).forEach(finding -> {
            var at = finding.breach().inputs().stream().map(it -> new Place(it.indicator(), it.period())).toList();
            var draftsOnly = at.stream().anyMatch(drafted::contains);
            at.stream().filter(place -> places.containsKey(place) && (!draftsOnly || drafted.contains(place)))
                    .forEach(place -> marks.merge(places.get(place), finding.breach().rule().importance(),
                            (one, other) -> one.compareTo(other) < 0 ? one : other));
        });
        return marks;
    }

    private record Place(String indicator, Period period) {
    }

    private List<Breach> breaches(Collection<Rule> rules, String region, KnownFigures known) {
        var catalogue = indicators.catalogue();
        return rules.stream().flatMap(rule -> known.periods(rule.condition().indicators()).stream()
                .map(period -> Judgement.of(rule, period, catalogue, region, known)).flatMap(Optional::stream)).toList();
    }

    private static Set<Long> numbers(Collection<Breach> breaches) {
        return breaches.stream().map(it -> it.rule().id()).collect(Collectors.toSet());
    }

    private static Stream<RuleFinding> explained(List<Breach> breaches, Map<Explains, Explained> said) {
        return breaches.stream().map(it ->
                new RuleFinding(it, said.get(new Explains(it.rule().id(), it.stated()))));
    }

    private static Set<String> indicators(Collection<Rule> rules) {
        return rules.stream().flatMap(rule -> rule.condition().indicators().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Found> of(Collection<Rule> rules, List<String> regions) {
        var codes = indicators(rules);
        return codes.isEmpty() || regions.isEmpty() ? List.of()
                : of(rules, regions, observations.statements(
                        new StatementQuery(codes, Set.copyOf(regions), null, null, null, null)),
                        drafts.inPreparation(regions, codes));
    }

    /** @param statements of the indicators of the rules, in these regions and perhaps in others; and so what is prepared */
    private List<Found> of(Collection<Rule> rules, List<String> regions, List<Observation> statements,
            List<Observation> preparation) {
        var found = new ArrayList<Found>();
        var stated = Cell.of(statements).stream().collect(Collectors.groupingBy(cell -> cell.key().region()));
        var prepared = preparation.stream().collect(Collectors.groupingBy(Observation::region));
        var breaches = new LinkedHashMap<String, List<Breach>>();
        for (var region : regions) {
            var known = new KnownFigures();
            stated.getOrDefault(region, List.of()).forEach(cell -> known.note(cell.representing()));
            prepared.getOrDefault(region, List.of()).forEach(known::note);
            var broken = breaches(rules, region, known);
            if (!broken.isEmpty()) {
                breaches.put(region, broken);
            }
        }
        var said = repository.explanations(
                numbers(breaches.values().stream().flatMap(List::stream).toList()), breaches.keySet());
        breaches.forEach((region, of) -> explained(of, said.getOrDefault(region, Map.of()))
                .forEach(finding -> found.add(new Found(region, finding))));
        return found;
    }
}
