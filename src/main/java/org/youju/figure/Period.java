package org.youju.figure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What time a figure speaks of. A period is a code, never a timestamp: {@code 2023}, {@code 2017/2023},
 * {@code unknown}. Periods sort by their last day, then by their first; those without an end come last.
 */
public sealed interface Period extends Comparable<Period> {

    /**
     * Reads a code.
     *
     * @throws PeriodFormatException if it is none
     */
    static Period parse(String code) {
        return PeriodCodes.parse(code);
    }

    /** The code by which the period is stored and exchanged; equal periods have equal codes. */
    String code();

    PeriodKind kind();

    /** First day, or null where the period has no stated beginning. */
    @Nullable LocalDate start();

    /** Last day, or null where the period has no stated end. */
    @Nullable LocalDate end();

    /** How a person writes it: 2023年, 2017–2023年, 2024年4月25日, 截至2024-04-25. */
    default String label(Locale locale) {
        return PeriodLabels.of(this, locale);
    }

    /** The year, of a whole year only. */
    default OptionalInt year() {
        return this instanceof Year year ? OptionalInt.of(year.number()) : OptionalInt.empty();
    }

    /**
     * The year on whose page the period is shown. What lies within one year belongs to it; a state, or a span of
     * several years, to the year Y if it ends between 1 July Y and 30 June Y+1; what has no end belongs to none.
     */
    default OptionalInt belongsToYear() {
        return switch (this) {
            case Year(int number) -> OptionalInt.of(number);
            case HalfYear half -> OptionalInt.of(half.inYear());
            case Quarter quarter -> OptionalInt.of(quarter.inYear());
            case Month(YearMonth month) -> OptionalInt.of(month.getYear());
            case AsOf(LocalDate day) -> OptionalInt.of(yearToMidsummer(day));
            case By(LocalDate day) -> OptionalInt.of(yearToMidsummer(day));
            case Span span -> OptionalInt.of(
                    span.withinOneYear() ? span.end().getYear() : yearToMidsummer(span.end()));
            case Since since -> OptionalInt.empty();
            case Unknown unknown -> OptionalInt.empty();
        };
    }

    private static int yearToMidsummer(LocalDate day) {
        return day.getMonthValue() >= 7 ? day.getYear() : day.getYear() - 1;
    }

    /** Whether a day of the period lies in the years from–to, both included. An unknown period overlaps nothing. */
    default boolean overlapsYears(int from, int to) {
        var start = start();
        var end = end();
        return kind() != PeriodKind.UNKNOWN && (start == null || start.getYear() <= to)
                && (end == null || end.getYear() >= from);
    }

    /** The same period a year earlier, on which a growth rate rests; empty where there is none. */
    default Optional<Period> previous() {
        return switch (this) {
            case Year(int number) -> earlier(number, () -> new Year(number - 1));
            case HalfYear(int year, int half) -> earlier(year, () -> new HalfYear(year - 1, half));
            case Quarter(int year, int quarter) -> earlier(year, () -> new Quarter(year - 1, quarter));
            case Month(YearMonth month) -> earlier(month.getYear(), () -> new Month(month.minusYears(1)));
            case AsOf(LocalDate day) -> earlier(day.getYear(), () -> new AsOf(day.minusYears(1)));
            case Span span when span.withinOneYear() -> span.from().previous()
                    .flatMap(from -> span.to().previous().map(to -> new Span(from, to)));
            case Span span -> Optional.empty();
            case Since since -> Optional.empty();
            case By by -> Optional.empty();
            case Unknown unknown -> Optional.empty();
        };
    }

    private static Optional<Period> earlier(int year, Supplier<Period> previous) {
        return year > PeriodCodes.FIRST_YEAR ? Optional.of(previous.get()) : Optional.empty();
    }

    @Override
    default int compareTo(Period other) {
        return PeriodCodes.ORDER.compare(this, other);
    }

    /** A calendar year: {@code 2023}. */
    record Year(int number) implements Period {
        public Year {
            PeriodCodes.checkYear(number);
        }

        @Override
        public String code() {
            return Integer.toString(number);
        }

        @Override
        public PeriodKind kind() {
            return PeriodKind.YEAR;
        }

        @Override
        public LocalDate start() {
            return LocalDate.of(number, 1, 1);
        }

        @Override
        public LocalDate end() {
            return LocalDate.of(number, 12, 31);
        }
    }

