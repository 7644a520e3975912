package org.youju.dashboard.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.youju.SampleUiTest;
import org.youju.UiTest;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.base.ui.control.SegmentedBar;
import org.youju.check.Consistency;
import org.youju.check.Finding;
import org.youju.dashboard.DashboardService;
import org.youju.dashboard.KpiCard;
import org.youju.dashboard.Once;
import org.youju.indicator.IndicatorService;
import org.youju.observation.ObservationService;
import org.youju.observation.StatementQuery;
import org.youju.observation.ui.ComputedFigure;
import org.youju.observation.ui.QuotedFigure;
import org.youju.observation.ui.SourceBadge;
import org.youju.reply.Places;
import org.youju.reply.ReplyService;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.Permission;
import org.youju.security.Role;
import org.youju.security.Scope;

class DashboardViewTest extends SampleUiTest {

    private static final String CHANGNING = "310105";

    @Autowired
    private DashboardService dashboard;
    @Autowired
    private IndicatorService indicators;
    @Autowired
    private ObservationService observations;
    @Autowired
    private ReplyService replies;

    @BeforeEach
    void log_in() {
        logIn("leader", Role.Names.VIEWER);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_role_sees_the_dashboard(Role role) {
        logIn("somebody", role.name());
        show("");
        _assertOne(DashboardView.class);
    }

    @Test
    void the_cards_of_Changning_stand_in_the_order_of_the_headlines_and_open_with_2023() {
        show("");
        var expected = indicators.catalogue().headlines().stream().map(i -> i.nameZh()).toList();
        assertThat(cardNames()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(cardNames().getFirst()).isEqualTo("数字经济综合税收");
        assertThat(card("数字经济综合税收")).contains("约310亿元", "2023年", "同比", "约+18%");
    }

    @Test
    void what_is_known_for_one_period_only_says_so_and_what_is_older_is_marked() {
        show("?year=2025");
        assertThat(card("人才租房补贴标准")).contains("1600元", "沿用", "仅1期");
    }

    @Test
    void nothing_is_said_of_one_period_where_a_later_one_is_known() {
        var first = dashboard.board(CHANGNING, OptionalInt.empty(), null).years().getFirst();
        var board = dashboard.board(CHANGNING, OptionalInt.of(first), null);
        show("?year=" + first);
        assertThat(_find(KpiPanel.class).stream().filter(card -> words(card).contains("仅1期"))
                .map(card -> _get(card, H2.class).getText()))
                .containsExactlyInAnyOrderElementsOf(indicators.catalogue().headlines().stream()
                        .filter(i -> dashboard.card(board, i.code()).isOnlyPeriod())
                        .map(i -> i.nameZh()).toList());
    }

    @Test
    void a_year_of_which_something_only_follows_from_others_is_offered_and_none_is_begun_with() {
        var board = dashboard.board(CHANGNING, OptionalInt.empty(), null);
        show("");
        assertThat(words(_get(SegmentedBar.class))).contains("2022");
        assertThat(board.years()).doesNotContain(2022);
        assertThat(board.year()).isEqualTo(2023);
    }

    @Test
    void as_of_a_day_no_year_is_missed_that_was_not_over_then() {
        var board = dashboard.board(CHANGNING, OptionalInt.of(2023), LocalDate.parse("2024-04-25"));
        var missed = dashboard.attention(board).stream().filter(Finding.MissingYears.class::isInstance)
                .map(Finding.MissingYears.class::cast).filter(it -> it.promise() != null)
                .flatMap(it -> it.years().stream());
        assertThat(missed).isNotEmpty().allMatch(year -> year < 2024);
    }

    @Test
    void conflicts_of_a_region_need_attention_where_they_are_not_of_a_headline_too_and_not_before_they_were_known() {
        var conflicts = dashboard.attention(dashboard.board("310000", OptionalInt.empty(), null)).stream()
                .filter(Finding.SourcesConflict.class::isInstance).map(Finding::indicator);
        assertThat(conflicts).containsExactlyInAnyOrder("EC_GDP_GROWTH", "EC_GDP_PER_CAPITA");
        var then = dashboard.attention(dashboard.board("310000", OptionalInt.empty(), LocalDate.parse("2017-01-20")));
        assertThat(then).noneMatch(Finding.SourcesConflict.class::isInstance);
    }

    @Test
    void promises_that_were_not_kept_come_first_with_what_was_reached() {
        var found = dashboard.attention(dashboard.board("310000", OptionalInt.empty(), null));
        assertThat(found.stream().takeWhile(Finding.PromiseUnkept.class::isInstance)
                .map(it -> ((Finding.PromiseUnkept) it).code())).containsExactly("C066", "C064");
        show("?region=310000");
        assertThat(words(_get(AttentionPanel.class)))
                .contains("承诺“增长5%”（2024年）未兑现。2024年实际0.7%，没有达到5%。", "看承诺");
    }

    @Test
    void a_card_of_a_sum_shows_the_verdict_of_the_promise_that_adds_up_and_which_it_is() {
        show("");
        assertThat(card("精品小区累计开竣工面积")).contains("总量兑现", "承诺：2018年起每年不少于100万平方米")
                .doesNotContain("已兑现");
    }

    @Test
    void whoever_must_change_the_password_reads_no_dashboard() {
        logIn(Access.authentication(new CurrentAccount("li", "李", null, Scope.ALL)));
        assertThatThrownBy(() -> dashboard.board(CHANGNING, OptionalInt.of(2023), null))
                .isInstanceOf(AccessDeniedException.class).hasMessage(Permission.READ_PUBLISHED.deniedKey());
        assertThatThrownBy(() -> dashboard.series(CHANGNING, "DE_TAX", null))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> dashboard.longSeries(CHANGNING, null, null)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void routes_that_may_or_may_not_agree_are_not_said_to_be_apart() {
        assertThat(Arrays.stream(Consistency.Outcome.values())
                .map(it -> words(ChecksPanel.badge(it, UI.getCurrent())).strip()))
                .containsExactly("相容", "不能确定", "不相容");
    }

    @Test
    void Shanghai_has_one_card_and_its_long_series() {
        show("?region=310000");
        assertThat(cardNames()).containsExactly("一般公共预算收入");
        awaitCards();
        assertThat(_find(ChartCard.class)).extracting(UiTest::words)
                .anyMatch(text -> text.contains("地区生产总值"));
    }

    @Test
    void many_periods_of_one_indicator_that_all_agree_are_one_row() {
        show("?region=310000");
        awaitCards();
        assertThat(words(_get(ChecksPanel.class))).contains("2019年至2024年，6期都相容");
    }

    @Test
    void as_of_the_day_of_the_reply_nothing_published_later_is_known() {
        show("?asOf=2024-04-25");
        assertThat(card("一般公共预算收入")).contains("168.53亿元");
        assertThat(page()).doesNotContain("180.97").doesNotContain("196.6");
    }

    @Test
    void a_year_without_data_gets_a_sentence() {
        show("?year=1990");
        assertThat(page()).contains("1990年没有一项指标有自己的数值");
    }

    @Test
    void a_part_of_the_address_that_says_nothing_gets_a_sentence() {
        show("?year=abc");
        assertThat(page()).contains("地址里的年份“abc”读不懂");
    }

    @Test
    void a_region_that_is_not_there_gets_a_sentence() {
        visit("?region=999999");
        assertThat(_find(DashboardView.class)).isEmpty();
        assertThat(words()).contains("999999");
    }

    @Test
    void before_anything_was_published_the_page_says_that_it_is_empty() {
        show("?asOf=1990-01-01");
        assertThat(page()).contains("长宁区在所选时点还没有看板指标的数字");
    }

    @Test
    void a_card_that_fails_says_so_and_its_neighbour_stays() {
        show("");
        var catalogue = indicators.catalogue();
        var board = dashboard.board(CHANGNING, OptionalInt.of(2023), null);
        var readings = BoardReadings.of(board, dashboard);
        readings.cards().put("DE_TAX", new Once<>(() -> {
            throw new IllegalStateException("this card fails");
        }));
        var context = new BoardContext(board, PageState.DEFAULT.withRegion(CHANGNING), catalogue, readings,
                new Places(replies), false);
        var failing = new KpiPanel(catalogue.indicator("DE_TAX"), context);
        var sound = new KpiPanel(catalogue.indicator("DE_FIRMS"), context);
        UI.getCurrent().add(failing, sound);
        awaitCards();
        assertThat(words(failing)).contains("读取失败", "重试");
        assertThat(words(sound)).contains("6100余家");
    }

    @Test
    void every_number_of_the_summary_is_an_approved_figure_of_the_sample() {
        show("");
        assertThat(words(_get(SummaryPanel.class))).contains("数字经济综合税收约310亿元", "同比增长约18%");
    }

    @Test
    void what_is_not_validated_says_so_in_the_summary_on_the_card_and_under_its_sparkline() {
        show("?year=2020");
        assertThat(words(_get(SummaryPanel.class))).contains("亿元以上交易量电商平台数17个（待核实）");
        show("?year=2022");
        assertThat(card("亿元以上交易量电商平台数")).contains("17个", "待核实", "沿用");
        show("?year=2023");
        assertThat(card("亿元以上交易量电商平台数")).contains("29个", "2020待核实").doesNotContain("沿用");
    }

    @Test
    void a_sum_that_ends_before_the_year_is_carried_over_whatever_else_its_card_says() {
        show("?year=2024");
        assertThat(card("精品小区累计开竣工面积")).contains("总量兑现", "沿用");
        show("?year=2023");
        assertThat(card("精品小区累计开竣工面积")).contains("总量兑现").doesNotContain("沿用");
    }

    @Test
    void a_year_that_only_follows_from_others_shows_what_follows_and_that_no_source_states_it() {
        show("?year=2022");
        assertThat(card("数字经济综合税收")).contains("≈262.7亿元", "推算", "257.4–268.1", "310 ÷ 1.18")
                .doesNotContain("缺");
        assertThat(card("一般公共预算收入")).contains("≈155.6亿元", "推算", "155.588–155.611");
        assertThat(words(_get(SummaryPanel.class))).doesNotContain("262.7");
        assertThat(page()).contains("2022年没有一项指标有自己的数值", "带“推算”的由别的数算出");
        show("?year=2021");
        assertThat(card("数字经济综合税收")).contains("缺");
    }

    @Test
    void beside_its_document_number_a_card_names_the_part_of_the_reply_where_the_text_is_held() {
        show("");
        assertThat(card("数字经济综合税收")).contains("长发改〔2024〕19号 · 第一部分");
        assertThat(card("精品小区累计开竣工面积")).contains("长发改〔2024〕19号 · 第二部分");
        assertThat(card("人才租房补贴资金")).contains("长发改〔2024〕19号 · 第三部分");
        assertThat(card("一般公共预算收入")).doesNotContain("部分");
    }

    @Test
    void a_summary_that_says_something_can_be_copied_with_its_sources() {
        show("");
        assertThat(words(_get(SummaryCopy.class))).isEqualTo("复制并附文号");
        show("?year=1990");
        assertThat(words(_get(SummaryPanel.class))).contains("所选年份没有可以成文的数字");
        assertThat(_find(SummaryCopy.class)).isEmpty();
    }

    @Test
    void the_charts_stand_with_what_they_come_to_and_what_needs_attention() {
        show("");
        var beside = _get(Div.class, spec -> spec.withClasses("yj-panels")).getChildren().map(Component::getClass)
                .map(Class::getSimpleName).distinct();
        assertThat(beside).containsExactly("ChartCard", "ChecksPanel", "AttentionPanel");
    }

    @Test
    void the_cards_of_a_theme_stand_in_rows_of_at_most_five_as_even_as_they_go() {
        assertThat(IntStream.rangeClosed(1, 12).map(BoardBody::columns))
                .containsExactly(1, 2, 3, 4, 5, 3, 4, 4, 5, 5, 4, 4);
        show("");
        assertThat(_find(Section.class, spec -> spec.withClasses("yj-theme yj-columns-5"))).hasSize(1);
    }

    @Test
    void the_change_of_a_card_opens_the_growth_that_a_source_states() {
        show("");
        assertThat(quoted(kpi("数字经济综合税收"))).containsExactly("约+18%");
        assertThat(quoted(kpi("一般公共预算收入"))).containsExactly("+8.31%");
    }

    @Test
    void a_change_that_we_compute_opens_the_two_values_it_is_from() {
        var board = dashboard.board(CHANGNING, OptionalInt.empty(), null);
        var computed = board.years().stream().flatMap(year -> {
            var of = dashboard.board(CHANGNING, OptionalInt.of(year), null);
            return indicators.catalogue().headlines().stream().map(i -> dashboard.card(of, i.code()));
        }).filter(card -> card.change().filter(KpiCard.Change.Computed.class::isInstance).isPresent()).toList();
        assertThat(computed).isNotEmpty().allSatisfy(card -> {
            var body = new KpiBody(card, Optional.empty(), Optional.empty(), indicators.catalogue());
            assertThat(_find(body, ComputedFigure.class)).hasSize(1);
        });
    }

    @Test
    void what_a_promise_of_the_summary_asks_for_leads_to_its_sentence() {
        show("");
        assertThat(quoted(_get(SummaryPanel.class))).contains("100万平方米");
        assertThat(words(_get(SummaryPanel.class))).contains("承诺2018年起每年不少于100万平方米");
    }

    @Test
    void each_route_of_a_check_says_whether_it_is_stated_or_computed_and_from_what() {
        show("");
        var row = _find(_get(ChecksPanel.class), ListItem.class).stream()
                .filter(it -> words(it).startsWith("一般公共预算收入 2023年")).findFirst().orElseThrow();
        assertThat(words(row)).contains("168.53亿元168.525–168.535据", "≈168.532亿元", "算180.97 ÷ 1.0738");
        assertThat(_find(row, SourceBadge.class)).hasSize(2);
    }

    @Test
    void what_a_check_comes_to_above_9999_is_counted_in_ten_thousands() {
        show("");
        assertThat(words(_get(ChecksPanel.class))).contains("≈1.583万元/人", "1.423–1.625万元/人", "上限3.84万元/人")
                .doesNotContain("14231", "38400");
    }

    @Test
    void tenths_stand_in_a_card_as_their_source_prints_them_with_an_interval_in_per_cent() {
        show("?year=2025");
        assertThat(card("数字经济占全区税收比重")).contains("近六成", "区间 54–60%").doesNotContain("近6成");
    }

    @Test
    void a_chart_of_one_known_period_is_read_out_with_it_once_and_with_the_line_of_its_promise() {
        show("");
        var series = dashboard.series(CHANGNING, "UR_REFINED_AREA_CUM", null);
        var read = SeriesChart.of(series, UI.getCurrent(), Locale.CHINESE).orElseThrow().spec(2023).summary();
        assertThat(read).containsOnlyOnce("774万平方米").contains("只知1期，2017–2023年为774万平方米", "另有虚线：承诺：")
                .contains("100万平方米");
    }

    @Test
    void english_is_complete() {
        openTab(Locale.ENGLISH);
        show("");
        assertThat(page()).contains("Digital-economy comprehensive tax").doesNotContain("dashboard.", "!{");
    }

    @Test
    void GDP_of_2024_is_unknown_as_of_the_reply_and_forecast_and_outcome_later() {
        assertThat(observations.statements(StatementQuery.of(List.of("EC_GDP"), CHANGNING, LocalDate.of(2024, 4, 25))))
                .noneMatch(o -> o.period().code().equals("2024"));
        assertThat(observations.statements(StatementQuery.of(List.of("EC_GDP"), CHANGNING, null)))
                .filteredOn(o -> o.period().code().equals("2024")).hasSize(3);
    }

    private void show(String query) {
        visit(Routes.DASHBOARD + query);
        awaitCards();
    }

    private static List<String> quoted(Component inside) {
        return _find(inside, QuotedFigure.class).stream().map(QuotedFigure::getText).toList();
    }

    private static KpiPanel kpi(String name) {
        return _find(KpiPanel.class).stream().filter(c -> _get(c, H2.class).getText().equals(name)).findFirst()
                .orElseThrow();
    }

    private static List<String> cardNames() {
        return _find(KpiPanel.class).stream().map(c -> _get(c, H2.class).getText()).toList();
    }

    private static String card(String name) {
        return _find(KpiPanel.class).stream().filter(c -> _get(c, H2.class).getText().equals(name))
                .map(UiTest::words).findFirst().orElseThrow();
    }

    private static String page() {
        return words(_get(DashboardView.class));
    }
}
