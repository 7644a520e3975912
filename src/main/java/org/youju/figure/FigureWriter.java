package org.youju.figure;

import static org.youju.figure.Numbers.plain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes figures and intervals for people. A stated figure keeps the scale and the decimals of its source; a computed
 * one has at most four significant digits, unbroken up to 9999 and in 万 or 亿 above. Rounds half up.
 */
public final class FigureWriter {

    private static final String PER_CENT = "percent";
    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);
    private static final int STORED_DECIMALS = 6;
    private static final int SHORT_DECIMALS = 3;
    private static final BigDecimal MILLION = BigDecimal.TEN.pow(6);
    private static final BigDecimal BILLION = BigDecimal.TEN.pow(9);
    /** 近六成, which is not written 近6成. */
    private static final Pattern SPELT_TENTHS = Pattern.compile("([一二三四五六七八九])成(?!半)");
    private static final String MINUS = "\u2212";

    private FigureWriter() {
    }

    /** The figure in Chinese, from its parts: 约310亿元. Read again it is the same value, limiting word and interval. */
    public static String write(Figure figure) {
        return show(figure, Locale.CHINESE).text();
    }

    /** The figure in the parts of which a screen sets it: 约 · 310 · 亿元, about · CNY 31.0 · bn. */
    public static Shown show(Figure figure, Locale locale) {
        return isChinese(locale) ? chinese(figure) : english(figure, EnglishScale.forSize(figure.value(), figure.unit()));
    }

    /**
     * As {@link #show(Figure, Locale)}, for a place where its unit stands already: in English, which elsewhere scales what
     * it shows, in the figure's own unit. What the Chinese source wrote in another scale stays so: 1.62万 · 亿元.
     */
    public static Shown inUnit(Figure figure, Locale locale) {
        return isChinese(locale) ? chinese(figure) : english(figure, EnglishScale.ofUnit(figure.unit()));
    }

    /** A number that was computed, as {@link #computed(BigDecimal, Unit, Locale)}, where its unit stands already. */
    public static Shown computedInUnit(BigDecimal value, Unit unit, Locale locale) {
        return isChinese(locale) ? computed(value, unit, locale)
                : EnglishScale.ofUnit(unit).shown("≈", grouped(significant(value)), "");
    }

    /** A figure that is a change, with its sign: +18%, −2.1%, +2.4个百分点. */
    public static Shown change(Figure figure, Locale locale) {
        var shown = show(figure, locale);
        var number = figure.value().signum() > 0 && figure.valueHi() == null ? "+" + shown.number() : shown.number();
        return new Shown(shown.before(), number, shown.after(), shown.unit());
    }

    /** A number that was computed and not stated: ≈262.7亿元. */
    public static Shown computed(BigDecimal value, Unit unit, Locale locale) {
        return computed(value, FOUR_DIGITS, unit, locale);
    }

    private static Shown computed(BigDecimal value, MathContext fineness, Unit unit, Locale locale) {
        if (isChinese(locale)) {
            var scale = WrittenScale.readable(value, unit);
            return new Shown("≈", digits(plain(scale.of(value, unit).round(fineness))), "", scale.write(unit));
        }
        var scale = EnglishScale.forSize(value, unit);
        return scale.shown("≈", grouped(plain(scale.of(value, unit).round(fineness))), "");
    }

    /** A number that was computed, as {@link #computed(BigDecimal, Unit, Locale)}, finer where that would leave its interval. */
    public static Shown computed(BigDecimal value, Interval interval, Unit unit, Locale locale) {
        if (interval.isPoint() || !interval.contains(value) || interval.contains(significant(value))) {
            return computed(value, unit, locale);
        }
        int digits = FOUR_DIGITS.getPrecision();
        while (digits < MathContext.DECIMAL32.getPrecision()
                && !interval.contains(value.round(new MathContext(digits, RoundingMode.HALF_UP)))) {
            digits++;
        }
        return computed(value, new MathContext(digits, RoundingMode.HALF_UP), unit, locale);
    }

    /** A computed change with its sign: ≈+12.4亿元; zero has none. Per cents change by percentage points. */
    public static Shown computedChange(BigDecimal value, Unit unit, Locale locale) {
        var shown = computed(value, unit, locale);
        var sign = value.signum() > 0 ? "+" : "";
        var word = !unit.dimension().equals(PER_CENT) ? shown.unit() : isChinese(locale) ? "个百分点" : "percentage points";
        return new Shown(shown.before(), sign + shown.number(), shown.after(), word);
    }

    /** A change that is already rounded, with its sign and as many decimals: +12.4亿元, +CNY 1.24 bn. */
    public static Shown measured(BigDecimal number, boolean signed, Unit unit, Locale locale) {
        var sign = signed && number.signum() > 0 ? "+" : "";
        if (isChinese(locale)) {
            return new Shown("", sign + digits(number), "", unit.code());
        }
        var scale = EnglishScale.forSize(number, unit);
        var shown = scale.shown("", grouped(scale.of(number, unit)), "");
        return new Shown("", sign + shown.number(), "", shown.unit());
    }

    /** By what values of a unit are multiplied to stand on an axis: in English in millions or billions, which it counts in. */
    public static BigDecimal axisFactor(Unit unit, Locale locale) {
        return isChinese(locale) ? BigDecimal.ONE : plain(unit.factor().divide(axis(unit).size(), MathContext.DECIMAL128));
    }

    /** The unit of an axis whose values are multiplied by {@link #axisFactor(Unit, Locale)}: 亿元, CNY bn. */
    public static String axisUnit(Unit unit, Locale locale) {
        if (isChinese(locale)) {
            return unit.code();
        }
        var axis = axis(unit);
        return axis.size().equals(unit.factor()) ? unit.nameEn() : (axis.currency() + axis.name()).strip();
    }

    private static EnglishScale axis(Unit unit) {
        boolean scaled = !unit.base().equals(unit.code()) && unit.factor().compareTo(BigDecimal.TEN.pow(4)) >= 0;
        var own = EnglishScale.ofUnit(unit);
        if (!scaled) {
            return own;
        }
        // a hundred of it are worth a million, ten thousand a billion in money
        return EnglishScale.forSize(unit.factor().compareTo(BigDecimal.TEN.pow(8)) >= 0 ? BigDecimal.TEN
                : BigDecimal.valueOf(100), unit);
    }

    /** A computed number as it is printed without its unit: to four significant digits. */
    public static String rounded(BigDecimal value, Locale locale) {
        var digits = significant(value);
        return isChinese(locale) ? digits(digits) : grouped(digits);
    }

    /**
     * A computed number whose unit is written behind it, such as 元/人: to four significant digits, in Chinese above 9999
     * in 万 or 亿: 1.583万.
     */
    public static String shortened(BigDecimal value, Locale locale) {
        var scale = shortScale(value, locale);
        return rounded(value.divide(scale.size(), MathContext.DECIMAL128), locale) + scale.prefix();
    }

    /**
     * The interval of a number as {@link #shortened(BigDecimal, Locale)} writes it, in its scale and rounded:
     * 1.423–1.625万.
     *
     * @param value    the number beside which it stands
     * @param decimals of a number that is not shortened
     */
    public static String shortened(Interval interval, BigDecimal value, int decimals, Locale locale) {
        var scale = shortScale(value, locale);
        return scale.prefix().isEmpty() ? interval(interval, decimals, locale)
                : interval(interval.times(BigDecimal.ONE.divide(scale.size(), MathContext.DECIMAL128)), SHORT_DECIMALS,
                        locale) + scale.prefix();
    }

    private static WrittenScale shortScale(BigDecimal value, Locale locale) {
        var size = value.abs();
        return !isChinese(locale) || size.compareTo(BigDecimal.valueOf(9999)) <= 0
                ? new WrittenScale("", BigDecimal.ONE)
                : size.compareTo(BigDecimal.TEN.pow(8)) < 0 ? new WrittenScale("万", BigDecimal.TEN.pow(4))
                : new WrittenScale("亿", BigDecimal.TEN.pow(8));
    }

    /** A number by which a document counts its parts, as the language of the page counts: 三, or in English 3. */
    public static String counted(String numeral, Locale locale) {
        return isChinese(locale) || numeral.isEmpty()
                || !numeral.chars().allMatch(sign -> ChineseNumerals.isPart((char) sign)) ? numeral
                : Numbers.text(ChineseNumerals.parse(numeral).value());
    }

    /** The name of a unit. */
    public static String unit(Unit unit, Locale locale) {
        return isChinese(locale) ? unit.code() : unit.nameEn();
    }

    /**
     * A shown figure of a unit as it is read aloud, once and in words: 不少于310亿元, 1.2万亿元, 6至6.5亿元, about 31 billion
     * yuan.
     */
    public static String spoken(Shown shown, Unit unit, Locale locale) {
        return isChinese(locale) ? chineseAloud(shown) : englishAloud(shown, unit);
    }

    private static String chineseAloud(Shown shown) {
        return shown.before().replace("≥", "不少于").replace("≤", "不超过").replace("≈", "约等于")
                + shown.number().replace(" – ", "至").replace("–", "至").replace(MINUS, "负") + shown.after() + shown.unit();
    }

    private static String englishAloud(Shown shown, Unit unit) {
        var number = shown.number().replace(" – ", " to ").replace("–", " to ").replace(MINUS, "minus ");
        var name = shown.unit();
        if (isMoney(unit)) {
            number = number.replace(unit.sdmx() + " ", "");
            name = (name.equals("bn") ? "billion " : name.equals("m") ? "million " : "") + own(unit);
        }
        var before = (shown.after().equals("+") ? "over" : "") + shown.before().replace("≥", "at least")
                .replace("≤", "at most").replace("≈", "approximately");
        return (before.isEmpty() ? "" : before + " ") + number + (name.equals("%") ? "" : " ") + name;
    }

    private static boolean isMoney(Unit unit) {
        return unit.dimension().equals("money") || unit.dimension().equals("usd");
    }

    /** What a unit counts, without its scale. */
    private static String own(Unit unit) {
        return unit.base().equals(unit.code()) ? unit.nameEn()
                : unit.nameEn().replace("100 million", "").replace("10 thousand", "").strip();
    }

    /** A unit by another, each by its name: 元/人, yuan/person. */
    public static String per(String amount, String count, Locale locale) {
        return amount + "/" + (isChinese(locale) ? count : EnglishNouns.one(count));
    }

    /** An interval without its unit: 305–315, ≥50000, ≤24; one number for a point. */
    public static String interval(Interval interval, Locale locale) {
        return interval(interval, STORED_DECIMALS, locale);
    }

    /**
     * The interval of a figure beside the figure itself: in Chinese without its unit, as {@link #interval(Interval,
     * Locale)}, save that of tenths (近六成), which counts in per cent: 54–60%; in English, which scales what it shows, in the scale of the figure and with its word: CNY 30.5–31.5 bn.
     */
    public static String interval(Figure figure, Locale locale) {
        if (isChinese(locale)) {
            var inTenths = figure.unit().dimension().equals(PER_CENT) && !figure.interval().isPoint()
                    && !chinese(figure).unit().equals(figure.unit().code());
            return interval(figure.interval(), locale) + (inTenths ? figure.unit().code() : "");
        }
        return scaled(figure.interval(), figure.value(), figure.unit(), STORED_DECIMALS, locale);
    }

    /** The interval of a number that was computed, beside that number and as {@link #interval(Figure, Locale)}, rounded. */
    public static String computedInterval(Interval interval, BigDecimal value, Unit unit, Locale locale) {
        return isChinese(locale) ? interval(interval, 1, locale) : scaled(interval, value, unit, 2, locale);
    }

    /**
     * An interval with its unit, to the last digit, in English in the scale of its upper end: 180.965–180.975亿元,
     * CNY 18.0965–18.0975 bn.
     */
    public static String range(Interval interval, Unit unit, Locale locale) {
        if (isChinese(locale)) {
            return interval(interval, locale) + unit.code();
        }
        var far = interval.high() != null ? interval.high() : interval.low();
        var scale = EnglishScale.forSize(far == null ? BigDecimal.ZERO : far, unit);
        return scaled(interval, scale, scale.name(), unit, STORED_DECIMALS, locale);
    }

    private static String scaled(Interval interval, BigDecimal value, Unit unit, int decimals, Locale locale) {
        var scale = EnglishScale.forSize(value, unit);
        return scaled(interval, scale, scale.word(), unit, decimals, locale);
    }

    private static String scaled(Interval interval, EnglishScale scale, String name, Unit unit, int decimals,
            Locale locale) {
        var words = interval(new Interval(scale.end(interval.low(), unit), interval.lowEnd(),
                scale.end(interval.high(), unit), interval.highEnd()), decimals, locale);
        var sign = words.matches("[<>≤≥].*") ? 1 : 0;
        return new Shown(words.substring(0, sign), scale.currency() + words.substring(sign), "", name).text();
    }

    /**
     * An interval without its unit, its ends rounded: 257.4–268.1. Ends that would be printed alike though they differ
     * are printed finer: 155.588–155.612. One number for a point.
     */
    public static String interval(Interval interval, int wanted, Locale locale) {
        int decimals = Fineness.ofEnds(interval, wanted);
        var low = end(interval.low(), decimals, locale);
        var high = end(interval.high(), decimals, locale);
        if (interval.low() == null && interval.high() == null) {
            return "—";
        }
        if (interval.high() == null) {
            return (interval.lowEnd() == End.OPEN ? ">" : "≥") + low;
        }
        if (interval.low() == null) {
            return (interval.highEnd() == End.OPEN ? "<" : "≤") + high;
        }
        return interval.isPoint() || low.equals(high) ? low : range(low, high);
    }

    private static String range(String low, String high) {
        return low.startsWith(MINUS) ? low + " – " + high : low + "–" + high;
    }

    private static String end(@Nullable BigDecimal end, int decimals, Locale locale) {
        if (end == null) {
            return "";
        }
        var rounded = end.setScale(Math.min(decimals, Math.max(0, end.scale())), RoundingMode.HALF_UP);
        return isChinese(locale) ? digits(rounded) : grouped(rounded);
    }

    private static Shown chinese(Figure figure) {
        var unit = figure.unit();
        if (isHalf(figure)) {
            return new Shown("", "半数", "", "");
        }
        var tens = someTens(figure);
        if (tens != null) {
            return tens;
        }
        var scale = WrittenScale.printed(figure);
        var decimals = scale.decimals(figure);
        var value = rounded(scale.of(figure.value(), unit), decimals);
        if (figure.valueHi() != null) {
            var high = rounded(scale.of(figure.valueHi(), unit), decimals);
            return new Shown("", range(digits(plain(value)), digits(plain(high))), "", scale.write(unit));
        }
        var spelt = SPELT_TENTHS.matcher(figure.printed());
        if (scale.prefix().equals("成") && value.signum() > 0 && spelt.find()
                && ChineseNumerals.digit(spelt.group(1).charAt(0)) == value.doubleValue()) {
            return figure.qualifier() == Qualifier.AND_MORE ? new Shown("", spelt.group(1), "余", "成")
                    : new Shown(chinese(figure.qualifier()), spelt.group(1), "", "成");
        }
        var limited = isLimited(figure.qualifier());
        var before = chinese(figure.qualifier());
        if (limited && value.signum() < 0) {
            // a limit speaks of how far it fell: 下降超5%
            before = "下降" + before;
            value = value.negate();
        }
        if (figure.qualifier() != Qualifier.AND_MORE) {
            return new Shown(before, digits(value), "", scale.write(unit));
        }
        // 130余万平方米, but 1.2万余人 and 8亿余元
        var inside = decimals == 0 && value.compareTo(BigDecimal.TEN) >= 0 || scale.prefix().isEmpty()
                || scale.prefix().equals("成");
        return inside ? new Shown(before, digits(value), "余", scale.write(unit))
                : new Shown(before, digits(value) + scale.prefix(), "余", unit.base());
    }

    private static boolean isLimited(Qualifier qualifier) {
        return qualifier != Qualifier.EXACT && qualifier != Qualifier.ABOUT;
    }

    private static String chinese(Qualifier qualifier) {
        return switch (qualifier) {
            case EXACT, AND_MORE -> "";
            case ABOUT -> "约";
            case MORE_THAN -> "超";
            case AT_LEAST -> "≥";
            case AT_MOST -> "≤";
            case NEARLY -> "近";
            case LESS_THAN -> "不足";
        };
    }

    private static boolean isHalf(Figure figure) {
        return figure.qualifier() == Qualifier.ABOUT && figure.unit().dimension().equals(PER_CENT)
                && figure.interval().equals(Interval.closed(BigDecimal.valueOf(45), BigDecimal.valueOf(55)));
    }

    /** 数十, 数百, 数千 or 数万 if the figure is one of these, else null. */
    private static @Nullable Shown someTens(Figure figure) {
        var falls = figure.value().signum() < 0;
        var far = falls ? figure.interval().low() : figure.interval().high();
        if (figure.qualifier() != Qualifier.AND_MORE || far == null
                || far.compareTo(figure.value().multiply(BigDecimal.valueOf(5))) != 0) {
            return null;
        }
        var scales = new WrittenScale[] {WrittenScale.of(figure.unit()), new WrittenScale("", BigDecimal.ONE),
                new WrittenScale("万", BigDecimal.TEN.pow(4)), new WrittenScale("亿", BigDecimal.TEN.pow(8)),
                new WrittenScale("万亿", BigDecimal.TEN.pow(12))};
        for (var scale : scales) {
            var magnitude = plain(scale.of(figure.value().abs(), figure.unit()));
            for (var sign : new char[] {'十', '百', '千', '万', '亿'}) {
                // 数万万 is 数亿
                var writable = sign == '万' ? !scale.prefix().startsWith("万") : sign != '亿' || scale.prefix().isEmpty();
                if (writable && plain(ChineseNumerals.unit(sign).multiply(BigDecimal.TWO)).equals(magnitude)) {
                    return new Shown(falls ? "下降" : "", "数" + sign, "", scale.write(figure.unit()));
                }
            }
        }
        return null;
    }

    private static Shown english(Figure figure, EnglishScale scale) {
        var unit = figure.unit();
        var decimals = Math.max(0, scale.of(figure.step(), unit).stripTrailingZeros().scale());
        var value = rounded(scale.of(figure.value(), unit), decimals);
        if (figure.valueHi() != null) {
            var high = rounded(scale.of(figure.valueHi(), unit), decimals);
            return scale.shown("", range(grouped(plain(value)), grouped(plain(high))), "");
        }
        var before = switch (figure.qualifier()) {
            case EXACT, AND_MORE -> "";
            case ABOUT -> "about";
            case MORE_THAN -> "over";
            case AT_LEAST -> "≥";
            case AT_MOST -> "≤";
            case NEARLY -> "nearly";
            case LESS_THAN -> "under";
        };
        if (isLimited(figure.qualifier()) && value.signum() < 0) {
            before = before.isEmpty() ? "down" : "down " + before;
            value = value.negate();
        }
        return scale.shown(before, grouped(value), figure.qualifier() == Qualifier.AND_MORE ? "+" : "");
    }

    /**
     * How a number of a unit is scaled in English.
     *
     * @param currency the currency's code with a space behind it, or empty
     * @param size     how many base units one is
     * @param name     what follows the number
     */
    private record EnglishScale(String currency, BigDecimal size, String name) {

        /** Of the unit itself. */
        static EnglishScale ofUnit(Unit unit) {
            return new EnglishScale("", unit.factor(), unit.nameEn());
        }

        static EnglishScale forSize(BigDecimal value, Unit unit) {
            var inBase = value.abs().multiply(unit.factor());
            if (isMoney(unit)) {
                var currency = unit.sdmx() + " ";
                return inBase.compareTo(BILLION) >= 0 ? new EnglishScale(currency, BILLION, "bn")
                        : inBase.compareTo(MILLION) >= 0 ? new EnglishScale(currency, MILLION, "m")
                        : new EnglishScale(currency, BigDecimal.ONE, "");
            }
            var name = own(unit);
            return inBase.compareTo(MILLION) >= 0 ? new EnglishScale("", MILLION, ("million " + name).strip())
                    : new EnglishScale("", BigDecimal.ONE, name);
        }

        BigDecimal of(BigDecimal value, Unit unit) {
            return value.multiply(unit.factor()).divide(size, MathContext.DECIMAL128);
        }

        /** What is said of the size alone. */
        String word() {
            return !currency.isEmpty() ? name : size.equals(MILLION) ? "million" : "";
        }

        @Nullable BigDecimal end(@Nullable BigDecimal end, Unit unit) {
            return end == null ? null : plain(of(end, unit));
        }

        Shown shown(String before, String number, String after) {
            return new Shown(before, currency + number, after, name);
        }
    }

    private static BigDecimal rounded(BigDecimal number, int decimals) {
        return number.setScale(decimals, RoundingMode.HALF_UP);
    }

    private static BigDecimal significant(BigDecimal number) {
        return plain(number.round(FOUR_DIGITS));
    }

    private static String digits(BigDecimal number) {
        var shown = number.scale() < 0 ? number.setScale(0) : number;
        return shown.signum() < 0 ? MINUS + shown.abs().toPlainString() : shown.toPlainString();
    }

    private static String grouped(BigDecimal number) {
        var plain = digits(number);
        var point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        var grouped = new StringBuilder(plain);
        for (var i = point - 3; i > (number.signum() < 0 ? 1 : 0); i -= 3) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }

    private static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }
}
