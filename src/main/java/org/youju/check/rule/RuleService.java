package org.youju.check.rule;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.LostRace;
import org.youju.base.NotFoundException;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.figure.Numbers;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorChanged;
import org.youju.indicator.IndicatorService;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.audit.Audited;

/** Keeps the rules; one that is not wanted any more is switched off, not deleted, since explanations speak of it. */
@Service
public class RuleService {

    private final RuleRepository repository;
    private final IndicatorService indicators;
    private final Access access;
    private final ApplicationEventPublisher events;

    RuleService(RuleRepository repository, IndicatorService indicators, Access access,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.indicators = indicators;
        this.access = access;
        this.events = events;
    }

    /** All rules, oldest first; only to those who may read drafts. */
    @Transactional(readOnly = true)
    public List<Rule> rules() {
        access.require(Permission.READ_DRAFTS);
        return repository.rules();
    }

    /**
     * One rule as it stands; only to those who may read drafts.
     *
     * @throws NotFoundException if there is none of that number
     */
    @Transactional(readOnly = true)
    public Rule rule(long id) {
        return rules().stream().filter(it -> it.id() == id).findFirst()
                .orElseThrow(() -> new NotFoundException("check.rule.notFound", Long.toString(id)));
    }

    /** Whether whoever acts may change a rule, or add one like it. */
    public boolean mayKeep(Rule rule) {
        return access.may(Permission.EDIT_DRAFTS)
                && access.current().scope().covers(rule.region(), department(rule.condition()));
    }

    /** Whether whoever acts may switch a rule on, or off: what keeps figures from being approved takes an approver. */
    public boolean mayTurn(Rule rule) {
        return rule.holdsBack() ? access.may(Permission.APPROVE)
                && access.current().scope().covers(rule.region(), department(rule.condition())) : mayKeep(rule);
    }

    /**
     * Keeps a new rule.
     *
     * @return its number
     * @throws NotFoundException if the catalogue lacks an indicator or the region
     * @throws RuleViolation     if the condition can't be held against those indicators
     */
    @Transactional
    public long add(Rule rule) {
        check(rule);
        var id = repository.insert(rule);
        events.publishEvent(Audited.made("create", "rule", rule.condition().indicators().getFirst(), rule.inBrief()));
        tell(rule);
        return id;
    }

    /**
     * Changes a rule as somebody saw it.
     *
     * @throws NotFoundException if there is no such rule, or the catalogue lacks an indicator or the region
     * @throws LostRace          if somebody has changed it meanwhile
     * @throws RuleViolation     as {@link #add}, or if figures could be approved then that this rule keeps back: an
     *                           approver has to {@linkplain #switchOff switch it off} first
     */
    @Transactional
    public void change(Rule rule) {
        access.require(Permission.EDIT_DRAFTS);
        var before = rule(rule.id());
        requireScope(before.region(), before.condition());
        if (before.version() != rule.version()) {
            throw new LostRace("check.rule.changed");
        }
        if (before.isLoosenedByToleranceOf(rule)) {
            throw new RuleViolation("check.rule.loosened.tolerance", Numbers.text(before.tolerance()));
        }
        if (before.isLoosenedBy(rule)) {
            throw new RuleViolation("check.rule.loosened");
        }
        requireScope(rule.region(), rule.condition());
        if (rule.active() || !rule.condition().equals(before.condition())
                || !Objects.equals(rule.region(), before.region())) {
            check(rule);
        }
        if (!repository.update(rule)) {
            throw new LostRace("check.rule.changed");
        }
        events.publishEvent(Audited.changed("update", "rule", rule.condition().indicators().getFirst(), before.inBrief(),
                rule.inBrief()));
        tell(before);
        tell(rule);
    }

    /**
     * Lets figures be approved that an important rule keeps back: it is held against none until it is switched on again.
     *
     * @param rule   as it was seen
     * @param reason why; never blank
     * @throws NotFoundException if there is no such rule
     * @throws LostRace          if somebody has changed it meanwhile
     * @throws RuleViolation     if no reason is given
     */
    @Transactional
    public void switchOff(Rule rule, String reason) {
        access.require(Permission.APPROVE);
        var why = Reason.of(reason, "check.rule.off.reason");
        var before = rule(rule.id());
        requireScope(before.region(), before.condition());
        var off = new Rule(before.id(), before.condition(), before.region(), before.importance(), before.missing(),
                before.tolerance(), before.instruction(), false, rule.version());
        if (!before.holdsBack() || !repository.update(off)) {
            throw new LostRace("check.rule.changed");
        }
        events.publishEvent(Audited.changed("update", "rule", off.condition().indicators().getFirst(), before.inBrief(),
                off.inBrief() + " (" + why + ")"));
        tell(off);
    }

    private void tell(Rule rule) {
        rule.condition().indicators().stream().map(IndicatorChanged::new).forEach(events::publishEvent);
    }

    private void check(Rule rule) {
        access.require(Permission.EDIT_DRAFTS);
        var catalogue = indicators.catalogue();
        var of = rule.condition().indicators().stream().map(catalogue::indicator).toList();
        if (rule.region() != null) {
            catalogue.region(rule.region());
        }
        requireScope(rule.region(), rule.condition());
        if ((rule.condition() instanceof Condition.Sum || rule.condition() instanceof Condition.Roll)
                && of.stream().map(i -> i.unit().dimension()).distinct().count() > 1) {
            throw new RuleViolation("check.rule.dimension");
        }
    }

    /** A rule is handled by those who answer for its first indicator, in its region or in all. */
    private void requireScope(@Nullable String region, Condition condition) {
        access.requireScope(region, department(condition));
    }

    private @Nullable String department(Condition condition) {
        return indicators.catalogue().find(condition.indicators().getFirst()).map(Indicator::department).orElse(null);
    }
}
