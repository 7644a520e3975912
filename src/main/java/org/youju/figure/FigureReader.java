package org.youju.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.youju.figure.FigureFormatException.Reason;
import org.youju.figure.PrintParser.Print;

/**
 * Reads figures as sources print them and as people type them: 约 310 亿元, 1.2万余人, 近六成, 每人每月1600元, 6%-6.5%, 26887.
 * A number without a unit is taken in the expected one; a counter that is not the expected one (17项 where 个 is
 * expected) gives way to it. Reads in one pass and refuses by {@link FigureFormatException} only. Immutable.
 */
public final class FigureReader {

    /** A print of one figure is never longer. */
    static final int MAX_LENGTH = 100;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(18);
    /** As many as the store keeps. */
    static final int DECIMALS = 6;
    private static final String PERCENT = "percent";
    private static final String SLASH = "/";

    /** Counters that a text may use although the catalogue does not list them. */
    private static final Set<String> COUNTERS = Set.of("个", "件", "项", "名", "位", "所", "部", "处", "款", "批", "起", "宗", "例",
            "支", "篇", "栋", "辆", "只", "次", "对", "条", "座", "场", "台", "张");

    private final UnitNames units;

    public FigureReader(Collection<Unit> units) {
        this.units = new UnitNames(units);
    }

    /**
     * Reads one figure.
     *
     * @param printed what a source prints or a person types; kept unchanged in the figure
     * @param unit    the expected unit, in which value, interval and step come out
     * @throws FigureFormatException if the text is not one figure in that unit
     */
    public Figure read(String printed, Unit unit, Nature nature) {
        return read(printed, null, unit, nature);
    }

    /**
     * Reads one figure whose limiting word stands elsewhere in the sentence: 预计迈上…台阶 before 2500亿元.
     *
     * @param qualifier what the sentence says; null to take it from the print. A range has none
     * @throws FigureFormatException if the text is not one figure in that unit
     */
    public Figure read(String printed, @Nullable Qualifier qualifier, Unit unit, Nature nature) {
        requireSize(printed);
        return figure(printed, parse(Words.plain(printed)), qualifier, unit, nature);
    }

    /**
     * Reads one figure as a person types it, in Chinese or as the product prints it in English: 大概310, 310+, about CNY
     * 31.0 bn. Nothing is passed over: whatever is neither number nor unit nor limiting word nor sign is refused.
     *
     * @throws FigureFormatException if the text is not one figure in that unit, and nothing else
     */
    public Figure readTyped(String typed, Unit unit, Nature nature) {
        requireSize(typed);
        var print = parse(new TypedWords(unit).print(typed));
        var figure = figure(typed, print, null, unit, nature);
        TypedWords.requireUnderstood(print, units.before(), typed.strip());
        return figure;
    }

    /** The words with which a typed text says that it tells of a change, 同比增长 of 同比增长5; empty for none. */
    public static String changeIn(String typed) {
        return TypedWords.changeIn(typed.strip());
    }

    private static void requireSize(String text) {
        if (text.isBlank()) {
            throw new FigureFormatException(Reason.EMPTY, "");
        }
        if (text.length() > MAX_LENGTH) {
            throw new FigureFormatException(Reason.TOO_LONG, text);
        }
    }

    private Print parse(String plainText) {
        return new PrintParser(units, plainText.replace("·", "").replace("•", "")).parse();
    }

    private Figure figure(String printed, Print print, @Nullable Qualifier qualifier, Unit unit, Nature nature) {
        var written = writtenUnit(print, unit);
        var toUnit = inTenths(print) ? BigDecimal.TEN
                : written.factor().divide(unit.factor(), MathContext.DECIMAL128);
        var number = print.number();
        if (unit.dimension().startsWith(PERCENT) && !print.half() && isScaled(number, inTenths(print))) {
            throw new FigureFormatException(Reason.UNKNOWN_UNIT, printed.strip());
        }
        if (print.second() != null) {
            return range(printed, print, number, print.second(), unit, nature, toUnit);
        }
        var limit = qualifier != null ? qualifier : qualifier(print);
        var count = written.counted() && !number.scaled() && written.factor().compareTo(BigDecimal.ONE) == 0;
        var interval = interval(printed, number, limit, nature, count, print.half() && limit == Qualifier.ABOUT);
        return figure(printed, number, limit, interval, unit, nature, toUnit, negative(print));
    }

