package org.youju.base;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is called otherwise in each language; a sentence that it stands in calls it by its name. */
@FunctionalInterface
public interface Named {

    /** What it is called. */
    String name(Locale locale);

    /** As a part of a sentence: {@code Named.of(period::label)}. */
    static Named of(Named name) {
        return name;
    }

    /** Parts of a sentence for a log. */
    static List<Object> logged(Object... parts) {
        return Arrays.stream(parts).map(it -> it instanceof Named named ? named.name(Locale.ROOT) : it).toList();
    }
}
