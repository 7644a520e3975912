package org.youju.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.youju.base.NotFoundException;
import org.youju.compare.reckon.Known;
import org.youju.compare.reckon.Line;
import org.youju.compare.reckon.Outcome.Result;
import org.youju.compare.reckon.Outcome.Trend;
import org.youju.compare.reckon.Transform;
import org.youju.figure.End;
import org.youju.figure.FigureWriter;
import org.youju.figure.Fineness;
import org.youju.figure.Interval;
import org.youju.figure.Numbers;
import org.youju.indicator.Catalogue;

/** Writes values and results for people: what a source prints as it prints it, what is computed no finer than it is known. */
public final class Writing {

    private static final String MINUS = "\u2212";
    private static final int FIGURES = 4;
    private static final int MOST_DECIMALS = 6;
    private static final Set<Trend> OPEN = Set.of(Trend.MAYBE_UP, Trend.MAYBE_DOWN, Trend.MAYBE_EQUAL);

    private final Catalogue catalogue;
    private final Locale locale;

    public Writing(Catalogue catalogue, Locale locale) {
        this.catalogue = catalogue;
        this.locale = locale;
    }

    private boolean isChinese() {
        return "zh".equals(locale.getLanguage());
    }

    /** A value with its unit: 约310亿元, ≈262.7亿元. */
    public String value(Line line, Known known) {
        return known.cell() == null ? FigureWriter.computed(known.value(), line.indicator().unit(), locale).text()
                : FigureWriter.show(known.cell().representing().figure(), locale).text();
    }

    /** A value without its unit where that is the line's own, with it where the source prints another: 约310, 2.8万. */
    public String brief(Line line, Known known) {
        if (known.cell() == null) {
            return isChinese() ? FigureWriter.rounded(known.value(), locale) : value(line, known);
        }
        var shown = FigureWriter.show(known.cell().representing().figure(), locale);
        return shown.unit().equals(FigureWriter.unit(line.indicator().unit(), locale))
                ? shown.before() + shown.number() + shown.after() : shown.text();
    }

    /**
     * Whether a result can't be told from no change, which is then said in place of a number; of an index the number is
     * told all the same, since it is held against other years as well as against its base.
     */
    public static boolean isCompatible(Transform transform, Result result) {
        return transform != Transform.INDEX && isOpen(result);
    }

    /** Whether a result may lie on either side of what is neutral. */
    public static boolean isOpen(Result result) {
        return OPEN.contains(result.trend());
    }

    /** The number of a result without its unit, with a sign where it is a difference; its interval where it has no number. */
    public String number(Line line, Transform transform, Result result) {
        if (transform == Transform.LEVEL) {
            return brief(line, result.inputs().getFirst());
        }
        if (transform == Transform.RANK) {
            return interval(line, transform, result);
        }
        return Fineness.rounded(result.value(), result.interval(), decimals(transform, result))
                .map(number -> sign(transform, number) + plain(number))
                .orElseGet(() -> interval(line, transform, result));
    }

    /** A result with its unit or sign of per cent: +18.0%, 152.2, +2.4个百分点. */
    public String text(Line line, Transform transform, Result result) {
        var counted = isScaled(line, transform)
                ? Fineness.rounded(result.value(), result.interval(), decimals(transform, result)) : Optional.<BigDecimal>empty();
        if (counted.isPresent()) {
            return FigureWriter.measured(counted.get(), transform.isDirected(), line.indicator().unit(), locale).text();
        }
        if (isScaled(line, transform) && transform != Transform.LEVEL) {
            return interval(line, transform, result);
        }
        var number = number(line, transform, result);
        return switch (transform) {
            case LEVEL -> value(line, result.inputs().getFirst());
            case GROWTH, CAGR, SHARE -> number + "%";
            case CHANGE, TARGET -> number + (line.isInPerCent() || isChinese() ? unit(line, transform, null)
                    : " " + unit(line, transform, null));
            case INDEX, CUMULATIVE, PER, RANK -> number;
        };
    }

    /**
     * A result with its unit where no column names it, as in a sentence: 701.7亿元, 18.4元/人.
     *
     * @param by the line that a ratio is reckoned by; null where none is
     */
    public String told(Line line, Transform transform, Result result, @Nullable Line by) {
        var text = text(line, transform, result);
        var unit = switch (transform) {
            case CUMULATIVE -> isChinese() ? unit(line, transform, by) : "";
            case PER -> by == null || by.indicator().unit().base().equals(line.indicator().unit().base()) ? ""
                    : (isChinese() ? "" : " ") + unit(line, transform, by);
            case LEVEL, CHANGE, GROWTH, INDEX, CAGR, SHARE, TARGET, RANK -> "";
        };
        return text + unit;
    }

    /** Whether results are written in another scale than the line's unit, as all that is counted is in English. */
    private boolean isScaled(Line line, Transform transform) {
        return isCounted(transform) && !line.isInPerCent() && !isChinese();
    }

    /** Where a result lies: 36.9–57.6, ≤16.7; in English in the scale of the result and with its unit: CNY 3.69–5.76 bn. */
    public String interval(Line line, Transform transform, Result result) {
        if (transform == Transform.LEVEL && isScaled(line, transform)) {
            return interval(line, result.inputs().getFirst());
        }
        int decimals = Math.max(1, decimals(transform, result));
        var shown = rounded(supported(telling(transform, result), transform, result), decimals);
        return isScaled(line, transform)
                ? FigureWriter.computedInterval(shown, result.value(), line.indicator().unit(), locale)
                : FigureWriter.interval(shown, decimals, locale);
    }

