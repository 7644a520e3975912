package org.youju.check.rule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.figure.Period;

/**
 * How the periods of a series lie to each other, as rules read them: equal ones beside each other, what adds up one after
 * the other by its end, and a part of a year within it.
 */
final class Places {

    private Places() {
    }

    /**
     * The period in whose place a rule reads another: the year of its last day, and of a span the year, the half, the
     * quarter or the month that it is. Empty where it has no end.
     */
    static Optional<Period> of(Period period) {
        return switch (period) {
            case Period.AsOf asOf when asOf.day().getMonthValue() == 12 && asOf.day().getDayOfMonth() == 31 ->
                Optional.of(new Period.Year(asOf.day().getYear()));
            case Period.Span span -> Optional.of(shortest(span));
            case Period.Since since -> Optional.empty();
            case Period.Unknown unknown -> Optional.empty();
            default -> Optional.of(period);
        };
    }

    private static Period shortest(Period.Span span) {
        var start = span.start();
        var end = span.end();
        var whole = start.getDayOfYear() == 1 && end.getMonthValue() == 12 && end.getDayOfMonth() == 31;
        if (whole && start.getYear() < end.getYear()) {
            return new Period.Span(new Period.Year(start.getYear()), new Period.Year(end.getYear()));
        }
        return start.getYear() != end.getYear() ? span
                : inYear(start.getYear()).filter(it -> start.equals(it.start()) && end.equals(it.end())).findFirst()
                        .orElse(span);
    }

    private static Stream<Period> inYear(int year) {
        return Stream.concat(Stream.of(new Period.Year(year), new Period.HalfYear(year, 1), new Period.HalfYear(year, 2)),
                Stream.concat(Stream.of(1, 2, 3, 4).map(quarter -> new Period.Quarter(year, quarter)),
                        Stream.iterate(YearMonth.of(year, 1), month -> month.plusMonths(1)).limit(12)
                                .map(Period.Month::new)));
    }

    /** The same period a year before. */
    static Optional<Period> yearBefore(Period period) {
        return period.previous().flatMap(Places::of);
    }

    /** The year that a period is a part of and not the whole; empty for whole years, days and longer spans. */
    static OptionalInt yearOfPart(Period period) {
        return switch (period) {
            case Period.HalfYear half -> OptionalInt.of(half.inYear());
            case Period.Quarter quarter -> OptionalInt.of(quarter.inYear());
            case Period.Month month -> OptionalInt.of(month.month().getYear());
            case Period.Span span when span.start().getYear() == span.end().getYear() ->
                OptionalInt.of(span.end().getYear());
            default -> OptionalInt.empty();
        };
    }

    /** The last day of a period that has a place. */
    static LocalDate end(Period place) {
        return Objects.requireNonNull(place.end());
    }

    /** First and last year that a period touches, for reading what lies beside it. */
    static int firstYear(Period place) {
        return place.start() == null ? end(place).getYear() : place.start().getYear();
    }

    static int lastYear(Period place) {
        return end(place).getYear();
    }

    /**
     * Of some periods the latest that ends before another and counts towards it, where what adds up is stated: one with
     * the same beginning, or one with no beginning of its own.
     */
    static Optional<Period> lastBefore(Period later, SortedSet<Period> known) {
        return known.stream().filter(it -> countsTowards(it, later))
                .max(Comparator.comparing(Places::end).thenComparing(it -> hasSameStart(it, later)));
    }

    /**
     * Whether what had added up by the end of one period is a part of what had by the end of another. A year, or a day,
     * says by when alone.
     */
    static boolean countsTowards(Period earlier, Period later) {
        if (!end(earlier).isBefore(end(later))) {
            return false;
        }
        if (hasSameStart(earlier, later)) {
            return true;
        }
        var start = later.start();
        return isOpen(later) ? isOpen(earlier) || isLong(earlier)
                : isOpen(earlier) && isLong(later) && start != null && !start.isAfter(end(earlier));
    }

    private static boolean hasSameStart(Period one, Period other) {
        return one.start() != null && one.start().equals(other.start()) && !(one instanceof Period.AsOf);
    }

    private static boolean isOpen(@Nullable Period period) {
        return period instanceof Period.Year || period instanceof Period.AsOf || period instanceof Period.By;
    }

    private static boolean isLong(Period period) {
        return period instanceof Period.Span && yearOfPart(period).isEmpty();
    }
}
