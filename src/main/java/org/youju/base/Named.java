package org.youju.base;

import java.util.Locale;

/** What is called otherwise in each language; a sentence that it stands in calls it by its name. */
@FunctionalInterface
public interface Named {

    /** What it is called. */
    String name(Locale locale);
}