    /** A half of a year: {@code 2023-S1}. */
    record HalfYear(int inYear, int half) implements Period {
        public HalfYear {
            PeriodCodes.checkYear(inYear);
            PeriodCodes.checkPart(half, 2, inYear + "-S" + half);
        }

        @Override
        public String code() {
            return inYear + "-S" + half;
        }

        @Override
        public PeriodKind kind() {
            return PeriodKind.HALF_YEAR;
        }

        @Override
        public LocalDate start() {
            return LocalDate.of(inYear, half * 6 - 5, 1);
        }

        @Override
        public LocalDate end() {
            return YearMonth.of(inYear, half * 6).atEndOfMonth();
        }
    }

    /** A quarter of a year: {@code 2023-Q1}. */
    record Quarter(int inYear, int quarter) implements Period {
        public Quarter {
            PeriodCodes.checkYear(inYear);
            PeriodCodes.checkPart(quarter, 4, inYear + "-Q" + quarter);
        }

        @Override
        public String code() {
            return inYear + "-Q" + quarter;
        }

        @Override
        public PeriodKind kind() {
            return PeriodKind.QUARTER;
        }

        @Override
        public LocalDate start() {
            return LocalDate.of(inYear, quarter * 3 - 2, 1);
        }

        @Override
        public LocalDate end() {
            return YearMonth.of(inYear, quarter * 3).atEndOfMonth();
        }
    }

    /** A month: {@code 2023-07}. */
    record Month(YearMonth month) implements Period {
        public Month {
            PeriodCodes.checkYear(month.getYear());
        }

        @Override
        public String code() {
            return month.toString();
        }

        @Override
        public PeriodKind kind() {
            return PeriodKind.MONTH;
        }

        @Override
        public LocalDate start() {
            return month.atDay(1);
        }

        @Override
        public LocalDate end() {
            return month.atEndOfMonth();
        }
    }

    /** The state at the end of a day: {@code 2024-04-25}. */
    record AsOf(LocalDate day) implements Period {
        public AsOf {
            PeriodCodes.checkYear(day.getYear());
        }

        @Override
        public String code() {
            return day.toString();
        }

        @Override
        public PeriodKind kind() {
            return PeriodKind.AS_OF;
        }

        @Override
        public LocalDate start() {
            return day;
        }

        @Override
        public LocalDate end() {
            return day;
        }
    }

    /**
     * From one point to another, both included: {@code 2017/2023}, {@code 2016/2024-06-20}.
     *
     * @param from a year, month or day
     * @param to   a year, month or day
     */
    record Span(Period from, Period to) implements Period {
        public Span {
            PeriodCodes.checkSpan(from, to);
        }

        @Override
        public String code() {
            return from.code() + "/" + to.code();
        }

        @Override
        public PeriodKind kind() {
            return PeriodKind.SPAN;
        }

        @Override
        public LocalDate start() {
            return PeriodCodes.firstDay(from);
        }

        @Override
        public LocalDate end() {
            return PeriodCodes.lastDay(to);
        }

        boolean withinOneYear() {
            return start().getYear() == end().getYear();
        }
    }

    /**
     * From a point on, without an end: {@code 2020/..}.
     *
     * @param from a year, month or day
     */
    record Since(Period from) implements Period {
        public Since {
            PeriodCodes.checkPoint(from);
        }

        @Override
        public String code() {
            return from.code() + "/..";
        }

        @Override
        public PeriodKind kind() {
            return PeriodKind.SINCE;
        }

        @Override
        public LocalDate start() {
            return PeriodCodes.firstDay(from);
        }

        @Override
        public @Nullable LocalDate end() {
            return null;
        }
    }

    /** Up to a day, from a beginning that is not stated: {@code ../2025-12-31}. */
    record By(LocalDate day) implements Period {
        public By {
            PeriodCodes.checkYear(day.getYear());
        }

        @Override
        public String code() {
            return "../" + day;
        }

        @Override
        public PeriodKind kind() {
            return PeriodKind.BY;
        }

        @Override
        public @Nullable LocalDate start() {
            return null;
        }

        @Override
        public LocalDate end() {
            return day;
        }
    }

    /** The source does not say: {@code unknown}. */
    record Unknown() implements Period {
        @Override
        public String code() {
            return "unknown";
        }

        @Override
        public PeriodKind kind() {
            return PeriodKind.UNKNOWN;
        }

        @Override
        public @Nullable LocalDate start() {
            return null;
        }

        @Override
        public @Nullable LocalDate end() {
            return null;
        }
    }
}
