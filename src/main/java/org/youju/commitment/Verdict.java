package org.youju.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.check.Basis;
import org.youju.check.Explanation;
import org.youju.figure.FigureWriter;
import org.youju.figure.Fineness;
import org.youju.figure.Interval;
import org.youju.observation.Observation;

/**
 * Whether a promise is kept, and what says so. Computed whenever it is read, never stored.
 *
 * @param basis       what its weakest input is worth; STATED where it has none
 * @param explanation the sentences that say why, at least one
 * @param inputs      the statements it rests on
 * @param assumptions the recorded assumptions it rests on
 * @param formula     the arithmetic on printed numbers ({@code 774 − 100 ≥ 6 × 100}), empty where there is none
 * @param value       the actual by its printed number, before any assumption reduces it, in the indicator's unit; null
 *                    where nothing is stated
 * @param actual      where the actual lies once the assumptions reduced it; null where nothing is stated
 * @param threshold   what the actual is held against, in the indicator's unit
 * @param elapsed     share of the window that had passed when the actual ends, 0 to 1; null where there is no pace
 * @param completion  actual by target of an amount, at its least where an assumption reduces it; of a level the way
 *                    covered from its base; null where a quotient would say nothing
 * @param range       where the completion of an open window lies; null where there is no pace
 * @param judgedFrom  first year that it speaks of
 * @param judgedTo    last year that it speaks of, null where none is over or covered
 * @param perYear     each year of a promise for every year, in order; empty for other promises
 * @param nodes       the ends of the quarters of an open window that has a pace, in order; else empty
 */
public record Verdict(Kind kind, Basis basis, List<Explanation> explanation, List<Observation> inputs,
        List<Assumption> assumptions, String formula, @Nullable BigDecimal value, @Nullable Interval actual,
        BigDecimal threshold, @Nullable BigDecimal elapsed, @Nullable BigDecimal completion,
        @Nullable Interval range, int judgedFrom, @Nullable Integer judgedTo, List<YearVerdict> perYear, List<Node> nodes) {

    private static final BigDecimal FAR_BEHIND = BigDecimal.TEN.negate();

    /** What is found. */
    public enum Kind {
        MET,
        /** Not every year can be shown, but all together reach what they should. */
        MET_ON_TOTAL,
        /** The window is open, and no less is done than its share that has passed. */
        ON_PACE,
        /** The window is open, and less is done than its share that has passed. */
        BEHIND,
        NOT_MET,
        /** What is stated allows both. */
        NOT_PROVABLE,
        /** Nothing is stated, or nothing that a pace could be told from. */
        NO_DATA;

        /** Whether what is stated tells one way or the other. */
        public boolean isDecided() {
            return this != NOT_PROVABLE && this != NO_DATA;
        }

        /** Key of its name in the translations. */
        public String key() {
            return "commitment.verdict." + name();
        }
    }

    /**
     * One year of a promise for every year.
     *
     * @param kind  MET, NOT_MET, NOT_PROVABLE or NO_DATA
     * @param input the statement of that year, null where there is none
     */
    public record YearVerdict(int year, Kind kind, @Nullable Observation input) {
    }

    /**
     * The end of a quarter within the window.
     *
     * @param elapsed share of the window that is over by then, 0 to 1
     * @param needed  what should be done by then, in the indicator's unit; of a level what should be reached
     * @param done    what statements say of the time up to that very day, null where they say nothing
     */
    public record Node(LocalDate end, BigDecimal elapsed, BigDecimal needed, @Nullable BigDecimal done) {
    }

    public Verdict {
        explanation = List.copyOf(explanation);
        inputs = List.copyOf(inputs);
        assumptions = List.copyOf(assumptions);
        perYear = List.copyOf(perYear);
        nodes = List.copyOf(nodes);
    }

    Verdict with(List<Node> quarters) {
        return new Verdict(kind, basis, explanation, inputs, assumptions, formula, value, actual, threshold, elapsed,
                completion, range, judgedFrom, judgedTo, perYear, quarters);
    }

    /** The same with a first sentence that says why. */
    Verdict because(Explanation why) {
        return new Verdict(kind, basis, Stream.concat(Stream.of(why), explanation.stream()).toList(), inputs, assumptions,
                formula, value, actual, threshold, elapsed, completion, range, judgedFrom, judgedTo, perYear, nodes);
    }

    Verdict within(Interval completed) {
        return new Verdict(kind, basis, explanation, inputs, assumptions, formula, value, actual, threshold, elapsed,
                completion, completed, judgedFrom, judgedTo, perYear, nodes);
    }

    Verdict with(Explanation more) {
        var all = new ArrayList<>(explanation);
        all.add(more);
        return new Verdict(kind, basis, all, inputs, assumptions, formula, value, actual, threshold, elapsed,
                completion, range, judgedFrom, judgedTo, perYear, nodes);
    }

    /** How far ahead of time the work is (序时进度), in percentage points; null where there is no pace. */
    public @Nullable BigDecimal pace() {
        return elapsed == null || completion == null ? null
                : completion.subtract(elapsed).multiply(BigDecimal.valueOf(100));
    }

    /** The completion in per cent, no finer than it is known: 63%, 62.5–64.2%; empty where there is no pace. */
    public String completed() {
        return completion == null || range == null ? "" : fine(completion, range) + "%";
    }

    /** How far it is ahead or behind in percentage points, no finer than it is known and without a sign. */
    public String apart() {
        if (elapsed == null || completion == null || range == null) {
            return "";
        }
        var ahead = completion.subtract(elapsed);
        var between = range.minus(Interval.point(elapsed));
        return ahead.signum() < 0 ? fine(ahead.negate(), between.negate()) : fine(ahead, between);
    }

    private static String fine(BigDecimal share, Interval range) {
        var hundred = BigDecimal.valueOf(100);
        var between = range.times(hundred);
        return Fineness.rounded(share.multiply(hundred), between, 1).map(BigDecimal::toPlainString)
                .orElseGet(() -> FigureWriter.interval(between, 1, Locale.CHINESE));
    }

    /** How many years it is judged by. */
    public int years() {
        return judgedTo == null ? perYear.size() : judgedTo - judgedFrom + 1;
    }

    /** The year in which the last statement that it rests on ends; empty where none with dates is known. */
    public OptionalInt lastYear() {
        return inputs.stream().map(it -> it.period().end()).filter(Objects::nonNull)
                .mapToInt(LocalDate::getYear).max();
    }

    /** Whether it is more than ten percentage points behind: red, not amber. */
    public boolean isFarBehind() {
        var pace = pace();
        return kind == Kind.BEHIND && pace != null && pace.compareTo(FAR_BEHIND) < 0;
    }

    /**
     * The whole explanation in one language.
     *
     * @param translate gives the sentence of a key, filled in with arguments
     */
    public String sentence(Locale locale, BiFunction<String, Object[], String> translate) {
        return explanation.stream().map(e -> translate.apply(e.key(), e.written(locale)))
                .collect(Collectors.joining("zh".equals(locale.getLanguage()) ? "" : " "));
    }
}
