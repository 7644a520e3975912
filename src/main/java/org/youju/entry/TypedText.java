package org.youju.entry;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.base.Named;
import org.youju.base.PlainWords;
import org.youju.base.RuleViolation;
import org.youju.figure.Figure;
import org.youju.figure.FigureFormatException;
import org.youju.figure.FigureFormatException.Reason;
import org.youju.figure.FigureReader;
import org.youju.figure.FigureWriter;
import org.youju.figure.Nature;
import org.youju.figure.Period;
import org.youju.figure.PeriodFormatException;
import org.youju.figure.Unit;
import org.youju.figure.Words;
import org.youju.indicator.Indicator;

/** Reads what people type and paste into cells; whatever is wrong with it is said in a sentence of its own. */
final class TypedText {

    private static final int LONGEST = 100;
    private static final Pattern FORMULA = Pattern.compile("[=＝].*");
    private static final Pattern SHEET_ERROR = Pattern.compile("#(REF!|N/A|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|#+)");
    private static final Pattern SCIENTIFIC = Pattern.compile("[-+]?\\d+(\\.\\d+)?[eE][-+]?\\d{1,3}");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(([\\d.,]+)\\)");
    /** A dash that is no minus: half a range, or a minus as word processors turn it. */
    private static final Pattern DASH_BEFORE = Pattern.compile("~.*\\d.*");
    private static final Pattern SIGN_BEHIND = Pattern.compile("(?s).*\\d.*([~?!-])");
    private static final Pattern YEARS = Pattern.compile("(\\d{4})\\s*年?\\s*[-~至到]\\s*(\\d{4})\\s*年?(度)?");
    private static final Pattern UNTIL = Pattern.compile("截至\\s*(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern HALF = Pattern.compile("(\\d{4}) *年? *(?:([上下])半年|-?[HSh]([12]))");
    private static final Pattern QUARTER =
            Pattern.compile("(\\d{4}) *年? *(?:第?([一二三四1-4])季度?|-?[Qq]([1-4])|([1-4])[Qq])");
    private static final Pattern MONTH = Pattern.compile("(\\d{4}) *(?:年|[.-]) *(\\d{1,2}) *(月?)份?");
    private static final Pattern DAY = Pattern.compile("(\\d{4}) *[.年] *(\\d{1,2}) *[.月] *(\\d{1,2}) *日?");
    private static final Pattern YEAR = Pattern.compile("(\\d+)\\s*年?(度)?");

    private static final Pattern NONE = Pattern.compile("[-\u2010-\u2015\u2212\uff0d]{1,4}|\u2026{1,2}|\\.{2,6}|[/\uff0f]");
    private static final Pattern SCALE = Pattern.compile("[十百千万亿]+");

    /** Refusals that quote the words that are wrong; the others quote all that is typed. */
    private static final Set<Reason> OF_A_PART = Set.of(Reason.UNKNOWN_UNIT, Reason.WRONG_DIMENSION, Reason.BAD_NUMERAL,
            Reason.NOT_UNDERSTOOD);

    private final FigureReader reader;

    TypedText(Collection<Unit> units) {
        reader = new FigureReader(units);
    }

    /**
     * The figure that a text states of an indicator, in its unit.
     *
     * @return null where nothing is typed
     * @throws RuleViolation saying what is wrong and how to put it right
     */
    @Nullable Figure figure(String typed, Indicator indicator) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        refuseForeign(text);
        try {
            var figure = reader.readTyped(plainNumber(text), indicator.unit(), indicator.nature());
            requireLevel(indicator, text);
            requireCount(figure, indicator, text);
            return new Figure(text, figure.value(), figure.valueHi(), figure.qualifier(), figure.unit(),
                    figure.step(), figure.interval());
        } catch (FigureFormatException e) {
            var scale = SCALE.matcher(text);
            // refused as a whole, and not for a unit that nobody knows
            if (e.reason() == Reason.UNKNOWN_UNIT && e.text().equals(text) && scale.find()) {
                throw new RuleViolation("entry.text.scaled", text, scale.group(), name(indicator.unit()));
            }
            throw new RuleViolation("entry.text." + e.reason(),
                    OF_A_PART.contains(e.reason()) ? asTyped(e.text(), text) : shortened(text), name(indicator.unit()), shortened(text));
        }
    }

    /** The words of a refusal as they were typed, which the reader has seen in their plain form. */
    private static String asTyped(String words, String text) {
        var at = Words.plain(text).indexOf(words);
        return at < 0 ? words : text.substring(at, at + words.length());
    }

    /** Whether a text is a sign by which yearbooks say that there is no figure: —, …, /, －. */
    static boolean isNone(String text) {
        return NONE.matcher(text.strip()).matches();
    }

    private static Named name(Unit unit) {
        return locale -> FigureWriter.unit(unit, locale);
    }

    /** Where a level is stated, words of a change say something else: 增长5. */
    private static void requireLevel(Indicator indicator, String text) {
        var level = switch (indicator.nature()) {
            case FLOW, STOCK, CUMULATIVE, SHARE -> true;
            case RATE, RATIO, STANDARD -> false;
        };
        var change = FigureReader.changeIn(text);
        if (level && !change.isEmpty()) {
            throw new RuleViolation("entry.text.change", shortened(text), change, name(indicator.unit()));
        }
    }

