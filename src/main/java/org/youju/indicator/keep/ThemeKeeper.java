package org.youju.indicator.keep;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
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
    List<Kept<ThemeEntry>> read() {
        return repository.themes();
    }

    @Override
    void check(ThemeEntry entry, Optional<ThemeEntry> before) {
        var theme = entry.theme();
        if (!theme.code().matches("[A-Za-z][A-Za-z0-9_]{0,39}")) {
            throw new RuleViolation("catalogue.code", theme.code());
        }
        Guard.name(theme.nameZh(), "catalogue.name.zh");
        Guard.name(theme.nameEn(), "catalogue.name.en");
        var parents = read().stream().filter(it -> it.entry().parent() != null)
                .collect(Collectors.toMap(it -> code(it.entry()), it -> String.valueOf(it.entry().parent())));
        Guard.acyclic(theme.code(), code -> Arrays.asList(code.equals(theme.code()) ? entry.parent()
                : parents.get(code)), "catalogue.parent");
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
