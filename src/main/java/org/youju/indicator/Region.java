package org.youju.indicator;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.base.Named;

/**
 * A place that figures speak of (SDMX REF_AREA).
 *
 * @param code   administrative division code, such as 310105
 * @param parent code of the region that it is part of, or null
 */
public record Region(String code, String nameZh, String nameEn, @Nullable String parent) implements Named {

    /** A name without the kind of the place stands for it only where this many characters are left: 长宁 for 长宁区. */
    private static final int SHORTEST = 2;

    @Override
    public String name(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? nameZh : nameEn;
    }

    /** The one that a page is about where none is asked for: the first district, else the first of all; empty for none. */
    public static Optional<Region> home(Collection<Region> regions) {
        return regions.stream().filter(it -> it.parent() != null).findFirst().or(() -> regions.stream().findFirst());
    }

    /**
     * The region that words name, such as the name of an issuer. Of several it is the one that is named last and
     * longest, which is the smallest: 长宁区 in 上海市长宁区发展和改革委员会. A name also stands without what it lies in, and
     * without its kind: 长宁 for 上海市长宁区.
     */
    public static Optional<Region> namedIn(String words, Collection<Region> regions) {
        return regions.stream()
                .filter(region -> region.endIn(words) > 0)
                .max(Comparator.comparingInt((Region region) -> region.endIn(words))
                        .thenComparingInt(region -> region.nameZh.length()));
    }

    /** Where its last mention ends, 0 where it is not named. */
    private int endIn(String words) {
        var parts = nameZh.split("(?<=[省市])(?=.)");
        var own = parts[parts.length - 1];
        var end = endOf(own, words);
        return end > 0 || own.length() <= SHORTEST ? end : endOf(own.substring(0, own.length() - 1), words);
    }

    private static int endOf(String name, String words) {
        var at = words.lastIndexOf(name);
        return at < 0 ? 0 : at + name.length();
    }
}