    /** What is counted is whole, and what stands at a moment is not less than nothing; what came in a year may be: 净增. */
    private static void requireCount(Figure figure, Indicator indicator, String text) {
        var unit = indicator.unit();
        var counts = switch (indicator.nature()) {
            case FLOW, STOCK, CUMULATIVE -> unit.counted();
            case RATE, SHARE, RATIO, STANDARD -> false;
        };
        if (!counts) {
            return;
        }
        if (Stream.of(Optional.of(figure.value()), Optional.ofNullable(figure.valueHi())).flatMap(Optional::stream)
                .anyMatch(it -> it.multiply(unit.factor()).stripTrailingZeros().scale() > 0)) {
            throw new RuleViolation("entry.text.fraction", shortened(text), name(unit));
        }
        if (indicator.nature() == Nature.STOCK && figure.value().signum() < 0) {
            throw new RuleViolation("entry.text.below-zero", shortened(text), name(unit));
        }
    }

    private static void refuseForeign(String text) {
        if (text.length() > LONGEST) {
            throw new RuleViolation("entry.text.TOO_LONG", text.substring(0, 20) + "…", LONGEST, text.length());
        }
        if (FORMULA.matcher(text).matches()) {
            throw new RuleViolation("entry.text.formula", shortened(text));
        }
        if (SHEET_ERROR.matcher(text).matches()) {
            throw new RuleViolation("entry.text.sheet-error", text);
        }
        if (PlainWords.code(text).isPresent()) {
            throw new RuleViolation("entry.text.markup");
        }
        var plain = Words.plain(text).strip();
        if (DASH_BEFORE.matcher(plain).matches()) {
            throw new RuleViolation("entry.text.dash-before", shortened(text));
        }
        if (SIGN_BEHIND.matcher(plain).matches()) {
            throw new RuleViolation("entry.text.sign-behind", shortened(text), text.substring(text.length() - 1));
        }
    }

    /** 1.2E+05 and (123), as spreadsheets write them. */
    private static String plainNumber(String text) {
        var plain = Words.plain(text).strip();
        if (SCIENTIFIC.matcher(plain).matches()) {
            var number = new BigDecimal(plain);
            return number.precision() - number.scale() > 30 ? plain : number.toPlainString();
        }
        var bracketed = IN_BRACKETS.matcher(plain);
        return bracketed.matches() ? "-" + bracketed.group(1) : text;
    }

    /**
     * The period that a heading or a field names: 2023, 2023年, 2021/2023, 2023-07.
     *
     * @throws RuleViolation saying what is wrong and how to put it right
     */
    static Period period(String typed) {
        var text = Words.plain(typed).strip();
        var printed = printed(text);
        if (printed.isPresent()) {
            return printed.get();
        }
        var year = YEAR.matcher(text);
        var code = year.matches() ? year.group(1) : text;
        if (year.matches() && code.length() != 4) {
            throw new RuleViolation("entry.period.year", shortened(typed.strip()));
        }
        try {
            return Period.parse(code);
        } catch (PeriodFormatException e) {
            throw new RuleViolation("entry.period." + e.reason(), e.text());
        }
    }

    /** 2021–2023, 截至2024-04-25, 2023上半年, 2023Q1 and 2023.7, as pages print them; empty for whatever else. */
    static Optional<Period> printed(String typed) {
        var text = Words.plain(typed).strip();
        var years = YEARS.matcher(text);
        var until = UNTIL.matcher(text);
        try {
            return years.matches() ? Optional.of(Period.parse(years.group(1) + "/" + years.group(2)))
                    : until.matches() ? Optional.of(Period.parse("../" + until.group(1)))
                    : part(text).map(Period::parse);
        } catch (PeriodFormatException e) {
            throw new RuleViolation("entry.period." + e.reason(), e.text());
        }
    }

    /**
     * The code of a part of a year.
     *
     * @throws RuleViolation for 2023.1, which a spreadsheet makes of 2023.10 too
     */
    private static Optional<String> part(String text) {
        var half = HALF.matcher(text);
        if (half.matches()) {
            return Optional.of(half.group(1) + "-S" + ("上".equals(half.group(2)) || "1".equals(half.group(3)) ? 1 : 2));
        }
        var quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            var number = Stream.of(2, 3, 4).map(quarter::group).filter(Objects::nonNull).findFirst().orElseThrow();
            var spelt = "一二三四".indexOf(number);
            return Optional.of(quarter.group(1) + "-Q" + (spelt < 0 ? number : spelt + 1));
        }
        var month = MONTH.matcher(text);
        if (month.matches()) {
            if (text.endsWith(".1")) {
                throw new RuleViolation("entry.period.month", shortened(text), month.group(1));
            }
            return Optional.of("%s-%02d".formatted(month.group(1), Integer.parseInt(month.group(2))));
        }
        var day = DAY.matcher(text);
        return day.matches() ? Optional.of("%s-%02d-%02d".formatted(day.group(1), Integer.parseInt(day.group(2)),
                Integer.parseInt(day.group(3)))) : Optional.empty();
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }
}
