package org.youju.indicator.keep;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.youju.indicator.Indicator;

/**
 * An indicator with what only those who keep the catalogue see.
 *
 * @param aliases   what documents call it besides its name
 * @param retiredOn since when no new figures are taken; null for an indicator in use
 */
public record IndicatorEntry(Indicator indicator, List<String> aliases, @Nullable LocalDate retiredOn) {

    public IndicatorEntry {
        aliases = List.copyOf(aliases);
    }

    public boolean isRetired() {
        return retiredOn != null;
    }
}
