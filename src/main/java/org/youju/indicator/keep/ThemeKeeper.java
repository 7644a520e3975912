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
import org.youju.security.Access;

/** Keeps the themes. */
@Service
public class ThemeKeeper extends ListKeeper<ThemeEntry> {

    private final ListRepository repository;

    ThemeKeeper(ListRepository repository, IndicatorService indicators, Access access,
            ApplicationEventPublisher events) {
        super("theme", indicators, access, events);
        this.repository = repository;
    }

    @Override
    void lock() {
        repository.lockThemes();
    }

    @Override
    String code(ThemeEntry entry) {
        return entry.theme().code();
    }

    @Override
    Object called(ThemeEntry entry) {
        return entry.theme();
    }

    @Override
    List<Kept<ThemeEntry>> read() {
        return repository.themes();
    }

    @Override
    void check(Faults faults, ThemeEntry entry, Optional<ThemeEntry> before) {
        var theme = entry.theme();
        Guard.code(faults, theme.code(), "[A-Za-z][A-Za-z0-9_]{0,39}", "catalogue.code");
        Guard.names(faults, theme.nameZh(), theme.nameEn());
        var parents = read().stream().filter(it -> it.entry().parent() != null)
                .collect(Collectors.toMap(it -> code(it.entry()), it -> String.valueOf(it.entry().parent())));
        faults.check(() -> Guard.acyclic(theme.code(), code -> Arrays.asList(code.equals(theme.code()) ? entry.parent()
                : parents.get(code)), new RuleViolation("catalogue.parent", theme)));
    }

    @Override
    void insert(ThemeEntry entry) {
        tellAdded(entry);
        repository.insert(entry);
    }

    @Override
    boolean update(Kept<ThemeEntry> changed) {
        return repository.update(changed.entry(), changed.version());
    }

    @Override
    boolean remove(String code, int version) {
        return repository.deleteTheme(code, version);
    }
}
