package org.youju.indicator.keep;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.youju.base.Faults;
import org.youju.base.RuleViolation;
import org.youju.figure.Unit;
import org.youju.indicator.IndicatorService;
import org.youju.security.Access;

/** Keeps the units. What one that is in use measures, and how much of it, is fixed: stored figures rest on it. */
@Service
public class UnitKeeper extends ListKeeper<Unit> {

    private static final int LONGEST_ALIASES = 400;

    private final ListRepository repository;
    private final IndicatorService indicators;

    UnitKeeper(ListRepository repository, IndicatorService indicators, Access access,
            ApplicationEventPublisher events) {
        super("unit", indicators, access, events);
        this.repository = repository;
        this.indicators = indicators;
    }

    @Override
    String code(Unit entry) {
        return entry.code();
    }

    @Override
    Object called(Unit entry) {
        return entry.code();
    }

    @Override
    List<Kept<Unit>> read() {
        return repository.units();
    }

    @Override
    void check(Faults faults, Unit unit, Optional<Unit> before) {
        Stream.of(unit.code(), unit.dimension(), unit.base(), unit.sdmx())
                .filter(part -> !part.matches("\\S{1,40}")).findFirst()
                .ifPresent(part -> Guard.code(faults, part, "\\S{1,40}", "catalogue.unit.part"));
        faults.check(() -> Guard.name(unit.nameEn(), "catalogue.name.en"));
        faults.check(() -> measures(unit, before));
    }

    private void measures(Unit unit, Optional<Unit> before) {
        if (String.join(" ", unit.aliases()).length() > LONGEST_ALIASES) {
            throw new RuleViolation("catalogue.unit.aliases", LONGEST_ALIASES);
        }
        before.filter(was -> !measuresAlike(was, unit) && repository.isUsed(was)).ifPresent(was -> {
            throw new RuleViolation("catalogue.unit.fixed", was.code());
        });
        read().stream().map(Kept::entry).filter(it -> !it.code().equals(unit.code())
                && it.code().equals(unit.base()) && !it.dimension().equals(unit.dimension())).findFirst()
                .ifPresent(base -> {
                    throw new RuleViolation("catalogue.unit.base", base.code(), base.dimension());
                });
    }

    private static boolean measuresAlike(Unit one, Unit other) {
        return one.dimension().equals(other.dimension()) && one.base().equals(other.base())
                && one.factor().compareTo(other.factor()) == 0 && one.counted() == other.counted();
    }

    @Override
    void insert(Unit entry) {
        indicators.addUnits(List.of(entry));
    }

    @Override
    boolean update(Kept<Unit> changed) {
        return repository.update(changed.entry(), changed.version());
    }

    @Override
    boolean remove(String code, int version) {
        return repository.deleteUnit(code, version);
    }
}
