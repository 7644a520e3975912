package org.youju.figure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes periods for people. */
final class PeriodLabels {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    private PeriodLabels() {
    }

    static String of(Period period, Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese(period) : english(period);
    }

    private static String chinese(Period period) {
        return switch (period) {
            case Period.Year(int year) -> year + "年";
            case Period.HalfYear(int year, int half) -> year + "年" + (half == 1 ? "上半年" : "下半年");
            case Period.Quarter(int year, int quarter) -> year + "年" + "一二三四".charAt(quarter - 1) + "季度";
            case Period.Month(YearMonth month) -> month.getYear() + "年" + month.getMonthValue() + "月";
            case Period.AsOf(LocalDate day) -> chinese(day);
            case Period.Span span -> chinese(span);
            case Period.Since(Period from) -> chinese(from) + "起";
            case Period.By(LocalDate day) -> "截至" + day;
            case Period.Unknown() -> "期间未写";
        };
    }

    private static String chinese(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String chinese(Period.Span span) {
        if (span.from() instanceof Period.Year from && span.to() instanceof Period.Year) {
            return from.number() + "–" + chinese(span.to());
        }
        if (span.withinOneYear() && span.from() instanceof Period.Month && span.to() instanceof Period.Month to) {
            return span.start().getYear() + "年" + span.start().getMonthValue() + "–" + to.month().getMonthValue() + "月";
        }
        return chinese(span.from()) + "–" + chinese(span.to());
    }

    private static String english(Period period) {
        return switch (period) {
            case Period.Year(int year) -> Integer.toString(year);
            case Period.HalfYear(int year, int half) -> "H" + half + " " + year;
            case Period.Quarter(int year, int quarter) -> "Q" + quarter + " " + year;
            case Period.Month(YearMonth month) -> MONTH.format(month);
            case Period.AsOf(LocalDate day) -> DAY.format(day);
            case Period.Span(Period from, Period to) when from instanceof Period.Year && to instanceof Period.Year ->
                english(from) + "–" + english(to);
            case Period.Span(Period from, Period to) -> english(from) + " – " + english(to);
            case Period.Since(Period from) -> "since " + english(from);
            case Period.By(LocalDate day) -> "up to " + DAY.format(day);
            case Period.Unknown() -> "period not stated";
        };
    }
}
