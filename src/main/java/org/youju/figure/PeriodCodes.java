package org.youju.figure;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.nullsLast;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;
import org.youju.figure.PeriodFormatException.Reason;

/** Reads the codes of periods and checks their parts. */
final class PeriodCodes {

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2100;

    static final Comparator<Period> ORDER = comparing((Period period) -> period.kind() == PeriodKind.UNKNOWN)
            .thenComparing(Period::end, nullsLast(naturalOrder()))
            .thenComparing(Period::start, nullsFirst(naturalOrder()))
            .thenComparing(Period::code);

    private static final int LONGEST = 21;
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern HALF_OR_QUARTER = Pattern.compile("[0-9]{4}-[SQ][0-9]");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private PeriodCodes() {
    }

    static Period parse(String code) {
        if (code.isBlank()) {
            throw new PeriodFormatException(Reason.EMPTY, "");
        }
        if (code.length() > LONGEST) {
            throw new PeriodFormatException(Reason.NOT_A_CODE, code);
        }
        var slash = code.indexOf('/');
        if (slash >= 0) {
            return range(code.substring(0, slash), code.substring(slash + 1), code);
        }
        if (code.equals("unknown")) {
            return new Period.Unknown();
        }
        if (HALF_OR_QUARTER.matcher(code).matches()) {
            var year = Integer.parseInt(code.substring(0, 4));
            var part = code.charAt(6) - '0';
            return code.charAt(5) == 'S' ? new Period.HalfYear(year, part) : new Period.Quarter(year, part);
        }
        return point(code, code);
    }

    private static Period range(String from, String to, String code) {
        if (to.equals("..")) {
            return new Period.Since(point(from, code));
        }
        if (from.equals("..")) {
            return new Period.By(lastDay(point(to, code)));
        }
        var start = point(from, code);
        var end = point(to, code);
        // a span of one year or one month is that year or month; of one day it stays what happened on that day
        return start.equals(end) && start.kind() != PeriodKind.AS_OF ? start : new Period.Span(start, end);
    }

    private static Period point(String text, String code) {
        try {
            if (YEAR.matcher(text).matches()) {
                return new Period.Year(Integer.parseInt(text));
            }
            if (MONTH.matcher(text).matches()) {
                return new Period.Month(YearMonth.parse(text));
            }
            if (DAY.matcher(text).matches()) {
                return new Period.AsOf(LocalDate.parse(text));
            }
        } catch (DateTimeException e) {
            throw new PeriodFormatException(Reason.NO_SUCH_DAY, code);
        }
        throw new PeriodFormatException(Reason.NOT_A_CODE, code);
    }

    static void checkYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new PeriodFormatException(Reason.YEAR_OUT_OF_RANGE, Integer.toString(year));
        }
    }

    static void checkPart(int part, int parts, String code) {
        if (part < 1 || part > parts) {
            throw new PeriodFormatException(Reason.NOT_A_CODE, code);
        }
    }

    static void checkPoint(Period period) {
        switch (period.kind()) {
            case YEAR, MONTH, AS_OF -> {
            }
            case HALF_YEAR, QUARTER, SPAN, SINCE, BY, UNKNOWN ->
                throw new PeriodFormatException(Reason.NOT_A_CODE, period.code());
        }
    }

    static void checkSpan(Period from, Period to) {
        checkPoint(from);
        checkPoint(to);
        if (firstDay(from).isAfter(lastDay(to))) {
            throw new PeriodFormatException(Reason.REVERSED, from.code() + "/" + to.code());
        }
    }

    static LocalDate firstDay(Period point) {
        return Objects.requireNonNull(point.start());
    }

    static LocalDate lastDay(Period point) {
        return Objects.requireNonNull(point.end());
    }
}
