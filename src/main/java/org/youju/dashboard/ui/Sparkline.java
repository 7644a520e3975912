package org.youju.dashboard.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.check.Derivation;
import org.youju.dashboard.IndicatorSeries;
import org.youju.figure.Interval;
import org.youju.figure.Period;
import org.youju.observation.ObsStatus;
import org.youju.observation.Observation;

/**
 * A series in the space of a word: filled points are stated, hollow ones computed, hollow squares not validated; a line
 * with a computed end is dashed, none reaches what is not validated, and none crosses a break. Its height holds the
 * intervals whole, so that what may be no change at all is not drawn as a rise. It repeats what the card says and is
 * hidden from screen readers.
 */
final class Sparkline extends Div {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 36;
    private static final int MARGIN = 5;

    /** @param status of a statement that is not firm; null for any other point */
    record Point(Period period, BigDecimal value, Interval interval, boolean computed,
            @Nullable ObsStatus status) {

        static Point of(Period period, Observation stated) {
            return new Point(period, stated.figure().value(), stated.interval(), false,
                    stated.status().isFirm() ? null : stated.status());
        }

        static Point of(Period period, Derivation derived) {
            return new Point(period, derived.value(), derived.interval(), true, null);
        }

        BigDecimal low() {
            return interval.low() == null ? value : interval.low();
        }

        BigDecimal high() {
            return interval.high() == null ? value : interval.high();
        }

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

    static List<Point> points(IndicatorSeries series, int year) {
        var points = new ArrayList<Point>();
        for (var period : series.periods()) {
            var belongsTo = period.belongsToYear();
            if (belongsTo.isEmpty() || belongsTo.getAsInt() > year) {
                continue;
            }
            series.cell(period).ifPresentOrElse(
                    c -> points.add(Point.of(period, c.representing())),
                    () -> series.implied(period).stream().findFirst()
                            .ifPresent(d -> points.add(Point.of(period, d))));
        }
        return points;
    }

    /** As short as a date can be: a year, or the month that a state or a part of a year ends in. */
    private String label(Point point) {
        var period = point.period();
        if (point.status() != null) {
            return getTranslation("dashboard.spark.status." + point.status(),
                    Integer.toString(period.belongsToYear().orElseThrow()));
        }
        var words = switch (period.kind()) {
            case YEAR -> period.code();
            case SPAN -> period.end().getDayOfYear() >= 365 ? Integer.toString(period.end().getYear())
                    : period.end().toString().substring(0, 7);
            default -> period.end().toString().substring(0, 7);
        };
        return point.computed() ? getTranslation("dashboard.spark.computed", words) : words;
    }

    static String drawing(List<Point> points, IndicatorSeries series) {
        long from = points.getFirst().day().toEpochDay();
        long span = Math.max(1, points.getLast().day().toEpochDay() - from);
        var low = points.stream().map(Point::low).min(BigDecimal::compareTo).orElseThrow().doubleValue();
        var high = points.stream().map(Point::high).max(BigDecimal::compareTo).orElseThrow().doubleValue();
        var spread = high - low == 0 ? 1 : high - low;
        var drawing = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d'>"
                .formatted(WIDTH, HEIGHT));
        var places = points.stream().map(p -> new double[] {
                MARGIN + (double) (p.day().toEpochDay() - from) / span * (WIDTH - 2 * MARGIN),
                HEIGHT - MARGIN - (p.value().doubleValue() - low) / spread * (HEIGHT - 2 * MARGIN)}).toList();
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i - 1).status() == null && points.get(i).status() == null
                    && !breaks(series, points.get(i - 1), points.get(i))) {
                boolean dashed = points.get(i - 1).computed() || points.get(i).computed();
                drawing.append("<path class='yj-spark-line%s' d='M%.1f %.1fL%.1f %.1f'/>".formatted(
                        dashed ? " yj-is-computed" : "", places.get(i - 1)[0], places.get(i - 1)[1], places.get(i)[0],
                        places.get(i)[1]));
            }
        }
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).status() != null) {
                drawing.append("<rect class='yj-spark-point yj-is-unvalidated' x='%.1f' y='%.1f' width='6' height='6'/>"
                        .formatted(places.get(i)[0] - 3, places.get(i)[1] - 3));
                continue;
            }
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
