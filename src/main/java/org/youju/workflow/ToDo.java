package org.youju.workflow;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.RuleViolation;
import org.youju.check.Comparison;
import org.youju.check.rule.RuleFindings;
import org.youju.commitment.Assumption;
import org.youju.commitment.Assumptions;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.CommitmentService;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Cell;
import org.youju.observation.Narrowing;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.QuotedWords;
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

    private static final Set<State> SUBMITTED = EnumSet.of(State.SUBMITTED);
    private static final Set<State> UNFINISHED = EnumSet.of(State.RETURNED, State.DRAFT);

    private static final Comparator<Item> BY_DOCUMENT = Comparator
            .comparing((Item item) -> item.reply().id())
            .thenComparing(item -> item.citation().map(c -> c.start() == null ? 0 : c.start()).orElse(0))
            .thenComparing(Item::indicator)
            .thenComparing(Item::id);

    private final ObservationService observations;
    private final CommitmentService commitments;
    private final Assumptions assumptions;
    private final IndicatorService indicators;
    private final RuleFindings findings;
    private final FiguresApart figuresApart;
    private final ObjectProvider<Departures> departures;
    private final ObjectProvider<QuotedWords> words;
    private final Access access;

    ToDo(ObservationService observations, CommitmentService commitments, Assumptions assumptions,
            IndicatorService indicators, RuleFindings findings, FiguresApart figuresApart,
            ObjectProvider<Departures> departures, ObjectProvider<QuotedWords> words, Access access) {
        this.observations = observations;
        this.commitments = commitments;
        this.assumptions = assumptions;
        this.indicators = indicators;
        this.findings = findings;
        this.figuresApart = figuresApart;
        this.departures = departures;
        this.words = words;
        this.access = access;
    }

    /** All that was submitted and waits for an approver, by document and place; at most {@link #MOST}, the oldest. */
    @Transactional(readOnly = true)
    public List<Item> submitted() {
        return submittedOf(Narrowing.NONE);
    }

    /** What of that is wanted; at most {@link #MOST}, the oldest. */
    @Transactional(readOnly = true)
    public List<Item> submittedOf(Narrowing wanted) {
        return items(SUBMITTED, wanted);
    }

    /** All that was returned or is still a draft, by document and place; at most {@link #MOST}, the oldest. */
    @Transactional(readOnly = true)
    public List<Item> unfinished() {
        return unfinishedOf(Narrowing.NONE);
    }

    /** What of that is wanted; at most {@link #MOST}, the oldest. */
    @Transactional(readOnly = true)
    public List<Item> unfinishedOf(Narrowing wanted) {
        return items(UNFINISHED, wanted);
    }

    /**
     * What items can be narrowed to: the codes of their indicators, of the departments that answer for them, and of their
     * periods.
     */
    public record Choices(SortedSet<String> indicators, SortedSet<String> departments, SortedSet<String> periods) {
    }

    /** The choices among all that waits for whoever acts, however much it is. */
    @Transactional(readOnly = true)
    public Choices choices() {
        var states = EnumSet.copyOf(SUBMITTED);
        if (!access.may(Permission.APPROVE)) {
            states.addAll(UNFINISHED);
        }
        var choices = new Choices(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        observations.periodsInState(states).forEach((indicator, periods) -> {
            choices.indicators().add(indicator);
            choices.periods().addAll(periods);
            indicators.catalogue().find(indicator).map(Indicator::department).ifPresent(choices.departments()::add);
        });
        commitments.answeredInState(states).forEach(promise -> {
            choices.indicators().add(promise.indicator());
            Optional.ofNullable(promise.department()).ifPresent(choices.departments()::add);
        });
        assumptions.answeredInState(states)
                .forEach(assumed -> choices.indicators().add(assumed.indicator()));
        return choices;
    }

    private List<Item> items(Set<State> states, Narrowing wanted) {
        access.require(Permission.READ_DRAFTS);
        var statements = observations.inState(states, wanted, MOST);
        var approved = Cell.of(observations.statements(
                        statements.stream().map(Observation::cell).collect(Collectors.toSet()))).stream()
                .collect(Collectors.toMap(Cell::key, cell -> cell));
        var broken = findings.of(statements);
        var apart = figuresApart.of(statements);
        var promises = commitments.inState(states, wanted, MOST);
        var cited = promises.stream().map(row -> row.citation().id()).collect(Collectors.toSet());
        var differing = new HashMap<Long, String>();
        departures.forEach(it -> differing.putAll(it.of(cited)));
        return Stream.of(
                        statements.stream().map(row -> new Item.Statement(row, comparisons(row, approved.get(row.cell())),
                                broken.getOrDefault(row.id(), List.of()), apart.getOrDefault(row.id(), List.of()),
                                row.departure())),
                        promises(promises, differing).stream(), assumed(states, wanted).stream())
                .<Item>flatMap(items -> items)
                .sorted(BY_DOCUMENT)
                .toList();
    }

    /** Promises with what they change, how they would be judged, and whether their words say something else. */
    private List<Item.Promise> promises(List<Commitment> rows, Map<Long, String> differing) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var standing = standing(rows.stream().map(Commitment::code).collect(Collectors.toSet()));
        var readings = words.orderedStream()
                .map(it -> it.read(rows.stream().map(Commitment::citation).toList())).toList();
        return commitments.judge(rows, null).stream().map(judged -> {
            var row = judged.commitment();
            var differs = readings.stream().anyMatch(it -> it.isOther(List.of(row.citation()), row.target()));
            return new Item.Promise(row, standing.get(row.code()), judged, differs, isApart(row),
                    differing.get(row.citation().id()));
        }).toList();
    }

    /** What is due by its end may have begun before the time that its words name. */
    private boolean isApart(Commitment row) {
        boolean due = row.kind() == CommitmentKind.LEVEL_BY || row.kind() == CommitmentKind.CUMULATIVE_BY
                || row.kind() == CommitmentKind.MILESTONE;
        return words.orderedStream().anyMatch(it -> it.isOtherTime(row.citation(), row.publishedOn(),
                due ? null : row.from(), row.lastDay()));
    }

    private List<Item.Assumed> assumed(Set<State> states, Narrowing wanted) {
        var rows = assumptions.inState(states, wanted, MOST);
        var promises = standing(rows.stream().map(Assumption::commitment).collect(Collectors.toSet()));
        return rows.stream().filter(row -> promises.containsKey(row.commitment()))
                .map(row -> new Item.Assumed(row, promises.get(row.commitment()))).toList();
    }

    private Map<String, Commitment> standing(Set<String> codes) {
        return commitments.standing(codes).stream().collect(Collectors.toMap(Commitment::code, it -> it));
    }

    private static List<Comparison> comparisons(Observation row, @Nullable Cell cell) {
        return cell == null ? List.of()
                : cell.statements().stream()
                        .sorted(Comparator.comparing(other -> !other.equals(cell.representing())))
                        .map(other -> Comparison.of(other, row))
                        .toList();
    }

    /**
     * Hands items over for approval together: all of them or none.
     *
     * @throws RuleViolation if one is no draft any more, or lacks what those who approve must see
     */
    @Transactional
    public void submit(Collection<Item> items) {
        observations.submit(statements(items));
        commitments.submit(promises(items));
        assumptions.submit(assumed(items));
    }

    /**
     * Takes items back to whoever handed them over, together: all of them or none.
     *
     * @throws RuleViolation if one is not submitted any more, or somebody else handed it over
     */
    @Transactional
    public void recall(Collection<Item> items) {
        observations.recall(statements(items));
        commitments.recall(promises(items));
        assumptions.recall(assumed(items));
    }

    /** Whether whoever acts may take an item back. */
    public boolean mayRecall(Item item) {
        return switch (item) {
            case Item.Statement statement -> observations.mayRecall(statement.row());
            case Item.Promise promise -> commitments.mayRecall(promise.row());
            case Item.Assumed assumed -> assumptions.mayRecall(assumed.row());
        };
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
        assumptions.approve(assumed(items));
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
        assumptions.giveBack(assumed(items), reason);
    }

    private static List<Long> statements(Collection<Item> items) {
        return items.stream().filter(Item.Statement.class::isInstance).map(Item::id).toList();
    }

    private static List<Long> promises(Collection<Item> items) {
        return items.stream().filter(Item.Promise.class::isInstance).map(Item::id).toList();
    }

    private static List<Long> assumed(Collection<Item> items) {
        return items.stream().filter(Item.Assumed.class::isInstance).map(Item::id).toList();
    }
}
