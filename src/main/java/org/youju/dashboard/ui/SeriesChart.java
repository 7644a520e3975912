package org.youju.dashboard.ui;

import com.vaadin.flow.component.Component;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.youju.base.chart.Annotation;
import org.youju.base.chart.ChartSpec;
import org.youju.base.chart.Point;
import org.youju.base.chart.Series;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.check.Derivation;
import org.youju.commitment.Commitment;
import org.youju.commitment.Judged;
import org.youju.commitment.TargetLine;
import org.youju.commitment.ui.PromiseName;
import org.youju.dashboard.IndicatorSeries;
import org.youju.figure.FigureWriter;
import org.youju.figure.Fineness;
import org.youju.figure.Interval;
import org.youju.figure.Nature;
import org.youju.figure.Period;
import org.youju.figure.PeriodKind;
import org.youju.figure.Shown;
import org.youju.observation.Cell;
import org.youju.observation.ui.StatusWords;

/**
 * Draws an indicator's series: one category for each known period, and one for each year between them of which nothing
 * is known, so that a gap stays a gap.
 */
final class SeriesChart {

    private static final int LABELS_AT_MOST = 9;
    private static final int TARGETS_AT_MOST = 4;
    private static final int YEARS_AHEAD = 5;

    private final IndicatorSeries series;
    private final Component owner;
    private final Locale locale;
    private final Map<String, @Nullable Period> periods;

    private SeriesChart(IndicatorSeries series, Component owner, Locale locale) {
        this.series = series;
        this.owner = owner;
        this.locale = locale;
        this.periods = categories();
    }

    /** The chart of a series, or nothing where fewer than two periods are known, implied or promised. */
    static Optional<SeriesChart> of(IndicatorSeries series, Component owner, Locale locale) {
        var chart = new SeriesChart(series, owner, locale);
        var known = chart.periods.values().stream().filter(p -> p != null).count();
        return known == 0 || known + (chart.promised().isEmpty() ? 0 : 1) < 2 ? Optional.empty() : Optional.of(chart);
    }

    /** Opens what a pressed point stands for: the sentence of a stated one, the page of any other. */
    static void open(IndicatorSeries series, PageState state, String key) {
        var stated = series.cells().stream().map(Cell::representing)
                .filter(o -> key.equals("o" + o.id()) && !o.citations().isEmpty()).findFirst();
        Routes.open(stated
                .map(o -> Routes.reply(o.reply().id(), o.citations().getFirst().id()))
                .orElseGet(() -> Routes.indicator(series.indicator().code(), state)));
    }

    /** The names of the periods along the axis; a name without a period is a year of which nothing is known. */
    Map<String, @Nullable Period> periods() {
        return periods;
    }

    /** @param year the selected year, or null */
    ChartSpec spec(@Nullable Integer year) {
        var names = List.copyOf(periods.keySet());
        var points = new ArrayList<@Nullable Point>();
        for (var name : names) {
            points.add(point(name, names.size()));
        }
        var indicator = series.indicator();
        var bars = indicator.nature() == Nature.FLOW;
        var annotations = annotations(names);
        var spec = ChartSpec.of(indicator.name(locale), unit(), summary(annotations), names,
                List.of(new Series(indicator.name(locale), bars ? Series.Kind.BAR : Series.Kind.LINE, points)));
        return spec.annotated(annotations).highlighting(highlighted(year))
                .along(bars || !isNarrow(points) ? ChartSpec.Axis.FROM_ZERO : ChartSpec.Axis.CUT);
    }

    private String unit() {
        return FigureWriter.axisUnit(series.indicator().unit(), locale);
    }

    /** A value as it stands on the axis, which counts in English in millions and billions. */
    private @Nullable BigDecimal placed(@Nullable BigDecimal value) {
        return value == null ? null : value.multiply(FigureWriter.axisFactor(series.indicator().unit(), locale));
    }

    private Map<String, @Nullable Period> categories() {
        var byYear = new TreeMap<Integer, List<Period>>();
        for (var period : series.periods()) {
            period.belongsToYear().ifPresent(y -> byYear.computeIfAbsent(y, k -> new ArrayList<>()).add(period));
        }
        if (!byYear.isEmpty()) {
            int last = byYear.lastKey();
            promised().forEach(promise -> {
                int to = promise.to() == null || promise.to() > last + YEARS_AHEAD ? last : promise.to();
                for (int y = promise.from(); y <= to; y++) {
                    byYear.computeIfAbsent(y, k -> new ArrayList<>());
                }
            });
        }
        var categories = new LinkedHashMap<String, @Nullable Period>();
        if (byYear.isEmpty()) {
            return categories;
        }
        for (int year = byYear.firstKey(); year <= byYear.lastKey(); year++) {
            var known = byYear.getOrDefault(year, List.of());
            if (known.isEmpty()) {
                categories.put(Integer.toString(year), null);
            }
            for (var period : known) {
                categories.put(name(period), period);
            }
        }
        return categories;
    }

