package org.youju.workflow.release;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.PlainWords;
import org.youju.base.RuleViolation;
import org.youju.observation.Change;
import org.youju.observation.Moments;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.ruling.RulingChange;
import org.youju.observation.ruling.Rulings;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.audit.Audited;
import org.youju.workflow.withdrawal.Withdrawal;
import org.youju.workflow.withdrawal.Withdrawals;

/** Gives moments of the records a name, and says what changed from one to the next. A release is never changed. */
@Service
public class Releases {

    /** The longest name. */
    public static final int LONGEST_NAME = 60;

    /** The longest note. */
    public static final int LONGEST_NOTE = 2000;

    /** The most changes that are listed. */
    public static final int MOST_LISTED = 300;

    /** After whatever is recorded, even where the clock was set back: as of it the records are what they are now. */
    private static final Instant AT_LAST = Observation.OPEN_END.minusSeconds(1);

    private final Map<Long, Change.Count> counts = new ConcurrentHashMap<>();
    private final ReleaseRepository repository;
    private final ObservationService observations;
    private final Withdrawals withdrawals;
    private final Rulings rulings;
    private final Access access;
    private final Moments moments;
    private final ApplicationEventPublisher events;

    Releases(ReleaseRepository repository, ObservationService observations, Withdrawals withdrawals, Rulings rulings,
            Access access, Moments moments, ApplicationEventPublisher events) {
        this.repository = repository;
        this.observations = observations;
        this.withdrawals = withdrawals;
        this.rulings = rulings;
        this.access = access;
        this.moments = moments;
        this.events = events;
    }

    /** All, newest first. */
    @Transactional(readOnly = true)
    public List<Release> all() {
        access.require(Permission.READ_PUBLISHED);
        return repository.all();
    }

    /**
     * Gives the present moment a name. Whatever is being published is waited for and belongs to it; nothing is ever added
     * to it afterwards.
     *
     * @param name unique; never blank
     * @param note what there is to say about it; may be empty
     * @throws RuleViolation if the name is missing, too long or taken, the note is too long, or one of them holds code of a
     *                       page
     */
    @Transactional
    public void make(String name, String note) {
        var who = access.require(Permission.APPROVE).username();
        PlainWords.code(name).ifPresent(code -> {
            throw new RuleViolation("release.name.markup", code);
        });
        var called = name.strip();
        if (called.isEmpty()) {
            throw new RuleViolation("release.name.empty");
        }
        if (called.length() > LONGEST_NAME) {
            throw new RuleViolation("release.name.long", LONGEST_NAME);
        }
        var words = PlainWords.of(note);
        if (words.length() > LONGEST_NOTE) {
            throw new RuleViolation("release.note.long", LONGEST_NOTE);
        }
        if (repository.all().stream().anyMatch(it -> it.name().equals(called))) {
            throw new RuleViolation("release.name.taken", called);
        }
        try {
            repository.insert(called, words, moments.publish(Instant.EPOCH), who);
        } catch (DuplicateKeyException e) {
            throw new RuleViolation("release.name.taken", called);
        }
        events.publishEvent(Audited.made("release", "release", called, words));
    }

    /**
     * What was approved, revised or withdrawn up to a release since the one before it, at most {@value #MOST_LISTED}; since
     * ever for the first.
     */
    @Transactional(readOnly = true)
    public List<Delta> changes(Release release) {
        access.require(Permission.READ_PUBLISHED);
        return between(before(release.at()), release.at());
    }

    /** How many {@link #changes} there are in all. They are counted once: what a release holds never changes. */
    @Transactional(readOnly = true)
    public Change.Count count(Release release) {
        access.require(Permission.READ_PUBLISHED);
        var known = counts.get(release.id());
        if (known != null) {
            return known;
        }
        var counted = observations.countChanges(before(release.at()), release.at());
        counts.put(release.id(), counted);
        return counted;
    }

    /**
     * What was approved, revised or withdrawn since the newest release, at most {@value #MOST_LISTED}; since ever where
     * there is none.
     */
    @Transactional(readOnly = true)
    public List<Delta> pending() {
        access.require(Permission.READ_PUBLISHED);
        return between(before(null), AT_LAST);
    }

    /** How many are {@link #pending} in all. */
    @Transactional(readOnly = true)
    public Change.Count countPending() {
        access.require(Permission.READ_PUBLISHED);
        return observations.countChanges(before(null), AT_LAST);
    }

    /** The cells that another source represents by ruling than at the release before, the latest first. */
    @Transactional(readOnly = true)
    public List<RulingChange> ruled(Release release) {
        return rulings.changes(before(release.at()), release.at());
    }

    /** The cells that another source represents by ruling than at the newest release, the latest first. */
    @Transactional(readOnly = true)
    public List<RulingChange> ruledSince() {
        return rulings.changes(before(null), AT_LAST);
    }

    private Instant before(@Nullable Instant moment) {
        return repository.newestBefore(moment).orElse(Instant.EPOCH);
    }

    private List<Delta> between(Instant one, Instant other) {
        var changes = observations.changes(one, other, MOST_LISTED);
        var withdrawn = withdrawals.of(Withdrawal.Kind.STATEMENT, changes.stream()
                .filter(it -> it.after() == null).map(Change::before).toList());
        return changes.stream().map(it -> new Delta(it, it.after() != null ? it.after().reason()
                : withdrawn.containsKey(it.before().id()) ? withdrawn.get(it.before().id()).reason() : null)).toList();
    }

    /** The release of a number. */
    @Transactional(readOnly = true)
    public Optional<Release> find(long id) {
        return all().stream().filter(it -> it.id() == id).findFirst();
    }
}
