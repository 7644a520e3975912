package org.youju.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.CHANGNING;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.check.SampleStatements;
import org.youju.dashboard.IndicatorSeries;
import org.youju.figure.Period;
import org.youju.observation.Cell;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeriesChartTest {

    @Test
    void two_days_of_one_month_both_stand_under_their_longer_names() {
        assertThat(names("DE_FIRMS", "2023-12-31", "2024-04-10", "2024-04-25"))
                .hasSize(3).startsWith("2023-12").doesNotContain("2024-04").doesNotHaveDuplicates();
    }

    @Test
    void sums_that_end_in_one_year_both_stand() {
        assertThat(names("UR_REFINED_AREA_CUM", "2016/2023", "2017/2023")).hasSize(2).doesNotContain("2023");
    }

    private static List<String> names(String indicator, String... periods) {
        var cells = Cell.of(Stream.of(periods)
                .map(period -> SampleStatements.statement(indicator, CHANGNING, period, "100")).toList());
        var series = new IndicatorSeries(CATALOGUE.indicator(indicator), CATALOGUE.region(CHANGNING), cells, List.of(),
                List.of(), List.of(), List.of());
        var known = SeriesChart.of(series, new Div(), Locale.CHINESE).orElseThrow().periods();
        assertThat(known.values().stream().filter(it -> it != null).map(Period::code)).containsExactly(periods);
        return known.entrySet().stream().filter(it -> it.getValue() != null).map(it -> it.getKey()).toList();
    }
}
