package org.youju.observation.ruling;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.observation.CellKey;
import org.youju.observation.CellScope;
import org.youju.observation.CellWritten;
import org.youju.observation.Moments;
import org.youju.observation.ObservationService;
import org.youju.observation.Ruling;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.audit.Audited;

/** Lets approvers decide which of several sources represents a cell; everybody who may see the cell sees why. */
@Service
public class Rulings {

    private final RulingRepository repository;
    private final ObservationService observations;
    private final CellScope scope;
    private final Access access;
    private final Moments moments;
    private final ApplicationEventPublisher events;

    Rulings(RulingRepository repository, ObservationService observations, CellScope scope, Access access,
            Moments moments, ApplicationEventPublisher events) {
        this.repository = repository;
        this.observations = observations;
        this.scope = scope;
        this.access = access;
        this.moments = moments;
        this.events = events;
    }

    /** Every ruling on a cell, newest first; to those who may read what is approved. */
    @Transactional(readOnly = true)
    public List<Ruling> of(CellKey cell) {
        access.require(Permission.READ_PUBLISHED);
        return repository.of(cell);
    }

    /** The cells that another source represents by ruling at a moment than at one before it, the latest first. */
    @Transactional(readOnly = true)
    public List<RulingChange> changes(Instant after, Instant until) {
        access.require(Permission.READ_PUBLISHED);
        var turned = repository.turned(after, until).stream()
                .collect(Collectors.groupingBy(Ruling::cell, LinkedHashMap::new, Collectors.toList()));
        return turned.entrySet().stream().map(of -> new RulingChange(of.getKey(), at(of.getValue(), after),
                        at(of.getValue(), until), of.getValue().getFirst()))
                .filter(it -> it.before() == null ? it.after() != null
                        : it.after() == null || it.before().replyId() != it.after().replyId()).toList();
    }

    private static @Nullable Ruling at(List<Ruling> rulings, Instant moment) {
        return rulings.stream().filter(it -> !it.from().isAfter(moment) && it.to().isAfter(moment)).findFirst()
                .orElse(null);
    }

    /**
     * Lets what one source states represent its cell, in the place of an earlier ruling.
     *
     * @param observation number of a current approved row
     * @param reason      why; never blank
     * @throws RuleViolation if it is no current approved row, no other source states its cell, whoever rules has
     *                       entered or submitted it, or no reason is given
     */
    @Transactional
    public void rule(long observation, String reason) {
        var who = access.require(Permission.APPROVE).username();
        var why = Reason.of(reason, "ruling.reason");
        scope.require(observations.observation(observation).cell());
        moments.hold();
        var chosen = observations.observation(observation);
        var statements = observations.statements(chosen.cell());
        if (!statements.contains(chosen)) {
            throw new RuleViolation("ruling.changed");
        }
        if (statements.size() < 2) {
            throw new RuleViolation("ruling.single");
        }
        if (observations.madeBy(observation).contains(who)) {
            throw new RuleViolation("ruling.own");
        }
        var before = repository.lock(chosen.cell());
        var at = moments.publish(before.map(Ruling::from).orElse(chosen.recordedFrom()));
        before.ifPresent(it -> repository.close(it, who, null, at));
        try {
            repository.insert(chosen, why, who, at);
        } catch (DuplicateKeyException e) {
            throw new RuleViolation("ruling.changed");
        }
        events.publishEvent(Audited.made("rule", "ruling", chosen.cell().auditName(),
                chosen.reply().label() + " " + chosen.stated() + " (" + why + ")"));
        events.publishEvent(new CellWritten(chosen.cell(), true));
        events.publishEvent(new RulingMade(chosen.cell(), chosen, why, who));
    }

    /**
     * Takes the ruling on a cell back: the usual rule decides again.
     *
     * @param reason why; never blank
     * @throws RuleViolation if there is none any more, or no reason is given
     */
    @Transactional
    public void withdraw(CellKey cell, String reason) {
        var who = access.require(Permission.APPROVE).username();
        var why = Reason.of(reason, "ruling.reason");
        scope.require(cell);
        moments.hold();
        var ruling = repository.lock(cell).orElseThrow(() -> new RuleViolation("ruling.changed"));
        repository.close(ruling, who, why, moments.publish(ruling.from()));
        events.publishEvent(new Audited(null, "unrule", "ruling", cell.auditName(), ruling.reason(), why));
        events.publishEvent(new CellWritten(cell, true));
        events.publishEvent(new RulingMade(cell, null, why, who));
    }

}
