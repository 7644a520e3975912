package org.youju.observation.ui;

import com.vaadin.flow.component.html.Span;
import org.youju.figure.Figure;
import org.youju.figure.FigureWriter;
import org.youju.figure.Shown;

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
