package org.youju.indicator.keep;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.Faults;
import org.youju.base.LostRace;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.indicator.IndicatorService;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.audit.Audited;

/**
 * Keeps one of the short lists that all figures share. Statisticians whose scope is not limited change it; what something
 * rests on can't be deleted, and a code never changes.
 *
 * @param <T> its entries
 */
public abstract class ListKeeper<T> {

    private final String entity;
    private final IndicatorService indicators;
    private final Access access;
    private final ApplicationEventPublisher events;

    ListKeeper(String entity, IndicatorService indicators, Access access, ApplicationEventPublisher events) {
        this.entity = entity;
        this.indicators = indicators;
        this.access = access;
        this.events = events;
    }

    /** All entries in their order; only to those who may read drafts. */
    @Transactional(readOnly = true)
    public List<Kept<T>> all() {
        access.require(Permission.READ_DRAFTS);
        return read();
    }

    /**
     * An entry as it stands.
     *
     * @throws NotFoundException if somebody has deleted it
     */
    @Transactional(readOnly = true)
    public Kept<T> one(String code) {
        return find(code).orElseThrow(() -> new NotFoundException("catalogue.gone", code));
    }

    private Optional<Kept<T>> find(String code) {
        return all().stream().filter(it -> code(it.entry()).equals(code)).findFirst();
    }

    /** Whether whoever acts may change the list. */
    public boolean mayKeep() {
        return access.may(Permission.EDIT_DRAFTS) && access.current().scope().covers(null, null);
    }

    /** @throws RuleViolation if it breaks a rule, or the code is taken */
    @Transactional
    public void add(T entry) {
        requireKeeper();
        check(entry, Optional.empty());
        Guard.insert(() -> insert(entry), taken(entry));
    }

    /**
     * Changes an entry as somebody saw it.
     *
     * @throws RuleViolation if it breaks a rule
     * @throws LostRace      if somebody has changed it meanwhile
     */
    @Transactional
    public void change(Kept<T> changed) {
        requireKeeper();
        lock();
        var before = one(code(changed.entry()));
        check(changed.entry(), Optional.of(before.entry()));
        indicators.changes();
        if (!update(changed)) {
            throw new LostRace("catalogue.changed");
        }
        events.publishEvent(Audited.changed("update", entity, code(changed.entry()), before.entry(), changed.entry()));
    }

    /**
     * Deletes an entry as somebody saw it.
     *
     * @throws RuleViolation if something rests on it
     * @throws LostRace      if somebody has changed it meanwhile
     */
    @Transactional
    public void delete(Kept<T> unwanted) {
        requireKeeper();
        var code = code(unwanted.entry());
        indicators.changes();
        if (!Guard.delete(() -> remove(code, unwanted.version()), new RuleViolation("catalogue.used", called(unwanted.entry())))) {
            throw new LostRace("catalogue.changed");
        }
        events.publishEvent(new Audited(null, "delete", entity, code, unwanted.entry().toString(), null));
    }

    /** Tells that the present transaction adds an entry. */
    void tellAdded(T entry) {
        indicators.changes();
        events.publishEvent(Audited.made("create", entity, code(entry), entry));
    }

    private void requireKeeper() {
        access.require(Permission.EDIT_DRAFTS);
        access.requireScope(null, null);
    }

    /** Lets one at a time change what entries that hang together are checked for; nothing where they don't. */
    void lock() {
    }

    abstract String code(T entry);

    /** What a sentence calls an entry. */
    abstract Object called(T entry);

    abstract List<Kept<T>> read();

    /** Gathers why an entry can't be kept in the place of {@code before}, or as a new one. */
    abstract void check(Faults faults, T entry, Optional<T> before);

    private void check(T entry, Optional<T> before) {
        var faults = new Faults();
        if (before.isEmpty() && find(code(entry)).isPresent()) {
            faults.check(() -> {
                throw taken(entry);
            });
        }
        check(faults, entry, before);
        faults.raise();
    }

    private RuleViolation taken(T entry) {
        return new RuleViolation("catalogue.code.taken", code(entry));
    }

    /** Adds it to the catalogue and to the audit trail. */
    abstract void insert(T entry);

    /** @return whether it stood as it was seen, and is changed */
    abstract boolean update(Kept<T> changed);

    /** @return whether it stood as it was seen, and is gone */
    abstract boolean remove(String code, int version);
}
