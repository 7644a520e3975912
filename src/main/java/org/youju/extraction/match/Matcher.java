package org.youju.extraction.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.FigureKind;
import org.youju.figure.FigureFormatException;
import org.youju.figure.FigureReader;
import org.youju.figure.Nature;
import org.youju.figure.Unit;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;

/**
 * Guesses which indicators the figures of a text are of: by their names and other names in the words around a figure, by
 * unit and kind, by the figure that one belongs to, and by what people took the same words for before. Knows nothing but
 * what it is given, answers whatever the text, and takes time that grows with the number of figures.
 */
public final class Matcher {

    /** How many indicators are offered for a figure. */
    public static final int MOST = 8;
    /** From this score on a guess is likely by itself. */
    static final double LIKELY = 0.45;

    private static final double FAIR = 0.2;
    private static final double AHEAD = 1.8;
    /** What a name is worth that shares nothing with a subject that speaks for itself. */
    private static final double APART = 0.45;
    private static final int SPEAKING = 3;
    /** A change, share or part of something is hardly that itself. */
    private static final double PART_ITSELF = 0.6;
    private static final double LEARNED = 0.97;
    private static final double LEAST = 0.12;
    /** What a counter is worth that is read for another, 家 for 个. */
    private static final double LOOSE = 0.85;

    /** One way of naming an indicator. */
    private record Name(Indicator indicator, Set<String> grams, double weight) {
    }

    private final Catalogue catalogue;
    private final Map<String, String> learned;
    private final Grams grams;
    private final List<Name> names = new ArrayList<>();
    private final Map<String, List<Name>> byGram = new HashMap<>();
    private final FigureReader reader;
    private final Map<String, Map<String, Double>> fitting = new HashMap<>();

    /**
     * @param aliases other names of indicators by their codes
     * @param learned the indicators that people took figures for, by the subject of the figure
     */
    public Matcher(Catalogue catalogue, Map<String, List<String>> aliases, Map<String, String> learned) {
        this.catalogue = catalogue;
        this.learned = Map.copyOf(learned);
        reader = new FigureReader(catalogue.units());
        grams = new Grams(catalogue.indicators().stream().map(Indicator::nameZh).toList());
        for (var indicator : catalogue.indicators()) {
            Stream.concat(Stream.of(indicator.nameZh()), aliases.getOrDefault(indicator.code(), List.of()).stream())
                    .map(Grams::of).filter(it -> !it.isEmpty())
                    .forEach(it -> names.add(new Name(indicator, it, grams.weight(it))));
        }
        names.forEach(name -> name.grams().forEach(
                gram -> byGram.computeIfAbsent(gram, none -> new ArrayList<>()).add(name)));
    }

    /**
     * The indicators that each figure may be of, best first, at most {@value #MOST}, with scores from 0 to 1.
     *
     * @param figures in the order of the text
     */
    public List<SequencedMap<String, Double>> rank(String text, List<Stated> figures) {
        var ranked = new ArrayList<SequencedMap<String, Double>>();
        for (var figure : figures) {
            ranked.add(rank(text, figure, figures, ranked));
        }
        return ranked;
    }

    /**
     * The first of some ranked indicators, if it is likely enough to stand where no person has looked yet: a good guess,
     * or a fair one that is far ahead of the next.
     */
    public static Optional<String> likely(SequencedMap<String, Double> ranked) {
        var scores = ranked.values().stream().limit(2).toList();
        if (scores.isEmpty() || scores.getFirst() < FAIR) {
            return Optional.empty();
        }
        var next = scores.size() < 2 ? 0 : scores.get(1);
        return scores.getFirst() >= LIKELY && scores.getFirst() > next || scores.getFirst() >= AHEAD * Math.max(next, LEAST)
                ? Optional.of(ranked.firstEntry().getKey()) : Optional.empty();
    }

