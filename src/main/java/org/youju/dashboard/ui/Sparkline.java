package org.youju.dashboard.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.youju.dashboard.IndicatorSeries;
import org.youju.figure.Period;

/**
 * A series in the space of a word: filled points are stated, hollow ones computed; a line with a computed end is
 * dashed, and none crosses a break. It repeats what the card says and is hidden from screen readers.
 */
final class Sparkline extends Div {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 36;
    private static final int MARGIN = 5;

    private record Point(Period period, BigDecimal value, boolean computed) {

        LocalDate day() {
            return period.end();
        }
    }

    private Sparkline(List<Point> points, IndicatorSeries series) {
        addClassName("yj-spark");
        getElement().setAttribute("aria-hidden", "true");
        var first = points.getFirst();
        var last = points.getLast();
        add(new Svg(drawing(points, series)), new Div(new Span(label(first)), new Span(label(last))));
    }

    /** The sparkline of a series up to a year, or nothing where it has fewer than two points. */
    static Optional<Sparkline> of(IndicatorSeries series, int year) {
        var points = points(series, year);
        return points.size() < 2 ? Optional.empty()
                : Optional.of(new Sparkline(points, series));
    }

    private static List<Point> points(IndicatorSeries series, int year) {
        var points = new ArrayList<Point>();
        for (var period : series.periods()) {
            var belongsTo = period.belongsToYear();
            if (belongsTo.isEmpty() || belongsTo.getAsInt() > year) {
                continue;
            }
            series.cell(period).ifPresentOrElse(
                    c -> points.add(new Point(period, c.representing().figure().value(), false)),
                    () -> series.implied(period).stream().findFirst()
                            .ifPresent(d -> points.add(new Point(period, d.value(), true))));
        }
        return points;
    }

    /** As short as a date can be: a year, or the month that a state or a part of a year ends in. */
    private String label(Point point) {
        var period = point.period();
        var words = switch (period.kind()) {
            case YEAR -> period.code();
            case SPAN -> period.end().getDayOfYear() >= 365 ? Integer.toString(period.end().getYear())
                    : period.end().toString().substring(0, 7);
            default -> period.end().toString().substring(0, 7);
        };
        return point.computed() ? getTranslation("dashboard.spark.computed", words) : words;
    }

    private static String drawing(List<Point> points, IndicatorSeries series) {
        long from = points.getFirst().day().toEpochDay();
        long span = Math.max(1, points.getLast().day().toEpochDay() - from);
        var low = points.stream().map(Point::value).min(BigDecimal::compareTo).orElseThrow().doubleValue();
        var high = points.stream().map(Point::value).max(BigDecimal::compareTo).orElseThrow().doubleValue();
        var spread = high - low == 0 ? 1 : high - low;
        var drawing = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d'>"
                .formatted(WIDTH, HEIGHT));
        var places = points.stream().map(p -> new double[] {
                MARGIN + (double) (p.day().toEpochDay() - from) / span * (WIDTH - 2 * MARGIN),
                HEIGHT - MARGIN - (p.value().doubleValue() - low) / spread * (HEIGHT - 2 * MARGIN)}).toList();
        for (int i = 1; i < points.size(); i++) {
            if (!breaks(series, points.get(i - 1), points.get(i))) {
                boolean dashed = points.get(i - 1).computed() || points.get(i).computed();
                drawing.append("<path class='yj-spark-line%s' d='M%.1f %.1fL%.1f %.1f'/>".formatted(
                        dashed ? " yj-is-computed" : "", places.get(i - 1)[0], places.get(i - 1)[1], places.get(i)[0],
                        places.get(i)[1]));
            }
        }
        for (int i = 0; i < points.size(); i++) {
            drawing.append("<circle class='yj-spark-point%s' cx='%.1f' cy='%.1f' r='3'/>".formatted(
                    points.get(i).computed() ? " yj-is-computed" : "", places.get(i)[0], places.get(i)[1]));
        }
        return drawing.append("</svg>").toString();
    }

    private static boolean breaks(IndicatorSeries series, Point earlier, Point later) {
        return series.breaks().stream().anyMatch(d -> d.validFrom() > earlier.day().getYear()
                && d.validFrom() <= later.day().getYear());
    }
}
