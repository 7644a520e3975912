package org.youju.compare;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.youju.compare.Description.Sentences;
import org.youju.compare.reckon.Adding;
import org.youju.compare.reckon.Known;
import org.youju.compare.reckon.Line;
import org.youju.compare.reckon.Outcome.Result;
import org.youju.compare.reckon.Transform;
import org.youju.compare.reckon.Worth;
import org.youju.figure.FigureWriter;
import org.youju.observation.ObsStatus;

/** What must be said beside the numbers of a comparison, on the page as in every file: what they are worth, and hedges. */
public final class Notes {

    private static final int MOST_PERIODS = 8;

    private final Comparison comparison;
    private final Locale locale;
    private final Sentences say;
    private final Writing writing;
    private final Set<String> said = new LinkedHashSet<>();

    private Notes(Comparison comparison, Locale locale, Sentences say) {
        this.comparison = comparison;
        this.locale = locale;
        this.say = say;
        writing = new Writing(comparison.catalogue(), locale);
    }

    /** Hedges, breaks of definition, why there is no total, what other periods are known, how values follow; each once. */
    public static List<String> of(Comparison comparison, Locale locale, Sentences say) {
        var notes = new Notes(comparison, locale, say);
        if (comparison.selection().transform() != Transform.LEVEL && comparison.lines().stream()
                .anyMatch(it -> comparison.stretch(it).filter(stretch -> stretch.first() < stretch.last()).isPresent())) {
            notes.said.add(say.of("compare.note.levels", say.of("compare.transform." + comparison.selection().transform())));
        }
        comparison.lines().forEach(notes::note);
        notes.totals();
        return List.copyOf(notes.said);
    }

    /** What a value is worth, where that has to be said, in words such as 推算, 待核实 and 初步; else empty. */
    public static String worth(Known known, Sentences say) {
        if (known.worth() == Worth.IMPLIED) {
            return say.of("compare.implied");
        }
        if (known.cell() == null) {
            return known.worth() == Worth.UNVALIDATED ? say.of("compare.implied") : "";
        }
        var shown = known.cell().representing();
        var vintage = shown.vintage() == null ? Stream.<String>empty()
                : Stream.of(say.of("source.vintage." + shown.vintage()));
        var status = shown.status() == ObsStatus.A ? Stream.<String>empty()
                : Stream.of(say.of("source.status." + shown.status()));
        return String.join(" · ", Stream.concat(status, vintage).distinct().toList());
    }

    /**
     * Key of the heading of a column of what changed between the first and the last year, which is told of the values
     * whatever is made of these year by year.
     *
     * @param column {@code change}, {@code growth} or {@code yearly}
     */
    public static String heading(Transform transform, String column) {
        return (transform == Transform.LEVEL ? "compare.table." : "compare.table.levels.") + column;
    }

    private String name(Line line) {
        return say.of("compare.line", line.region().name(locale), line.indicator().name(locale));
    }

    private void hedges(Result result) {
        result.hedges().stream().sorted().map(it -> say.of("compare.hedge." + it)).forEach(said::add);
    }

    private void note(Line line) {
        comparison.years().forEach(year -> comparison.result(line, year).ifPresent(this::hedges));
        comparison.stretch(line).ifPresent(it -> List.of(it.change(), it.growth(), it.yearly()).forEach(outcome -> {
            if (outcome instanceof Result result) {
                hedges(result);
            }
        }));
        line.breaks().stream().map(it -> say.of("compare.note.break", name(line), it.validFrom(),
                it.reason() == null ? say.of("compare.break") : it.reason())).forEach(said::add);
        if (!line.others().isEmpty()) {
            said.add(say.of("compare.note.others", name(line), periods(line)));
        }
        comparison.years().forEach(year -> line.at(year).filter(it -> it.derivation() != null)
                .ifPresent(it -> said.add(say.of("compare.note.implied", name(line), year,
                        Objects.requireNonNull(it.derivation()).formula(), writing.interval(line, it),
                        FigureWriter.unit(line.indicator().unit(), locale)))));
    }

    private String periods(Line line) {
        var named = line.others().stream().limit(MOST_PERIODS).map(it -> it.label(locale))
                .collect(Collectors.joining(say.of("chart.comma")));
        return line.others().size() <= MOST_PERIODS ? named
                : named + say.of("compare.note.others.more", line.others().size() - MOST_PERIODS);
    }

    private void totals() {
        Map<String, List<Line>> byIndicator = comparison.lines().stream().filter(comparison::hasResults)
                .collect(Collectors.groupingBy(it -> it.indicator().code(), LinkedHashMap::new, Collectors.toList()));
        byIndicator.values().stream().filter(of -> of.size() > 1)
                .map(of -> Adding.obstacle(of, comparison.catalogue())).flatMap(Optional::stream)
                .filter(it -> it != Adding.Obstacle.ALONE)
                .map(it -> say.of("compare.total." + it)).forEach(said::add);
    }
}
