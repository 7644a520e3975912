package org.youju.indicator;

import java.util.Locale;
import org.youju.base.Named;

/** A group of indicators that are read together. */
public record Theme(String code, String nameZh, String nameEn, int order) implements Named {

    @Override
    public String name(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? nameZh : nameEn;
    }
}
