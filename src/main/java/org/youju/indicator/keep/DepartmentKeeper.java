package org.youju.indicator.keep;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.youju.base.Faults;
import org.youju.indicator.Department;
import org.youju.indicator.IndicatorService;
import org.youju.security.Access;

/** Keeps the departments. */
@Service
public class DepartmentKeeper extends ListKeeper<Department> {

    private final ListRepository repository;
    private final IndicatorService indicators;

    DepartmentKeeper(ListRepository repository, IndicatorService indicators, Access access,
            ApplicationEventPublisher events) {
        super("department", indicators, access, events);
        this.repository = repository;
        this.indicators = indicators;
    }

    @Override
    String code(Department entry) {
        return entry.code();
    }

    @Override
    Object called(Department entry) {
        return entry;
    }

    @Override
    List<Kept<Department>> read() {
        return repository.departments();
    }

    @Override
    void check(Faults faults, Department department, Optional<Department> before) {
        Guard.code(faults, department.code(), "[A-Za-z0-9_]{1,40}", "catalogue.code");
        Guard.names(faults, department.nameZh(), department.nameEn());
    }

    @Override
    void insert(Department entry) {
        indicators.addDepartments(List.of(entry));
    }

    @Override
    boolean update(Kept<Department> changed) {
        return repository.update(changed.entry(), changed.version());
    }

    @Override
    boolean remove(String code, int version) {
        return repository.deleteDepartment(code, version);
    }
}
