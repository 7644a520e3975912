package org.youju.base.chart;

import static com.github.mvysny.kaributesting.v10.BasicUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChartViewTest {

    private final Locale machine = Locale.getDefault();

    @BeforeEach
    void openTab() {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        MockVaadin.setup();
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void closeTab() {
        MockVaadin.tearDown();
        Locale.setDefault(machine);
    }

    @Test
    void bars_travel_as_a_configuration_of_chart_js() {
        var config = config(shown(Samples.tax()));

        assertThat(config.at("/type").asString()).isEqualTo("bar");
        assertThat(config.at("/data/labels").toString()).isEqualTo("[\"2022\",\"2023\"]");
        assertThat(config.at("/data/datasets/0/type").asString()).isEqualTo("bar");
        assertThat(config.at("/data/datasets/0/data").toString()).isEqualTo("[262.7,310]");
        assertThat(config.at("/data/datasets/0/backgroundColor").toString()).isEqualTo("[\"transparent\",\"yj:d1\"]");
        assertThat(config.at("/data/datasets/0/points/1/low").asInt()).isEqualTo(305);
        assertThat(config.at("/options/scales/y/beginAtZero").asBoolean()).isTrue();
        assertThat(config.at("/options/animation").asBoolean(true)).isFalse();
    }

    @Test
    void gaps_stay_gaps() {
        var config = config(shown(Samples.communities()));

        assertThat(config.at("/data/datasets/1/data").toString()).isEqualTo("[null,null,null,null,null,642,774]");
    }

    @Test
    void an_unvalidated_point_is_on_no_line() {
        var config = config(shown(Samples.product()));

        assertThat(config.at("/data/datasets/0/data/9").isNull()).isTrue();
        assertThat(config.at("/data/datasets/1/data/9").asInt()).isEqualTo(30100);
        assertThat(config.at("/data/datasets/1/showLine").asBoolean(true)).isFalse();
    }

    @Test
    void a_promise_that_accumulates_is_a_rising_line_and_a_level_one_a_rule() {
        var rising = config(shown(Samples.communities()));
        var level = config(shown(Samples.indicator()));

        assertThat(rising.at("/data/datasets/0/data").toString()).isEqualTo("[0,100,200,300,400,500,600]");
        assertThat(level.at("/data/evidence/targets/0/level").asBoolean()).isTrue();
        assertThat(level.at("/data/evidence/targets/0/value").asInt()).isEqualTo(335);
    }

    @Test
    void a_text_with_markup_and_script_travels_as_text() {
        var title = "</script><script>alert(\"'`${1}\\u2028\")</script>";
        var spec = ChartSpec.of(title, "亿元", title, List.of("2023"), List.of(new Series(title, Series.Kind.BAR,
                List.of(Point.stated(Samples.number("1"), title, "key")))));

        assertThat(config(shown(spec)).at("/data/evidence/title").asString()).isEqualTo(title);
    }

    @Test
    void the_table_says_what_the_chart_shows() {
        var chart = shown(Samples.tax());

        assertThat(rows(chart)).containsExactly(
                List.of("年度", "数值", "区间"),
                List.of("2022", "262.7推算", "257.4–268.1"),
                List.of("2023", "约310", "305–315"));
        assertThat(_get(chart, ChartTable.class).getCaptionText()).isEqualTo("数字经济综合税收（亿元）");
    }

    @Test
    void a_table_behind_a_key_is_made_when_somebody_presses_it() {
        var chart = new ChartView(Samples.tax());
        UI.getCurrent().add(chart);
        assertThat(_find(chart, ChartTable.class)).isEmpty();

        chart.getElement().setProperty("tableShown", true);
        _fireDomEvent(chart, "yj-table-toggle");

        assertThat(_find(chart, ChartTable.class)).hasSize(1);
    }

    @Test
    void the_table_below_a_chart_has_its_columns_and_the_rows_that_were_asked_for() {
        var chart = new ChartView();
        UI.getCurrent().add(chart);
        chart.setTablePlacement(ChartView.TablePlacement.ALIGNED);
        chart.show(Samples.tax(), List.of(new TableRow("来源", List.of(new Span("算"), new Span("19号")))));

        assertThat(rows(chart)).containsExactly(
                List.of("年度", "2022", "2023"),
                List.of("数值", "262.7推算", "约310"),
                List.of("区间", "257.4–268.1", "305–315"),
                List.of("来源", "算", "19号"));
        assertThat(_find(chart, NativeTableHeaderCell.class))
                .extracting(cell -> cell.getElement().getAttribute("scope"))
                .containsExactly("col", "col", "col", "row", "row", "row");
    }

    @Test
    void a_missing_year_is_called_what_the_chart_calls_it() {
        assertThat(rows(shown(Samples.correctedTax()))).contains(List.of("2022", "缺"), List.of("2024", "—"));
    }

    @Test
    void a_row_without_a_cell_for_each_category_is_refused() {
        assertThatThrownBy(() -> new ChartView().show(Samples.tax(),
                List.of(new TableRow("来源", List.of(new Span("算"))))))
                .hasMessage("The row “来源” has 1 cells for 2 categories; give one for each.");
    }

    @Test
    void new_values_replace_the_old_in_chart_and_table() {
        var chart = shown(Samples.tax());

        chart.show(Samples.correctedTax());

        assertThat(config(chart).at("/data/datasets/0/data").toString()).isEqualTo("[null,320,null]");
        assertThat(_find(chart, ChartTable.class)).hasSize(1);
    }

    @Test
    void a_press_on_a_point_tells_its_key() {
        var chart = shown(Samples.tax());
        var pressed = new ArrayList<String>();
        chart.addPointPressListener(event -> pressed.add(event.getKey()));

        _fireDomEvent(chart, "yj-point-press", JacksonUtils.createObjectNode().put("event.detail.key", "tax-2023"));

        assertThat(pressed).containsExactly("tax-2023");
    }

    @Test
    void the_words_follow_the_language() {
        var chart = shown(Samples.tax());

        UI.getCurrent().setLocale(Locale.ENGLISH);

        assertThat(rows(chart).getFirst()).containsExactly("Year", "Value", "Interval");
    }

    private static ChartView shown(ChartSpec spec) {
        var chart = new ChartView(spec);
        UI.getCurrent().add(chart);
        chart.setTableShown(true);
        return chart;
    }

    private static JsonNode config(ChartView chart) {
        return (JsonNode) chart.getElement().getPropertyRaw("config");
    }

    private static List<List<String>> rows(ChartView chart) {
        return _find(chart, NativeTableRow.class).stream()
                .map(row -> row.getChildren().map(ChartViewTest::text).toList()).toList();
    }

    private static String text(Component cell) {
        return cell.getElement().getTextRecursively();
    }
}
