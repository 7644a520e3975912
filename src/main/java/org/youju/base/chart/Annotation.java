package org.youju.base.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a chart says beside its values. */
public sealed interface Annotation {

    /**
     * A target or a promise, a dashed line in ink with its name on it. One value over neighbouring categories is a
     * level line; a floor that accumulates (100, 200 … 600) a rising one.
     *
     * @param label  written on the line, as short as the source writes it
     * @param name   what it is, for the table
     * @param values one for each category; null where the target doesn't hold
     */
    record Target(String label, String name, List<@Nullable BigDecimal> values) implements Annotation {

        public Target {
            values = Collections.unmodifiableList(new ArrayList<>(values));
            if (values.stream().noneMatch(Objects::nonNull)) {
                throw new IllegalArgumentException("The target “%s” needs a value for at least one category."
                        .formatted(label));
            }
        }

        /** Whether it is one value over neighbouring categories. */
        boolean isLevel() {
            var held = IntStream.range(0, values.size()).filter(at -> values.get(at) != null).toArray();
            var first = Objects.requireNonNull(values.get(held[0]));
            return held.length == held[held.length - 1] - held[0] + 1
                    && IntStream.of(held).mapToObj(values::get).allMatch(value -> value.compareTo(first) == 0);
        }
    }

    /**
     * Values before and after it can't be compared: // on the axis, a dotted rule, and no line across.
     *
     * @param before          the first category after the break
     * @param words           what changed
     * @param otherDefinition whether the values before it are of another definition, and drawn in grey
     */
    record Break(String before, String words, boolean otherDefinition) implements Annotation {
    }

    /**
     * A break that somebody asked to look across: // on the axis and a dotted rule, while the lines go on.
     *
     * @param before the first category after the break
     * @param words  what changed
     */
    record Crossing(String before, String words) implements Annotation {
    }

    /**
     * Nothing is known of these categories: hatched where there are several, else the words at the base.
     *
     * @param from  the first of them
     * @param to    the last of them; may be the same
     * @param words what to call it: 缺, 无分年数
     */
    record Missing(String from, String to, String words) implements Annotation {
    }

    /**
     * The change between two neighbouring values, written above and between them.
     *
     * @param from  the category of the earlier value
     * @param to    the category of the later value
     * @param words the change and what it is against: 同比 约+18%
     */
    record Change(String from, String to, String words) implements Annotation {
    }

    /**
     * Something that happened: a number at the top of a category and a thin rule below it. What it was is told beside the
     * chart, under the same number.
     *
     * @param category when it happened
     * @param number   what it is found by, counted from 1
     * @param words    what it was, for those who listen
     */
    record Event(String category, int number, String words) implements Annotation {
    }

    /**
     * How far a value is from a target: a thin rule between the two.
     *
     * @param category where the rule stands
     * @param from     one end, in the chart's unit
     * @param to       the other end
     * @param words    the difference: +174
     */
    record Distance(String category, BigDecimal from, BigDecimal to, String words) implements Annotation {
    }
}