    /** As short as it may be; longer where another period would have the same name. */
    private String name(Period period) {
        if (isOnly(period, this::brief)) {
            return brief(period);
        }
        return isOnly(period, it -> it.label(locale)) ? period.label(locale) : period.code();
    }

    private boolean isOnly(Period period, Function<Period, String> naming) {
        var name = naming.apply(period);
        return series.periods().stream().noneMatch(it -> !it.equals(period) && naming.apply(it).equals(name));
    }

    /** A cumulative stands at the year in which it ends; other periods keep their own names. */
    private String brief(Period period) {
        if (period.kind() == PeriodKind.YEAR) {
            return period.code();
        }
        if (series.indicator().nature() == Nature.CUMULATIVE && period.belongsToYear().isPresent()
                && period.kind() == PeriodKind.SPAN && period.end().getDayOfYear() >= 365) {
            return Integer.toString(period.belongsToYear().getAsInt());
        }
        return switch (period.kind()) {
            case AS_OF, BY -> period.end().toString().substring(0, 7);
            default -> period.label(locale);
        };
    }

    private @Nullable Point point(String name, int count) {
        var period = periods.get(name);
        if (period == null) {
            return null;
        }
        var cell = series.cell(period);
        return cell.isPresent() ? stated(cell.get(), count) : computed(series.implied(period).getFirst(), count);
    }

    private Point stated(Cell cell, int count) {
        var shown = cell.representing();
        var mark = shown.status().isFirm() ? Point.Mark.STATED : Point.Mark.UNVALIDATED;
        var words = FigureWriter.show(shown.figure(), locale);
        var details = new ArrayList<String>();
        details.add(shown.period().label(locale));
        if (!shown.interval().isPoint()) {
            details.add(owner.getTranslation("dashboard.chart.interval",
                    FigureWriter.interval(shown.figure(), locale)));
        }
        details.add(shown.reply().label());
        var text = words.unit().equals(FigureWriter.unit(series.indicator().unit(), locale)) ? new Shown(words.before(), words.number(), words.after(), "").text() : words.text();
        return new Point(Objects.requireNonNull(placed(shown.figure().value())), range(shown.interval()), mark, label(count), text, details,
                "o" + shown.id(), StatusWords.of(shown, locale).orElse(null));
    }

    private Point computed(Derivation derived, int count) {
        return new Point(Objects.requireNonNull(placed(derived.value())), printed(derived.interval()), Point.Mark.COMPUTED, label(count),
                FigureWriter.rounded(Objects.requireNonNull(placed(derived.value())), locale),
                List.of(derived.period().label(locale), derived.formula(),
                        owner.getTranslation("dashboard.chart.interval", FigureWriter.computedInterval(
                                derived.interval(), derived.value(), series.indicator().unit(), locale))),
                "d" + derived.period().code() + derived.rule());
    }

    private Point.@Nullable Range range(Interval interval) {
        return interval.isPoint() || interval.low() == null && interval.high() == null ? null
                : new Point.Range(placed(interval.low()), placed(interval.high()));
    }

    /** Ends of a computed interval as they are printed; none where that makes them the same. */
    private Point.@Nullable Range printed(Interval interval) {
        int decimals = Fineness.ofEnds(interval.times(FigureWriter.axisFactor(series.indicator().unit(), locale)),
                zh() ? 1 : 2);
        var low = rounded(interval.low(), decimals);
        var high = rounded(interval.high(), decimals);
        return Objects.equals(low, high) ? null : new Point.Range(low, high);
    }

