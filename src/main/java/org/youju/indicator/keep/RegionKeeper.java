package org.youju.indicator.keep;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.youju.base.Faults;
import org.youju.base.RuleViolation;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.security.Access;

/** Keeps the regions. */
@Service
public class RegionKeeper extends ListKeeper<Region> {

    private final ListRepository repository;
    private final IndicatorService indicators;

    RegionKeeper(ListRepository repository, IndicatorService indicators, Access access,
            ApplicationEventPublisher events) {
        super("region", indicators, access, events);
        this.repository = repository;
        this.indicators = indicators;
    }

    @Override
    void lock() {
        repository.lockRegions();
    }

    @Override
    String code(Region entry) {
        return entry.code();
    }

    @Override
    Object called(Region entry) {
        return entry;
    }

    @Override
    List<Kept<Region>> read() {
        return repository.regions();
    }

    @Override
    void check(Faults faults, Region region, Optional<Region> before) {
        Guard.code(faults, region.code(), "[0-9A-Za-z]{1,12}", "catalogue.code.region");
        Guard.names(faults, region.nameZh(), region.nameEn());
        var parents = read().stream().filter(it -> it.entry().parent() != null)
                .collect(Collectors.toMap(it -> it.entry().code(), it -> String.valueOf(it.entry().parent())));
        faults.check(() -> Guard.acyclic(region.code(), code -> Arrays.asList(code.equals(region.code())
                ? region.parent() : parents.get(code)), new RuleViolation("catalogue.parent", region)));
    }

    @Override
    void insert(Region entry) {
        indicators.addRegions(List.of(entry));
    }

    @Override
    boolean update(Kept<Region> changed) {
        return repository.update(changed.entry(), changed.version());
    }

    @Override
    boolean remove(String code, int version) {
        return repository.deleteRegion(code, version);
    }
}
