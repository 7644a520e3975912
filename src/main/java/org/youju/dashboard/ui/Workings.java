package org.youju.dashboard.ui;

import java.util.Locale;
import org.youju.check.Derivation;
import org.youju.figure.FigureWriter;
import org.youju.indicator.Catalogue;
import org.youju.observation.Observation;
import org.youju.observation.ui.Calculation;
import org.youju.observation.ui.Evidence;

/** How computed figures came about, in the words of a page. */
record Workings(Catalogue catalogue, Locale locale) {

    Calculation of(Derivation derived) {
        var unit = catalogue.indicator(derived.indicator()).unit();
        return new Calculation(FigureWriter.computed(derived.value(), derived.interval(), unit, locale).text(),
                derived.formula(), FigureWriter.computedInterval(derived.interval(), derived.value(), unit, locale),
                derived.inputs().stream().map(this::input).toList());
    }

    Calculation.Input input(Observation observation) {
        return new Calculation.Input(catalogue.indicator(observation.indicator()).name(locale),
                Evidence.of(observation, locale));
    }
}