    private @Nullable BigDecimal rounded(@Nullable BigDecimal end, int decimals) {
        return end == null ? null : Objects.requireNonNull(placed(end)).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static Point.Label label(int count) {
        return count <= LABELS_AT_MOST ? Point.Label.PLAIN : Point.Label.NONE;
    }

    private List<Annotation> annotations(List<String> names) {
        var all = new ArrayList<Annotation>();
        missing(names).forEach(all::add);
        for (var definition : series.breaks()) {
            names.stream().filter(n -> yearOf(n) >= definition.validFrom()).findFirst()
                    .filter(n -> names.indexOf(n) > 0)
                    .ifPresent(n -> all.add(new Annotation.Break(n, definition.reason() == null || !zh()
                            ? owner.getTranslation("dashboard.chart.break") : definition.reason(), false)));
        }
        promised().stream().map(c -> target(c, names)).flatMap(Optional::stream).limit(TARGETS_AT_MOST).forEach(all::add);
        return all;
    }

    /** Years of which nothing is known; after the last known one there may be years that are not over. */
    private List<Annotation> missing(List<String> names) {
        var gaps = new ArrayList<Annotation>();
        int known = names.size();
        while (periods.get(names.get(known - 1)) == null) {
            known--;
        }
        for (int i = 0; i < known; i++) {
            if (periods.get(names.get(i)) != null) {
                continue;
            }
            int from = i;
            while (i + 1 < known && periods.get(names.get(i + 1)) == null) {
                i++;
            }
            gaps.add(new Annotation.Missing(names.get(from), names.get(i), owner.getTranslation(
                    series.indicator().nature() == Nature.CUMULATIVE
                            ? "dashboard.chart.no-yearly" : "dashboard.chart.missing")));
        }
        return gaps;
    }

    private List<Commitment> promised() {
        return series.promises().stream().map(Judged::commitment)
                .sorted(Comparator.comparing(Commitment::to, Comparator.nullsFirst(Comparator.reverseOrder()))
                        .thenComparing(Commitment::code))
                .toList();
    }

    private TargetLine line(Commitment promise) {
        return TargetLine.of(promise, promise.target().value(), series.indicator(), this::stated);
    }

    /** What is stated of a whole year. */
    private @Nullable BigDecimal stated(int year) {
        var end = LocalDate.of(year, 12, 31);
        return series.cells().stream().filter(it -> end.equals(it.key().period().end()))
                .filter(it -> series.indicator().nature() != Nature.FLOW || it.key().period().kind() == PeriodKind.YEAR)
                .map(it -> it.representing().figure().value()).findFirst().orElse(null);
    }

    private Optional<Annotation> target(Commitment promise, List<String> names) {
        var line = line(promise);
        var values = new ArrayList<@Nullable BigDecimal>();
        names.forEach(name -> values.add(placed(at(line, name))));
        if (values.stream().allMatch(Objects::isNull)) {
            return Optional.empty();
        }
        var name = PromiseName.of(promise, series.indicator().direction(), owner, locale);
        return Optional.of(switch (line.shape()) {
            case PATH -> target("path", FigureWriter.show(promise.target(), locale).text(), name, values);
            case SHARE -> target("share", FigureWriter.computed(Objects.requireNonNull(line.at(promise.from())),
                    series.indicator().unit(), locale).text(), name, values);
            case SUM, FLOORS, YEARLY, POINT -> new Annotation.Target(zh() ? promise.target().printed()
                    : FigureWriter.show(promise.target(), locale).text(),
                    owner.getTranslation("dashboard.chart.promise", name), values);
        });
    }

    private Annotation target(String shape, String amount, String name, List<@Nullable BigDecimal> values) {
        return new Annotation.Target(owner.getTranslation("commitment.line." + shape, amount),
                owner.getTranslation("commitment.line-name." + shape, owner.getTranslation("dashboard.chart.promise", name)),
                values);
    }

    private boolean zh() {
        return "zh".equals(locale.getLanguage());
    }

    /** What a promise asks for in a category; a part of a year has no target of its own where values add up. */
    private @Nullable BigDecimal at(TargetLine line, String name) {
        var period = periods.get(name);
        if (period == null || period.kind() == PeriodKind.YEAR) {
            return line.at(yearOf(name));
        }
        return series.indicator().nature() == Nature.FLOW || period.end() == null ? null : line.at(period.end());
    }

    /** The year that a category belongs to. */
    private int yearOf(String name) {
        var period = periods.get(name);
        return period == null ? Integer.parseInt(name) : period.belongsToYear().orElseThrow();
    }

    private @Nullable String highlighted(@Nullable Integer year) {
        return year == null ? null : periods.keySet().stream()
                .filter(n -> yearOf(n) == year)
                .reduce((a, b) -> b).orElse(null);
    }

    /** Whether values lie so close together that an axis from zero would show a flat line. */
    private static boolean isNarrow(List<@Nullable Point> points) {
        var values = points.stream().filter(p -> p != null).map(Point::value).toList();
        var low = values.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        var high = values.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        return low.signum() > 0 && low.multiply(BigDecimal.TWO).compareTo(high) > 0 && values.size() > 2;
    }

    /** What the chart is read out as, with the promises whose lines stand in it. */
    private String summary(List<Annotation> annotations) {
        var words = summary();
        for (var annotation : annotations) {
            if (annotation instanceof Annotation.Target target) {
                words = owner.getTranslation("dashboard.chart.summary.promise", words, target.name());
            }
        }
        return words;
    }

    private String summary() {
        var known = periods.values().stream().filter(p -> p != null).toList();
        var first = known.getFirst();
        var last = known.getLast();
        var name = series.indicator().name(locale);
        return known.size() == 1
                ? owner.getTranslation("dashboard.chart.summary.one", name, first.label(locale), words(first))
                : owner.getTranslation("dashboard.chart.summary", name, known.size(), first.label(locale), words(first),
                        last.label(locale), words(last));
    }

    private String words(Period period) {
        return series.cell(period).map(Cell::representing)
                .map(it -> StatusWords.marked(FigureWriter.show(it.figure(), locale).text(), it, locale))
                .orElseGet(() -> FigureWriter.computed(series.implied(period).getFirst().value(),
                        series.implied(period).getFirst().interval(), series.indicator().unit(), locale).text());
    }
}
