package org.youju.workflow.withdrawal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.NotFoundException;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.check.rule.Loosening;
import org.youju.check.rule.Rule;
import org.youju.check.rule.RuleChanged;
import org.youju.check.rule.RuleService;
import org.youju.observation.Step;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.audit.Audited;
import org.youju.workflow.notice.Notice;
import org.youju.workflow.notice.Notices;
import org.youju.workflow.withdrawal.Withdrawal.Kind;
import org.youju.workflow.withdrawal.Withdrawal.Outcome;

/**
 * Switches important rules off, or loosens them, as those have proposed who keep them; who may decide about a rule is
 * {@link RuleService}'s matter. A rule that says something else meanwhile ends what was proposed of it.
 */
@Service
public class Loosenings implements Loosening, ProposalDesk {

    /**
     * A rule with what is to become of it.
     *
     * @param instead what it is to say; null where it is to be switched off
     */
    public record Proposed(Rule rule, @Nullable Rule instead) {
    }

    private final WithdrawalRepository repository;
    private final RuleService rules;
    private final Notices notices;
    private final Access access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Loosenings(WithdrawalRepository repository, RuleService rules, Notices notices, Access access, Clock clock,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.rules = rules;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional
    public void propose(Rule seen, @Nullable Rule instead, String reason) {
        var who = access.require(Permission.EDIT_DRAFTS).username();
        var why = Reason.of(reason, "check.rule.ask.reason");
        rules.hold(seen.id());
        var terms = rules.propose(seen, instead, why);
        try {
            repository.insert(seen.id(), terms, why, who, clock.instant().truncatedTo(ChronoUnit.MICROS));
        } catch (DuplicateKeyException e) {
            throw new RuleViolation("check.rule.ask.already");
        }
        var rule = rules.rule(seen.id());
        notices.askToLoosen(rule.id(), rule.region(), rules.department(rule), why, who);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Wish> wishes() {
        return open().entrySet().stream().collect(Collectors.toMap(it -> it.getValue().rule().id(), it ->
                new Wish(it.getValue().instead(), it.getKey().reason(), it.getKey().by(), it.getKey().at())));
    }

    /**
     * The proposals that wait for a decision, the longest waiting first; only to those who may read drafts, and only what
     * lies within their scope.
     */
    @Transactional(readOnly = true)
    public SequencedMap<Withdrawal, Proposed> open() {
        var scope = access.require(Permission.READ_DRAFTS).scope();
        var proposals = repository.open(Kind.RULE, Withdrawals.MOST);
        var open = new LinkedHashMap<Withdrawal, Proposed>();
        if (proposals.isEmpty()) {
            return open;
        }
        var byNumber = rules.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
        var terms = rules.terms(proposals.stream().map(Withdrawal::instead).filter(Objects::nonNull).toList());
        proposals.forEach(it -> {
            var rule = byNumber.get(it.row());
            if (rule != null && scope.covers(rule.region(), rules.department(rule))) {
                open.put(it, new Proposed(rule, it.instead() == null ? null : terms.get(it.instead())));
            }
        });
        return open;
    }

    @Override
    @Transactional
    public void release(long id) {
        var who = access.require(Permission.APPROVE).username();
        var proposal = hold(id);
        if (proposal.by().equals(who)) {
            throw new RuleViolation("withdrawal.loosening.own");
        }
        end(proposal, Outcome.WITHDRAWN, who, null);
        var instead = proposal.instead();
        rules.loosen(rules.rule(proposal.row()), instead == null ? null : rules.terms(List.of(instead)).get(instead),
                proposal.reason());
        notices.ofRule(proposal.by(), Notice.Kind.LOOSENED, proposal.row(), proposal.reason(), who);
    }

    @Override
    @Transactional
    public void keep(long id, String reason) {
        var who = access.require(Permission.APPROVE).username();
        var why = Reason.of(reason, "withdrawal.reason");
        var proposal = hold(id);
        end(proposal, Outcome.KEPT, who, why);
        tell("decline", proposal, why);
        notices.ofRule(proposal.by(), Notice.Kind.NOT_LOOSENED, proposal.row(), why, who);
    }

    @Override
    @Transactional
    public void takeBack(long id) {
        var who = access.require(Permission.EDIT_DRAFTS).username();
        var proposal = hold(id);
        end(proposal, Outcome.TAKEN_BACK, who, null);
        tell("take-back-withdrawal", proposal, null);
    }

    /** What was proposed of a rule was of the rule as it stood; one that may still be switched off stays proposed. */
    @EventListener
    void changed(RuleChanged change) {
        repository.of(Kind.RULE, List.of(change.now().id()), Outcome.OPEN).stream()
                .filter(it -> it.instead() != null || !change.now().holdsBack())
                .forEach(it -> {
                    end(it, Outcome.OVERTAKEN, change.by(), null);
                    notices.ofRule(it.by(), Notice.Kind.RULE_CHANGED, it.row(), it.reason(), change.by());
                });
    }

    /** The rule first and then the proposal, as whoever changes a rule has them. */
    private Withdrawal hold(long id) {
        var seen = repository.find(id).filter(it -> it.kind() == Kind.RULE)
                .orElseThrow(() -> new NotFoundException("withdrawal.notFound", Long.toString(id)));
        rules.hold(seen.row());
        var rule = rules.rule(seen.row());
        access.requireScope(rule.region(), rules.department(rule));
        return repository.lock(id).orElseThrow().requireOpen();
    }

    private void end(Withdrawal proposal, Outcome outcome, String who, @Nullable String why) {
        repository.decide(proposal, outcome, who, why, Step.moment(clock.instant(), proposal.at()));
    }

    private void tell(String action, Withdrawal proposal, @Nullable String after) {
        events.publishEvent(new Audited(null, action, "rule",
                rules.rule(proposal.row()).condition().indicators().getFirst(), proposal.reason(), after));
    }
}
