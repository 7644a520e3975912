package org.youju.base.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A chart as an SVG picture for print, with its legend and footer: the same marks as on screen, in the colours of paper.
 * Gaps, intervals, breaks, and what was computed or can't be relied upon look as they do there.
 */
public final class SvgPicture {

    private static final int WIDTH = 960;
    private static final int PLOT = 420;
    private static final int LEFT = 80;
    private static final int RIGHT = 180;
    private static final int TOP = 64;
    private static final int LINE = 20;
    private static final int EDGE = 24;
    private static final int STEPS = 5;
    private static final int END_LINE = 15;
    /** Marks that close what stands before them, and hang over the edge rather than opening a line. */
    private static final String CLOSING = "，。；：、）)》”";
    private static final List<String> TONES = List.of("#1A5A8E", "#B3560F", "#2F8074", "#5C1F3E");
    private static final String INK = "#16202A";
    private static final String QUIET = "#45515D";
    private static final String GRID = "#DEE2E6";

    private final ChartSpec spec;
    private final Picture picture;
    private final StringBuilder svg = new StringBuilder();
    private final List<End> ends = new ArrayList<>();
    private final double low;
    private final double high;
    private final double step;

    /** The name of a line and where it begins. */
    private record End(double x, double y, String name) {
    }

    private SvgPicture(ChartSpec spec, Picture picture) {
        this.spec = spec;
        this.picture = picture;
        var values = extent().map(BigDecimal::doubleValue).toList();
        double least = values.stream().mapToDouble(it -> it).min().orElse(0);
        double most = values.stream().mapToDouble(it -> it).max().orElse(1);
        if (spec.axis() == ChartSpec.Axis.FROM_ZERO) {
            least = Math.min(0, least);
            most = Math.max(0, most);
        }
        if (spec.axis() == ChartSpec.Axis.PLACES) {
            low = 1;
            high = Math.max(2, most);
            step = Math.max(1, step((high - low) / STEPS));
            return;
        }
        double room = (most - least == 0 ? Math.max(1, Math.abs(most)) : most - least) * 0.08;
        step = step((most - least + room) / STEPS);
        low = Math.floor((least == 0 ? 0 : least - room / 2) / step) * step;
        high = Math.ceil((most == 0 ? 0 : most + room / 2) / step) * step;
    }

    /** The next of 1, 2, 5, 10, 20 … */
    private static double step(double least) {
        double size = Math.pow(10, Math.floor(Math.log10(least)));
        return least / size <= 1 ? size : least / size <= 2 ? 2 * size : least / size <= 5 ? 5 * size : 10 * size;
    }

    /** The picture. */
    public static String of(ChartSpec spec, Picture picture) {
        return new SvgPicture(spec, picture).draw();
    }

