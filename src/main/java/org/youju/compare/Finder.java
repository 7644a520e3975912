package org.youju.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.indicator.keep.Initials;

/** Finds indicators by what people type: a name or another name, the initials of its sounds, a code, a theme. */
public final class Finder {

    private static final int NOT = Integer.MAX_VALUE;

    private final Catalogue catalogue;
    private final Map<String, List<String>> aliases;

    /** @param aliases other names, by the code of the indicator */
    public Finder(Catalogue catalogue, Map<String, List<String>> aliases) {
        this.catalogue = catalogue;
        this.aliases = aliases;
    }

    private record Match(Indicator indicator, int rank) {
    }

    /**
     * The indicators that the words fit, best first; none where there are no words.
     *
     * @param most how many at most
     */
    public List<Indicator> find(String words, int most) {
        var wanted = words.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return catalogue.indicators().stream()
                .map(it -> new Match(it, rank(it, wanted)))
                .filter(it -> it.rank() < NOT)
                .sorted(Comparator.comparingInt(Match::rank).thenComparing(it -> it.indicator().isHeadline() ? 0 : 1)
                        .thenComparing(it -> it.indicator().nameZh().length()))
                .limit(most).map(Match::indicator).toList();
    }

    /** The smaller the better: a whole name, its beginning, a part of it; then its theme. */
    private int rank(Indicator indicator, String wanted) {
        var names = new ArrayList<>(List.of(indicator.nameZh(), indicator.nameEn(), indicator.code()));
        names.addAll(aliases.getOrDefault(indicator.code(), List.of()));
        int best = NOT;
        for (var name : names) {
            best = Math.min(best, rank(name.toLowerCase(Locale.ROOT), wanted, 0));
            best = Math.min(best, rank(Initials.of(name), wanted, 1));
        }
        var theme = catalogue.theme(indicator.theme());
        if (best == NOT && (rank(theme.nameZh(), wanted, 0) < NOT
                || rank(theme.nameEn().toLowerCase(Locale.ROOT), wanted, 0) < NOT)) {
            return 6;
        }
        return best;
    }

    private static int rank(String name, String wanted, int handicap) {
        if (name.equals(wanted)) {
            return handicap;
        }
        return name.startsWith(wanted) ? 2 + handicap : name.contains(wanted) ? 4 + handicap : NOT;
    }
}
