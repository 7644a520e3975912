package org.youju.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.base.Named;
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
 * @param isDraft       whether nobody has approved a figure or a promise of it yet: it is there only for those who see
 *                      drafts
 */
public record Indicator(String code, String nameZh, String nameEn, String theme, @Nullable String department, Unit unit,
        Nature nature, Direction direction, PriceBasis priceBasis, @Nullable Integer headlineOrder,
        @Nullable String growthOf, @Nullable String cumulativeOf, @Nullable String shareOf, @Nullable String part,
        boolean isPublic, @Nullable String note, boolean isDraft) implements Named {

    /** One that is approved. */
    public Indicator(String code, String nameZh, String nameEn, String theme, @Nullable String department, Unit unit,
            Nature nature, Direction direction, PriceBasis priceBasis, @Nullable Integer headlineOrder,
            @Nullable String growthOf, @Nullable String cumulativeOf, @Nullable String shareOf, @Nullable String part,
            boolean isPublic, @Nullable String note) {
        this(code, nameZh, nameEn, theme, department, unit, nature, direction, priceBasis, headlineOrder, growthOf,
                cumulativeOf, shareOf, part, isPublic, note, false);
    }

    public Indicator {
        requireCode(code);
    }

    /** @throws RuleViolation if it is no code of an indicator */
    public static void requireCode(String code) {
        if (!code.matches("[A-Za-z][A-Za-z0-9_]{0,59}")) {
            throw new RuleViolation("indicator.code.illegal", code);
        }
    }

    /** The same, not approved yet. */
    Indicator asDraft() {
        return new Indicator(code, nameZh, nameEn, theme, department, unit, nature, direction, priceBasis,
                headlineOrder, growthOf, cumulativeOf, shareOf, part, isPublic, note, true);
    }

    /** The codes of the indicators that it refers to. */
    List<String> refersTo() {
        return Stream.of(growthOf, cumulativeOf, shareOf, part).filter(Objects::nonNull).toList();
    }

    @Override
    public String name(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? nameZh : nameEn;
    }

    public boolean isHeadline() {
        return headlineOrder != null;
    }
}