    /**
     * The figure that a value and a limiting word make where no print is at hand; it is exact to its last digit.
     *
     * @param value in {@code unit}; its scale tells how exactly it is stated: 5.0 is finer than 5
     * @throws FigureFormatException if the value does not fit
     */
    public Figure stated(BigDecimal value, Qualifier qualifier, Unit unit, Nature nature) {
        var magnitude = value.scale() < 0 ? value.setScale(0).abs() : value.abs();
        var number = new WrittenNumber(magnitude, Numbers.lastPlace(magnitude), false, BigDecimal.ONE, false, false, null);
        var count = unit.counted() && unit.factor().compareTo(BigDecimal.ONE) == 0;
        var text = value.toString();
        var interval = interval(text, number, qualifier, nature, count, false);
        var figure = figure(text, number, qualifier, interval, unit, nature, BigDecimal.ONE, value.signum() < 0);
        return new Figure(FigureWriter.write(figure), figure.value(), null, qualifier, unit, figure.step(),
                figure.interval());
    }

    private Figure range(String printed, Print print, WrittenNumber first, WrittenNumber second, Unit unit, Nature nature,
            BigDecimal toUnit) {
        var falls = Words.fallIn(print.before());
        var a = signed(first, falls || first.negative());
        var b = signed(second, falls || second.negative());
        var reversed = falls ? a.compareTo(b) < 0 : a.compareTo(b) > 0;
        if (reversed) {
            throw new FigureFormatException(Reason.RANGE_REVERSED, printed.strip());
        }
        var scale = second.scale().multiply(toUnit);
        var low = plain(a.min(b).multiply(scale));
        var high = plain(a.max(b).multiply(scale));
        check(low, printed);
        check(high, printed);
        var interval = capped(Interval.closed(low, high), high, unit, nature, printed);
        return new Figure(printed, low, high, Qualifier.EXACT, unit,
                plain(first.place().min(second.place()).multiply(scale)), interval);
    }

    private static BigDecimal signed(WrittenNumber number, boolean negative) {
        return negative ? number.magnitude().negate() : number.magnitude();
    }

    private Figure figure(String printed, WrittenNumber number, Qualifier qualifier, Interval magnitude,
            Unit unit, Nature nature, BigDecimal toUnit, boolean negative) {
        var scale = number.scale().multiply(toUnit);
        var interval = magnitude.times(scale);
        var value = scale.compareTo(BigDecimal.ONE) == 0 ? number.magnitude()
                : plain(number.magnitude().multiply(scale));
        if (negative && value.signum() != 0) {
            interval = interval.negate();
            value = value.negate();
        }
        check(value, printed);
        return new Figure(printed, value, null, qualifier, unit, plain(number.place().multiply(scale)),
                capped(interval, value, unit, nature, printed).around(DECIMALS));
    }

    private static Interval interval(String printed, WrittenNumber number, Qualifier qualifier, Nature nature, boolean count,
            boolean half) {
        if (half) {
            return Interval.closed(BigDecimal.valueOf(45), BigDecimal.valueOf(55));
        }
        if (number.below() != null && qualifier == Qualifier.AND_MORE) {
            return new Interval(number.magnitude(), End.CLOSED, number.below(), End.SOFT);
        }
        try {
            return Intervals.of(number.magnitude(), number.place(), qualifier, nature, count);
        } catch (IllegalArgumentException e) {
            throw new FigureFormatException(Reason.NOTHING_POSSIBLE, printed.strip());
        }
    }

    private static Interval capped(Interval interval, BigDecimal value, Unit unit, Nature nature, String printed) {
        if (nature != Nature.SHARE || !unit.dimension().equals(PERCENT)) {
            return interval;
        }
        if (value.compareTo(HUNDRED) > 0 || interval.certainlyAbove(HUNDRED)) {
            throw new FigureFormatException(Reason.SHARE_ABOVE_HUNDRED, printed.strip());
        }
        return interval.cappedAt(HUNDRED);
    }

