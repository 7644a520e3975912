package org.youju.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishNounsTest {

    @ParameterizedTest
    @CsvSource({
        "persons, person", "people, person", "households, household", "months, month", "items, item",
        "enterprises or institutions, enterprise or institution", "parks or sites, park or site", "cases, case",
        "US dollars, US dollar", "units installed, unit installed", "percentage points, percentage point",
        "companies, company", "classes, class", "boxes, box", "yuan, yuan", "m², m²", "µg/m³, µg/m³", "bus, bus",
        "persons per 100 million yuan, person per 100 million yuan", "places, place", "houses, house",
    })
    void a_plural_becomes_a_singular(String name, String one) {
        assertThat(EnglishNouns.one(name)).isEqualTo(one);
    }

    @Test
    void what_is_behind_the_slash_is_one() {
        assertThat(FigureWriter.per("yuan", "persons", Locale.ENGLISH)).isEqualTo("yuan/person");
        assertThat(FigureWriter.per("元", "人", Locale.SIMPLIFIED_CHINESE)).isEqualTo("元/人");
    }
}
