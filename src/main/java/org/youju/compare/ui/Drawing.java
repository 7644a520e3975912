package org.youju.compare.ui;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.base.chart.Annotation;
import org.youju.base.chart.ChartSpec;
import org.youju.base.chart.ChartSpec.Across;
import org.youju.base.chart.ChartSpec.Frame;
import org.youju.base.chart.Point;
import org.youju.base.chart.Series;
import org.youju.compare.ChartKind;
import org.youju.compare.Comparison;
import org.youju.compare.Comparison.Facet;
import org.youju.compare.Option;
import org.youju.compare.Writing;
import org.youju.compare.reckon.Adding;
import org.youju.compare.reckon.Goal;
import org.youju.compare.reckon.Known;
import org.youju.compare.reckon.Line;
import org.youju.compare.reckon.Outcome.Result;
import org.youju.compare.reckon.Transform;
import org.youju.compare.reckon.Worth;
import org.youju.figure.FigureWriter;

/** The charts of a comparison: one for each unit, of at most four lines, with what the lines have to say beside them. */
final class Drawing {

    private static final int MOST_SERIES = 4;
    private static final int MOST_LABELS = 12;
    private static final int MOST_TARGETS = 4;
    private static final int MOST_TARGETS_EACH = 2;
    private static final int YEARS_AHEAD = 5;
    private static final String AT = "@";

    private final Comparison comparison;
    private final Words words;
    private final List<String> notes = new ArrayList<>();

    Drawing(Comparison comparison, Words words) {
        this.comparison = comparison;
        this.words = words;
    }

    /** What could not be drawn as asked; after {@link #charts()}. */
    List<String> notes() {
        return notes;
    }

    List<ChartSpec> charts() {
        if (comparison.selection().chart() == ChartKind.SCATTER) {
            return scatter();
        }
        return comparison.facets().stream().flatMap(this::charts).toList();
    }

    private Stream<ChartSpec> charts(Facet facet) {
        base(facet);
        var kind = comparison.selection().chart();
        if (kind == ChartKind.STACKED) {
            var obstacle = transform() == Transform.LEVEL
                    ? Adding.obstacle(facet.lines(), comparison.catalogue())
                    : Optional.of(Adding.Obstacle.NOT_ADDABLE);
            if (obstacle.isPresent()) {
                notes.add(words.say("compare.stacked." + obstacle.get(), words.name(facet.lines().getFirst())));
                kind = ChartKind.BAR;
            }
        }
        if (kind == ChartKind.SLOPE) {
            return slope(facet);
        }
        int size = kind == ChartKind.MULTIPLES ? 1 : MOST_SERIES;
        var frame = kind == ChartKind.STACKED ? new Frame(true, null, null, null)
                : comparison.selection().has(Option.ONE_AXIS) && facet.lines().size() > size ? common(facet.lines())
                : Frame.FREE;
        var charts = new ArrayList<ChartSpec>();
        for (int from = 0; from < facet.lines().size(); from += size) {
            charts.add(chart(facet.lines().subList(from, Math.min(from + size, facet.lines().size())), kind, frame,
                    years(facet.lines())));
        }
        return charts.stream();
    }

    private boolean hasTargets() {
        return comparison.selection().has(Option.TARGETS) && transform() == Transform.LEVEL;
    }

    /** The years shown, and after them those in which targets are due, where no last year is asked for. */
    private List<Integer> years(List<Line> lines) {
        var kind = comparison.selection().chart();
        if (!hasTargets() || comparison.selection().to().isPresent() || kind == ChartKind.STACKED) {
            return comparison.years();
        }
        int last = comparison.years().getLast();
        int due = lines.stream().flatMap(line -> line.goals().stream()).map(Goal::to).filter(Objects::nonNull)
                .filter(to -> to <= last + YEARS_AHEAD).max(Integer::compare).orElse(last);
        return Stream.concat(comparison.years().stream(),
                IntStream.rangeClosed(last + 1, due).boxed()).toList();
    }

