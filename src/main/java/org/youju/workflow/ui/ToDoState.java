package org.youju.workflow.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.youju.base.ui.Routes;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.observation.Narrowing;
import org.youju.observation.Recorded;

/**
 * What the page is asked to show, as its address says it: {@code ?by=theme&department=FGW&period=2023}. What can't be
 * read is as if not asked.
 *
 * @param by   what makes a batch
 * @param only the keys that items are limited to
 */
record ToDoState(Grouping by, Map<Grouping, String> only) {

    private static final String BY = "by";

    ToDoState {
        only = Map.copyOf(only);
    }

    static ToDoState read(QueryParameters query) {
        var by = query.getSingleParameter(BY).flatMap(word -> Arrays.stream(Grouping.values())
                .filter(it -> it.word().equals(word)).findFirst()).orElse(Grouping.DOCUMENT);
        var only = new EnumMap<Grouping, String>(Grouping.class);
        for (var kind : Grouping.values()) {
            query.getSingleParameter(kind.word()).filter(key -> !key.isBlank()).ifPresent(key -> only.put(kind, key));
        }
        return new ToDoState(by, only);
    }

    String address() {
        var parts = new LinkedHashMap<String, String>();
        if (by != Grouping.DOCUMENT) {
            parts.put(BY, by.word());
        }
        only.forEach((kind, key) -> parts.put(kind.word(), key));
        return parts.isEmpty() ? Routes.TO_DO
                : Routes.TO_DO + "?" + QueryParameters.simple(parts).getQueryString();
    }

    /** Whether a row that stands is among what is asked for. */
    boolean shows(Recorded row, Catalogue catalogue) {
        return only.entrySet().stream().allMatch(it -> it.getValue().equals(it.getKey().key(row, catalogue)));
    }

    /** What the items are read by. */
    Narrowing narrowing(Catalogue catalogue) {
        var theme = only.get(Grouping.THEME);
        var document = only.get(Grouping.DOCUMENT);
        return new Narrowing(theme == null ? null : catalogue.withRetired().stream()
                .filter(it -> it.theme().equals(theme)).map(Indicator::code).collect(Collectors.toSet()),
                only.get(Grouping.DEPARTMENT), only.get(Grouping.PERIOD), document == null ? null
                : document.matches("\\d{1,18}") ? Long.valueOf(document) : Long.valueOf(0));
    }

    ToDoState by(Grouping other) {
        return new ToDoState(other, only);
    }

    ToDoState only(Grouping kind, Optional<String> key) {
        var keys = new EnumMap<Grouping, String>(Grouping.class);
        keys.putAll(only);
        key.ifPresentOrElse(it -> keys.put(kind, it), () -> keys.remove(kind));
        return new ToDoState(by, keys);
    }
}
