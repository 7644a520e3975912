package org.youju.workflow.cell.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.youju.figure.FigureWriter;
import org.youju.observation.Observation;
import org.youju.observation.history.Aspect;
import org.youju.reply.Citation;

/** In what two versions differ, one line an aspect: from what to what. */
final class DifferenceText extends Div {

    DifferenceText(Observation before, Observation after, Set<Aspect> changed) {
        addClassName("yj-difference");
        changed.forEach(aspect -> {
            var name = new Span(getTranslation("cell.aspect." + aspect));
            name.addClassName("yj-caption");
            add(new Div(name, new Span(getTranslation("cell.from-to", words(aspect, before, getLocale()),
                    words(aspect, after, getLocale())))));
        });
    }

    private String words(Aspect aspect, Observation row, Locale locale) {
        return switch (aspect) {
            case PRINT -> row.figure().printed();
            case VALUE -> FigureWriter.show(row.figure(), locale).text();
            case QUALIFIER -> getTranslation("entry.qualifier." + row.figure().qualifier());
            case INTERVAL -> FigureWriter.interval(row.figure(), locale);
            case PERIOD -> row.period().label(locale);
            case PERIOD_NOTE -> or(row.periodNote());
            case SOURCE -> row.reply().label();
            case QUOTE -> or(row.citations().stream().map(Citation::exact).collect(Collectors.joining(" / ")));
            case EXCUSE -> or(row.uncitedReason());
            case STATUS -> row.status().name();
            case VINTAGE -> row.vintage() == null ? or(null) : getTranslation("source.vintage." + row.vintage());
            case COMMENT -> or(row.comment());
            case DEPARTURE -> or(row.departure());
        };
    }

    private String or(@Nullable String text) {
        return text == null || text.isBlank() ? getTranslation("cell.nothing") : text;
    }
}