    /** One axis for all charts of a unit. */
    private Frame common(List<Line> lines) {
        var values = lines.stream().flatMap(line -> comparison.years().stream()
                .flatMap(year -> comparison.result(line, year).stream()).flatMap(this::extent)
                .map(it -> placed(line, it))).toList();
        return new Frame(false, values.stream().min(BigDecimal::compareTo).orElse(null),
                values.stream().max(BigDecimal::compareTo).orElse(null), null);
    }

    private Transform transform() {
        return comparison.selection().transform();
    }

    private BigDecimal placed(Line line, BigDecimal value) {
        return value.multiply(words.writing().axisFactor(line, transform()));
    }

    private Stream<BigDecimal> extent(Result result) {
        return comparison.selection().has(Option.INTERVALS)
                ? Stream.of(result.value(), Writing.telling(transform(), result).low(),
                        Writing.telling(transform(), result).high()).filter(Objects::nonNull)
                : Stream.of(result.value());
    }

    private ChartSpec chart(List<Line> lines, ChartKind kind, Frame frame, List<Integer> years) {
        var bars = kind == ChartKind.BAR || kind == ChartKind.STACKED;
        boolean labelled = lines.size() * years.size() <= MOST_LABELS;
        var series = lines.stream().map(line -> series(line, years, bars, labelled, kind == ChartKind.STACKED)).toList();
        var title = lines.size() == 1 ? words.name(lines.getFirst()) : words.title();
        var unit = lines.size() == 1 && transform() != Transform.LEVEL
                ? words.title() + " " + words.unit(lines.getFirst()) : words.unit(lines.getFirst());
        var annotations = kind == ChartKind.STACKED ? List.<Annotation>of() : annotations(lines, years);
        return ChartSpec.of(title, unit.strip(), summary(lines), years.stream().map(Object::toString).toList(), series)
                .annotated(annotations)
                .along(transform() == Transform.RANK && !bars ? ChartSpec.Axis.PLACES
                        : !bars && isCut(series, frame) ? ChartSpec.Axis.CUT : ChartSpec.Axis.FROM_ZERO)
                .in(frame);
    }

    /** The slopes of the lines that have both years; those that have not are named, and so are other years than asked. */
    private Stream<ChartSpec> slope(Facet facet) {
        var years = ends(facet.lines());
        var drawn = facet.lines().stream().filter(line -> years.size() == 2
                && years.stream().allMatch(year -> comparison.result(line, year).isPresent())).toList();
        facet.lines().stream().filter(it -> !drawn.contains(it)).map(words::name)
                .forEach(it -> notes.add(words.say("compare.slope.left", it)));
        if (!drawn.isEmpty() && (!years.getFirst().equals(comparison.years().getFirst())
                || !years.getLast().equals(comparison.years().getLast()))) {
            notes.add(words.say("compare.slope.years", Integer.toString(years.getFirst()), Integer.toString(years.getLast()),
                    words.unit(facet.lines().getFirst())));
        }
        var frame = comparison.selection().has(Option.ONE_AXIS) && drawn.size() > MOST_SERIES ? common(drawn) : Frame.FREE;
        var charts = new ArrayList<ChartSpec>();
        for (int from = 0; from < drawn.size(); from += MOST_SERIES) {
            charts.add(chart(drawn.subList(from, Math.min(from + MOST_SERIES, drawn.size())), ChartKind.SLOPE, frame, years));
        }
        return charts.stream();
    }

    /** The two years that most lines have firm results in; of several pairs the farthest apart, and of these the latest. */
    private List<Integer> ends(List<Line> lines) {
        List<Integer> best = List.of();
        long most = 0;
        for (int first : comparison.years()) {
            for (int last : comparison.years()) {
                long weight = first >= last ? 0 : lines.stream().mapToLong(line -> weight(line, first, last)).sum();
                if (weight > most || weight == most && weight > 0 && last - first >= best.getLast() - best.getFirst()) {
                    most = weight;
                    best = List.of(first, last);
                }
            }
        }
        return best;
    }

