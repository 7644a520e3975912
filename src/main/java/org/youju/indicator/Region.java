package org.youju.indicator;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A place that figures speak of (SDMX REF_AREA).
 *
 * @param code   administrative division code, such as 310105
 * @param parent code of the region that it is part of, or null
 */
public record Region(String code, String nameZh, String nameEn, @Nullable String parent) {

    public String name(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? nameZh : nameEn;
    }
}
