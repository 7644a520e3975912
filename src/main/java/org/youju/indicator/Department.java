package org.youju.indicator;

import java.util.Locale;
import org.youju.base.Named;

/**
 * Who answers for indicators and promises.
 *
 * @param code empty for one that is not in the catalogue yet
 */
public record Department(String code, String nameZh, String nameEn) implements Named {

    /** One of that name, which is not in the catalogue yet. */
    public static Department unkept(String name) {
        return new Department("", name, name);
    }

    /** Whether the catalogue has it. */
    public boolean isKept() {
        return !code.isEmpty();
    }

    @Override
    public String name(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? nameZh : nameEn;
    }
}