    /** A slope that can be drawn counts for more than any number of pairs of points that no line joins. */
    private long weight(Line line, int first, int last) {
        var results = Stream.of(first, last).flatMap(year -> comparison.result(line, year).stream()).toList();
        boolean whole = comparison.selection().has(Option.ACROSS_BREAKS) || line.breakBetween(first, last).isEmpty();
        return results.size() < 2 ? 0 : whole && results.stream().allMatch(this::isFirm) ? 1_000 : 1;
    }

    /** Whether a slope may lead to a result: it is validated and has both ends. */
    private boolean isFirm(Result result) {
        return result.worth() != Worth.UNVALIDATED && result.interval().low() != null && result.interval().high() != null;
    }

    private Series series(Line line, List<Integer> years, boolean bars, boolean labelled, boolean stacked) {
        var points = new ArrayList<@Nullable Point>();
        var cuts = new HashSet<Integer>();
        Integer before = null;
        for (int i = 0; i < years.size(); i++) {
            int year = years.get(i);
            var result = comparison.result(line, year);
            points.add(result.map(it -> point(line, year, it, labelled, !stacked)).orElse(null));
            if (result.isPresent()) {
                if (before != null && (!comparison.selection().has(Option.ACROSS_BREAKS)
                        && line.breakBetween(before, year).isPresent()
                        || isOpen(result.get()) || isOpen(comparison.result(line, before).orElseThrow()))) {
                    cuts.add(i);
                }
                before = year;
            }
        }
        return new Series(words.brief(line), bars ? Series.Kind.BAR : Series.Kind.LINE, points, cuts);
    }

    /** Whether a result has a limit on one side only and can't be told from no change: no line says where it lies. */
    private boolean isOpen(Result result) {
        var telling = Writing.telling(transform(), result);
        return Writing.isOpen(result) && (telling.low() == null || telling.high() == null);
    }

    private Point point(Line line, int year, Result result, boolean labelled, boolean ranged) {
        var details = new ArrayList<String>();
        var transform = transform();
        if (transform != Transform.LEVEL) {
            result.inputs().forEach(it -> details.add(words.say("compare.input", it.period().label(
                    words.locale()), words.writing().value(comparison.lineOf(line, it), it))));
        }
        if (!result.interval().isPoint() && comparison.selection().has(Option.INTERVALS)) {
            details.add(words.say("compare.interval", words.writing().interval(line, transform, result)));
        }
        result.inputs().stream().map(words::worth).filter(it -> !it.isEmpty()).distinct().forEach(details::add);
        result.hedges().stream().sorted().map(words::hedge).forEach(details::add);
        result.inputs().stream().map(Known::cell).filter(Objects::nonNull)
                .map(it -> it.representing().reply().label()).distinct().limit(2).forEach(details::add);
        var range = ranged && comparison.selection().has(Option.INTERVALS) ? range(line, result) : null;
        var mark = mark(line, year, result);
        return new Point(placed(line, result.value()), range, mark, labelled ? Point.Label.PLAIN : Point.Label.NONE,
                words.text(line, result), details, line.key() + AT + year,
                mark == Point.Mark.UNVALIDATED ? words.unvalidated(result) : null);
    }

    /**
     * How a point is drawn. An index whose year is firm rests on what is not validated only by its base, which all of its
     * points share: one year against another it is as firm as their values, and the line goes on, dashed.
     */
    private Point.Mark mark(Line line, int year, Result result) {
        return switch (result.worth()) {
            case STATED -> Point.Mark.STATED;
            case IMPLIED -> Point.Mark.COMPUTED;
            case UNVALIDATED -> isOfBaseAlone(line, year) ? Point.Mark.COMPUTED : Point.Mark.UNVALIDATED;
        };
    }

    private boolean isOfBaseAlone(Line line, int year) {
        return transform() == Transform.INDEX
                && line.at(year).filter(it -> it.worth() != Worth.UNVALIDATED).isPresent();
    }

