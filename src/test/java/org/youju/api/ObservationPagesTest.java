package org.youju.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.youju.check.SampleStatements;
import org.youju.indicator.IndicatorService;
import org.youju.observation.ObservationService;
import org.youju.observation.SeriesSize;
import org.youju.observation.StatementQuery;
import org.youju.security.Access;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ObservationPagesTest {

    private final ObservationService observations = mock(ObservationService.class);

    @Test
    void a_page_reads_the_series_that_it_shows_and_no_other() {
        page("10", "0");
        assertThat(read(1)).singleElement().satisfies(asked -> {
            assertThat(asked.indicators()).containsExactly("DE_FIRMS");
            assertThat(asked.regions()).containsExactly("310000");
        });
    }

    @Test
    void a_page_over_several_series_reads_its_ends_no_further_than_it_goes() {
        var page = page("20", "15");
        assertThat(page.next()).endsWith("offset=35");
        assertThat(read(3)).extracting(StatementQuery::indicators, asked -> asked.regions().size())
                .extracting(Object::toString).containsExactly("([\"DE_FIRMS\"], 1)", "([\"DE_TAX\"], 2)",
                        "([\"EC_GDP\"], 1)");
    }

    @Test
    void behind_the_end_nothing_is_read() {
        assertThat(page("10", "900").next()).isNull();
        read(0);
    }

    private Answers.ObservationPage page(String limit, String offset) {
        when(observations.sizes(any(), anyBoolean())).thenReturn(List.of(new SeriesSize("DE_FIRMS", "310000", 10, 12),
                new SeriesSize("DE_FIRMS", "310105", 10, 12), new SeriesSize("DE_TAX", "310105", 10, 12),
                new SeriesSize("EC_GDP", "310000", 10, 12), new SeriesSize("EC_GDP", "310105", 10, 12)));
        var indicators = mock(IndicatorService.class);
        when(indicators.catalogue()).thenReturn(SampleStatements.CATALOGUE);
        var given = new LinkedMultiValueMap<String, String>();
        given.add("limit", limit);
        given.add("offset", offset);
        given.add("region", "310000,310105");
        return new ObservationController(indicators, observations, new Readable(new Access()), mock(Mapper.class))
                .observations(given, new MockHttpServletRequest("GET", "/api/v1/observations"));
    }

    private List<StatementQuery> read(int times) {
        var asked = ArgumentCaptor.forClass(StatementQuery.class);
        verify(observations, times(times)).statements(asked.capture());
        return asked.getAllValues();
    }
}
