package org.youju.indicator.keep;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.LostRace;
import org.youju.base.NotFoundException;
import org.youju.base.PlainWords;
import org.youju.base.RuleViolation;
import org.youju.indicator.Definition;
import org.youju.indicator.IndicatorChanged;
import org.youju.indicator.IndicatorService;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.audit.Audited;

/**
 * Keeps the definitions (口径) of indicators, version by version; one that does not compare makes a break in the series.
 */
@Service
public class DefinitionKeeper {

    /** How long a reason is at most. */
    public static final int LONGEST_REASON = 1000;

    private static final String ENTITY = "definition";
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private final IndicatorKeepRepository repository;
    private final IndicatorService indicators;
    private final Access access;
    private final ApplicationEventPublisher events;

    DefinitionKeeper(IndicatorKeepRepository repository, IndicatorService indicators, Access access,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.indicators = indicators;
        this.access = access;
        this.events = events;
    }

    /** The definitions of an indicator, those for all regions first, each region's from the first on. */
    @Transactional(readOnly = true)
    public List<Kept<Definition>> of(String indicator) {
        access.require(Permission.READ_DRAFTS);
        return repository.definitions(indicator);
    }

    /** @throws NotFoundException if it is not there */
    @Transactional(readOnly = true)
    public Kept<Definition> one(Definition definition) {
        return of(definition.indicator()).stream()
                .filter(it -> it.entry().number() == definition.number()
                        && Objects.equals(it.entry().region(), definition.region()))
                .findFirst().orElseThrow(() -> new NotFoundException("catalogue.gone", definition.indicator()));
    }

    /**
     * Adds a version after those of its region; its number is not looked at.
     *
     * @throws RuleViolation if it does not begin after the one before, or breaks with it and gives no reason
     */
    @Transactional
    public void add(Definition definition) {
        requireKeeper(definition);
        repository.lock(definition.indicator());
        var before = versions(definition);
        var numbered = new Definition(definition.indicator(), definition.region(), before.size() + 1,
                definition.validFrom(), definition.body(), definition.scope(), definition.method(),
                definition.priceBasis(), definition.comparable(), reason(definition));
        check(numbered, before);
        indicators.addDefinitions(List.of(numbered));
        events.publishEvent(new IndicatorChanged(numbered.indicator()));
    }

    /**
     * Changes a version as somebody saw it, but for its region and number.
     *
     * @throws RuleViolation as {@link #add}
     * @throws LostRace      if somebody has changed it meanwhile
     */
    @Transactional
    public void change(Kept<Definition> changed) {
        var given = changed.entry();
        var definition = new Definition(given.indicator(), given.region(), given.number(), given.validFrom(),
                given.body(), given.scope(), given.method(), given.priceBasis(), given.comparable(), reason(given));
        requireKeeper(definition);
        repository.lock(definition.indicator());
        var before = one(definition).entry();
        check(definition, versions(definition));
        indicators.changes();
        if (!repository.update(definition, changed.version())) {
            throw new LostRace("catalogue.changed");
        }
        events.publishEvent(Audited.changed("update", ENTITY, definition.indicator(), before, definition));
        events.publishEvent(new IndicatorChanged(definition.indicator()));
    }

    /** Why it differs, as it is kept; null where nothing is said. */
    private static @Nullable String reason(Definition given) {
        var words = given.reason() == null ? "" : PlainWords.of(given.reason());
        return words.isEmpty() ? null : words;
    }

    private void requireKeeper(Definition definition) {
        access.require(Permission.EDIT_DRAFTS);
        var catalogue = indicators.catalogue();
        access.requireScope(definition.region(), catalogue.indicator(definition.indicator()).department());
        if (definition.region() != null) {
            catalogue.region(definition.region());
        }
    }

    private List<Definition> versions(Definition like) {
        return of(like.indicator()).stream().map(Kept::entry)
                .filter(it -> Objects.equals(it.region(), like.region())).toList();
    }

    private static void check(Definition definition, List<Definition> all) {
        var year = definition.validFrom();
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw new RuleViolation("catalogue.definition.year", FIRST_YEAR, LAST_YEAR);
        }
        if (year == null && definition.number() > 1) {
            throw new RuleViolation("catalogue.definition.from");
        }
        for (var other : all) {
            if (other.number() == definition.number()) {
                continue;
            }
            var later = other.number() > definition.number();
            var from = other.validFrom();
            if (year != null && from != null && (later ? from <= year : from >= year)) {
                throw new RuleViolation(later ? "catalogue.definition.late" : "catalogue.definition.early", from);
            }
        }
        if (!definition.comparable() && definition.reason() == null) {
            throw new RuleViolation("catalogue.definition.reason");
        }
        if (definition.reason() != null && definition.reason().length() > LONGEST_REASON) {
            throw new RuleViolation("catalogue.definition.reason.long", LONGEST_REASON);
        }
    }
}
