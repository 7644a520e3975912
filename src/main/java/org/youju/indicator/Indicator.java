package org.youju.indicator;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.figure.Nature;
import org.youju.figure.Unit;

/**
 * What is measured (SDMX INDICATOR).
 *
 * @param code          letters, digits and underscores; never changes
 * @param theme         code of its theme
 * @param department    code of the department that answers for it, null where it is not known
 * @param unit          the unit of its stored values
 * @param headlineOrder place among the dashboard's cards, null for an indicator without a card
 * @param growthOf      the level that this is the growth of, or null
 * @param cumulativeOf  the yearly indicator that this adds up, or null
 * @param shareOf       the whole that this is a share of, or null
 * @param part          what is divided by the whole, or null
 * @param note          a remark for people; not a definition
 */
public record Indicator(String code, String nameZh, String nameEn, String theme, @Nullable String department, Unit unit,
        Nature nature, Direction direction, PriceBasis priceBasis, @Nullable Integer headlineOrder,
        @Nullable String growthOf, @Nullable String cumulativeOf, @Nullable String shareOf, @Nullable String part,
        boolean isPublic, @Nullable String note) {

    public Indicator {
        if (!code.matches("[A-Za-z][A-Za-z0-9_]{0,59}")) {
            throw new RuleViolation("indicator.code.illegal", code);
        }
    }

    public String name(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? nameZh : nameEn;
    }

    public boolean isHeadline() {
        return headlineOrder != null;
    }
}
