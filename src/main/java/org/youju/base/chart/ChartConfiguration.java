package org.youju.base.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.xdev.chartjs.model.charts.MixedChart;
import software.xdev.chartjs.model.data.MixedData;
import software.xdev.chartjs.model.dataset.BarDataset;
import software.xdev.chartjs.model.dataset.Dataset;
import software.xdev.chartjs.model.dataset.LineDataset;
import software.xdev.chartjs.model.options.BarOptions;
import software.xdev.chartjs.model.options.scale.GridLineConfiguration;
import software.xdev.chartjs.model.options.scale.Scales;
import software.xdev.chartjs.model.options.scale.Scales.ScaleAxis;
import software.xdev.chartjs.model.options.scale.cartesian.BorderConfiguration;
import software.xdev.chartjs.model.options.scale.cartesian.category.CategoryScaleOptions;
import software.xdev.chartjs.model.options.scale.cartesian.category.CategoryTickOptions;
import software.xdev.chartjs.model.options.scale.cartesian.linear.LinearScaleOptions;
import software.xdev.chartjs.model.options.scale.cartesian.linear.LinearTickOptions;

/**
 * Writes a {@link ChartSpec} as a Chart.js configuration. Colours stand in it by name ({@code yj:ink}); the browser
 * puts in those of its scheme. What Chart.js has no place for travels beside its data, as the fields of the subclasses
 * below.
 */
class ChartConfiguration {

    private static final List<String> SHAPES = List.of("circle", "rect", "triangle", "rectRot");
    private static final String NO_COLOUR = "transparent";

    /** Chart.js' data with what the evidence plugin draws. */
    @SuppressWarnings("unused") // read by the model's JSON writer
    private static final class EvidenceData extends MixedData {

        private final Map<String, Object> evidence;

        EvidenceData(Map<String, Object> evidence) {
            this.evidence = evidence;
        }
    }

    @SuppressWarnings("unused") // read by the model's JSON writer
    private static final class Bars extends BarDataset {

        private final List<@Nullable Map<String, Object>> points;
        private final String tone;

        Bars(List<@Nullable Map<String, Object>> points, String tone) {
            this.points = points;
            this.tone = tone;
        }
    }

    @SuppressWarnings("unused") // read by the model's JSON writer
    private static final class Line extends LineDataset {

        private final List<@Nullable Map<String, Object>> points;
        private final String tone;

        Line(List<@Nullable Map<String, Object>> points, String tone) {
            this.points = points;
            this.tone = tone;
        }
    }

    /** The library's own way of writing, kept because each of its charts makes one for itself and learns it anew. */
    private static final ObjectWriter WRITER = new MixedChart().getDefaultObjectWriter().forType(Map.class);

    private final ChartSpec spec;
    private final Words words;
    private final List<Map<String, Object>> targets = new ArrayList<>();
    private final List<Map<String, Object>> breaks = new ArrayList<>();
    private final List<Map<String, Object>> missing = new ArrayList<>();
    private final List<Map<String, Object>> changes = new ArrayList<>();
    private final List<Map<String, Object>> events = new ArrayList<>();
    private final List<Map<String, Object>> distances = new ArrayList<>();
    private final List<Dataset<?, ?>> datasets = new ArrayList<>();
    private int otherDefinitionUntil;

    ChartConfiguration(ChartSpec spec, Words words) {
        this.spec = spec;
        this.words = words;
    }

