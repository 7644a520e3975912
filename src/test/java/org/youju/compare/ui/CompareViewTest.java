package org.youju.compare.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.youju.SampleUiTest;
import org.youju.base.chart.Annotation;
import org.youju.base.chart.ChartSpec;
import org.youju.base.chart.ChartView;
import org.youju.base.chart.Point;
import org.youju.base.chart.PointPressEvent;
import org.youju.compare.ChartKind;
import org.youju.compare.reckon.Transform;
import org.youju.security.Permission;
import org.youju.security.Role;

class CompareViewTest extends SampleUiTest {

    private static final String BUDGET = "compare?i=FI_BUDGET_REVENUE&r=310105,310000&from=2020&to=2025";

    @BeforeEach
    void log_in() {
        logIn("analyst", Role.Names.ANALYST);
    }

    private static String address() {
        var location = UI.getCurrent().getActiveViewLocation();
        return location.getPathWithQueryParameters().replace("%2C", ",");
    }

    private static void press(String id) {
        _click(_get(NativeButton.class, spec -> spec.withId(id)));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_role_compares(Role role) {
        logIn("somebody", role.name());
        visit(BUDGET);
        _assertOne(CompareView.class);
        _assertOne(ChartView.class);
    }

    @Test
    void an_address_without_a_choice_offers_some_to_begin_with() {
        visit("compare");
        assertThat(words()).contains("选一个指标开始对比");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref)).anyMatch(it -> it.startsWith("compare?") && it.contains("i=DE_TAX"));
    }

    @Test
    void an_indicator_is_found_by_the_initials_of_its_name_and_stands_in_the_address() {
        visit("compare?r=310105");
        _get(TextField.class, spec -> spec.withId("cmp-find")).setValue("szjjzhss");
        var hit = _find(NativeButton.class).stream().filter(it -> words(it).contains("数字经济综合税收")).findFirst().orElseThrow();
        _click(hit);
        assertThat(address()).contains("i=DE_TAX", "r=310105");
        assertThat(words()).contains("约310");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GDP", "区生产", "dqsczz", "EC_GDP", "Gross regional", "经济总量", "economy"})
    void an_indicator_is_found_by_name_alias_initials_code_and_theme(String typed) {
        visit("compare?r=310105");
        _get(TextField.class, spec -> spec.withId("cmp-find")).setValue(typed);
        assertThat(words(_get(IndicatorSearch.class))).contains("地区生产总值");
    }

    @Test
    void every_choice_stands_in_the_address() {
        visit(BUDGET);
        press("cmp-t-INDEX");
        assertThat(address()).contains("t=index");
        press("cmp-c-BAR");
        assertThat(address()).contains("t=index", "chart=bar");
        press("cmp-o-INTERVALS");
        assertThat(address()).contains("show=implied,one-axis");
        press("cmp-r-310000");
        assertThat(address()).contains("r=310105&");
    }

    @Test
    void the_sentence_says_what_changed_and_what_it_rests_on() {
        visit(BUDGET);
        assertThat(words()).contains("长宁区一般公共预算收入2025年196.6亿元，比2022年（≈155.6亿元）增加26.3%，年均+8.1%（含推算数）。")
                .contains("上海市一般公共预算收入2025年8500亿元，比2020年（7046.3亿元）增加20.6%，年均+3.8%。");
        openTab(Locale.ENGLISH);
        visit(BUDGET);
        assertThat(words()).contains("Changning District: General public budget revenue: ", "(partly computed)");
    }

    @Test
    void a_break_of_definition_is_not_compared_across_unless_asked_and_then_it_is_said() {
        visit("compare?i=EC_GDP&r=310105&from=2023&to=2024");
        assertThat(words()).contains("2024年起口径不同，不作增减比较").contains("口径断点").doesNotContain("+22.0%");
        press("cmp-o-ACROSS_BREAKS");
        assertThat(words()).contains("+22.0% //").contains("跨口径断点计算（//），只供参考。")
                .contains("按现价计算，不可与公布的不变价增速相比。")
                .contains("增加22.0%（依据待核实或预计数）。2024年起口径不同，以上增减跨断点（//）计算，只供参考。");
        assertThat(_get(ChartView.class).spec().annotations()).anySatisfy(it -> assertThat(it)
                .isInstanceOfSatisfying(Annotation.Crossing.class, at -> assertThat(at.before()).isEqualTo("2024")));
    }

    @Test
    void units_that_do_not_agree_stand_on_charts_of_their_own_and_the_page_says_so() {
        visit("compare?i=FI_BUDGET_REVENUE,DE_FIRMS&r=310105");
        assertThat(_find(ChartView.class)).hasSize(2);
        assertThat(words()).contains("分2组画，不共用纵轴");
    }

    @Test
    void rates_in_constant_prices_have_a_chart_apart_from_those_in_current_ones() {
        visit("compare?i=EC_GDP_GROWTH,FI_BUDGET_REVENUE_GROWTH&r=310000");
        assertThat(_find(ChartView.class)).hasSize(2);
    }

    @Test
    void a_line_that_takes_no_part_says_why() {
        visit(BUDGET + "&t=index&base=2020");
        assertThat(words(_get(SelectionPanel.class))).contains("未参与", "长宁区 一般公共预算收入：2020年缺数，没有可比的基数。");
    }

    @Test
    void a_broken_address_shows_what_is_left_of_it_and_names_what_was_dropped() {
        visit("compare?i=DE_TAX,NO_SUCH&r=310105&t=magic&from=abc");
        assertThat(words()).contains("地址里的指标“NO_SUCH”", "地址里的变换“magic”", "地址里的起始年“abc”", "约310");
    }

    @Test
    void earlier_records_are_for_auditors() {
        visit("compare?i=DE_TAX&r=310105&recordedAsOf=2024-01-01T00:00:00Z");
        assertThat(words()).contains("查看以往记录须有审计权限", "约310");
        logIn("approver", Role.Names.APPROVER);
        visit("compare?i=DE_TAX&r=310105&recordedAsOf=2024-01-01T00:00:00Z");
        assertThat(words()).doesNotContain("查看以往记录须有审计权限").doesNotContain("约310");
    }

    @Test
    void a_pressed_mark_shows_the_value_as_printed_and_leads_to_its_sentence() {
        visit("compare?i=DE_TAX&r=310105");
        var chart = _get(ChartView.class);
        ComponentUtil.fireEvent(chart, new PointPressEvent(chart, true, "DE_TAX.310105@2023"));
        var panel = _get(ValuePanel.class);
        assertThat(words(panel)).contains("长宁区 数字经济综合税收 · 2023年", "约310亿元", "305–315");
        assertThat(_find(panel, Anchor.class)).extracting(Anchor::getHref).anyMatch(it -> it.matches("replies/\\d+\\?cite=\\d+"));
        ComponentUtil.fireEvent(chart, new PointPressEvent(chart, true, "DE_TAX.310105@2022"));
        assertThat(words(_get(ValuePanel.class))).contains("310 ÷ 1.18");
        ComponentUtil.fireEvent(chart, new PointPressEvent(chart, true, "no such key"));
        assertThat(words(_get(ValuePanel.class))).contains("310 ÷ 1.18");
    }

    @Test
    void regions_that_lie_in_each_other_are_neither_stacked_nor_added() {
        visit(BUDGET + "&chart=stacked");
        assertThat(words()).contains("所选地区互相包含，不能相加，改画并列柱形。", "所选地区互相包含，不合计。");
    }

    @ParameterizedTest
    @EnumSource(Transform.class)
    void every_transform_has_a_page_in_every_kind_of_chart(Transform transform) {
        for (var chart : ChartKind.values()) {
            visit("compare?i=FI_BUDGET_REVENUE,EC_GDP,PP_RESIDENT,HQ_MNC_STOCK,DE_TAX_SHARE,UR_REFINED_AREA_CUM&r=310105,310000"
                    + "&by=PP_RESIDENT&show=implied,intervals,targets,themes,across-breaks&sort=-growth&t="
                    + transform.name().toLowerCase(Locale.ROOT) + "&chart=" + chart.name().toLowerCase(Locale.ROOT));
            _assertOne(ComparisonTable.class);
            assertThat(words()).doesNotContain("compare.");
        }
    }

    @Test
    void the_table_sorts_pins_and_groups() {
        visit("compare?i=FI_BUDGET_REVENUE,EC_GDP&r=310000&from=2020&to=2025");
        assertThat(rows()).startsWith("◇一般公共预算收入");
        press("cmp-sort-GROWTH");
        press("cmp-sort-GROWTH");
        assertThat(address()).contains("sort=-growth");
        assertThat(rows()).startsWith("◇地区生产总值");
        press("cmp-pin-FI_BUDGET_REVENUE.310000");
        assertThat(address()).contains("pin=FI_BUDGET_REVENUE.310000");
        assertThat(rows()).startsWith("◆一般公共预算收入");
        press("cmp-o-THEMES");
        assertThat(rows()).contains("财政").contains("经济");
    }

    private static String rows() {
        return words(_find(NativeTable.class).getFirst().getBody());
    }

    @Test
    void nothing_known_of_a_choice_is_said_and_no_table_is_shown() {
        visit("compare?i=DE_TAX&r=310000");
        assertThat(words()).contains("所选范围内没有可画的数");
        _assertNone(ChartView.class);
        assertThat(words(_get(SelectionPanel.class))).contains("上海市 数字经济综合税收：所选年度没有数。");
    }

    @Test
    void two_moments_stand_side_by_side_and_the_triangle_tells_how_a_value_came_about() {
        visit("compare?i=EC_GDP&r=310105&from=2023&to=2024&against=2025-02-01&show=revisions");
        assertThat(words()).contains("截至2025-02-01与最新对照", "≥2500亿元", "2789亿元", "区间相容")
                .contains("修订三角", "2024-01-16", "2025-01-08");
        _get(Choice.class, spec -> spec.withPredicate(it -> it.values().contains(Optional.empty()))).choose(0);
        assertThat(address()).doesNotContain("against");
        visit("compare?i=DE_TAX&r=310105&against=2099-01-01");
        assertThat(words()).contains("两个时点的数相同。");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void who_may_export_has_the_menu_and_nobody_else(Role role) {
        logIn("somebody", role.name());
        visit(BUDGET);
        var menus = _find(NativeButton.class, spec -> spec.withId("cmp-export"));
        assertThat(menus).hasSize(Permission.EXPORT.isHeldBy(role) ? 1 : 0);
        press("cmp-saved");
        assertThat(_find(TextField.class, spec -> spec.withLabel("名称")))
                .hasSize(Permission.SAVE_VIEWS.isHeldBy(role) ? 1 : 0);
    }

    @Test
    void what_happened_is_numbered_in_the_chart_and_told_below_it_with_its_words() {
        visit(BUDGET);
        assertThat(words()).doesNotContain("硅巷");
        press("cmp-o-EVENTS");
        assertThat(address()).contains("events");
        assertThat(_get(ChartView.class).spec().annotations()).contains(
                new Annotation.Event("2022", 1, "“上海硅巷”获批市级科创街区"));
        assertThat(_find(Anchor.class)).anySatisfy(it -> {
            assertThat(words(it)).isEqualTo("“上海硅巷”获批市级科创街区");
            assertThat(it.getHref()).matches("replies/\\d+\\?cite=\\d+");
        });
        press("cmp-o-EVENTS");
        assertThat(words()).doesNotContain("硅巷");
    }

    @Test
    void every_way_out_is_in_the_menu() {
        visit(BUDGET);
        press("cmp-export");
        assertThat(_find(Anchor.class).stream().map(Anchor::getText)).contains("图片 SVG", "表格 XLSX（含公式）", "CSV",
                "Markdown 表格", "Word 表格");
        assertThat(words()).contains("复制链接", "复制引文（文号）", "图片 PNG");
    }

    @Test
    void a_comparison_is_kept_shared_found_by_another_and_forgotten_by_its_owner() {
        visit(BUDGET + "&t=index");
        press("cmp-saved");
        _click(_get(Button.class, spec -> spec.withText("保存")));
        assertThat(_get(TextField.class, spec -> spec.withLabel("名称")).getErrorMessage()).isEqualTo("写一个名称。");
        _get(TextField.class, spec -> spec.withLabel("名称")).setValue("财力对比");
        _get(Input.class, spec -> spec.withId("cmp-share")).getElement().setProperty("checked", true);
        _click(_get(Button.class, spec -> spec.withText("保存")));
        assertThat(words()).contains("财力对比", "analyst 共享");
        logIn("leader", Role.Names.VIEWER);
        visit("compare");
        press("cmp-saved");
        var link = _get(Anchor.class, spec -> spec.withText("财力对比"));
        assertThat(link.getHref()).contains("i=FI_BUDGET_REVENUE", "t=index");
        _assertNone(NativeButton.class, spec -> spec.withAttribute("aria-label", "删除“财力对比”"));
        logIn("analyst", Role.Names.ANALYST);
        visit("compare");
        press("cmp-saved");
        _click(_get(NativeButton.class, spec -> spec.withAttribute("aria-label", "删除“财力对比”")));
        assertThat(words()).doesNotContain("财力对比");
    }

    @Test
    void charts_with_one_axis_begin_alike_and_none_reaches_below_zero_for_values_above_it() {
        visit("compare?i=EC_GDP,FI_BUDGET_REVENUE,DE_TAX_SHARE&r=310000,310105&chart=multiples");
        var charts = _find(ChartView.class).stream().map(ChartView::spec).filter(it -> it.unit().contains("亿元")).toList();
        assertThat(charts).hasSize(4);
        assertThat(charts).extracting(ChartSpec::axis).containsOnly(ChartSpec.Axis.FROM_ZERO);
        assertThat(charts).extracting(it -> it.frame().high()).containsOnly(charts.getFirst().frame().high());
    }

    @Test
    void a_slope_joins_years_that_can_be_relied_upon_and_says_which_and_what_has_none() {
        visit("compare?i=EC_GDP,DE_TAX&r=310000,310105&from=2015&to=2025&chart=slope");
        var specs = _find(ChartView.class).stream().map(ChartView::spec).toList();
        assertThat(specs).isNotEmpty().allSatisfy(spec -> {
            assertThat(spec.categories()).hasSize(2);
            assertThat(spec.series()).allSatisfy(it -> assertThat(it.points()).doesNotContainNull());
        });
        assertThat(specs.getFirst().series().getFirst().points()).noneMatch(it -> it.mark() == Point.Mark.UNVALIDATED);
        assertThat(words()).contains("亿元的斜线画");
    }

    @Test
    void a_city_is_not_ranked_against_its_own_district() {
        visit(BUDGET + "&t=rank");
        assertThat(words(_get(PicturesPanel.class))).contains("上海市 一般公共预算收入：", "市与所辖区不比位次");
    }

    @Test
    void growth_on_a_base_without_limit_is_open_below_and_no_line_leads_to_it() {
        visit("compare?i=EC_GDP&r=310000&from=2021&to=2025&t=growth");
        var series = _get(ChartView.class).spec().series().getFirst();
        var last = series.points().getLast();
        assertThat(last.text()).isEqualTo("区间相容");
        assertThat(last.range().low()).isNull();
        assertThat(series.cuts()).contains(4);
    }

    @Test
    void the_sentence_tells_of_the_transform_and_the_table_says_what_its_last_columns_are_of() {
        visit("compare?i=FI_BUDGET_REVENUE,EC_GDP,DE_TAX,DE_FIRMS&r=310105,310000&from=2022&to=2025&t=share&by=EC_GDP");
        assertThat(words()).contains("上海市一般公共预算收入占比：2022年17.0%", "≤16.7%", "数值Δ", "不按占比算",
                "条没有写成句，见表。", "它就是所选的另一指标，不与自己相比。");
    }

    @Test
    void what_can_not_be_drawn_says_why_where_the_chart_would_be() {
        visit("compare?i=DE_TAX&r=310000");
        assertThat(words(_get(PicturesPanel.class))).contains("上海市 数字经济综合税收：所选年度没有数。");
        visit("compare?i=FI_BUDGET_REVENUE&r=310000&chart=stacked");
        assertThat(words()).contains("上海市 一般公共预算收入的单位下只有这一条");
    }

    @Test
    void years_the_wrong_way_round_are_said_to_be_so() {
        visit("compare?i=DE_TAX&r=310105&from=2024&to=2020");
        assertThat(words()).contains("年度止2020早于起2024，起止颠倒了").doesNotContain("读不懂");
    }

    @Test
    void in_English_a_row_and_its_axis_count_money_in_one_scale() {
        openTab(Locale.ENGLISH);
        visit(BUDGET);
        assertThat(rows()).contains("CNY 704.63 bn", "CNY 850.0 bn", "+CNY 145.4 bn", "≈CNY 15.56 bn")
                .doesNotContain("100 million yuan").doesNotContain("155.6");
        var spec = _get(ChartView.class).spec();
        assertThat(spec.unit()).isEqualTo("CNY bn");
        assertThat(spec.series().get(1).points().getFirst().value()).isEqualByComparingTo("704.63");
        visit(BUDGET + "&t=change");
        assertThat(_get(ChartView.class).spec().unit()).isEqualTo("CNY bn");
        assertThat(rows()).doesNotContain("100 million yuan");
    }

    private static MomentField field(String label) {
        return _find(MomentField.class).stream().filter(it -> words(it).startsWith(label)).findFirst().orElseThrow();
    }

    @Test
    void any_day_can_be_set_against_and_one_out_of_bounds_is_answered_at_the_field() {
        visit("compare?i=DE_TAX&r=310105");
        field("其他日期").type("0202-04-25");
        assertThat(words(field("其他日期"))).contains("“0202-04-25”不能用", "1949年到2100年");
        assertThat(address()).doesNotContain("against");
        field("其他日期").type("2024-03-31");
        assertThat(address()).contains("against=2024-03-31");
    }

    @Test
    void auditors_choose_any_moment_of_the_records_and_nobody_else_does() {
        visit("compare?i=DE_TAX&r=310105");
        assertThat(_find(MomentField.class)).hasSize(1);
        logIn("approver", Role.Names.APPROVER);
        visit("compare?i=DE_TAX&r=310105");
        field("按当时记录").type("2024-01-01T08:30");
        assertThat(address()).contains("recordedAsOf=2024-01-01T00").contains("30");
        assertThat(words()).doesNotContain("约310");
    }

    @Test
    void the_choice_folds_away_where_something_is_chosen_and_stays_as_it_is_left() {
        visit("compare?i=DE_TAX&r=310105");
        assertThat(_get(NativeButton.class, spec -> spec.withId("cmp-open")).getElement().getAttribute("aria-expanded"))
                .isEqualTo("false");
        press("cmp-open");
        press("cmp-t-CHANGE");
        assertThat(_get(NativeButton.class, spec -> spec.withId("cmp-open")).getElement().getAttribute("aria-expanded"))
                .isEqualTo("true");
    }

    @Test
    void a_slope_runs_between_the_years_that_most_lines_can_be_drawn_between() {
        visit("compare?i=FI_BUDGET_REVENUE,EC_GDP&r=310105,310000&chart=slope");
        assertThat(words()).contains("亿元的斜线画2022年到2025年");
    }

    @Test
    void a_heat_table_says_why_a_number_is_missing_or_weak_and_tints_none_that_is_not_told_apart() {
        visit("compare?i=EC_GDP,IN_KEY33_TAX&r=310105,310000&from=2021&t=growth&chart=heat");
        var heat = _get(HeatTable.class);
        assertThat(words(heat)).contains("口径断点", "待核实", "区间相容");
        assertThat(_find(heat, NativeTableCell.class)).isNotEmpty().allSatisfy(cell -> assertThat(cell.getClassNames().stream()
                .anyMatch(it -> it.startsWith("yj-heat-"))).isEqualTo(words(cell).matches("(?s).*\\d.*")));
    }

    @Test
    void a_sentence_without_a_change_still_says_what_its_values_are_worth() {
        visit("compare?i=EC_GDP&r=310105");
        assertThat(words()).contains("2024年2789亿元（依据待核实或预计数）；2024年起口径不同，不作增减比较。");
    }

    @Test
    void a_base_year_outside_the_years_shown_is_the_one_that_is_chosen() {
        visit("compare?i=FI_BUDGET_REVENUE&r=310000&from=2022&to=2025&t=index&base=2020");
        var choice = _get(Choice.class, spec -> spec.withPredicate(it -> it.getElement().getOuterHTML().contains("cmp-base")));
        assertThat(choice.values()).isEqualTo(List.of(2020, 2022, 2023, 2024, 2025));
        assertThat(choice.getElement().getOuterHTML()).contains("<option selected>2020");
    }

    @Test
    void every_column_that_is_sorted_by_says_so() {
        for (var column : List.of("name", "region", "start", "end", "change", "growth", "yearly")) {
            visit(BUDGET + "&sort=-" + column);
            assertThat(_find(NativeTableHeaderCell.class).stream()
                    .filter(it -> "descending".equals(it.getElement().getAttribute("aria-sort")))).as(column).hasSize(1);
        }
    }

    @Test
    void a_line_without_values_is_not_called_normal() {
        visit("compare?i=DE_TAX&r=310105,310000");
        assertThat(rows()).contains("无数据").doesNotContain("正常");
    }

    @Test
    void nothing_published_or_recorded_by_a_moment_is_put_down_to_that_moment() {
        visit("compare?i=DE_TAX&r=310105&asOf=1950-01-01");
        assertThat(words(_get(PicturesPanel.class))).contains("长宁区 数字经济综合税收：截至1950-01-01没有发布过数。");
        logIn("approver", Role.Names.APPROVER);
        visit("compare?i=DE_TAX&r=310105&recordedAsOf=2020-01-01T00:00:00Z");
        assertThat(words(_get(PicturesPanel.class))).contains("长宁区 数字经济综合税收：按当时的记录没有数。");
    }

    @Test
    void periods_that_are_no_years_are_named_and_lead_to_where_they_are_shown() {
        visit("compare?i=EC_GDP_GROWTH&r=310105&asOf=2026-02-01");
        assertThat(words(_get(ComparisonTable.class))).contains("长宁区 地区生产总值增速另有不是整年的数，没有列入：");
        assertThat(_find(_get(ComparisonTable.class), Anchor.class)).extracting(Anchor::getHref)
                .contains("indicators/EC_GDP_GROWTH?asOf=2026-02-01&region=310105");
    }

    @Test
    void in_English_intervals_and_limits_stand_in_the_scale_of_their_values() {
        openTab(Locale.ENGLISH);
        visit("compare?i=DE_TAX&r=310105");
        var chart = _get(ChartView.class);
        ComponentUtil.fireEvent(chart, new PointPressEvent(chart, true, "DE_TAX.310105@2023"));
        assertThat(words(_get(ValuePanel.class))).contains("about CNY 31.0 bn", "CNY 30.5–31.5 bn").doesNotContain("305");
        assertThat(words(_get(ComparisonTable.class)))
                .contains("computed as 310 ÷ 1.18, amounts in 100 million yuan (CNY 25.74–26.81 bn).");
        visit("compare?i=EC_GDP&r=310000&from=2022&to=2025&t=change");
        assertThat(rows()).contains(">CNY 275 bn");
        assertThat(_get(ChartView.class).spec().series().getFirst().points().getFirst().details())
                .contains("Interval CNY 140.28–150.29 bn");
    }

    @Test
    void in_English_the_Chinese_words_of_the_catalogue_are_marked_as_Chinese() {
        openTab(Locale.ENGLISH);
        visit("compare?i=IN_KEY33_TAX&r=310105");
        assertThat(_find(Span.class, spec -> spec.withAttribute("lang", "zh-CN"))).extracting(Span::getText)
                .containsExactly("口径或基数有变");
    }

    @Test
    void beside_a_figure_that_does_not_represent_its_year_the_triangle_keeps_the_one_that_does() {
        visit("compare?i=EC_GDP&r=310000&from=2016&to=2016&show=revisions");
        var latest = _find(NativeTableCell.class).stream().map(SampleUiTest::words).filter(it -> it.contains("未代表")).toList();
        assertThat(latest).singleElement().asString().contains("29887亿元", "27466.15亿元");
    }

    @Test
    void notes_beyond_the_first_fold_away_and_are_not_lost() {
        visit("compare?i=EC_GDP,EC_GDP_GROWTH,EC_GDP_INCREMENT,FI_BUDGET_REVENUE,FI_BUDGET_EXPENDITURE,LV_INCOME,FX_FDI_ACTUAL,"
                + "IN_KEY33_TAX,IN_KEY33_SHARE,EN_PM25,FI_TAX_REVENUE_OWN,IN_INTERNETPLUS_TAX,ZN_LINKONG_TAX,DE_TAX,"
                + "DE_ONLINE_NEW_ECONOMY_TAX,BD_TAX_PER_SQM,HQ_MNC_STOCK,DE_FIRMS,JB_REG_UNEMP,PP_RESIDENT&r=310105,310000&t=growth");
        var table = _get(ComparisonTable.class);
        var more = _get(table, NativeDetails.class);
        int folded = _find(more, ListItem.class).size();
        assertThat(folded).isPositive();
        assertThat(more.getSummaryText()).isEqualTo("另有" + folded + "条说明");
        assertThat(_find(table, ListItem.class)).hasSize(20 + folded);
    }

    private static String chosen(String id) {
        return _find(Choice.class).stream().map(it -> it.getElement().getOuterHTML()).filter(it -> it.contains("id=\"" + id + "\""))
                .map(it -> it.replaceAll("(?s).*<option selected[^>]*>([^<]*)<.*", "$1")).findFirst().orElseThrow();
    }

    @Test
    void what_an_address_asks_for_is_what_the_lists_show_as_chosen() {
        visit("compare?i=DE_TAX&r=310000&from=1990&to=1995&t=share&by=DE_TAX_SHARE");
        assertThat(chosen("cmp-from").strip()).isEqualTo("1990");
        assertThat(chosen("cmp-to").strip()).isEqualTo("1995");
        assertThat(chosen("cmp-by").strip()).isEqualTo("数字经济占全区税收比重");
    }

    @Test
    void a_span_of_too_many_years_is_cut_and_this_is_said() {
        visit("compare?i=FI_BUDGET_REVENUE&r=310000&from=1949");
        assertThat(words()).contains("最多显示60年，已从1966年起显示。");
        visit(BUDGET);
        assertThat(words()).doesNotContain("最多显示60年");
    }
}
