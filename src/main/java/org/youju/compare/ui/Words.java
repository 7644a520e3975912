package org.youju.compare.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.compare.Comparison;
import org.youju.compare.Notes;
import org.youju.compare.Writing;
import org.youju.compare.reckon.Known;
import org.youju.compare.reckon.Line;
import org.youju.compare.reckon.Outcome;
import org.youju.compare.reckon.Outcome.Refused;
import org.youju.compare.reckon.Outcome.Result;
import org.youju.compare.reckon.Transform;
import org.youju.figure.FigureWriter;
import org.youju.indicator.Indicator;
import org.youju.observation.Observation;

/** What the page says of lines, results and refusals, in its language. */
final class Words {

    private final Component page;
    private final Comparison comparison;
    private final Writing writing;
    private final Locale locale;

    Words(Component page, Comparison comparison, Locale locale) {
        this.page = page;
        this.comparison = comparison;
        this.locale = locale;
        writing = new Writing(comparison.catalogue(), locale);
    }

    Locale locale() {
        return locale;
    }

    Writing writing() {
        return writing;
    }

    /** A sentence in the language of the page, also for a file that is written once the page has been answered. */
    String say(String key, Object... arguments) {
        return page.getTranslation(locale, key, arguments);
    }

    /** A line in full: region and indicator. */
    String name(Line line) {
        return say("compare.line", line.region().name(locale), line.indicator().name(locale));
    }

    /** A line by what tells it from the others of the comparison. */
    String brief(Line line) {
        if (comparison.lines().stream().map(it -> it.region().code()).distinct().count() == 1) {
            return line.indicator().name(locale);
        }
        return comparison.lines().stream().map(it -> it.indicator().code()).distinct().count() == 1
                ? line.region().name(locale) : name(line);
    }

    String unit(Indicator indicator) {
        return FigureWriter.unit(indicator.unit(), locale);
    }

    String indicator(Line line) {
        return line.indicator().name(locale);
    }

    String region(Line line) {
        return line.region().name(locale);
    }

    String transform(Transform transform) {
        return say("compare.transform." + transform);
    }

    /** What is drawn, with its base year or other indicator. */
    String title() {
        var selection = comparison.selection();
        var name = transform(selection.transform());
        if (selection.transform().takesBase()) {
            return say("compare.title.base", name, comparison.baseYear().orElse(0));
        }
        return selection.transform().takesOther() && !comparison.others().isEmpty()
                ? say("compare.title.other", name, indicator(comparison.others().getFirst())) : name;
    }

    /** The unit of a line's results. */
    String unit(Line line) {
        return writing.axisUnit(line, comparison.selection().transform(),
                comparison.others().isEmpty() ? null : comparison.others().getFirst()).strip();
    }

    /** A result as a reader is told it: a number, or that it can't be told from no change. */
    String text(Line line, Result result) {
        return text(line, comparison.selection().transform(), result);
    }

    /** As {@link #text(Line, Result)}, with the unit where no column names it. */
    String told(Line line, Result result) {
        var transform = comparison.selection().transform();
        return Writing.isCompatible(transform, result) ? say("compare.compatible")
                : writing.told(line, transform, result, comparison.others().stream().findFirst().orElse(null));
    }

    String text(Line line, Transform transform, Result result) {
        return Writing.isCompatible(transform, result) ? say("compare.compatible")
                : transform == Transform.LEVEL ? writing.brief(line, result.inputs().getFirst())
                : writing.text(line, transform, result);
    }

    /** Why there is no result, in a sentence. */
    String reason(Refused refused) {
        return say("compare.reason." + refused.reason(), refused.arguments().toArray());
    }

    /** That a line takes no part, and why. */
    String left(Line line) {
        return say("compare.left.line", name(line),
                comparison.refusal(line).map(this::reason).orElseGet(this::unknown));
    }

    private String unknown() {
        var selection = comparison.selection();
        return selection.recorded().isPresent() ? say("compare.left.records")
                : selection.asOf().map(day -> say("compare.left.day", day)).orElseGet(() -> say("compare.left.unknown"));
    }

    /** Why there is no number, in the space of one. */
    String brief(Refused refused) {
        return say("compare.short." + refused.reason());
    }

    /** What stands in the place of a number that is not known, or that the transform does not tell. */
    String missing(Line line, int year) {
        return comparison.selection().transform() == Transform.LEVEL || line.at(year).isEmpty() ? say("compare.missing") : "—";
    }

    String hedge(Outcome.Hedge hedge) {
        return say("compare.hedge." + hedge);
    }

    /** What a value is worth, where that has to be said; else empty. */
    String worth(Known known) {
        return Notes.worth(known, this::say);
    }

    /** What is not validated of what a result rests on: 待核实, 预计; null where nothing is. */
    @Nullable String unvalidated(Result result) {
        return result.inputs().stream()
                .flatMap(it -> it.cell() != null ? Stream.of(it.cell().representing())
                        : it.derivation() != null ? it.derivation().inputs().stream() : Stream.<Observation>empty())
                .filter(it -> !it.status().isFirm())
                .map(it -> say("source.status." + it.status()).toLowerCase(locale)).distinct()
                .reduce((a, b) -> a + say("chart.comma") + b).orElse(null);
    }
}
