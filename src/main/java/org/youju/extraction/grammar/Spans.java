package org.youju.extraction.grammar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.PassedOver;
import org.youju.extraction.grammar.Measure.Form;
import org.youju.extraction.grammar.UnitWords.Sort;
import org.youju.figure.Qualifier;
import org.youju.figure.WrittenNumber;

/** Makes the span of a figure out of a number and its unit: limits, 余, rates and sign on both sides. */
final class Spans {

    private final String text;
    private final NumberReader numbers;
    private final Limits limits;
    private final RateWords rates;
    private final Traps traps;
    private final List<PassedOver> dismissed = new ArrayList<>();

    Spans(String text, NumberReader numbers, Limits limits) {
        this.text = text;
        this.numbers = numbers;
        this.limits = limits;
        this.rates = new RateWords(text);
        this.traps = new Traps(text);
    }

    /** Takes what belongs to the span on both sides, and refuses what is no figure. */
    @Nullable Measure of(int start, int numberStart, WrittenNumber number, @Nullable WrittenNumber second,
            UnitWords.Name unit, BigDecimal percentages, int unitEnd, Form form, int floor) {
        var end = unitEnd;
        var more = number.more() || second != null && second.more();
        if ((unit.sort() == Sort.CHANGE || percentages.compareTo(BigDecimal.ONE) != 0) && end < text.length()
                && "余多".indexOf(text.charAt(end)) >= 0) {
            more = true;
            end++;
        }
        if (end < text.length() && text.startsWith("(间)", end)) {
            end += 3;
        }
        var per = new StringBuilder();
        end = rates.after(end, unit, per);
        var after = limits.after(end);
        var limitEnd = after == null ? end : end + after.length();
        var before = limits.before(start, floor);
        var spanStart = before.start();
        spanStart = rates.before(spanStart, floor, per);
        var qualifier = Limits.together(before.qualifier(), after, more);
        var measure = new Measure(spanStart, limitEnd, start, numbers.isNegative(start) ? negated(number) : number,
                second, unit,
                percentages, second == null ? qualifier : Qualifier.EXACT, per.toString(), form);
        var against = traps.against(measure, before.qualifier() != null || after != null || more, after, floor);
        if (against == null) {
            return measure;
        }
        dismissed.add(new PassedOver(spanStart, limitEnd, against));
        return null;
    }

    private static WrittenNumber negated(WrittenNumber number) {
        return new WrittenNumber(number.magnitude(), number.place(), true, number.scale(), number.more(),
                number.scaled(), number.below());
    }

    /** A number in another scale. */
    static WrittenNumber scaled(WrittenNumber number, BigDecimal scale) {
        return new WrittenNumber(number.magnitude(), number.place(), number.negative(), scale, number.more(),
                scale.compareTo(BigDecimal.ONE) != 0, number.below());
    }

    /** What was refused so far. */
    List<PassedOver> dismissed() {
        return dismissed;
    }
}
