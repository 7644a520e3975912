package org.youju.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.check.Explanation;
import org.youju.compare.reckon.Known;
import org.youju.compare.reckon.Line;
import org.youju.compare.reckon.Outcome;
import org.youju.compare.reckon.Outcome.Refused;
import org.youju.compare.reckon.Outcome.Result;
import org.youju.compare.reckon.Stretch;
import org.youju.compare.reckon.Transform;
import org.youju.compare.reckon.Worth;

/** What a comparison shows, in sentences that are written from its numbers by rules and claim no more than these. */
public final class Description {

    private static final int MOST_LINES = 3;

    /** The product's sentences in the reader's language. */
    @FunctionalInterface
    public interface Sentences {

        /** The sentence of a key, filled in. */
        String of(String key, Object... arguments);
    }

    private final Comparison comparison;
    private final Sentences say;
    private final Writing writing;
    private final Locale locale;

    private Description(Comparison comparison, Locale locale, Sentences say) {
        this.comparison = comparison;
        this.say = say;
        this.locale = locale;
        writing = new Writing(comparison.catalogue(), locale);
    }

    /** The sentences, of at most {@value #MOST_LINES} lines, and how the first two of them differ; may be empty. */
    public static List<String> of(Comparison comparison, Locale locale, Sentences say) {
        return new Description(comparison, locale, say).sentences();
    }

    private String written(Explanation sentence) {
        return say.of(sentence.key(), sentence.written(locale));
    }

    private List<String> sentences() {
        var sentences = new ArrayList<String>();
        var described = comparison.lines().stream().filter(it -> comparison.stretch(it).isPresent())
                .limit(MOST_LINES).toList();
        described.forEach(line -> {
            result(line).ifPresent(sentences::add);
            sentences.add(sentence(line));
        });
        long left = comparison.lines().stream().filter(it -> comparison.stretch(it).isPresent()).count() - described.size();
        if (described.size() > 1) {
            against(described.get(0), described.get(1), sentences);
        }
        if (left > 0) {
            sentences.add(say.of("compare.says.left", left));
        }
        return sentences;
    }

    private String name(Line line) {
        return line.region().name(locale) + (locale.getLanguage().equals("zh") ? "" : ": ")
                + line.indicator().name(locale);
    }

    private String value(Line line, int year) {
        return writing.value(line, line.at(year).orElseThrow());
    }

    /** What the transform gives for the first and the last year that have a result; of levels the next sentence tells. */
    private Optional<String> result(Line line) {
        var transform = comparison.selection().transform();
        var years = comparison.years().stream().filter(year -> comparison.result(line, year).isPresent()).toList();
        if (transform == Transform.LEVEL || years.isEmpty()) {
            return Optional.empty();
        }
        var name = say.of("compare.transform." + transform);
        var first = comparison.result(line, years.getFirst()).orElseThrow();
        var last = comparison.result(line, years.getLast()).orElseThrow();
        return Optional.of(years.size() == 1
                ? say.of("compare.says.result" + basis(last.worth()), name(line), name, Integer.toString(years.getLast()),
                        text(line, transform, last))
                : say.of("compare.says.results" + basis(first.worth().and(last.worth())), name(line), name,
                        Integer.toString(years.getFirst()), text(line, transform, first),
                        Integer.toString(years.getLast()), text(line, transform, last)));
    }

    private String text(Line line, Transform transform, Result result) {
        return Writing.isCompatible(transform, result) ? say.of("compare.compatible")
                : writing.told(line, transform, result, comparison.others().stream().findFirst().orElse(null));
    }

    private String sentence(Line line) {
        var stretch = comparison.stretch(line).orElseThrow();
        return written(sentence(line, stretch)) + across(line, stretch);
    }

    /** Whatever a change rests on that was reckoned across a change of definition goes with it wherever it is copied. */
    private String across(Line line, Stretch stretch) {
        return isAcross(stretch) ? line.breakBetween(stretch.first(), stretch.last())
                .map(it -> say.of("compare.says.across", Integer.toString(Objects.requireNonNull(it.validFrom()))))
                .orElse("") : "";
    }

    private static boolean isAcross(Stretch stretch) {
        return Stream.of(stretch.change(), stretch.growth()).anyMatch(it -> it instanceof Result result
                && result.hedges().contains(Outcome.Hedge.ACROSS_BREAK));
    }