    /** The configuration; a JSON object, whatever the texts in it hold. */
    String toJson() {
        spec.annotations().forEach(this::annotate);
        IntStream.range(0, spec.series().size()).forEach(at -> draw(spec.series().get(at), at));

        var evidence = new LinkedHashMap<String, Object>();
        evidence.put("title", spec.title());
        evidence.put("unit", spec.unit());
        evidence.put("summary", spec.summary());
        if (spec.highlighted() != null) {
            evidence.put("highlighted", spec.indexOf(spec.highlighted()));
        }
        evidence.put("cut", spec.axis() == ChartSpec.Axis.CUT);
        evidence.put("targets", targets);
        evidence.put("breaks", breaks);
        evidence.put("missing", missing);
        evidence.put("changes", changes);
        evidence.put("events", events);
        evidence.put("distances", distances);
        var data = new EvidenceData(evidence).addLabels(spec.categories().toArray(String[]::new));
        datasets.forEach(data::addDataset);
        try {
            return WRITER.writeValueAsString(Map.of("type", "bar", "data", data, "options", options()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The chart “%s” can't be written as JSON.".formatted(spec.title()), e);
        }
    }

    private BarOptions options() {
        var bars = spec.series().stream().anyMatch(one -> one.kind() == Series.Kind.BAR);
        var categories = new CategoryScaleOptions()
                .setOffset(bars)
                .setGrid(new GridLineConfiguration().setDisplay(false))
                .setBorder(new BorderConfiguration().setColor("yj:line2"))
                .setTicks(new CategoryTickOptions().setColor("yj:ink2").setMaxRotation(0).setAutoSkipPadding(10));
        var values = new LinearScaleOptions()
                .setBeginAtZero(spec.axis() == ChartSpec.Axis.FROM_ZERO)
                .setGrace("8%")
                .setSuggestedMax(extent().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO))
                .setSuggestedMin(extent().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO))
                .setGrid(new GridLineConfiguration().setColor("yj:line").setDrawTicks(false))
                .setBorder(new BorderConfiguration().setDisplay(false))
                .setTicks(new LinearTickOptions().setColor("yj:ink2").setMaxTicksLimit(6).setPadding(8));
        if (spec.axis() == ChartSpec.Axis.PLACES) {
            values.setReverse(true).setGrace(0).setSuggestedMin(1).setSuggestedMax(extent().max(BigDecimal::compareTo)
                    .orElse(BigDecimal.ONE).max(BigDecimal.TWO));
            values.getTicks().setPrecision(0);
        }
        if (spec.frame().stacked()) {
            categories.setStacked(true);
            values.setStacked(true);
        }
        return new BarOptions()
                .setResponsive(true)
                .setMaintainAspectRatio(false)
                .setAnimation(false)
                .setScales(new Scales()
                        .addScale(ScaleAxis.X, spec.frame().across() == null ? categories : quantities())
                        .addScale(ScaleAxis.Y, values));
    }

    /** The lower axis of a chart that draws one quantity against another. */
    private static LinearScaleOptions quantities() {
        return new LinearScaleOptions()
                .setType("linear")
                .setGrace("8%")
                .setGrid(new GridLineConfiguration().setDisplay(false))
                .setBorder(new BorderConfiguration().setColor("yj:line2"))
                .setTicks(new LinearTickOptions().setColor("yj:ink2").setMaxTicksLimit(6).setPadding(4));
    }

    private Stream<BigDecimal> extent() {
        return Stream.concat(Stream.of(spec.frame().low(), spec.frame().high()).filter(Objects::nonNull), drawn());
    }

    private Stream<BigDecimal> drawn() {
        return Stream.concat(
                spec.series().stream().flatMap(one -> one.points().stream()).filter(Objects::nonNull)
                        .flatMap(point -> point.range() == null ? Stream.of(point.value())
                                : Stream.of(point.value(), point.range().low(), point.range().high())),
                spec.annotations().stream().filter(Annotation.Target.class::isInstance)
                        .map(Annotation.Target.class::cast).flatMap(target -> target.values().stream()))
                .filter(Objects::nonNull);
    }

    private void annotate(Annotation annotation) {
        switch (annotation) {
            case Annotation.Target target -> draw(target);
            case Annotation.Break at -> {
                var where = spec.indexOf(at.before());
                breaks.add(Map.of("before", where, "words", at.words()));
                if (at.otherDefinition()) {
                    otherDefinitionUntil = Math.max(otherDefinitionUntil, where);
                }
            }
            case Annotation.Crossing at -> breaks.add(Map.of("before", spec.indexOf(at.before()), "words", at.words(),
                    "crossed", true));
            case Annotation.Missing gap -> missing.add(Map.of("from", spec.indexOf(gap.from()),
                    "to", spec.indexOf(gap.to()), "words", gap.words()));
            case Annotation.Change change -> changes.add(Map.of("from", spec.indexOf(change.from()),
                    "to", spec.indexOf(change.to()), "words", change.words()));
            case Annotation.Event event -> events.add(Map.of("at", spec.indexOf(event.category()),
                    "words", Integer.toString(event.number())));
            case Annotation.Distance distance -> distances.add(Map.of("at", spec.indexOf(distance.category()),
                    "from", distance.from(), "to", distance.to(), "words", distance.words()));
        }
    }

    private void draw(Annotation.Target target) {
        var held = IntStream.range(0, target.values().size()).filter(at -> target.values().get(at) != null).toArray();
        var first = held[0];
        var last = held[held.length - 1];
        var level = target.isLevel();
        var value = target.values().get(last);
        if (!level) {
            datasets.add(new Line(List.of(), "yj:ink")
                    .withDefaultType().setLabel(target.label())
                    .setDataUnchecked(target.values())
                    .setBorderColor("yj:ink").setBorderWidth(1).setBorderDash(List.of(4, 3))
                    .setPointRadius(List.of(0)).setOrder(9));
        }
        targets.add(Map.of("from", level ? first - 0.45 : first, "to", level ? last + 0.45 : last, "value", value,
                "level", level, "words", target.label()));
    }

