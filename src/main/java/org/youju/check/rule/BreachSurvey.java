package org.youju.check.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.check.rule.RuleRepository.Explains;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.observation.Cell;
import org.youju.observation.CellDrafts;
import org.youju.observation.ObservationService;
import org.youju.observation.StatementQuery;
import org.youju.security.Access;
import org.youju.security.Permission;

/** Holds everything that is stated, and what is in preparation within one's scope, against rules. */
@Service
public class BreachSurvey {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    /** A finding of a region. */
    public record Found(String region, RuleFinding finding) {
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

    /** What breaks a rule, whether it is kept and active or not, by region and year. */
    @Transactional(readOnly = true)
    public List<Found> of(Rule rule) {
        var tried = new Rule(rule.id(), rule.condition(), rule.region(), rule.importance(), rule.missing(),
                rule.tolerance(), rule.instruction(), true, rule.version());
        return of(List.of(tried));
    }

    /** What breaks each of some rules, by their numbers; those that are not active, or that nothing breaks, are left out. */
    @Transactional(readOnly = true)
    public Map<Long, List<Found>> byRule(Collection<Rule> rules) {
        return of(rules.stream().filter(Rule::active).toList()).stream()
                .collect(Collectors.groupingBy(found -> found.finding().breach().rule().id()));
    }

    private List<Found> of(Collection<Rule> rules) {
        access.require(Permission.READ_DRAFTS);
        var catalogue = indicators.catalogue();
        Set<String> codes = rules.stream().flatMap(rule -> rule.condition().indicators().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var regions = catalogue.regions().stream().map(Region::code)
                .filter(region -> rules.stream().anyMatch(rule -> rule.holdsIn(region))).toList();
        var found = new ArrayList<Found>();
        if (codes.isEmpty() || regions.isEmpty()) {
            return found;
        }
        var stated = Cell.of(observations.statements(
                new StatementQuery(codes, Set.copyOf(regions), null, null, null, null))).stream()
                .collect(Collectors.groupingBy(cell -> cell.key().region()));
        for (var region : regions) {
            var known = new KnownFigures();
            stated.getOrDefault(region, List.of()).forEach(cell -> known.note(cell.representing()));
            drafts.inPreparation(region, codes, FIRST_YEAR, LAST_YEAR).forEach(known::note);
            var said = repository.explanations(rules.stream().map(Rule::id).toList(), region);
            for (var rule : rules) {
                known.years(rule.condition().indicators()).stream()
                        .map(year -> Judgement.of(rule, year, catalogue, region, known)).flatMap(Optional::stream)
                        .map(breach -> new RuleFinding(breach, said.get(new Explains(rule.id(), breach.stated()))))
                        .forEach(finding -> found.add(new Found(region, finding)));
            }
        }
        return found;
    }
}