    private Explanation sentence(Line line, Stretch stretch) {
        var last = line.at(stretch.last()).orElseThrow();
        if (stretch.first() == stretch.last()) {
            return Explanation.of("compare.says.single" + basis(last), name(line), stretch.last(),
                    value(line, stretch.last()));
        }
        var first = line.at(stretch.first()).orElseThrow();
        var values = List.<Object>of(name(line), stretch.last(), value(line, stretch.last()), stretch.first(),
                value(line, stretch.first()));
        return switch (line.isInPerCent() ? stretch.change() : stretch.growth()) {
            case Result result -> new Explanation("compare.says." + trend(result) + basis(first, last),
                    more(values, line, stretch, result));
            case Refused refused when refused.reason() == Outcome.Reason.BREAK -> new Explanation(
                    "compare.says.break" + basis(first, last), plus(values, refused.arguments().getFirst()));
            case Refused refused -> new Explanation("compare.says.levels" + basis(first, last), values);
            case Outcome.Absent absent -> new Explanation("compare.says.levels" + basis(first, last), values);
        };
    }

    private List<Object> more(List<Object> values, Line line, Stretch stretch, Result result) {
        var all = new ArrayList<>(values);
        all.add(line.isInPerCent() ? size(writing.text(line, Transform.CHANGE, result))
                : size(writing.text(line, Transform.GROWTH, result)));
        all.add(stretch.yearly() instanceof Result yearly && !Writing.isCompatible(Transform.CAGR, yearly)
                && stretch.last() - stretch.first() > 1
                ? say.of("compare.says.yearly", writing.text(line, Transform.CAGR, yearly)) : "");
        return all;
    }

    /** How much, where the word says which way. */
    private static String size(String signed) {
        return signed.replaceFirst("^[+\u2212]", "");
    }

    private static List<Object> plus(List<Object> values, Object one) {
        var all = new ArrayList<>(values);
        all.add(one);
        return all;
    }

    private static String trend(Result result) {
        return switch (result.trend()) {
            case UP -> "up";
            case DOWN -> "down";
            case MAYBE_UP -> "maybe-up";
            case MAYBE_DOWN -> "maybe-down";
            case MAYBE_EQUAL, EQUAL, NONE -> "equal";
        };
    }

    /** What a sentence has to add that rests on more than firm statements. */
    private static String basis(Known... known) {
        return basis(List.of(known).stream().map(Known::worth).reduce(Worth.STATED, Worth::and));
    }

    private static String basis(Worth worth) {
        return switch (worth) {
            case STATED -> "";
            case IMPLIED -> "-implied";
            case UNVALIDATED -> "-unvalidated";
        };
    }

    /** Which of two grew faster or fell less over the same years, or that this is not proven. */
    private void against(Line one, Line other, List<String> sentences) {
        var a = comparison.stretch(one).orElseThrow();
        var b = comparison.stretch(other).orElseThrow();
        if (a.first() != b.first() || a.last() != b.last() || a.first() == a.last()) {
            return;
        }
        var growth = growth(a);
        var rival = growth(b);
        if (growth == null || rival == null) {
            return;
        }
        boolean leads = growth.value().compareTo(rival.value()) >= 0;
        var names = leads ? new Object[] {name(one), name(other)} : new Object[] {name(other), name(one)};
        (leads ? order(growth, rival) : order(rival, growth)).ifPresent(key -> sentences.add(written(Explanation.of(
                key + basis(growth.worth().and(rival.worth())), names))
                + (isAcross(a) || isAcross(b) ? say.of("compare.says.across.any") : "")));
    }

    /**
     * Key of what is said of two growths.
     *
     * @param greater the greater one, or one of two that are equal as printed
     * @return empty where one rose and the other fell, of which the sentences before tell
     */
    private static Optional<String> order(Result greater, Result less) {
        boolean certain = greater.interval().minus(less.interval()).certainlyAbove(BigDecimal.ZERO);
        boolean rise = less.value().signum() >= 0;
        if (certain) {
            return rise ? Optional.of("compare.says.faster")
                    : greater.value().signum() <= 0 ? Optional.of("compare.says.fell-less") : Optional.empty();
        }
        return Optional.of(rise && greater.value().compareTo(less.value()) > 0 ? "compare.says.not-told-apart"
                : "compare.says.alike");
    }

    private static @Nullable Result growth(Stretch stretch) {
        return stretch.growth() instanceof Result result ? result : null;
    }
}