    /** The limit of a sum is told no finer than the numbers that it is the sum of: ≥223900, not ≥223916.045. */
    private static Interval supported(Interval interval, Transform transform, Result result) {
        if (transform != Transform.CUMULATIVE || interval.low() == null || interval.high() != null) {
            return interval;
        }
        var width = result.inputs().stream().map(Known::interval).filter(it -> it.low() != null && it.high() != null)
                .map(it -> it.high().subtract(it.low())).reduce(BigDecimal.ZERO, BigDecimal::add);
        return width.signum() == 0 ? interval : Interval.atLeast(Numbers.plain(interval.low()
                .setScale(width.scale() - width.precision() + 1, RoundingMode.FLOOR)));
    }

    /** A single limit that is not written to its last digit is one that may be reached: what is below 16.748 is ≤16.7. */
    private static Interval rounded(Interval interval, int decimals) {
        if (interval.low() != null && interval.high() == null && interval.low().scale() > decimals) {
            return Interval.atLeast(interval.low());
        }
        return interval.low() == null && interval.high() != null && interval.high().scale() > decimals
                ? Interval.atMost(interval.high()) : interval;
    }

    /**
     * Where a result lies, without a lower end that only says that there is nothing below zero: a share of 0–16.7% is one
     * of at most 16.7%, and a growth of −100% to 13% is one of at most 13%.
     */
    public static Interval telling(Transform transform, Result result) {
        var interval = result.interval();
        var least = switch (transform) {
            case SHARE, PER, INDEX -> BigDecimal.ZERO;
            case GROWTH, CAGR -> BigDecimal.valueOf(-100);
            case LEVEL, CHANGE, CUMULATIVE, TARGET, RANK -> null;
        };
        return least == null || interval.low() == null || interval.high() == null || interval.isPoint()
                || interval.low().compareTo(least) != 0 || result.value().compareTo(least) == 0 ? interval
                : new Interval(null, End.UNBOUNDED, interval.high(), interval.highEnd());
    }

    /** Where a stated value lies, without its unit, to the last digit. */
    public String interval(Interval interval) {
        return FigureWriter.interval(interval, locale);
    }

    /**
     * Where a value lies, in Chinese without its unit: to the last digit where it is stated, rounded where it follows from
     * others; in English in the scale of the value and with its unit.
     */
    public String interval(Line line, Known known) {
        if (known.cell() != null) {
            return FigureWriter.interval(known.cell().representing().figure(), locale);
        }
        return isChinese() ? FigureWriter.interval(known.interval(), 2, locale)
                : FigureWriter.computedInterval(known.interval(), known.value(), line.indicator().unit(), locale);
    }

    private static int decimals(Transform transform, Result result) {
        return switch (transform) {
            case GROWTH, INDEX, CAGR, SHARE -> 1;
            case RANK -> 0;
            case PER -> significant(result.value());
            case LEVEL, CHANGE, CUMULATIVE, TARGET -> result.inputs().stream().mapToInt(Writing::decimals).max().orElse(1);
        };
    }

    /** With how many decimals a value is printed. */
    public static int decimals(Known known) {
        return known.cell() == null ? significant(known.value())
                : Math.clamp(known.cell().representing().figure().step().scale(), 0, MOST_DECIMALS);
    }

    private static int significant(BigDecimal value) {
        return Math.clamp(FIGURES - (value.precision() - value.scale()), 0, MOST_DECIMALS);
    }

    private static String sign(Transform transform, BigDecimal number) {
        return number.signum() > 0 && transform.isDirected() && transform != Transform.INDEX ? "+" : "";
    }

    private static String plain(BigDecimal number) {
        return number.signum() < 0 ? MINUS + number.abs().toPlainString() : number.toPlainString();
    }

    /** A plain number for a file, to the places that are supported; null where only an interval is known. */
    public static @Nullable BigDecimal cell(Transform transform, Result result) {
        return Fineness.rounded(result.value(), result.interval(), decimals(transform, result)).orElse(null);
    }

    /**
     * The unit of a line's results.
     *
     * @param by the line that a ratio is reckoned by; null where none is
     */
    public String unit(Line line, Transform transform, @Nullable Line by) {
        var own = FigureWriter.unit(line.indicator().unit(), locale);
        return switch (transform) {
            case LEVEL, CUMULATIVE -> own;
            case CHANGE, TARGET -> line.isInPerCent() ? isChinese() ? "个百分点" : " percentage points" : own;
            case GROWTH, CAGR, SHARE -> "%";
            case INDEX, RANK -> "";
            case PER -> by == null ? own
                    : FigureWriter.per(base(line.indicator().unit().base()), base(by.indicator().unit().base()), locale);
        };
    }

    /** Whether results are in the unit of the line. */
    private static boolean isCounted(Transform transform) {
        return switch (transform) {
            case LEVEL, CHANGE, CUMULATIVE, TARGET -> true;
            case GROWTH, CAGR, INDEX, SHARE, PER, RANK -> false;
        };
    }

    /** By what the results of a line are multiplied to stand on an axis in {@link #axisUnit}. */
    public BigDecimal axisFactor(Line line, Transform transform) {
        return isCounted(transform) ? FigureWriter.axisFactor(line.indicator().unit(), locale) : BigDecimal.ONE;
    }

    /** The unit of a line's results on an axis and at the head of a row: as {@link #unit}, in English millions or billions. */
    public String axisUnit(Line line, Transform transform, @Nullable Line by) {
        return isCounted(transform) && !line.isInPerCent() ? FigureWriter.axisUnit(line.indicator().unit(), locale)
                : unit(line, transform, by);
    }

    private String base(String code) {
        try {
            return FigureWriter.unit(catalogue.unit(code), locale);
        } catch (NotFoundException e) {
            return code;
        }
    }
}