    private SequencedMap<String, Double> rank(String text, Stated figure, List<Stated> all,
            List<SequencedMap<String, Double>> before) {
        if (figure.kind() == FigureKind.RANK) {
            return new LinkedHashMap<>();
        }
        var scores = byWords(text, figure);
        var level = level(figure, all, before);
        if (level != null) {
            scores.computeIfPresent(level.getKey(), (code, score) -> score * PART_ITSELF);
            relatives(figure.kind(), level.getKey())
                    .forEach(it -> scores.merge(it.code(), 0.4 + 0.55 * level.getValue(), Math::max));
        }
        var taken = learned.get(figure.subject());
        if (taken != null) {
            scores.put(taken, LEARNED);
        }
        var units = fitting(figure.unit());
        return scores.entrySet().stream()
                .filter(score -> catalogue.find(score.getKey())
                        .filter(it -> units.containsKey(it.unit().code())).isPresent())
                .filter(score -> score.getValue() >= LEAST)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .collect(LinkedHashMap::new, (map, score) -> map.put(score.getKey(), score.getValue()), Map::putAll);
    }

    private Map<String, Double> byWords(String text, Stated figure) {
        var around = new Surroundings(text, figure.start(), figure.end());
        var subject = Grams.of(figure.subject());
        var units = fitting(figure.unit());
        var found = new HashSet<Name>();
        around.grams().forEach(gram -> found.addAll(byGram.getOrDefault(gram, List.of())));
        var scores = new HashMap<String, Double>();
        for (var name : found) {
            var indicator = name.indicator();
            var fit = units.get(indicator.unit().code());
            if (fit != null) {
                var covered = name.grams().stream().mapToDouble(gram -> grams.weight(gram) * around.near(gram)).sum()
                        / name.weight();
                var named = grams.share(subject, name.grams());
                var words = 0.8 * covered + 0.2 * named;
                var apart = named == 0 && subject.size() >= SPEAKING ? APART : 1;
                scores.merge(indicator.code(), words * apart * fit * Kinship.of(figure, indicator), Math::max);
            }
        }
        return scores;
    }

    /** The likeliest indicator of the figure that one is a change, share or part of, with its score; or null. */
    private static Map.@Nullable Entry<String, Double> level(Stated figure, List<Stated> all,
            List<SequencedMap<String, Double>> before) {
        var to = figure.belongsTo();
        if (to == null || to < 0 || to >= before.size()) {
            return null;
        }
        var known = all.get(to).indicator();
        return known != null ? Map.entry(known, 1.0) : before.get(to).firstEntry();
    }

    /** The growths or shares of an indicator. */
    private Collection<Indicator> relatives(FigureKind kind, String of) {
        return switch (kind) {
            case GROWTH -> catalogue.growthsOf(of);
            case SHARE -> catalogue.sharesWithPart(of);
            case LEVEL, CUMULATIVE, COUNT, STANDARD, COMMITMENT, RANK -> List.of();
        };
    }

    /** The units of the catalogue in which a written one can be read, with how well they fit it. */
    private Map<String, Double> fitting(String written) {
        return fitting.computeIfAbsent(written, none -> {
            var dimensions = catalogue.units().stream()
                    .filter(unit -> unit.code().equals(written) || unit.aliases().contains(written))
                    .map(Unit::dimension).collect(Collectors.toSet());
            return catalogue.units().stream().filter(unit -> isReadable(written, unit)).collect(Collectors.toMap(
                    Unit::code, unit -> dimensions.contains(unit.dimension()) ? 1 : LOOSE, Math::max));
        });
    }

    /** A reading that fails for the size of the number does not fail for its unit. */
    private boolean isReadable(String written, Unit unit) {
        try {
            reader.read("1" + written, unit, Nature.FLOW);
            return true;
        } catch (FigureFormatException e) {
            return e.reason() == FigureFormatException.Reason.TOO_MANY_DECIMALS;
        }
    }
}
