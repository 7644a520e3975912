package org.youju.check.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.check.Finding;
import org.youju.check.Implied;
import org.youju.check.rule.RuleRepository.Explains;
import org.youju.figure.Period;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Cell;
import org.youju.observation.Observation;
import org.youju.security.Access;
import org.youju.security.Permission;

/** What the active rules say of figures that are approved; everybody who reads the figures may know. */
@Service
public class PublishedRules {

    private final RuleRepository repository;
    private final IndicatorService indicators;
    private final Access access;

    PublishedRules(RuleRepository repository, IndicatorService indicators, Access access) {
        this.repository = repository;
        this.indicators = indicators;
        this.access = access;
    }

    /** The parts that add up to a whole in a region, and what comes on top of it in a year, as the rules of these kinds say. */
    @Transactional(readOnly = true)
    public List<Implied.Sum> sums(String region) {
        return rules(region).stream().map(Rule::condition).<Implied.Sum>mapMulti((condition, add) -> {
            switch (condition) {
                case Condition.Sum sum -> add.accept(new Implied.Sum(sum.whole(), sum.parts()));
                case Condition.Roll roll -> add.accept(new Implied.Sum(roll.stock(), List.of(roll.added()), true));
                default -> { }
            }
        }).toList();
    }

    /** The indicators that the rules of a region read. */
    @Transactional(readOnly = true)
    public Set<String> read(String region) {
        return rules(region).stream().flatMap(rule -> rule.condition().indicators().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The indicators that those rules of a region read that read this one. */
    @Transactional(readOnly = true)
    public Set<String> readWith(String region, String indicator) {
        return rules(region).stream().map(rule -> rule.condition().indicators())
                .filter(read -> read.contains(indicator)).flatMap(List::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Rule> rules(String region) {
        return repository.rules().stream().filter(rule -> rule.holdsIn(region)).toList();
    }

    /**
     * The figures of a region that break a rule and that nobody has explained, by the weight of the rule.
     *
     * @param cells what is known, at least of the indicators that the rules read
     */
    @Transactional(readOnly = true)
    public List<Finding> broken(String region, Collection<Cell> cells) {
        access.require(Permission.READ_PUBLISHED);
        var rules = rules(region);
        var known = new KnownFigures();
        Map<String, Observation> stated = new HashMap<>();
        cells.stream().map(Cell::representing).filter(it -> it.region().equals(region)).forEach(it -> {
            known.note(it);
            Places.of(it.period()).ifPresent(period -> stated.put(place(it.indicator(), period), it));
        });
        var catalogue = indicators.catalogue();
        var said = repository.explanations(rules.stream().map(Rule::id).toList(), region);
        var findings = new ArrayList<Finding>();
        rules.stream().sorted(Comparator.comparing(Rule::importance)).forEach(rule ->
                known.periods(rule.condition().indicators()).stream()
                        .map(period -> Judgement.of(rule, period, catalogue, region, known)).flatMap(Optional::stream)
                        .filter(it -> !said.containsKey(new Explains(rule.id(), it.stated())))
                        .forEach(it -> findings.add(new Finding.RuleBroken(rule.condition().indicators().getFirst(),
                                region, it.reason(), it.inputs().stream()
                                        .map(input -> stated.get(place(input.indicator(), input.period()))).toList()))));
        return findings;
    }

    private static String place(String indicator, Period period) {
        return indicator + " " + period.code();
    }
}
