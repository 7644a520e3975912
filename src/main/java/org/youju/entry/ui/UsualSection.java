package org.youju.entry.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.StringJoiner;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.check.rule.RuleFindings.Placed;
import org.youju.figure.FigureWriter;
import org.youju.figure.Interval;

/** 常见范围: where a figure of this series lies as a rule, by which years, and where this one lies. */
final class UsualSection extends Section {

    /** The drawing: the range takes its middle half. */
    private static final double WIDTH = 300;
    private static final double EDGE = 7;

    /** Stays where it is: what is put into a new one is not read aloud. */
    private final Div words = new Div();
    private final Div drawn = new Div();

    UsualSection() {
        addClassNames("yj-cell-section", "yj-usual");
        words.addClassName("yj-usual-words");
        words.getElement().setAttribute("role", "status");
        add(new H3(getTranslation("entry.usual")), words, drawn);
        clear();
    }

    /** Says nothing where too little is known. */
    void show(Optional<Placed> placed) {
        placed.ifPresentOrElse(this::show, this::clear);
    }

    /** Says nothing while what is typed can't be read. */
    void clear() {
        words.removeAll();
        drawn.removeAll();
        addClassName("yj-is-silent");
    }

    private void show(Placed placed) {
        var usual = placed.usual();
        var unit = usual.base().unit();
        var interval = usual.interval();
        var range = new Span(getTranslation("entry.usual.range", FigureWriter.range(interval, unit, getLocale())));
        range.addClassName("yj-fact-value");
        words.removeAll();
        words.add(range);
        var figure = placed.figure();
        if (figure == null) {
            words.add(new Span(getTranslation("entry.usual.empty")));
        } else {
            words.add(new Span(getTranslation("entry.usual.cell", FigureWriter.show(figure, getLocale()).text())),
                    badge(placed));
        }
        var drawing = new Svg(drawing(interval, placed));
        drawing.addClassName("yj-usual-drawing");
        drawing.getElement().setAttribute("aria-hidden", "true");
        var basis = new Div(getTranslation("entry.usual.basis", years(usual.years()), usual.years().size(),
                Integer.toString(usual.baseYear()), FigureWriter.show(usual.base(), getLocale()).text()));
        basis.addClassName("yj-caption");
        drawn.removeAll();
        drawn.add(drawing, basis);
        removeClassName("yj-is-silent");
    }

    private StateBadge badge(Placed placed) {
        var z = placed.farOff();
        return z.isEmpty() ? new StateBadge(Tone.NONE, Glyph.MET, getTranslation("entry.usual.inside"))
                : new StateBadge(Tone.WARN, Glyph.BEHIND,
                        getTranslation(z.getAsDouble() > 0 ? "entry.usual.above" : "entry.usual.below"));
    }

    /** 2015–2019、2021: years in a row as one. */
    private String years(SortedSet<Integer> years) {
        var words = new StringJoiner(getTranslation("entry.usual.and"));
        int first = years.first();
        for (int year : years) {
            if (!years.contains(year + 1)) {
                words.add(first == year ? Integer.toString(year) : first + "–" + year);
                first = years.tailSet(year + 1).isEmpty() ? year : years.tailSet(year + 1).first();
            }
        }
        return words.toString();
    }

    /** The range as a dashed box, for it is computed; the figure as a diamond, or as an arrow where it is beyond the drawing. */
    private static String drawing(Interval usual, Placed placed) {
        double high = usual.high().doubleValue();
        double low = usual.low() == null ? 0 : usual.low().doubleValue();
        // without a lower end it begins at the edge
        double from = usual.low() == null ? 0 : WIDTH / 4;
        double scale = (WIDTH * 3 / 4 - from) / (high - low);
        var svg = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 300 20' focusable='false'>"
                + "<path class='yj-usual-axis' d='M0 10H300'/>");
        svg.append(String.format(Locale.ROOT, "<rect class='yj-usual-range' x='%.1f' y='4.5' width='%.1f' height='11'/>",
                usual.low() == null ? -4 : from, (high - low) * scale + (usual.low() == null ? 4 : 0)));
        if (placed.figure() != null) {
            double at = from + (placed.figure().value().doubleValue() - low) * scale;
            svg.append("<path class='yj-usual-value").append(placed.farOff().isPresent() ? " yj-is-far" : "");
            svg.append(String.format(Locale.ROOT, at < EDGE ? "' d='M%.1f 10l8-6v12z'/>"
                    : at > WIDTH - EDGE ? "' d='M%.1f 10l-8-6v12z'/>" : "' d='M%.1f 3l6 7-6 7-6-7z'/>",
                    at < EDGE ? 1 : Math.min(at, WIDTH - 1)));
        }
        return svg.append("</svg>").toString();
    }
}
