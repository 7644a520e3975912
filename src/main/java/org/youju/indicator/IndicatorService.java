package org.youju.indicator;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.LostRace;
import org.youju.base.RuleViolation;
import org.youju.figure.Unit;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.audit.Audited;

/** Reads and keeps the catalogue. Codes are for ever; nothing that is cited can be removed. */
@Service
public class IndicatorService {

    private static final int LONGEST_NAME = 200;
    private static final String CREATE = "create";
    private static final String INDICATOR = "indicator";

    private final IndicatorRepository repository;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final KeptCatalogue kept;

    IndicatorService(IndicatorRepository repository, Access access, ApplicationEventPublisher events) {
        this.repository = repository;
        this.events = events;
        this.access = access;
        this.kept = new KeptCatalogue(repository::catalogue);
    }

    /**
     * Other names of indicators, as documents call them, by the code of the indicator; without those that have none.
     */
    @Transactional(readOnly = true)
    public Map<String, List<String>> aliases() {
        return repository.aliases();
    }

    /** Gives an indicator further names, as documents call it. */
    @Transactional
    public void addAliases(String indicator, Collection<String> aliases) {
        access.require(Permission.EDIT_DRAFTS);
        repository.insertAliases(catalogue().indicator(indicator).code(), aliases);
        events.publishEvent(Audited.made("update", INDICATOR, indicator, aliases));
    }

    /** The departments that may answer for something, by their codes. */
    @Transactional(readOnly = true)
    public List<Department> departments() {
        return repository.departments();
    }

    /**
     * The department of a name, which is added to the catalogue where it is new.
     *
     * @throws RuleViolation if the name is too long, or somebody has just added another department
     */
    @Transactional
    public Department departmentNamed(String name) {
        access.require(Permission.EDIT_DRAFTS);
        var wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
            throw new RuleViolation("department.name", LONGEST_NAME);
        }
        var known = repository.departments();
        return known.stream().filter(it -> it.nameZh().equals(wanted) || it.nameEn().equals(wanted)).findFirst()
                .orElseGet(() -> {
                    var codes = known.stream().map(Department::code).collect(Collectors.toSet());
                    var code = IntStream.iterate(1, n -> n + 1).mapToObj("D%03d"::formatted)
                            .filter(it -> !codes.contains(it)).findFirst().orElseThrow();
                    var added = new Department(code, wanted, wanted);
                    unless(new RuleViolation("department.taken", wanted), () -> addDepartments(List.of(added)));
                    return added;
                });
    }

    /**
     * The catalogue as it stands, without draft indicators for whoever may not see drafts; within a transaction that
     * changes it, as that transaction sees it.
     */
    public Catalogue catalogue() {
        var all = kept.get();
        return access.may(Permission.READ_DRAFTS) ? all : all.approved();
    }

    /** Tells that the present transaction changes the catalogue, which is read anew from then on. */
    public void changes() {
        kept.changes();
    }

    @Transactional
    public void addUnits(Collection<Unit> units) {
        access.require(Permission.EDIT_DRAFTS);
        kept.changes();
        units.forEach(repository::insertUnit);
        units.forEach(it -> events.publishEvent(Audited.made(CREATE, "unit", it.code(), it)));
    }

    @Transactional
    public void addThemes(Collection<Theme> themes) {
        access.require(Permission.EDIT_DRAFTS);
        kept.changes();
        themes.forEach(repository::insertTheme);
        themes.forEach(it -> events.publishEvent(Audited.made(CREATE, "theme", it.code(), it)));
    }

    /** Adds regions; a parent must stand before its children. */
    @Transactional
    public void addRegions(Collection<Region> regions) {
        access.require(Permission.EDIT_DRAFTS);
        kept.changes();
        regions.forEach(repository::insertRegion);
        regions.forEach(it -> events.publishEvent(Audited.made(CREATE, "region", it.code(), it)));
    }

    @Transactional
    public void addDepartments(Collection<Department> departments) {
        access.require(Permission.EDIT_DRAFTS);
        departments.forEach(repository::insertDepartment);
        departments.forEach(it -> events.publishEvent(Audited.made(CREATE, "department", it.code(), it)));
    }

    /** Adds indicators that may refer to each other in any order. */
    @Transactional
    public void addIndicators(Collection<Indicator> indicators) {
        access.require(Permission.EDIT_DRAFTS);
        kept.changes();
        indicators.forEach(repository::insertIndicator);
        indicators.forEach(repository::relate);
        indicators.forEach(it -> events.publishEvent(Audited.made(CREATE, INDICATOR, it.code(), it)));
    }

    /**
     * Adds one indicator as a draft, and its unit with it where the catalogue has none of that code.
     *
     * @throws RuleViolation if an indicator of that code is there, or somebody has just added its unit
     */
    @Transactional
    public void addWithUnit(Indicator wanted) {
        access.require(Permission.EDIT_DRAFTS);
        var indicator = wanted.asDraft();
        var unit = indicator.unit();
        var unitIsNew = catalogue().units().stream().noneMatch(it -> it.code().equals(unit.code()));
        kept.changes();
        if (unitIsNew) {
            unless(new RuleViolation("indicator.unit.taken", unit.code()), () -> repository.insertUnit(unit));
            events.publishEvent(Audited.made(CREATE, "unit", unit.code(), unit));
        }
        unless(new RuleViolation("indicator.code.taken", indicator.code()),
                () -> repository.insertIndicator(indicator));
        repository.relate(indicator);
        events.publishEvent(Audited.made(CREATE, INDICATOR, indicator.code(), indicator));
    }

    /**
     * Approves those of some indicators that are drafts, and the drafts that these refer to, because a figure or a
     * promise of each is approved.
     */
    @Transactional
    public void approve(Collection<String> indicators) {
        var catalogue = catalogue();
        var drafts = new LinkedHashSet<String>();
        var next = new ArrayDeque<>(indicators);
        while (!next.isEmpty()) {
            catalogue.find(next.remove()).filter(it -> it.isDraft() && drafts.add(it.code()))
                    .ifPresent(it -> next.addAll(it.refersTo()));
        }
        if (drafts.isEmpty()) {
            return;
        }
        access.require(Permission.APPROVE);
        kept.changes();
        repository.approve(drafts);
        drafts.forEach(it -> events.publishEvent(Audited.did("approve", INDICATOR, it)));
    }

    /**
     * Keeps the units of some indicators as they are until the present transaction ends, so that what it stores in them
     * is read in them.
     *
     * @param units the code of the unit that each was read in, by the code of the indicator
     * @return why what was read of an indicator can't be stored, by its code: somebody has changed its unit meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, LostRace> holdUnits(Map<String, String> units) {
        var held = units.isEmpty() ? Map.<String, String>of() : repository.holdUnits(units.keySet());
        return units.keySet().stream().filter(it -> held.containsKey(it) && !held.get(it).equals(units.get(it)))
                .collect(Collectors.toMap(Function.identity(),
                        it -> new LostRace("observation.unit.changed", it, held.get(it))));
    }

    /** Inserts what may be there already, though it was not when this began. */
    private static void unless(RuleViolation taken, Runnable insert) {
        try {
            insert.run();
        } catch (DuplicateKeyException e) {
            throw taken;
        }
    }

    @Transactional
    public void addDefinitions(Collection<Definition> definitions) {
        access.require(Permission.EDIT_DRAFTS);
        kept.changes();
        definitions.forEach(repository::insertDefinition);
        definitions.forEach(it -> events.publishEvent(Audited.made(CREATE, "definition", it.indicator(), it)));
    }
}
