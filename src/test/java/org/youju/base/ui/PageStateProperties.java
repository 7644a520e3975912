package org.youju.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PageStateProperties {

    @Property
    void a_state_written_into_an_address_is_read_back_the_same(@ForAll("states") PageState state) {
        var query = QueryParameters.fromString(state.toQuery().getQueryString());
        assertThat(PageState.read(query)).isEqualTo(new PageState.Reading(state, List.of()));
    }

    @Property
    void whatever_an_address_says_a_page_can_be_shown_and_every_part_is_used_or_named(@ForAll String region,
            @ForAll String year, @ForAll String asOf) {
        var reading = PageState.read(QueryParameters.simple(Map.of("region", region, "year", year, "asOf", asOf)));
        var used = reading.state().region().stream().count() + reading.state().year().stream().count()
                + reading.state().asOf().stream().count();
        var said = Stream.of(region, year, asOf).filter(text -> !text.isBlank()).count();
        assertThat(used + reading.notices().size()).isEqualTo(said);
    }

    @Example
    void a_year_that_is_no_year_is_named_and_the_rest_still_holds() {
        var reading = PageState.read(QueryParameters.fromString("region=310105&year=20233&asOf=2024-04-25"));
        assertThat(reading.state()).isEqualTo(new PageState(Optional.of("310105"), OptionalInt.empty(),
                Optional.of(LocalDate.of(2024, 4, 25))));
        assertThat(reading.notices()).containsExactly(new PageState.Notice("base.notice.year", "20233"));
    }

    @Provide
    Arbitrary<PageState> states() {
        var regions = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(12).optional();
        var years = Arbitraries.integers().between(PageState.FIRST_YEAR, PageState.LAST_YEAR).optional()
                .map(year -> year.map(OptionalInt::of).orElseGet(OptionalInt::empty));
        var days = Arbitraries.integers().between(0, 50_000)
                .map(LocalDate.of(PageState.FIRST_YEAR, 1, 1)::plusDays).optional();
        return Combinators.combine(regions, years, days).as(PageState::new);
    }
}