    /** Says of an index whose base is not validated what its line shows. */
    private void base(Facet facet) {
        var year = comparison.baseYear();
        if (transform() == Transform.INDEX && year.isPresent()) {
            facet.lines().stream().filter(line -> line.at(year.getAsInt())
                            .filter(it -> it.worth() == Worth.UNVALIDATED).isPresent())
                    .forEach(line -> notes.add(words.say("compare.index.base", words.name(line),
                            Integer.toString(year.getAsInt()))));
        }
    }

    private Point.@Nullable Range range(Line line, Result result) {
        var telling = Writing.telling(transform(), result);
        var low = telling.low();
        var high = telling.high();
        return low == null && high == null || result.interval().isPoint() ? null
                : new Point.Range(rounded(line, low), rounded(line, high));
    }

    private @Nullable BigDecimal rounded(Line line, @Nullable BigDecimal end) {
        return end == null ? null : placed(line, end).round(new MathContext(7));
    }

    private List<Annotation> annotations(List<Line> lines, List<Integer> years) {
        var all = new ArrayList<Annotation>();
        if (lines.size() == 1) {
            gaps(lines.getFirst(), years, all);
            breaks(lines.getFirst(), years, all);
        }
        if (hasTargets()) {
            int most = lines.size() == 1 ? MOST_TARGETS : MOST_TARGETS_EACH;
            lines.forEach(line -> line.goals().reversed().stream()
                    .flatMap(goal -> target(line, goal, years).stream()).limit(most).forEach(all::add));
        }
        var happened = comparison.events();
        for (int i = 0; i < happened.size(); i++) {
            var year = happened.get(i).year();
            if (years.contains(year)) {
                all.add(new Annotation.Event(Integer.toString(year), i + 1, happened.get(i).name(words.locale())));
            }
        }
        return all;
    }

    /** Years without a result; those that are only there for what is due in them are none. */
    private void gaps(Line line, List<Integer> years, List<Annotation> all) {
        int over = (int) years.stream().filter(year -> year <= comparison.years().getLast()).count();
        for (int i = 0; i < over; i++) {
            int from = i;
            while (i < over && comparison.result(line, years.get(i)).isEmpty()) {
                i++;
            }
            if (i > from) {
                all.add(new Annotation.Missing(years.get(from).toString(), years.get(i - 1).toString(),
                        words.say("compare.missing")));
            }
        }
    }

    private void breaks(Line line, List<Integer> years, List<Annotation> all) {
        line.breaks().stream().flatMap(it -> years.stream().filter(year -> year >= it.validFrom()).limit(1)
                .filter(year -> !year.equals(years.getFirst()))
                .map(year -> broken(year.toString(), it.reason() == null || !isChinese() ? words.say("compare.break")
                        : it.reason())))
                .forEach(all::add);
    }

    /** Why a definition changed is written in Chinese; the notes quote it. */
    private boolean isChinese() {
        return "zh".equals(words.locale().getLanguage());
    }

    private Annotation broken(String before, String reason) {
        return comparison.selection().has(Option.ACROSS_BREAKS) ? new Annotation.Crossing(before, reason)
                : new Annotation.Break(before, reason, false);
    }

    private Optional<Annotation> target(Line line, Goal goal, List<Integer> years) {
        var values = new ArrayList<@Nullable BigDecimal>();
        years.forEach(year -> {
            var asked = goal.line().at(year);
            values.add(asked == null ? null : placed(line, asked));
        });
        if (values.stream().allMatch(Objects::isNull)) {
            return Optional.empty();
        }
        var printed = FigureWriter.show(goal.target(), words.locale()).text();
        var name = words.say("compare.target", words.name(line), goal.code());
        return Optional.of(switch (goal.line().shape()) {
            case PATH -> target("path", printed, name, values);
            case SHARE -> target("share", FigureWriter.computed(Objects.requireNonNull(goal.line().at(goal.from())),
                    line.indicator().unit(), words.locale()).text(), name, values);
            case FLOORS -> target("floors", printed, name, values);
            case YEARLY, POINT, SUM -> new Annotation.Target(printed, name, values);
        });
    }

    private Annotation target(String shape, String amount, String name, List<@Nullable BigDecimal> values) {
        return new Annotation.Target(words.say("commitment.line." + shape, amount),
                words.say("commitment.line-name." + shape, name), values);
    }

