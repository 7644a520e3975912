package org.youju.workflow.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.ui.Bell;
import org.youju.commitment.Assumption;
import org.youju.commitment.Commitment;
import org.youju.observation.CellKey;
import org.youju.observation.Decided;
import org.youju.observation.Observation;
import org.youju.observation.Recorded;
import org.youju.observation.ruling.RulingMade;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.Role;
import org.youju.security.SystemAccount;
import org.youju.workflow.notice.Notice.PromiseKey;

/** Tells people what concerns them, in the transaction that does it; nobody reads or marks another's notices. */
@Service
public class Notices implements Bell {

    /** The most notices that a page shows. */
    public static final int MOST = 200;

    private final NoticeRepository repository;
    private final Access access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Notices(NoticeRepository repository, Access access, Clock clock, ApplicationEventPublisher events) {
        this.repository = repository;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /** How many of one's own are unread. */
    @Override
    @Transactional(readOnly = true)
    public int unread() {
        return access.may(Permission.READ_PUBLISHED) ? repository.unread(access.current().username()) : 0;
    }

    @Override
    public Optional<String> owner() {
        return access.may(Permission.READ_PUBLISHED) ? Optional.of(access.current().username()) : Optional.empty();
    }

    /** One's own, newest first; at most {@value #MOST}. */
    @Transactional(readOnly = true)
    public List<Notice> own(boolean unreadOnly) {
        return repository.of(access.require(Permission.READ_PUBLISHED).username(), unreadOnly, MOST);
    }

    /** Marks some of one's own as read, or as unread again; those of others stay as they are. */
    @Transactional
    public void mark(Collection<Long> ids, boolean read) {
        var who = access.require(Permission.READ_PUBLISHED).username();
        repository.mark(who, ids, read ? now() : null);
        events.publishEvent(new Rung(Set.of(who)));
    }

    /** Marks all of one's own as read. */
    @Transactional
    public void markAll() {
        var who = access.require(Permission.READ_PUBLISHED).username();
        repository.markAll(who, now());
        events.publishEvent(new Rung(Set.of(who)));
    }

    /** Tells whoever entered or submitted something what was decided about it. */
    @EventListener
    void decided(Decided decision) {
        var kind = switch (decision.step()) {
            case APPROVE -> Notice.Kind.APPROVED;
            case RETURN -> Notice.Kind.RETURNED;
            case SUBMIT, RECALL, CORRECT, MEND, GIVE_UP, REVOKE -> null;
        };
        if (kind != null) {
            var told = new HashSet<String>();
            decision.taken().forEach(it -> {
                var recipients = others(it.authors(), decision.by());
                var words = it.row().stated() + (decision.reason() == null ? "" : " · " + decision.reason());
                keep(recipients, kind, cell(it.row()), promise(it.row()), words, decision.by());
                told.addAll(recipients);
            });
            events.publishEvent(new Rung(told));
        }
    }

    /** Tells those whom it concerns what was decided about a row, without whoever decided it. */
    public void inform(Collection<String> recipients, Notice.Kind kind, Recorded row, String words, String by) {
        write(others(recipients, by), kind, cell(row), promise(row), words, by);
    }

    /** Tells those who may decide about a row that somebody proposes to withdraw it. */
    public void askToWithdraw(Recorded row, String reason, String by) {
        inform(names(repository.covering(Set.of(Role.APPROVER), row.region(), row.department())),
                Notice.Kind.TO_WITHDRAW, row, row.stated() + " · " + reason, by);
    }

    /** Tells those who may decide about a rule that somebody proposes to switch it off or to loosen it. */
    public void askToLoosen(long rule, @Nullable String region, @Nullable String department, String reason, String by) {
        tell(others(names(repository.covering(Set.of(Role.APPROVER), region, department)), by), Notice.Kind.TO_LOOSEN, rule,
                reason, by);
    }

    /** Tells whoever proposed something of a rule what has become of it. */
    public void ofRule(String recipient, Notice.Kind kind, long rule, String words, String by) {
        tell(others(List.of(recipient), by), kind, rule, words, by);
    }

    private void tell(Set<String> recipients, Notice.Kind kind, long rule, String words, String by) {
        repository.insert(recipients, kind, null, null, rule, words, by, now());
        events.publishEvent(new Rung(recipients));
    }

    private static @Nullable CellKey cell(Recorded row) {
        return row instanceof Observation statement ? statement.cell() : null;
    }

    private static @Nullable PromiseKey promise(Recorded row) {
        return switch (row) {
            case Commitment promise -> new PromiseKey(promise.region(), promise.code());
            case Assumption assumption -> new PromiseKey(assumption.region(), assumption.commitment());
            default -> null;
        };
    }

    @EventListener
    void ruled(RulingMade ruling) {
        var chosen = ruling.chosen();
        tell(repository.authors(ruling.cell()), Notice.Kind.RULING, ruling.cell(),
                (chosen == null ? "" : chosen.stated() + " · ") + ruling.reason(), ruling.by());
    }

    /** Tells those who enter figures of a cell that one is asked for, or that it is overdue. */
    public void chase(CellKey cell, @Nullable String department, String words, String by, boolean overdue) {
        var recipients = names(repository.covering(Set.of(Role.STATISTICIAN), cell.region(), department));
        if (overdue) {
            recipients.add(by);
            write(recipients, Notice.Kind.OVERDUE, cell, null, words, by);
        } else {
            tell(recipients, Notice.Kind.CHASED, cell, words, by);
        }
    }

    /** Who may read comments on cells of a region and a department, by user name. */
    @Transactional(readOnly = true)
    public List<Colleague> readers(String region, @Nullable String department) {
        access.require(Permission.READ_DRAFTS);
        return repository.covering(Set.of(Role.STATISTICIAN, Role.APPROVER), region, department);
    }

    /**
     * Tells those whom somebody has named in a comment, if they may read comments on the cell.
     *
     * @param department code of the department that answers for the cell, or null
     * @return who was told
     */
    public Set<String> mention(CellKey cell, @Nullable String department, Collection<String> usernames, String words,
            String by) {
        var known = names(readers(cell.region(), department));
        known.retainAll(usernames);
        tell(known, Notice.Kind.MENTIONED, cell, words, by);
        return known;
    }

    private static Set<String> names(List<Colleague> people) {
        return people.stream().map(Colleague::username).collect(Collectors.toCollection(TreeSet::new));
    }

    private void tell(Set<String> recipients, Notice.Kind kind, CellKey cell, String words, String by) {
        write(others(recipients, by), kind, cell, null, words, by);
    }

    /** Nobody is told what they did themselves. */
    private static Set<String> others(Collection<String> recipients, String by) {
        var others = new HashSet<>(recipients);
        others.remove(by);
        others.removeIf(SystemAccount::owns);
        return others;
    }

    private void write(Set<String> recipients, Notice.Kind kind, @Nullable CellKey cell, @Nullable PromiseKey promise,
            String words, String by) {
        keep(recipients, kind, cell, promise, words, by);
        events.publishEvent(new Rung(recipients));
    }

    private void keep(Set<String> recipients, Notice.Kind kind, @Nullable CellKey cell, @Nullable PromiseKey promise,
            String words, String by) {
        repository.insert(recipients, kind, cell, promise, null, words.length() > 2000 ? words.substring(0, 2000) : words, by,
                now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
