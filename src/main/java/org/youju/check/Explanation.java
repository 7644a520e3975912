package org.youju.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.youju.figure.Figure;
import org.youju.figure.FigureWriter;
import org.youju.figure.Interval;
import org.youju.figure.Period;
import org.youju.figure.Shown;
import org.youju.figure.Unit;
import org.youju.indicator.Indicator;

/**
 * A sentence that says why, in whatever language it is read: a key of the translations and what fills it in.
 *
 * @param arguments strings, whole numbers such as years, periods, figures, indicators, {@link Amount}s,
 *                  {@link Range}s, intervals without a unit, and units
 */
public record Explanation(String key, List<Object> arguments) {

    public Explanation {
        arguments = List.copyOf(arguments);
    }

    public static Explanation of(String key, Object... arguments) {
        return new Explanation(key, List.of(arguments));
    }

    /** The arguments as text, to be given to the translation of {@link #key()}. */
    public Object[] written(Locale locale) {
        return arguments.stream().map(argument -> switch (argument) {
            case Figure figure -> FigureWriter.show(figure, locale).text();
            case Period period -> period.label(locale);
            case Indicator indicator -> indicator.name(locale);
            case Range range -> FigureWriter.range(range.interval(), range.unit(), locale);
            case Amount amount -> amount.written(locale);
            case Interval interval -> FigureWriter.interval(interval, locale);
            case Unit unit -> FigureWriter.unit(unit, locale);
            default -> argument.toString();
        }).toArray();
    }

    /** Years in few words: 2018–2022, 2024. */
    public static String years(List<Integer> ascending) {
        var text = new StringBuilder();
        for (int i = 0; i < ascending.size(); i++) {
            int from = ascending.get(i);
            while (i + 1 < ascending.size() && ascending.get(i + 1) == ascending.get(i) + 1) {
                i++;
            }
            text.append(text.isEmpty() ? "" : ", ").append(from);
            if (ascending.get(i) > from) {
                text.append('–').append(ascending.get(i));
            }
        }
        return text.toString();
    }

    /** Where a quantity lies, to the last digit and with its unit. */
    public record Range(Interval interval, Unit unit) {
    }

    /** A computed quantity with its unit; a point is one number. */
    public record Amount(Interval interval, Unit unit) {

        public Amount(BigDecimal value, Unit unit) {
            this(Interval.point(value), unit);
        }

        String written(Locale locale) {
            var low = interval.low();
            var high = interval.high();
            if (low == null || high == null) {
                return FigureWriter.interval(interval, 1, locale)
                        + (low == null && high == null ? "" : " " + name(locale));
            }
            if (interval.isPoint()) {
                return written(low, locale);
            }
            var from = written(low, locale);
            var to = written(high, locale);
            return from.equals(to) ? FigureWriter.interval(interval, 1, locale) + " " + name(locale) : from + "–" + to;
        }

        private String written(BigDecimal value, Locale locale) {
            var shown = FigureWriter.computed(value, unit, locale);
            return new Shown("", shown.number(), shown.after(), shown.unit()).text();
        }

        private String name(Locale locale) {
            return "zh".equals(locale.getLanguage()) ? unit.code() : unit.nameEn();
        }
    }
}
