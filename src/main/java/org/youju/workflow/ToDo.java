package org.youju.workflow;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.RuleViolation;
import org.youju.check.Comparison;
import org.youju.check.rule.RuleFindings;
import org.youju.commitment.CommitmentService;
import org.youju.observation.Cell;
import org.youju.observation.Departure;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.State;
import org.youju.security.Access;
import org.youju.security.Permission;

/**
 * What waits for whoever acts: for approvers what was submitted, for those who enter figures what was returned and what
 * they have not submitted yet. Only what lies within their scope is seen and decided about.
 */
@Service
public class ToDo {

    /** The most items that one call gives. */
    public static final int MOST = 500;

    private static final Comparator<Item> BY_DOCUMENT = Comparator
            .comparing((Item item) -> item.reply().id())
            .thenComparing(item -> item.citation().map(c -> c.start() == null ? 0 : c.start()).orElse(0))
            .thenComparing(Item::indicator)
            .thenComparing(Item::id);

    private final ObservationService observations;
    private final CommitmentService commitments;
    private final RuleFindings findings;
    private final ObjectProvider<Departures> departures;
    private final Access access;

    ToDo(ObservationService observations, CommitmentService commitments, RuleFindings findings,
            ObjectProvider<Departures> departures, Access access) {
        this.observations = observations;
        this.commitments = commitments;
        this.findings = findings;
        this.departures = departures;
        this.access = access;
    }

    /** What was submitted and waits for an approver, by document and place; at most {@link #MOST}, the oldest. */
    @Transactional(readOnly = true)
    public List<Item> submitted() {
        return items(EnumSet.of(State.SUBMITTED));
    }

    /** What was returned and what is still a draft, by document and place; at most {@link #MOST}, the oldest. */
    @Transactional(readOnly = true)
    public List<Item> unfinished() {
        return items(EnumSet.of(State.RETURNED, State.DRAFT));
    }

    private List<Item> items(Set<State> states) {
        access.require(Permission.READ_DRAFTS);
        var statements = observations.inState(states, MOST);
        var approved = Cell.of(observations.statements(
                        statements.stream().map(Observation::cell).collect(Collectors.toSet()))).stream()
                .collect(Collectors.toMap(Cell::key, cell -> cell));
        var broken = findings.of(statements);
        var promises = commitments.inState(states, MOST);
        var cited = promises.stream().map(row -> row.citation().id()).collect(Collectors.toSet());
        var differing = new HashMap<Long, String>();
        departures.forEach(it -> differing.putAll(it.of(cited)));
        return Stream.concat(
                        statements.stream().map(row -> new Item.Statement(row, comparisons(row, approved.get(row.cell())),
                                broken.getOrDefault(row.id(), List.of()), Departure.of(row.comment()).orElse(null))),
                        promises.stream().map(row -> new Item.Promise(row, differing.get(row.citation().id()))))
                .map(Item.class::cast)
                .sorted(BY_DOCUMENT)
                .toList();
    }

    private static List<Comparison> comparisons(Observation row, @Nullable Cell cell) {
        return cell == null ? List.of()
                : cell.statements().stream()
                        .sorted(Comparator.comparing(other -> !other.equals(cell.representing())))
                        .map(other -> Comparison.of(other, row))
                        .toList();
    }

    /**
     * Approves items together: all of them or none.
     *
     * @throws RuleViolation if one is not submitted any more, or was entered or submitted by whoever approves
     */
    @Transactional
    public void approve(Collection<Item> items) {
        observations.approve(statements(items));
        commitments.approve(promises(items));
    }

    /**
     * Sends items back together: all of them or none.
     *
     * @param reason why; never blank
     * @throws RuleViolation if one is not submitted any more, or no reason is given
     */
    @Transactional
    public void giveBack(Collection<Item> items, String reason) {
        observations.giveBack(statements(items), reason);
        commitments.giveBack(promises(items), reason);
    }

    private static List<Long> statements(Collection<Item> items) {
        return items.stream().filter(Item.Statement.class::isInstance).map(Item::id).toList();
    }

    private static List<Long> promises(Collection<Item> items) {
        return items.stream().filter(Item.Promise.class::isInstance).map(Item::id).toList();
    }
}