    private void draw(Series series, int at) {
        var tone = "yj:d" + (at + 1);
        switch (series.kind()) {
            case BAR -> datasets.add(new Bars(points(series, series.points()), tone)
                    .withDefaultType().setLabel(series.name())
                    .setDataUnchecked(values(series.points()))
                    .setBackgroundColor(new ArrayList<Object>(IntStream.range(0, series.points().size())
                            .mapToObj(i -> fill(series.points().get(i), i, tone)).toList()))
                    .setCategoryPercentage(0.72).setBarPercentage(0.72).setMaxBarThickness(56));
            case LINE -> {
                var unvalidated = series.points().stream()
                        .map(it -> it != null && it.mark() == Point.Mark.UNVALIDATED ? it : null).toList();
                var connected = series.points().stream()
                        .map(it -> it != null && it.mark() != Point.Mark.UNVALIDATED ? it : null).toList();
                datasets.add(line(series, connected, tone, SHAPES.get(at)));
                if (unvalidated.stream().anyMatch(Objects::nonNull)) {
                    datasets.add(line(series, unvalidated, tone, "rect").setShowLine(false));
                }
            }
        }
    }

    private LineDataset line(Series series, List<@Nullable Point> points, String tone, String shape) {
        var line = new Line(points(series, points), tone);
        line.withDefaultType().setLabel(series.name())
                .setDataUnchecked(places(points))
                .setBorderColor(tone).setBorderWidth(2)
                .setPointStyle(List.of(shape)).setPointRadius(List.of(4));
        for (var i = 0; i < points.size(); i++) {
            var point = points.get(i);
            line.addPointBorderColor(i < otherDefinitionUntil ? "yj:context" : tone);
            line.addPointBackgroundColor(point != null && point.mark() == Point.Mark.STATED
                    ? i < otherDefinitionUntil ? "yj:context" : tone : "yj:surface");
            line.addPointBorderWidth(point != null && point.mark() == Point.Mark.UNVALIDATED ? 1 : 2);
        }
        return line;
    }

    private String fill(@Nullable Point point, int at, String tone) {
        if (point == null || point.mark() != Point.Mark.STATED) {
            return NO_COLOUR;
        }
        return at < otherDefinitionUntil ? "yj:context" : tone;
    }

    /** Where points of a line stand: at their categories, or against another quantity. */
    private List<?> places(List<@Nullable Point> points) {
        var across = spec.frame().across();
        return across == null ? values(points) : IntStream.range(0, points.size())
                .mapToObj(at -> points.get(at) == null || across.values().get(at) == null ? Map.of()
                        : Map.of("x", across.values().get(at), "y", points.get(at).value())).toList();
    }

    private static List<@Nullable BigDecimal> values(List<@Nullable Point> points) {
        return points.stream().map(point -> point == null ? null : point.value()).toList();
    }

    private List<@Nullable Map<String, Object>> points(Series series, List<@Nullable Point> points) {
        return IntStream.range(0, points.size())
                .mapToObj(at -> points.get(at) == null ? null : point(series, points.get(at), at)).toList();
    }

    private Map<String, Object> point(Series series, Point point, int at) {
        var mark = point.marking(words);
        var name = spec.series().size() == 1 ? "" : series.name();
        // a text that ends in a unit or sign of its own needs no other
        var value = point.text().matches(".*[\\d\u4f59\u4e07\u4ebf+.]") ? point.text() + " " + spec.unit() : point.text();
        var json = new LinkedHashMap<String, Object>();
        json.put("key", point.key());
        json.put("mark", point.mark().name());
        json.put("value", point.value());
        if (point.range() != null) {
            json.put("low", point.range().low());
            json.put("high", point.range().high());
            json.put("ranged", true);
        }
        json.put("other", at < otherDefinitionUntil);
        if (series.cuts().contains(at)) {
            json.put("cut", true);
        }
        json.put("label", switch (point.label()) {
            case NONE -> "";
            case PLAIN, STRONG -> mark.isEmpty() ? point.text() : words.of("marked", point.text(), mark);
        });
        json.put("strong", point.label() == Point.Label.STRONG);
        var lead = sentence(Stream.of(spec.categories().get(at), name));
        json.put("lead", lead);
        json.put("text", mark.isEmpty() ? value : words.of("marked", value, mark));
        json.put("details", point.details());
        json.put("spoken", sentence(Stream.concat(Stream.of(lead, value, mark), point.details().stream())));
        return json;
    }

    private String sentence(Stream<String> parts) {
        return String.join(words.of("comma"), parts.filter(it -> !it.isEmpty()).toList());
    }

    /** An interval as tables write it: {@code 305–315}, {@code ≥2600}. */
    static String text(Point.Range range) {
        if (range.low() == null) {
            return "≤" + plain(range.high());
        }
        return range.high() == null ? "≥" + plain(range.low()) : plain(range.low()) + "–" + plain(range.high());
    }

    static String plain(@Nullable BigDecimal value) {
        return value == null ? "—" : value.toPlainString().replace('-', '−');
    }
}
