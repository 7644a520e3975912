package org.youju.check.rule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** One rule as it stands; empty where there is none of that number, and to those who may not read drafts. */
    @Transactional(readOnly = true)
    public Optional<Rule> find(long id) {
        return access.may(Permission.READ_DRAFTS)
                ? repository.rules().stream().filter(it -> it.id() == id).findFirst() : Optional.empty();
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
        announce(rule);
        return id;
    }

    /**
     * Changes a rule as somebody saw it.
     *
     * @throws NotFoundException if there is no such rule, or the catalogue lacks an indicator or the region
     * @throws LostRace          if somebody has changed it meanwhile
     * @throws RuleViolation     as {@link #add}, or if figures could be approved then that this rule keeps back: that
     *                           is {@linkplain Loosening proposed} to an approver
     */
    @Transactional
    public void change(Rule rule) {
        var who = access.require(Permission.EDIT_DRAFTS).username();
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
        events.publishEvent(new RuleChanged(rule(rule.id()), who));
        announce(before, rule);
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
        loosen(rule, null, reason);
    }

    /**
     * Lets an important rule say something by which figures might be approved that it keeps back, or switches it off.
     *
     * @param seen    the rule as it was seen
     * @param instead what it says from now on; null to switch it off
     * @param reason  why; never blank
     * @throws NotFoundException if there is no such rule
     * @throws LostRace          if somebody has changed it meanwhile
     * @throws RuleViolation     if no reason is given
     */
    @Transactional
    public void loosen(Rule seen, @Nullable Rule instead, String reason) {
        var who = access.require(Permission.APPROVE).username();
        var why = Reason.of(reason, "check.rule.off.reason");
        var before = rule(seen.id());
        requireScope(before.region(), before.condition());
        var after = becoming(before, seen.version(), instead);
        if (!before.holdsBack() || instead != null && instead.version() != before.version()
                || !repository.update(after)) {
            throw new LostRace("check.rule.changed");
        }
        tell("update", before, after, why);
        events.publishEvent(new RuleChanged(rule(before.id()), who));
        announce(before, after);
    }

    /** Tells of the indicators of some rules that their figures are held against something else now. */
    private void announce(Rule... rules) {
        Stream.of(rules).flatMap(rule -> rule.condition().indicators().stream()).distinct().map(IndicatorChanged::new)
                .forEach(events::publishEvent);
    }

    /** What becomes of a rule, as somebody who saw a version of it asks. */
    private static Rule becoming(Rule before, int version, @Nullable Rule instead) {
        var after = instead == null ? before.active(false) : instead;
        return new Rule(before.id(), after.condition(), after.region(), after.importance(), after.missing(),
                after.tolerance(), after.instruction(), after.active(), version);
    }

    private void tell(String action, Rule before, Rule after, String why) {
        events.publishEvent(Audited.changed(action, "rule", after.condition().indicators().getFirst(), before.inBrief(),
                after.inBrief() + " (" + why + ")"));
    }

    /**
     * Keeps what somebody who keeps an important rule wants to become of it; the rule stays as it is.
     *
     * @param seen    the rule as it was seen
     * @param instead what it is to say; null to switch it off
     * @return the number of what it is to say; null where it is to be switched off
     * @throws LostRace      if somebody has changed the rule meanwhile
     * @throws RuleViolation if that takes no approver, or can't be held against its indicators
     */
    @Transactional
    public @Nullable Long propose(Rule seen, @Nullable Rule instead, String reason) {
        access.require(Permission.EDIT_DRAFTS);
        var before = rule(seen.id());
        requireScope(before.region(), before.condition());
        if (before.version() != seen.version()) {
            throw new LostRace("check.rule.changed");
        }
        var after = becoming(before, seen.version(), instead);
        if (!before.isLoosenedBy(after)) {
            throw new RuleViolation("check.rule.ask.needless");
        }
        if (instead != null) {
            check(after);
        }
        tell("propose-loosening", before, after, reason);
        return instead == null ? null : repository.insertTerms(after);
    }

    /** What rules are to say instead, by its numbers; only to those who may read drafts. */
    @Transactional(readOnly = true)
    public Map<Long, Rule> terms(Collection<Long> ids) {
        access.require(Permission.READ_DRAFTS);
        return repository.terms(ids).stream().collect(Collectors.toMap(Rule::id, it -> it));
    }

    /** Lets nobody else change a rule until the transaction ends. */
    @Transactional
    public void hold(long id) {
        repository.lock(id);
    }

    /** Code of the department that answers for a rule's first indicator, null where none is known. */
    public @Nullable String department(Rule rule) {
        return department(rule.condition());
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