    /** Whether an axis from zero would show flat lines; the same for all charts that share an axis. */
    private static boolean isCut(List<Series> series, Frame frame) {
        var points = series.stream().flatMap(it -> it.points().stream()).filter(Objects::nonNull).toList();
        var ends = Stream.concat(Stream.of(frame.low(), frame.high()), points.stream().flatMap(it -> it.range() == null
                ? Stream.of(it.value()) : Stream.of(it.value(), it.range().low(), it.range().high())))
                .filter(Objects::nonNull).toList();
        var low = ends.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        var high = ends.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        return low.signum() > 0 && low.multiply(BigDecimal.TWO).compareTo(high) > 0
                && (points.size() > 2 || frame.low() != null);
    }

    private String summary(List<Line> lines) {
        return words.say("compare.chart.summary", words.title(),
                String.join(words.say("source.comma"), lines.stream().map(this::reading).toList()));
    }

    private String reading(Line line) {
        var known = comparison.years().stream().filter(year -> comparison.result(line, year).isPresent()).toList();
        return words.say("compare.chart.reading", words.name(line), known.getFirst(),
                words.text(line, comparison.result(line, known.getFirst()).orElseThrow()), known.getLast(),
                words.text(line, comparison.result(line, known.getLast()).orElseThrow()));
    }

    /** The first two indicators against each other, region by region. */
    private List<ChartSpec> scatter() {
        var codes = comparison.lines().stream().map(it -> it.indicator().code()).distinct().toList();
        if (codes.size() < 2) {
            notes.add(words.say("compare.scatter.two"));
            return List.of();
        }
        if (codes.size() > 2) {
            notes.add(words.say("compare.scatter.first-two"));
        }
        var across = comparison.lines().stream().filter(it -> it.indicator().code().equals(codes.get(0))).toList();
        return across.stream().flatMap(x -> comparison.lines().stream()
                .filter(y -> y.indicator().code().equals(codes.get(1)) && y.region().equals(x.region()))
                .flatMap(y -> scatter(x, y))).toList();
    }

    private Stream<ChartSpec> scatter(Line x, Line y) {
        var both = comparison.years().stream().filter(year -> comparison.result(x, year).isPresent()
                && comparison.result(y, year).isPresent()).toList();
        if (both.isEmpty()) {
            notes.add(words.say("compare.scatter.none", words.region(x)));
            return Stream.empty();
        }
        var places = new ArrayList<@Nullable BigDecimal>();
        both.forEach(year -> places.add(placed(x, comparison.result(x, year).orElseThrow().value())));
        var points = new ArrayList<@Nullable Point>();
        both.forEach(year -> points.add(pair(x, y, year)));
        var name = words.indicator(x) + " " + words.unit(x);
        return Stream.of(ChartSpec.of(words.region(x), words.say("compare.scatter.axes", name.strip(),
                (words.indicator(y) + " " + words.unit(y)).strip()), words.say("compare.scatter.summary", words.region(x),
                words.indicator(x), words.indicator(y), both.size()), both.stream().map(Object::toString).toList(),
                List.of(new Series(words.region(x), Series.Kind.LINE, points)))
                .along(ChartSpec.Axis.CUT).in(new Frame(false, null, null, new Across(name, places))));
    }

    private Point pair(Line x, Line y, int year) {
        var first = comparison.result(x, year).orElseThrow();
        var second = comparison.result(y, year).orElseThrow();
        var worth = first.worth().and(second.worth());
        return new Point(placed(y, second.value()), comparison.selection().has(Option.INTERVALS) ? range(y, second) : null,
                worth == Worth.STATED ? Point.Mark.STATED
                        : worth == Worth.IMPLIED ? Point.Mark.COMPUTED : Point.Mark.UNVALIDATED,
                Point.Label.PLAIN, words.say("compare.year", year),
                List.of(words.say("compare.line", words.indicator(x), words.text(x, first)),
                        words.say("compare.line", words.indicator(y), words.text(y, second))), y.key() + AT + year);
    }
}