    private Stream<BigDecimal> extent() {
        var stacked = spec.frame().stacked() ? IntStream.range(0, spec.categories().size()).mapToObj(at ->
                spec.series().stream().map(it -> it.points().get(at)).filter(Objects::nonNull).map(Point::value)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)) : Stream.<BigDecimal>empty();
        var points = spec.series().stream().flatMap(it -> it.points().stream()).filter(Objects::nonNull)
                .flatMap(it -> it.range() == null ? Stream.of(it.value())
                        : Stream.of(it.value(), it.range().low(), it.range().high()));
        var targets = spec.annotations().stream().filter(Annotation.Target.class::isInstance)
                .flatMap(it -> ((Annotation.Target) it).values().stream());
        return Stream.of(stacked, points, targets, Stream.of(spec.frame().low(), spec.frame().high()))
                .flatMap(it -> it).filter(Objects::nonNull);
    }

    private String draw() {
        var footer = picture.footer().stream().flatMap(it -> wrapped(it).stream()).toList();
        int legend = LINE * (legendRows() - 1);
        int height = TOP + PLOT + 70 + legend + LINE * (footer.size() + 1);
        svg.append("<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d' role='img' "
                .formatted(WIDTH, height, WIDTH, height))
                .append("font-family='PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif'>");
        svg.append("<title>").append(escaped(spec.title())).append("</title><desc>").append(escaped(spec.summary()))
                .append("</desc><rect width='100%' height='100%' fill='#FFFFFF'/>");
        text(24, 34, 18, INK, "start", spec.title() + "  " + spec.unit());
        grid();
        spec.annotations().forEach(this::annotate);
        for (int at = 0; at < spec.series().size(); at++) {
            series(spec.series().get(at), at);
        }
        ends();
        legend();
        for (int i = 0; i < footer.size(); i++) {
            text(24, TOP + PLOT + 74 + legend + LINE * (i + 1), 12, QUIET, "start", footer.get(i));
        }
        return svg.append("</svg>").toString();
    }

    private static List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            int sign = text.charAt(i) < 0x2e80 ? 7 : 12;
            if (width + sign > WIDTH - 48 && CLOSING.indexOf(text.charAt(i)) < 0) {
                lines.add(line.toString());
                line.setLength(0);
                width = 0;
            }
            line.append(text.charAt(i));
            width += sign;
        }
        lines.add(line.toString());
        return lines;
    }

    private void grid() {
        for (double value = low; value <= high + step / 2; value += step) {
            double y = y(value);
            svg.append(line(LEFT, y, WIDTH - RIGHT, y, GRID, 1, ""));
            text(LEFT - 8, y + 4, 12, QUIET, "end", axis(value));
        }
        var across = spec.frame().across();
        if (across != null) {
            var values = across.values().stream().filter(Objects::nonNull).map(BigDecimal::doubleValue).sorted().toList();
            Stream.of(values.getFirst(), values.getLast()).distinct()
                    .forEach(it -> text(x(it, values), TOP + PLOT + 18, 12, QUIET, "middle", axis(it)));
            return;
        }
        int each = spec.categories().size() / 20 + 1;
        for (int at = 0; at < spec.categories().size(); at += each) {
            text(x(at), TOP + PLOT + 18, 12, QUIET, "middle", spec.categories().get(at));
        }
    }

    private String axis(double value) {
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step)));
        return ChartConfiguration.plain(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    private double y(double value) {
        double part = (value - low) / (high - low);
        return TOP + PLOT * (spec.axis() == ChartSpec.Axis.PLACES ? part : 1 - part);
    }

    private double x(double category) {
        double step = (WIDTH - RIGHT - LEFT) / (double) spec.categories().size();
        return LEFT + step * (category + 0.5);
    }

    private double x(double value, List<Double> all) {
        double spread = all.getLast() - all.getFirst();
        return LEFT + 40 + (spread == 0 ? 0.5 : (value - all.getFirst()) / spread) * (WIDTH - RIGHT - LEFT - 80);
    }

    private double place(int at) {
        var across = spec.frame().across();
        if (across == null) {
            return x(at);
        }
        var value = across.values().get(at);
        return value == null ? x(at) : x(value.doubleValue(), across.values().stream().filter(Objects::nonNull)
                .map(BigDecimal::doubleValue).sorted().toList());
    }

    private void annotate(Annotation annotation) {
        switch (annotation) {
            case Annotation.Target target -> {
                for (int at = 0; at < target.values().size(); at++) {
                    var value = target.values().get(at);
                    var before = at == 0 ? null : target.values().get(at - 1);
                    if (value != null && target.isLevel()) {
                        double y = y(value.doubleValue());
                        svg.append(line(x(at - 0.5), y, x(at + 0.5), y, INK, 1.4, "4 3"));
                    } else if (value != null && before != null) {
                        svg.append(line(x(at - 1), y(before.doubleValue()), x(at), y(value.doubleValue()), INK, 1, "4 3"));
                    }
                }
                int last = IntStream.range(0, target.values().size()).filter(at -> target.values().get(at) != null).max().orElse(0);
                text(x(last + 0.5), y(Objects.requireNonNull(target.values().get(last)).doubleValue()) - 6, 12, QUIET,
                        "end", target.label());
            }
            case Annotation.Break at -> broken(at.before(), at.words());
            case Annotation.Crossing at -> broken(at.before(), at.words());
            case Annotation.Missing gap -> text(x((spec.indexOf(gap.from()) + spec.indexOf(gap.to())) / 2.0),
                    TOP + PLOT - 8, 12, QUIET, "middle", gap.words());
            case Annotation.Event event -> {
                double x = x(spec.indexOf(event.category()));
                svg.append(line(x, TOP, x, TOP + PLOT, QUIET, 1, "1 4"));
                text(x, TOP - 6, 12, QUIET, "middle", "(" + event.number() + ")");
            }
            case Annotation.Change change -> { }
            case Annotation.Distance distance -> { }
        }
    }

    private void broken(String before, String words) {
        double x = x(spec.indexOf(before) - 0.5);
        svg.append(line(x, TOP, x, TOP + PLOT, QUIET, 1, "2 3"));
        text(x, TOP - 6, 12, QUIET, "middle", "// " + words);
    }

    private void series(Series series, int number) {
        var tone = TONES.get(number);
        @Nullable Integer before = null;
        double lastX = 0;
        double lastY = 0;
        for (int at = 0; at < series.points().size(); at++) {
            var point = series.points().get(at);
            if (point == null) {
                before = null;
                continue;
            }
            double x = place(at);
            double y = y(point.value().doubleValue());
            if (series.kind() == Series.Kind.BAR) {
                x = bar(series, number, at, point, tone);
            } else {
                if (before != null && connects(series, before, at)) {
                    boolean dashed = mark(series, before) == Point.Mark.COMPUTED || point.mark() == Point.Mark.COMPUTED;
                    svg.append(line(lastX, lastY, x, y, tone, 2, dashed ? "5 4" : ""));
                }
                before = point.mark() == Point.Mark.UNVALIDATED ? null : Integer.valueOf(at);
                shape(point, x, y, tone);
            }
            whisker(point, x);
            if (point.label() != Point.Label.NONE) {
                text(x, y - 10, 12, QUIET, "middle", point.text());
            }
            lastX = x;
            lastY = y;
        }
        if (series.kind() == Series.Kind.LINE && spec.series().size() > 1 && lastX > 0) {
            ends.add(new End(lastX + 10, lastY + 4, series.name()));
        }
    }

    /** The names of lines at their ends, from above; one that would stand on another moves below it. */
    private void ends() {
        var placed = new ArrayList<End>();
        ends.stream().sorted(Comparator.comparingDouble(End::y)).forEach(end -> {
            double y = end.y();
            for (var other : placed) {
                boolean meets = end.x() < other.x() + room(other.name()) && other.x() < end.x() + room(end.name());
                y = meets && y - other.y() < END_LINE ? other.y() + END_LINE : y;
            }
            placed.add(new End(end.x(), y, end.name()));
        });
        placed.forEach(it -> text(it.x(), it.y(), 12, INK, "start", it.name()));
    }

    private static Point.@Nullable Mark mark(Series series, int at) {
        var point = series.points().get(at);
        return point == null ? null : point.mark();
    }

    private boolean connects(Series series, int before, int at) {
        return at - before == 1 && !series.cuts().contains(at) && mark(series, at) != Point.Mark.UNVALIDATED
                && spec.annotations().stream().noneMatch(it -> it instanceof Annotation.Break broken
                        && spec.indexOf(broken.before()) == at);
    }

    private void shape(Point point, double x, double y, String tone) {
        switch (point.mark()) {
            case STATED -> svg.append(format("<circle cx='%.1f' cy='%.1f' r='4.5' fill='%s'/>", x, y, tone));
            case COMPUTED -> svg.append(format(
                    "<circle cx='%.1f' cy='%.1f' r='4.5' fill='#FFFFFF' stroke='%s' stroke-width='2'/>", x, y, tone));
            case UNVALIDATED -> svg.append(format("<rect x='%.1f' y='%.1f' width='8' height='8' fill='#FFFFFF' stroke='%s' "
                    + "stroke-width='1.4'/>", x - 4, y - 4, tone));
        }
    }

    /** @return where its whisker stands */
    private double bar(Series series, int number, int at, Point point, String tone) {
        boolean stacked = spec.frame().stacked();
        double step = (WIDTH - RIGHT - LEFT) / (double) spec.categories().size() * 0.72;
        double width = Math.min(56, step / (stacked ? 1 : spec.series().size()) * 0.86);
        double x = stacked ? x(at) : x(at) + (number - (spec.series().size() - 1) / 2.0) * step / spec.series().size();
        double under = !stacked ? 0 : spec.series().subList(0, number).stream().map(it -> it.points().get(at))
                .filter(Objects::nonNull).mapToDouble(it -> it.value().doubleValue()).sum();
        double top = y(under + point.value().doubleValue());
        double base = y(Math.max(low, under));
        svg.append(format("<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' ", x - width / 2, Math.min(top, base), width,
                Math.abs(base - top)));
        svg.append(switch (point.mark()) {
            case STATED -> "fill='" + tone + "'/>";
            case COMPUTED -> "fill='none' stroke='" + tone + "' stroke-width='1.6' stroke-dasharray='4 3'/>";
            case UNVALIDATED -> "fill='none' stroke='" + tone + "'/>";
        });
        return x;
    }

    private void whisker(Point point, double x) {
        if (point.range() == null) {
            return;
        }
        var from = point.range().low();
        var to = point.range().high();
        double bottom = from == null ? y(Objects.requireNonNull(to).doubleValue()) + 22 : y(from.doubleValue());
        double top = to == null ? bottom - 22 : y(to.doubleValue());
        if (from != null && to != null && bottom - top < 2) {
            return;
        }
        svg.append(line(x, bottom, x, top, INK, 1.2, ""));
        svg.append(from == null ? line(x - 4, bottom - 4, x, bottom, INK, 1.2, "")
                + line(x + 4, bottom - 4, x, bottom, INK, 1.2, "") : line(x - 4, bottom, x + 4, bottom, INK, 1.2, ""));
        svg.append(to == null ? line(x - 4, top + 4, x, top, INK, 1.2, "")
                + line(x + 4, top + 4, x, top, INK, 1.2, "") : line(x - 4, top, x + 4, top, INK, 1.2, ""));
    }

    private static int room(String name) {
        return 40 + name.codePoints().map(sign -> sign < 0x2e80 ? 8 : 13).sum();
    }

    /** In how many rows the legend fits; one where there is none. */
    private int legendRows() {
        int rows = 1;
        double x = EDGE;
        for (var series : spec.series()) {
            if (x > EDGE && x + room(series.name()) > WIDTH) {
                rows++;
                x = EDGE;
            }
            x += room(series.name());
        }
        return spec.series().size() < 2 ? 1 : rows;
    }

    private void legend() {
        double x = EDGE;
        int y = TOP + PLOT + 36;
        if (spec.series().size() < 2) {
            return;
        }
        for (int at = 0; at < spec.series().size(); at++) {
            var name = spec.series().get(at).name();
            if (x > EDGE && x + room(name) > WIDTH) {
                x = EDGE;
                y += LINE;
            }
            svg.append(format("<rect x='%.1f' y='%d' width='12' height='12' fill='%s'/>", x, y, TONES.get(at)));
            text(x + 18, y + 11, 13, QUIET, "start", name);
            x += room(name);
        }
    }

    private void text(double x, double y, int size, String colour, String anchor, String words) {
        svg.append(format("<text x='%.1f' y='%.1f' font-size='%d' fill='%s' text-anchor='%s'>", x, y, size, colour, anchor))
                .append(escaped(words)).append("</text>");
    }

    private static String line(double x1, double y1, double x2, double y2, String colour, double width, String dash) {
        return format("<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='%.1f'%s/>", x1, y1, x2, y2,
                colour, width, dash.isEmpty() ? "" : " stroke-dasharray='" + dash + "'");
    }

    private static String format(String pattern, Object... arguments) {
        return String.format(Locale.ROOT, pattern, arguments);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;").replace("\"", "&quot;")
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "");
    }
}
