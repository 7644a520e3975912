package org.youju.workflow.chase;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.NotFoundException;
import org.youju.base.PlainWords;
import org.youju.base.RuleViolation;
import org.youju.indicator.IndicatorService;
import org.youju.observation.CellKey;
import org.youju.observation.CellScope;
import org.youju.observation.Decided;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.State;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.audit.Audited;
import org.youju.workflow.notice.Notices;

/**
 * 催报: asks those who answer for an indicator for a missing figure by a day. It settles itself when a statement of the
 * cell is submitted or approved, and is open again when that is returned or recalled. Those who prepare and approve figures ask,
 * within their scope.
 */
@Service
public class Chases {

    /** The longest note. */
    public static final int LONGEST = 1000;

    /** How many of those that came to an end are listed at first. */
    public static final int FEW = 50;

    private final ChaseRepository repository;
    private final ObservationService observations;
    private final IndicatorService indicators;
    private final CellScope scope;
    private final Notices notices;
    private final Access access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Chases(ChaseRepository repository, ObservationService observations, IndicatorService indicators, CellScope scope,
            Notices notices, Access access, Clock clock, ApplicationEventPublisher events) {
        this.repository = repository;
        this.observations = observations;
        this.indicators = indicators;
        this.scope = scope;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /**
     * How many figures are asked for.
     *
     * @param open    those that have not come yet
     * @param overdue those of them whose last day is over
     */
    public record Count(int open, int overdue) {
    }

    /** How many within the scope of whoever asks, without reading them. */
    @Transactional(readOnly = true)
    public Count count() {
        return repository.count(access.require(Permission.READ_DRAFTS).scope(), today());
    }

    /** {@link #list} with as many of those that came to an end as are shown at first. */
    @Transactional(readOnly = true)
    public List<Chase> all() {
        return list(FEW);
    }

    /**
     * All that are open within the scope of whoever asks, the one due earliest before the others, and behind them those
     * that came to an end last.
     *
     * @param settled how many of these at most
     */
    @Transactional(readOnly = true)
    public List<Chase> list(int settled) {
        var scope = access.require(Permission.READ_DRAFTS).scope();
        return Stream.concat(repository.open(scope).stream(), repository.settled(scope, settled).stream()).toList();
    }

    /** Those of one cell, the one due earliest first. */
    @Transactional(readOnly = true)
    public List<Chase> of(CellKey cell) {
        require(cell);
        return repository.of(cell);
    }

    /** The day from which on something is overdue that was due before. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Asks for a figure.
     *
     * @param department code of the department that is asked where none answers for the indicator; null for none
     * @param dueOn      the last day; today at the earliest
     * @param note       what is asked; never blank
     * @throws RuleViolation if another department answers for the indicator, or there is no such one, or the cell has an
     *                       approved figure, one waits for approval, or it is asked for already, the day is over, or
     *                       nothing is written
     */
    @Transactional
    public void ask(CellKey cell, @Nullable String department, LocalDate dueOn, String note) {
        access.require(Permission.CHASE);
        require(cell);
        var answers = scope.department(cell);
        if (department != null && answers != null && !department.equals(answers)) {
            throw new RuleViolation("chase.department.other");
        }
        if (department != null && indicators.departments().stream().noneMatch(it -> it.code().equals(department))) {
            throw new RuleViolation("chase.department.gone");
        }
        var words = PlainWords.of(note);
        if (words.isEmpty()) {
            throw new RuleViolation("chase.note.empty");
        }
        if (words.length() > LONGEST) {
            throw new RuleViolation("chase.note.long", LONGEST);
        }
        if (dueOn.isBefore(today())) {
            throw new RuleViolation("chase.due.over", dueOn.toString());
        }
        repository.lock(cell.region());
        if (!observations.statements(cell).isEmpty()) {
            throw new RuleViolation("chase.stated");
        }
        if (observations.inPreparation(cell).stream().anyMatch(row -> row.state() == State.SUBMITTED)) {
            throw new RuleViolation("chase.submitted");
        }
        if (isOpen(cell)) {
            throw new RuleViolation("chase.asked.already");
        }
        var who = access.current().username();
        var asked = answers == null ? department : answers;
        repository.insert(cell, answers == null ? department : null, dueOn, words, who, clock.instant().truncatedTo(ChronoUnit.MICROS));
        events.publishEvent(Audited.made("chase", "chase", cell.auditName(),
                dueOn + " " + words + (asked == null ? "" : " · " + asked)));
        notices.chase(cell, asked, dueOn + " · " + words, who, false);
    }

    /**
     * Asks for a figure no longer.
     *
     * @throws RuleViolation if it is not open any more
     */
    @Transactional
    public void cancel(long id) {
        access.require(Permission.CHASE);
        var chase = repository.find(id).orElseThrow(() -> new NotFoundException("chase.notFound", Long.toString(id)));
        access.requireScope(chase.cell().region(), chase.department());
        if (chase.state() != Chase.State.OPEN
                || repository.turn(List.of(chase), Chase.State.CANCELLED,
                        clock.instant().truncatedTo(ChronoUnit.MICROS)) == 0) {
            throw new RuleViolation("chase.changed");
        }
        events.publishEvent(Audited.did("cancel", "chase", chase.cell().auditName()));
    }

    /** Settles what was asked for when it comes, and opens it again when it goes back. */
    @EventListener
    void decided(Decided decision) {
        var cells = decision.taken().stream().map(Decided.Taken::row).filter(Observation.class::isInstance)
                .map(row -> ((Observation) row).cell()).collect(Collectors.toSet());
        if (cells.isEmpty()) {
            return;
        }
        switch (decision.step()) {
            case SUBMIT -> turn(cells, EnumSet.of(Chase.State.OPEN), Chase.State.SUBMITTED);
            case APPROVE -> turn(cells, EnumSet.of(Chase.State.OPEN, Chase.State.SUBMITTED), Chase.State.APPROVED);
            case RETURN, RECALL -> reopen(cells);
            case CORRECT, MEND, GIVE_UP, REVOKE -> { }
        }
    }

    /** Unless somebody has asked anew meanwhile; of several the newest. */
    private void reopen(Set<CellKey> cells) {
        var regions = repository.of(cells).stream().filter(it -> it.state() == Chase.State.SUBMITTED)
                .map(it -> it.cell().region()).collect(Collectors.toCollection(TreeSet::new));
        if (regions.isEmpty()) {
            return;
        }
        regions.forEach(repository::lock);
        repository.turn(repository.of(cells).stream().collect(Collectors.groupingBy(Chase::cell)).values().stream()
                .filter(of -> of.stream().noneMatch(it -> it.state() == Chase.State.OPEN))
                .flatMap(of -> of.stream().filter(it -> it.state() == Chase.State.SUBMITTED)
                        .max(Comparator.comparing(Chase::id)).stream()).toList(), Chase.State.OPEN, null);
    }

    private boolean isOpen(CellKey cell) {
        return repository.of(cell).stream().anyMatch(it -> it.state() == Chase.State.OPEN);
    }

    private void turn(Set<CellKey> cells, Set<Chase.State> from, Chase.State to) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        repository.turn(repository.of(cells).stream().filter(it -> from.contains(it.state())).toList(), to, at);
    }

    /** Tells once of each figure that is overdue: those who enter it, and whoever asked. */
    @Transactional
    public void tellOverdue() {
        repository.overdue(today()).forEach(chase -> {
            repository.overdueTold(chase);
            notices.chase(chase.cell(), chase.department(), chase.dueOn() + " · " + chase.note(), chase.by(), true);
        });
    }

    private void require(CellKey cell) {
        access.require(Permission.READ_DRAFTS);
        scope.require(cell);
    }
}
