package org.youju.extraction.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.youju.figure.Period;

/**
 * Words of a text that say when: 2023年, 今年上半年, 截至目前, “十四五”期间.
 *
 * @param start  where they begin in the shadow
 * @param end    where they end
 * @param shape  what they name
 * @param anchor how their year is known
 * @param year   the year, or how many years from the document's; of a plan its first
 * @param a      first further number: half, quarter, month, last year, count of years
 * @param b      second further number: month, day
 * @param from   first point of a range that is written out, else null
 * @param to     its last point, else null
 * @param role   what they do to the figures after them
 * @param until  whether they name a limit: 到2025年, 2025年底前
 */
public record TimeWord(int start, int end, Shape shape, Anchor anchor, int year, int a, int b, @Nullable Period from,
        @Nullable Period to, Role role, boolean until) {

    public enum Shape {
        YEAR, HALF, QUARTERS, MONTHS, DAY, YEAR_END, MONTH_END, YEARS, RANGE, NOW, LAST_YEARS, VAGUE, SINCE, PLAN,
        PLAN_END
    }

    public enum Anchor {
        /** The year is written. */
        WRITTEN,
        /** 今年, 去年: counted from the document's year. */
        RELATIVE,
        /** 上半年, 年底: the year is elsewhere. */
        NONE
    }

    public enum Role {
        /** Says of when the figures after it are. */
        STATES,
        /** 较上年, 是2021年的: what a change is measured from. */
        BASE,
        /** 由2020年的: of the next figure only. */
        FROM,
        /** 于3月25日: the day of what its own clause tells, and of nothing after it. */
        EVENT,
        /** Nothing to a figure: 列入2019年改造. */
        SILENT
    }

    public static TimeWord of(int start, int end, Shape shape, Anchor anchor, int year, int a, int b) {
        return new TimeWord(start, end, shape, anchor, year, a, b, null, null, Role.STATES, false);
    }

    public static TimeWord range(int start, int end, Period from, Period to) {
        return new TimeWord(start, end, Shape.RANGE, Anchor.WRITTEN, 0, 0, 0, from, to, Role.STATES, false);
    }

    public TimeWord in(Role other) {
        return new TimeWord(start, end, shape, anchor, year, a, b, from, to, other, until);
    }

    public TimeWord asLimit() {
        return new TimeWord(start, end, shape, anchor, year, a, b, from, to, role, true);
    }

    /** A part of a year that another place names: 一季度 under 2022年各季度. */
    public TimeWord ofYear(int otherYear) {
        return anchor == Anchor.NONE ? new TimeWord(start, end, shape, Anchor.WRITTEN, otherYear, a, b, from, to, role,
                until)
                : this;
    }

    /** 截至2023年4月: how things stood at the end of it. */
    public TimeWord asState() {
        return switch (shape) {
            case YEAR -> at(Shape.YEAR_END, 0);
            case MONTHS -> at(Shape.MONTH_END, b);
            case QUARTERS -> at(Shape.MONTH_END, b * 3);
            case HALF -> at(Shape.MONTH_END, a * 6);
            default -> this;
        };
    }

    private TimeWord at(Shape end, int month) {
        return new TimeWord(start, this.end, end, anchor, year, month, 0, from, to, role, until);
    }

    public TimeWord endingAt(int newEnd) {
        return new TimeWord(start, newEnd, shape, anchor, year, a, b, from, to, role, until);
    }

    /** Whether what it names began in the past and lasts: what is counted in it adds up. */
    public boolean addsUp() {
        return shape == Shape.SINCE || shape == Shape.LAST_YEARS && a > 1;
    }

    /** The year that it writes or names by the document's, or 0. */
    public int statedYear(@Nullable LocalDate document) {
        return switch (anchor) {
            case WRITTEN -> from != null ? from.start() == null ? 0 : from.start().getYear() : year;
            case RELATIVE -> document == null ? 0 : document.getYear() + year;
            case NONE -> 0;
        };
    }

    /**
     * The period that it means.
     *
     * @param document the date of the document, or null
     * @param context  the nearest year written before it, or 0
     * @param promise  whether the figure is promised: a limit is then the end of a window
     */
    public Period period(@Nullable LocalDate document, int context, boolean promise) {
        try {
            return resolve(document, context, promise);
        } catch (DateTimeException | IllegalArgumentException e) {
            return new Period.Unknown();
        }
    }

    private Period resolve(@Nullable LocalDate document, int context, boolean promise) {
        var unknown = new Period.Unknown();
        if (shape == Shape.RANGE) {
            return from == null || to == null ? unknown : joined(from, to);
        }
        if (shape == Shape.VAGUE) {
            return unknown;
        }
        if (shape == Shape.NOW) {
            return document == null ? unknown : new Period.AsOf(document);
        }
        if (shape == Shape.LAST_YEARS) {
            return document == null ? unknown
                    : joined(new Period.Year(document.getYear() - a), new Period.Year(document.getYear() - 1));
        }
        var y = yearIn(document, context, promise);
        if (y == 0) {
            return unknown;
        }
        return switch (shape) {
            case YEAR -> until && promise ? new Period.By(LocalDate.of(y, 12, 31)) : new Period.Year(y);
            case HALF -> new Period.HalfYear(y, a);
            case QUARTERS -> a == b ? new Period.Quarter(y, a)
                    : joined(new Period.Month(YearMonth.of(y, a * 3 - 2)), new Period.Month(YearMonth.of(y, b * 3)));
            case MONTHS -> until && promise ? new Period.By(YearMonth.of(y, b).atEndOfMonth())
                    : joined(new Period.Month(YearMonth.of(y, a)), new Period.Month(YearMonth.of(y, b)));
            case DAY -> limit(LocalDate.of(y, a, b), promise);
            case YEAR_END -> limit(LocalDate.of(y, 12, 31), promise);
            case MONTH_END -> limit(YearMonth.of(y, a).atEndOfMonth(), promise);
            case YEARS, PLAN -> joined(new Period.Year(y), new Period.Year(a));
            case PLAN_END -> limit(LocalDate.of(a, 12, 31), promise);
            case SINCE -> since(a == 0 ? new Period.Year(y) : new Period.Month(YearMonth.of(y, a)), document, promise);
            case RANGE, NOW, LAST_YEARS, VAGUE -> unknown;
        };
    }

    private static Period since(Period from, @Nullable LocalDate document, boolean promise) {
        return promise || document == null || from.start() == null || from.start().isAfter(document)
                ? new Period.Since(from)
                : new Period.Span(from, new Period.AsOf(document));
    }

    private static Period limit(LocalDate day, boolean promise) {
        return promise ? new Period.By(day) : new Period.AsOf(day);
    }

    private static Period joined(Period from, Period to) {
        return from.equals(to) ? from : new Period.Span(from, to);
    }

    /** A part of the year that the document can't know yet is of an earlier year, unless it is promised. */
    private int yearIn(@Nullable LocalDate document, int context, boolean promise) {
        if (anchor != Anchor.NONE) {
            return statedYear(document);
        }
        if (document == null) {
            return context;
        }
        var lastMonth = switch (shape) {
            case HALF -> a * 6;
            case QUARTERS -> b * 3;
            case MONTHS -> b;
            case MONTH_END, DAY -> a;
            default -> 12;
        };
        var known = document.getMonthValue() >= lastMonth;
        return promise || known ? document.getYear() : context != 0 ? context : document.getYear() - 1;
    }
}
