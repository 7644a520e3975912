package org.youju.observation.ui;

import com.vaadin.flow.component.html.Span;
import org.youju.figure.Figure;
import org.youju.figure.FigureWriter;
import org.youju.figure.Shown;
import org.youju.observation.Observation;

/**
 * A figure as its source limits it: the limiting word smaller than the number, then the unit. It is one thing: copied
 * and read aloud whole.
 */
public final class FigureText extends Span {

    /** Writes a stated figure in the language of the page. */
    public FigureText(Figure figure) {
        addClassName("yj-figure");
        write(FigureWriter.show(figure, getLocale()));
    }

    /** Writes what a source states, hollow where it is not validated, or only estimated or forecast. */
    public static FigureText of(Observation statement) {
        var text = new FigureText(statement.figure());
        if (!statement.status().isFirm()) {
            text.addClassName("yj-is-unvalidated");
        }
        return text;
    }

    /** Writes a figure that was computed or otherwise put into parts. */
    public FigureText(Shown shown) {
        addClassName("yj-figure");
        write(shown);
    }

    private void write(Shown shown) {
        part(shown.before(), "yj-q");
        part(shown.number(), "yj-n");
        part(shown.after(), "yj-q", "yj-q-after");
        part(shown.unit(), "yj-unit");
    }

    private void part(String words, String... classes) {
        if (!words.isEmpty()) {
            var part = new Span(words);
            part.addClassNames(classes);
            add(part);
        }
    }
}