    private static Qualifier qualifier(Print print) {
        var before = Words.limitIn(print.before());
        var after = Words.limitAfter(print.after());
        if (print.half() && before == null && after == null) {
            return Qualifier.ABOUT;
        }
        if (!print.number().more()) {
            return before != null ? before : after != null ? after : Qualifier.EXACT;
        }
        // 近…多 contradicts itself and means 约
        if (before == Qualifier.NEARLY || before == Qualifier.ABOUT) {
            return Qualifier.ABOUT;
        }
        return before != null ? before : after != null ? after : Qualifier.AND_MORE;
    }

    private static boolean negative(Print print) {
        return print.number().negative() || Words.fallIn(print.before());
    }

    /** Nobody writes 万% or 数千%. */
    private static boolean isScaled(WrittenNumber number, boolean inTenths) {
        var below = number.below();
        return number.scale().compareTo(BigDecimal.ONE) != 0 || number.place().compareTo(BigDecimal.ONE) > 0
                || below != null && below.compareTo(inTenths ? HUNDRED : HUNDRED.movePointRight(1)) > 0;
    }

    private static boolean inTenths(Print print) {
        return print.unit().map(found -> found.name().equals("成")).orElse(false);
    }

    /** The unit in which the text writes its number, after the expected one has overridden a mere counter. */
    private Unit writtenUnit(Print print, Unit expected) {
        if (print.unit().isEmpty()) {
            return withoutUnit(print, expected);
        }
        var name = print.unit().get().name();
        // 42张/千人: so much of one thing for each of another is not that thing
        if (isForEach(print.after()) && !expected.code().startsWith(name + SLASH)) {
            throw new FigureFormatException(Reason.WRONG_DIMENSION, name + print.after().strip());
        }
        var found = units.around(print.before(), name).orElse(print.unit().get().unit());
        if (found.dimension().equals(expected.dimension())) {
            return found;
        }
        // 9千元 where 元/平方米 is expected: the text names the numerator only
        if (expected.code().startsWith(name + "/")) {
            return expected;
        }
        if (found.counted() && expected.counted() && (isCounter(found) || isCounter(expected))) {
            return baseOf(expected);
        }
        throw new FigureFormatException(Reason.WRONG_DIMENSION, name);
    }

    /** What is so much in each year is a flow like any other. */
    private static boolean isForEach(String after) {
        return after.startsWith(SLASH) && !after.startsWith(SLASH + "年");
    }

    private Unit withoutUnit(Print print, Unit expected) {
        var rest = print.after().strip();
        if (rest.isEmpty() || Words.limitAfter(rest.substring(0, Math.min(2, rest.length()))) != null
                || !Character.isLetterOrDigit(rest.charAt(0)) && "‰°$€£¥￥".indexOf(rest.charAt(0)) < 0) {
            return print.number().scaled() ? baseOf(expected) : expected;
        }
        if (expected.counted() && COUNTERS.contains(rest.substring(0, 1)) && !isForEach(rest.substring(1))) {
            return baseOf(expected);
        }
        throw new FigureFormatException(Reason.UNKNOWN_UNIT, rest);
    }

    private Unit baseOf(Unit unit) {
        return units.at(unit.base(), 0).map(UnitNames.Found::unit)
                .filter(base -> base.code().equals(unit.base()))
                .orElse(unit);
    }

    private static boolean isCounter(Unit unit) {
        return unit.dimension().startsWith("count");
    }

    private static BigDecimal plain(BigDecimal number) {
        return Optional.ofNullable(Numbers.plain(number)).orElseThrow();
    }

    /** What a column of 24 digits with six decimals holds. */
    private static void check(BigDecimal value, String printed) {
        if (value.abs().compareTo(TOO_LARGE) >= 0) {
            throw new FigureFormatException(Reason.NUMBER_TOO_LARGE, printed.strip());
        }
        if (value.stripTrailingZeros().scale() > DECIMALS) {
            throw new FigureFormatException(Reason.TOO_MANY_DECIMALS, printed.strip());
        }
    }
}
