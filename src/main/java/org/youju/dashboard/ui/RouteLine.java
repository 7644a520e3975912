package org.youju.dashboard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.card.StateBadge;
import org.youju.check.Consistency.Route;
import org.youju.check.Derivation;
import org.youju.figure.End;
import org.youju.figure.FigureWriter;
import org.youju.figure.Fineness;
import org.youju.figure.Interval;
import org.youju.figure.Shown;
import org.youju.figure.Unit;
import org.youju.observation.Observation;
import org.youju.observation.ui.FigureText;
import org.youju.observation.ui.SourceBadge;
import org.youju.observation.ui.StatusWords;

/** One way to a number: what it comes to, where it may lie, and 据 or 算 with what it is from. */
final class RouteLine extends Div {

    private static final int COARSEST = 1;

    /** @param unit of the indicator */
    RouteLine(Route route, Unit unit, Workings workings) {
        addClassName("yj-route");
        switch (route) {
            case Route.Stated(var statement) -> stated(statement);
            case Route.Derived(var derivation) -> derived(derivation, unit, workings);
        }
    }

    private void stated(Observation statement) {
        add(FigureText.of(statement));
        StatusWords.of(statement, getLocale()).ifPresent(it -> add(new StateBadge(StateBadge.Tone.WARN,
                Glyph.NOT_PROVABLE, it)));
        if (!statement.interval().isPoint()) {
            add(caption(FigureWriter.interval(statement.figure(), getLocale())));
        }
        add(new SourceBadge(statement));
    }

    /** As fine as it needs to be told from another route. */
    private void derived(Derivation derivation, Unit unit, Workings workings) {
        var interval = derivation.interval();
        int decimals = Math.max(COARSEST, Fineness.ofWidth(interval));
        var shown = FigureWriter.measured(rounded(derivation.value(), decimals), false, unit, getLocale());
        var value = new Span(new Shown("≈", shown.number(), shown.after(), shown.unit()).text());
        value.addClassName("yj-is-computed");
        add(value);
        var low = interval.low() == null ? null : rounded(interval.low(), decimals);
        var high = interval.high() == null ? null : rounded(interval.high(), decimals);
        if (low == null || !low.equals(high)) {
            add(caption(FigureWriter.range(new Interval(low, low == null ? End.UNBOUNDED : interval.lowEnd(), high,
                    high == null ? End.UNBOUNDED : interval.highEnd()), unit, getLocale())));
        }
        add(new SourceBadge(workings.of(derivation)));
    }

    private static BigDecimal rounded(BigDecimal number, int decimals) {
        var rounded = number.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static Span caption(String words) {
        var span = new Span(words);
        span.addClassName("yj-caption");
        return span;
    }
}
