package org.youju.base.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one chart and its table show. Compared by value: showing an equal one again changes nothing.
 *
 * @param title       what the values are of
 * @param unit        the unit of every value
 * @param summary     the reading of the chart in one sentence, spoken in its place
 * @param categories  the names along the axis, without repetition
 * @param series      one to four
 * @param annotations what the chart says beside its values; may be empty
 * @param highlighted the selected category, tinted in chart and table, or null
 * @param axis        where the axis of values begins
 * @param frame       how values are laid out, and what the chart shares with others beside it
 */
public record ChartSpec(String title, String unit, String summary, List<String> categories, List<Series> series,
        List<Annotation> annotations, @Nullable String highlighted, Axis axis, Frame frame) {

    /** Where the axis of values begins. */
    public enum Axis {
        FROM_ZERO,
        /** Near the lowest value, and labelled as such; for lines only. */
        CUT,
        /** At the first place, which stands on top, in whole steps; for lines only. */
        PLACES
    }

    /**
     * How values are laid out.
     *
     * @param stacked whether bars of one category stand on each other, which says that they add up
     * @param low     a value that the axis reaches down to, so that charts beside each other have the same; null for none
     * @param high    a value that the axis reaches up to; null for none
     * @param across  what stands along the lower axis in place of the categories, which then name the points; null for
     *                the categories
     */
    public record Frame(boolean stacked, @Nullable BigDecimal low, @Nullable BigDecimal high, @Nullable Across across) {

        /** Each chart by itself. */
        public static final Frame FREE = new Frame(false, null, null, null);
    }

    /**
     * The values of a second quantity, against which one line is drawn.
     *
     * @param name   of the quantity, with its unit
     * @param values one for each category; null where nothing is known, which leaves the point out
     */
    public record Across(String name, List<@Nullable BigDecimal> values) {

        public Across {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    private static final int MOST_SERIES = 4;

    /**
     * @throws IllegalArgumentException if a series or target doesn't have one entry for each category, something names
     *                                  a category that isn't there, or a key or category occurs twice
     */
    public ChartSpec {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        annotations = List.copyOf(annotations);
        require(!categories.isEmpty(), "The chart “%s” needs at least one category.", title);
        require(!series.isEmpty() && series.size() <= MOST_SERIES,
                "The chart “%s” has %d series; draw one to four, and further ones in charts of their own.", title,
                series.size());
        require(!summary.isBlank(), "The chart “%s” needs a sentence for those who can't see it.", title);
        require(new HashSet<>(categories).size() == categories.size(),
                "The chart “%s” names a category twice; each needs a name of its own.", title);
        var keys = new HashSet<String>();
        for (var one : series) {
            require(one.points().size() == categories.size(),
                    "The series “%s” has %d points for %d categories; give one for each, null where there is none.",
                    one.name(), one.points().size(), categories.size());
            one.points().stream().filter(Objects::nonNull).forEach(point -> require(keys.add(point.key()),
                    "Two points have the key “%s”; a press couldn't tell them apart.", point.key()));
        }
        require(axis == Axis.FROM_ZERO || series.stream().noneMatch(one -> one.kind() == Series.Kind.BAR),
                "The chart “%s” has bars: they begin at zero.", title);
        require(!frame.stacked() || series.stream().allMatch(one -> one.kind() == Series.Kind.BAR),
                "The chart “%s” stacks lines; only bars can stand on each other.", title);
        var across = frame.across();
        require(across == null || across.values().size() == categories.size() && annotations.isEmpty()
                && series.size() == 1 && series.getFirst().kind() == Series.Kind.LINE,
                "The chart “%s” draws one line against another quantity, with a value for each category and nothing "
                        + "beside them.", title);
        for (var annotation : annotations) {
            switch (annotation) {
                case Annotation.Target target -> require(target.values().size() == categories.size(),
                        "The target “%s” has %d values for %d categories; give one for each, null where there is none.",
                        target.label(), target.values().size(), categories.size());
                case Annotation.Break at -> requireCategory(categories, at.before());
                case Annotation.Crossing at -> requireCategory(categories, at.before());
                case Annotation.Missing missing -> {
                    requireCategory(categories, missing.from());
                    requireCategory(categories, missing.to());
                }
                case Annotation.Change change -> {
                    requireCategory(categories, change.from());
                    requireCategory(categories, change.to());
                }
                case Annotation.Event event -> requireCategory(categories, event.category());
                case Annotation.Distance distance -> requireCategory(categories, distance.category());
            }
        }
        if (highlighted != null) {
            requireCategory(categories, highlighted);
        }
    }

    /** A chart from zero with nothing beside its values. */
    public static ChartSpec of(String title, String unit, String summary, List<String> categories,
            List<Series> series) {
        return new ChartSpec(title, unit, summary, categories, series, List.of(), null, Axis.FROM_ZERO,
                Frame.FREE);
    }

    /** This chart with these annotations. */
    public ChartSpec annotated(List<? extends Annotation> annotations) {
        return new ChartSpec(title, unit, summary, categories, series, List.copyOf(annotations), highlighted, axis,
                frame);
    }

    /** This chart with a selected category; null for none. */
    public ChartSpec highlighting(@Nullable String category) {
        return new ChartSpec(title, unit, summary, categories, series, annotations, category, axis, frame);
    }

    /** This chart with an axis that begins there. */
    public ChartSpec along(Axis axis) {
        return new ChartSpec(title, unit, summary, categories, series, annotations, highlighted, axis,
                frame);
    }

    /** This chart laid out in this way. */
    public ChartSpec in(Frame frame) {
        return new ChartSpec(title, unit, summary, categories, series, annotations, highlighted, axis, frame);
    }

    /** The position of a category, which must be one of this chart. */
    int indexOf(String category) {
        return categories.indexOf(category);
    }

    /** The words for a category without a value in a table: what an annotation calls it, or a dash. */
    String absence(int category) {
        return annotations.stream()
                .filter(Annotation.Missing.class::isInstance).map(Annotation.Missing.class::cast)
                .filter(it -> indexOf(it.from()) <= category && category <= indexOf(it.to()))
                .map(Annotation.Missing::words)
                .findFirst().orElse("—");
    }

    private static void requireCategory(List<String> categories, String category) {
        require(categories.contains(category), "There is no category “%s”; the chart has %s.", category, categories);
    }

    private static void require(boolean kept, String sentence, Object... arguments) {
        if (!kept) {
            throw new IllegalArgumentException(sentence.formatted(arguments));
        }
    }
}
