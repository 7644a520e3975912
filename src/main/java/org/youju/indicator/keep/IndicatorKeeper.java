package org.youju.indicator.keep;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.Faults;
import org.youju.base.LostRace;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorChanged;
import org.youju.indicator.IndicatorService;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.audit.Audited;

/**
 * Keeps the indicators: a code never changes, the unit of one that figures are stated of stays, and one that anything
 * rests on is retired, not deleted.
 */
@Service
public class IndicatorKeeper {

    /** How long a note is at most. */
    public static final int LONGEST_NOTE = 1000;

    private static final String ENTITY = "indicator";

    private final IndicatorKeepRepository repository;
    private final IndicatorService indicators;
    private final Access access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    IndicatorKeeper(IndicatorKeepRepository repository, IndicatorService indicators, Access access, Clock clock,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.indicators = indicators;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /** All indicators, retired ones too, by theme and then by code; only to those who may read drafts. */
    @Transactional(readOnly = true)
    public List<Kept<IndicatorEntry>> all() {
        access.require(Permission.READ_DRAFTS);
        var states = repository.states();
        var aliases = repository.aliases();
        return indicators.catalogue().withRetired().stream().filter(it -> states.containsKey(it.code())).map(it -> {
            var state = states.get(it.code());
            return new Kept<>(new IndicatorEntry(it, aliases.getOrDefault(it.code(), List.of()), state.retiredOn()),
                    state.version());
        }).toList();
    }

    /** @throws NotFoundException if there is none of that code */
    @Transactional(readOnly = true)
    public Kept<IndicatorEntry> one(String code) {
        return all().stream().filter(it -> it.entry().indicator().code().equals(code)).findFirst()
                .orElseThrow(() -> new NotFoundException("indicator.notFound", code));
    }

    /** Whether whoever acts may change an indicator of a department; null where the department is not known. */
    public boolean mayKeep(@Nullable String department) {
        return access.may(Permission.EDIT_DRAFTS) && access.current().scope().covers(null, department);
    }

    /** Whether an indicator answers to what somebody looks for: its name, an alias, its code, or the initials of its name. */
    public static boolean isNamed(IndicatorEntry entry, String sought) {
        var wanted = sought.strip().toLowerCase(Locale.ROOT);
        var indicator = entry.indicator();
        return wanted.isEmpty() || Stream.concat(Stream.of(indicator.code(), indicator.nameZh(), indicator.nameEn(),
                Initials.of(indicator.nameZh())), entry.aliases().stream())
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /**
     * Adds an indicator as a draft: it is there for everybody once a figure or a promise of it is approved.
     *
     * @throws RuleViolation if it breaks a rule, or the code is taken
     */
    @Transactional
    public void add(IndicatorEntry entry) {
        access.require(Permission.EDIT_DRAFTS);
        access.requireScope(null, entry.indicator().department());
        check(entry, indicators.catalogue());
        indicators.addWithUnit(entry.indicator());
        if (!entry.aliases().isEmpty()) {
            indicators.addAliases(entry.indicator().code(), entry.aliases());
        }
    }

    /**
     * Changes an indicator as somebody saw it, all but its code, its place among the headlines and its retirement. A
     * first figure that is being kept meanwhile is waited for.
     *
     * @throws RuleViolation if it breaks a rule, or the unit can't be changed any more
     * @throws LostRace      if somebody has changed it meanwhile
     */
    @Transactional
    public void change(Kept<IndicatorEntry> changed) {
        var entry = changed.entry();
        var indicator = entry.indicator();
        var before = kept(indicator.code());
        access.requireScope(null, indicator.department());
        repository.lockRelations();
        indicators.changes();
        check(entry, indicators.catalogue());
        var unit = before.entry().indicator().unit().code();
        if (!unit.equals(indicator.unit().code())) {
            repository.lock(indicator.code());
            if (repository.isStated(indicator.code())) {
                throw new RuleViolation("catalogue.indicator.unit.fixed", unit);
            }
        }
        if (!repository.update(indicator, changed.version())) {
            throw new LostRace("catalogue.changed");
        }
        repository.replaceAliases(indicator.code(), entry.aliases());
        events.publishEvent(Audited.changed("update", ENTITY, indicator.code(), before.entry(), entry));
        events.publishEvent(new IndicatorChanged(indicator.code()));
    }

    /**
     * Takes an indicator out of use, and off the dashboard: its figures stay where they are.
     *
     * @throws LostRace if somebody has changed it meanwhile
     */
    @Transactional
    public void retire(String code, int version) {
        retire(code, version, LocalDate.now(clock), "retire");
    }

    /**
     * Takes a retired indicator back into use.
     *
     * @throws LostRace if somebody has changed it meanwhile
     */
    @Transactional
    public void restore(String code, int version) {
        retire(code, version, null, "restore");
    }

    private void retire(String code, int version, @Nullable LocalDate on, String action) {
        kept(code);
        indicators.changes();
        if (!repository.retire(code, version, on)) {
            throw new LostRace("catalogue.changed");
        }
        events.publishEvent(Audited.did(action, ENTITY, code));
        events.publishEvent(new IndicatorChanged(code));
    }

    /**
     * Deletes an indicator that nothing rests on, with its definitions.
     *
     * @throws RuleViolation if figures, promises, rules or other indicators rest on it
     * @throws LostRace      if somebody has changed it meanwhile
     */
    @Transactional
    public void delete(String code, int version) {
        var before = kept(code);
        indicators.changes();
        if (!Guard.delete(() -> repository.delete(code, version), new RuleViolation("catalogue.used", before.entry().indicator()))) {
            throw new LostRace("catalogue.changed");
        }
        events.publishEvent(new Audited(null, "delete", ENTITY, code, before.entry().toString(), null));
    }

    private Kept<IndicatorEntry> kept(String code) {
        access.require(Permission.EDIT_DRAFTS);
        var before = one(code);
        access.requireScope(null, before.entry().indicator().department());
        return before;
    }

    /**
     * Looks at what is written of an indicator, which may lack the rest yet.
     *
     * @throws RuleViolation with all that is wrong with it
     */
    public static void requireWords(String nameZh, String nameEn, List<String> aliases, @Nullable String note) {
        var faults = new Faults();
        Guard.names(faults, nameZh, nameEn);
        aliases.forEach(alias -> faults.check(() -> Guard.name(alias, "catalogue.alias")));
        faults.check(() -> {
            if (note != null && note.length() > LONGEST_NOTE) {
                throw new RuleViolation("catalogue.note", LONGEST_NOTE, note.length());
            }
        });
        faults.raise();
    }

    /** @throws RuleViolation if the code of a new indicator is none, or is taken, also by a retired one */
    public void requireFree(String code) {
        Indicator.requireCode(code);
        if (indicators.catalogue().withRetired().stream().anyMatch(it -> it.code().equals(code))) {
            throw new RuleViolation("indicator.code.taken", code);
        }
    }

    private static void check(IndicatorEntry entry, Catalogue catalogue) {
        var indicator = entry.indicator();
        var faults = new Faults();
        faults.check(() -> requireWords(indicator.nameZh(), indicator.nameEn(), entry.aliases(), indicator.note()));
        catalogue.theme(indicator.theme());
        faults.check(() -> relation(indicator, Indicator::growthOf, catalogue, "catalogue.indicator.growth-of"));
        faults.check(() -> relation(indicator, Indicator::cumulativeOf, catalogue,
                "catalogue.indicator.cumulative-of"));
        faults.check(() -> relation(indicator, Indicator::shareOf, catalogue, "catalogue.indicator.share-of"));
        faults.check(() -> relation(indicator, Indicator::part, catalogue, "catalogue.indicator.part"));
        faults.raise();
    }

    private static void relation(Indicator indicator, Function<Indicator, @Nullable String> relation,
            Catalogue catalogue, String key) {
        var other = relation.apply(indicator);
        if (other != null) {
            catalogue.indicator(other);
        }
        Guard.acyclic(indicator.code(), code -> Stream.of(code.equals(indicator.code()) ? indicator
                : catalogue.find(code).orElse(null)).filter(Objects::nonNull).map(relation).toList(),
                new RuleViolation(key, indicator));
    }

    /** The headlines in their order, retired ones left out. */
    @Transactional(readOnly = true)
    public List<Indicator> headlines() {
        access.require(Permission.READ_DRAFTS);
        return indicators.catalogue().headlines();
    }

    /**
     * Puts the headlines of the dashboard into an order; those that are left out lose their cards.
     *
     * @param seen   their codes in the order that somebody saw
     * @param wanted codes in the order wanted, none twice
     * @throws LostRace if somebody has arranged them meanwhile
     */
    @Transactional
    public void arrange(List<String> seen, List<String> wanted) {
        access.require(Permission.EDIT_DRAFTS);
        access.requireScope(null, null);
        indicators.changes();
        repository.lockHeadlines();
        if (!codes(headlines()).equals(seen)) {
            throw new LostRace("catalogue.headlines.changed");
        }
        var catalogue = indicators.catalogue();
        wanted.forEach(catalogue::indicator);
        repository.arrange(wanted);
        events.publishEvent(Audited.changed("arrange", ENTITY, wanted.isEmpty() ? "" : wanted.getFirst(), seen, wanted));
    }

    /** Whether whoever acts may arrange the headlines. */
    public boolean mayArrange() {
        return access.may(Permission.EDIT_DRAFTS) && access.current().scope().covers(null, null);
    }

    private static List<String> codes(Collection<Indicator> indicators) {
        return indicators.stream().map(Indicator::code).toList();
    }
}
