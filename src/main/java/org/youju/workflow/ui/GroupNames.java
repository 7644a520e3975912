package org.youju.workflow.ui;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.youju.figure.Period;
import org.youju.figure.PeriodFormatException;
import org.youju.indicator.Department;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Theme;

/** What batches are called in the language of a page. */
final class GroupNames {

    private final Function<String, String> words;
    private final Locale locale;
    private final Map<String, Theme> themes;
    private final Map<String, Department> departments;

    /** @param words writes a key in the language */
    GroupNames(Function<String, String> words, Locale locale, IndicatorService indicators) {
        this.words = words;
        this.locale = locale;
        themes = indicators.catalogue().themes().stream().collect(Collectors.toMap(Theme::code, Function.identity()));
        departments = indicators.departments().stream()
                .collect(Collectors.toMap(Department::code, Function.identity()));
    }

    /** @param key what {@link Grouping#key} gives, or what somebody has written into an address */
    String of(Grouping kind, String key) {
        if (key.isEmpty()) {
            return words.apply("todo.none." + kind);
        }
        return switch (kind) {
            case DOCUMENT -> key;
            case THEME -> themes.containsKey(key) ? themes.get(key).name(locale) : key;
            case DEPARTMENT -> departments.containsKey(key) ? departments.get(key).name(locale) : key;
            case PERIOD -> period(key);
        };
    }

    private String period(String code) {
        try {
            return Period.parse(code).label(locale);
        } catch (PeriodFormatException e) {
            return code;
        }
    }
}
