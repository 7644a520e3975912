package org.youju.check.rule;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.check.UnitCost;

/** What divides into what, as the active rules of that kind say; everybody who reads figures may know. */
@Service
public class UnitCosts {

    private final RuleRepository repository;

    UnitCosts(RuleRepository repository) {
        this.repository = repository;
    }

    /** The pairs that are looked at in a region, in the order in which their rules were written. */
    @Transactional(readOnly = true)
    public List<UnitCost.Pair> pairs(String region) {
        return repository.rules(Condition.Kind.UNIT_COST).stream().filter(rule -> rule.holdsIn(region))
                .map(rule -> (Condition.UnitCost) rule.condition())
                .map(cost -> new UnitCost.Pair(cost.amount(), cost.count(), cost.norm(), cost.months()))
                .toList();
    }
}
