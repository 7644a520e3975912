package org.youju.dashboard.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.SampleUiTest;
import org.youju.base.chart.ChartView;
import org.youju.observation.ObservationService;
import org.youju.observation.StatementQuery;
import org.youju.observation.ui.Evidence;
import org.youju.security.Permission;
import org.youju.security.Role;

class IndicatorViewTest extends SampleUiTest {

    @Autowired
    private ObservationService observations;

    @BeforeEach
    void log_in() {
        logIn("leader", Role.Names.VIEWER);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_role_sees_an_indicator(Role role) {
        logIn("somebody", role.name());
        visit("indicators/DE_TAX");
        _assertOne(IndicatorView.class);
    }

    @Test
    void the_forecast_of_the_GDP_stands_beside_the_later_figure() {
        visit("indicators/EC_GDP?year=2024");
        assertThat(statements("2024年")).hasSize(3).anyMatch(s -> s.contains("2500亿元"))
                .anyMatch(s -> s.contains("2789.31亿元")).filteredOn(s -> s.startsWith("代表")).hasSize(1);
    }

    @Test
    void every_statement_of_a_cell_says_how_it_stands_to_the_one_that_represents_it() {
        visit("indicators/FI_BUDGET_REVENUE?year=2024");
        assertThat(statements("2024年")).hasSize(3)
                .anyMatch(s -> s.startsWith("代表") && s.contains("180.97亿元"))
                .anyMatch(s -> s.startsWith("一致") && s.contains("180.97亿元"))
                .anyMatch(s -> s.startsWith("冲突") && s.contains("180亿元"));
    }

    @Test
    void routes_to_one_number_stand_beside_each_other_with_what_they_come_to() {
        visit("indicators/FI_TAX_TOTAL?region=310105");
        assertThat(words(_get(RoutesPanel.class))).contains("2023年", "≈563.6亿元", "≈552.2亿元", "相容");
    }

    @Test
    void in_english_a_page_counts_money_in_one_scale() {
        openTab(Locale.ENGLISH);
        visit("indicators/FI_BUDGET_REVENUE?region=310105");
        assertThat(words(_get(RoutesPanel.class))).contains("CNY 16.8525–16.8535 bn", "≈CNY 16.8532 bn")
                .doesNotContain("100 million", "168.5");
    }

    @Test
    void the_parts_of_a_whole_stand_beside_it_with_a_sentence_that_says_they_add_up() {
        visit("indicators/GV_NPC_SUGGESTIONS?region=310105");
        assertThat(words(_get(RoutesPanel.class))).contains("67件", "62 + 1 + 4", "11 + 24 + 8 + 8 + 16", "互相印证");
    }

    @Test
    void what_stood_a_year_before_and_what_came_stand_beside_the_stock_of_shanghai() {
        visit("indicators/HQ_MNC_STOCK?region=310000");
        assertThat(words(_get(RoutesPanel.class))).contains("891 + 65", "956家", "互相印证");
    }

    @Test
    void why_no_level_follows_from_growth_in_constant_prices_is_said_where_a_reader_expects_one() {
        visit("indicators/EC_GDP?region=310105");
        assertThat(words(_get(FindingsPanel.class))).contains("2022年不推算", "按不变价计算", "依据：");
        openTab(Locale.ENGLISH);
        visit("indicators/EC_GDP?region=310105");
        assertThat(words(_get(FindingsPanel.class))).contains("2022 is not computed", "constant prices");
    }

    @Test
    void what_a_reader_must_know_of_a_series_stands_beside_it_with_its_sources() {
        visit("indicators/DE_SOFTWARE_REVENUE?region=310105");
        assertThat(words(_get(FindingsPanel.class))).contains("只有下限超2600亿元", "依据：长发改〔2024〕19号");
        visit("indicators/EC_GDP_GROWTH?region=310000");
        assertThat(words(_get(FindingsPanel.class))).contains("来源互相矛盾", "6.8%", "6.7%", "2016年上海全市生产总值比上年增长6.8%");
    }

    @Test
    void an_indicator_that_no_source_states_opens_with_what_follows_from_others() {
        visit("indicators/FI_TAX_TOTAL?region=310105");
        assertThat(page()).contains("2024年≈583.5亿元区间579.6–587.5推算算431.78 ÷ 74%");
    }

    @Test
    void a_narrow_interval_of_a_computed_number_is_printed_in_the_chart_and_beside_the_routes() {
        visit("indicators/FI_BUDGET_REVENUE?region=310105");
        assertThat(page()).contains("155.588–155.611");
        assertThat(words(_get(RoutesPanel.class))).contains("≈168.532亿元168.52–168.545").doesNotContain("168.5–168.5");
    }

    @Test
    void figures_that_are_not_validated_say_so_at_the_head_of_the_page_and_in_the_spoken_chart() {
        visit("indicators/EC_GDP?region=310105");
        assertThat(words(_get(Div.class, s -> s.withClasses("yj-keyfacts"))))
                .containsPattern("2789(\\.31)?亿元待核实").contains("7.4%（待核实）", "97.1%（待核实）");
        visit("indicators/DE_ECOM_PLATFORMS_100M?region=310105");
        assertThat(_get(ChartView.class).spec().summary()).contains("2020年12月31日为17个（待核实）");
        assertThat(statements("2020年12月31日")).singleElement().asString().contains("17个待核实");
    }

    @Test
    void an_expected_figure_is_called_that_and_not_unvalidated() {
        visit("indicators/FI_BUDGET_REVENUE_GROWTH?region=310105");
        assertThat(page()).contains("7.05预计").doesNotContain("7.05待核实");
        visit("indicators/EC_GDP_GROWTH?region=310000");
        assertThat(page()).contains("≥6预计").doesNotContain("≥6待核实");
    }

    @Test
    void an_indicator_with_one_route_to_each_number_shows_none() {
        visit("indicators/UR_REFINED_AREA?region=310105");
        assertThat(_find(RoutesPanel.class)).isEmpty();
    }

    @Test
    void a_promise_is_called_by_its_years_and_its_number() {
        visit("indicators/UR_REFINED_AREA?region=310105");
        assertThat(page()).contains("承诺：2018年起每年不少于100万平方米", "承诺：2022年不少于100万平方米");
    }

    @Test
    void what_an_indicator_counts_is_said_to_be_unknown() {
        visit("indicators/DE_TAX");
        assertThat(words(_get(DefinitionPanel.class))).contains("口径未知", "未知");
    }

    @Test
    void a_day_of_the_history_leads_to_the_page_as_of_that_day() {
        visit("indicators/FI_BUDGET_REVENUE?region=310105");
        assertThat(_find(_get(KnowledgePanel.class), Anchor.class)).extracting(Anchor::getHref)
                .contains("indicators/FI_BUDGET_REVENUE?asOf=2024-08-28&region=310105");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void the_picture_is_offered_to_those_who_may_take_figures_out(Role role) {
        logIn("somebody", role.name());
        visit("indicators/FI_BUDGET_REVENUE?region=310105");
        assertThat(_find(Button.class, s -> s.withText("下载图片"))).hasSize(Permission.EXPORT.isHeldBy(role) ? 1 : 0);
    }

    @Test
    void the_history_of_a_figure_opens_its_own_region_as_of_the_day_that_is_shown() {
        visit("indicators/FI_BUDGET_REVENUE?region=310000&asOf=2024-04-25");
        var stated = observations.statements(StatementQuery.of(List.of("FI_BUDGET_REVENUE"), "310000", null)).getFirst();
        assertThat(Evidence.of(stated, Locale.CHINESE).history())
                .isEqualTo("indicators/FI_BUDGET_REVENUE?asOf=2024-04-25&region=310000");
    }

    @Test
    void as_of_a_day_nothing_published_later_is_known() {
        visit("indicators/FI_BUDGET_REVENUE?asOf=2024-04-25");
        assertThat(page()).contains("168.53亿元").doesNotContain("180.97");
    }

    @Test
    void an_indicator_that_is_not_there_gets_a_sentence() {
        visit("indicators/NO_SUCH");
        assertThat(_find(IndicatorView.class)).isEmpty();
        assertThat(words()).contains("NO_SUCH");
    }

    @Test
    void an_indicator_without_figures_in_the_region_says_so() {
        visit("indicators/DE_TAX?region=310000");
        assertThat(page()).contains("上海市在所选时点没有这项指标的数字");
    }

    private static List<String> statements(String period) {
        return _find(_get(StatementList.class), ListItem.class).stream()
                .map(item -> words(item).strip())
                .filter(text -> text.matches("[^0-9]+" + period + ".*")).toList();
    }

    private static String page() {
        return words(_get(IndicatorView.class));
    }

    @Test
    void it_leads_to_the_workbench() {
        visit("indicators/DE_TAX?region=310105");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref)).contains("compare?i=DE_TAX&r=310105");
    }
}
