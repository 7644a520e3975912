package org.youju.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of all periods. */
class PeriodProperties {

    @Property
    void a_code_that_is_read_is_written_back(@ForAll("periods") Period period) {
        var again = Period.parse(period.code());
        assertEquals(period.code(), again.code());
        assertEquals(period.start(), again.start());
        assertEquals(period.end(), again.end());
        assertThat(again.label(Locale.CHINESE)).isNotBlank();
        assertThat(again.label(Locale.ENGLISH)).isNotBlank();
    }

    @Property
    void periods_are_equal_in_order_if_and_only_if_their_codes_are(@ForAll("periods") Period a,
            @ForAll("periods") Period b) {
        assertEquals(a.code().equals(b.code()), a.compareTo(b) == 0);
        assertEquals(Integer.signum(a.compareTo(b)), -Integer.signum(b.compareTo(a)));
    }

    @Property
    void the_base_of_growth_lies_a_year_back(@ForAll("periods") Period period) {
        period.previous().ifPresent(previous -> {
            assertEquals(period.kind(), previous.kind());
            assertEquals(period.end().getYear() - 1, previous.end().getYear());
            assertEquals(period.end().getMonth(), previous.end().getMonth());
        });
    }

    @Property(tries = 3000)
    void no_text_fails_otherwise_than_by_refusing(@ForAll("texts") String text) {
        try {
            assertThat(Period.parse(text).code()).isNotBlank();
        } catch (PeriodFormatException e) {
            assertThat(e.text()).hasSizeLessThanOrEqualTo(40);
        }
    }

    @Provide
    Arbitrary<Period> periods() {
        var years = Arbitraries.integers().between(1900, 2100);
        var year = years.map(Period.Year::new);
        var months = Combinators.combine(years, Arbitraries.integers().between(1, 12)).as(YearMonth::of);
        var days = Arbitraries.integers().between(0, 73_000).map(LocalDate.of(1900, 1, 1)::plusDays);
        Arbitrary<Period> points = Arbitraries.oneOf(year, months.map(Period.Month::new), days.map(Period.AsOf::new));
        Arbitrary<Period> spans = Combinators.combine(points, points)
                .filter((from, to) -> !from.start().isAfter(to.end()) && !from.equals(to))
                .as(Period.Span::new);
        return Arbitraries.oneOf(points, spans,
                Combinators.combine(years, Arbitraries.integers().between(1, 2)).as(Period.HalfYear::new),
                Combinators.combine(years, Arbitraries.integers().between(1, 4)).as(Period.Quarter::new),
                points.map(Period.Since::new), days.map(Period.By::new), Arbitraries.just(new Period.Unknown()));
    }

    @Provide
    Arbitrary<String> texts() {
        var pieces = Arbitraries.of("2023", "1899", "-", "/", "..", "S1", "Q9", "07", "13", "31", "02-30", "unknown", "年", " ");
        return Arbitraries.oneOf(pieces.list().ofMaxSize(6).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(60));
    }
}
