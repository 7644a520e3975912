package org.youju.ledger.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.youju.SampleUiTest;
import org.youju.base.ui.Routes;
import org.youju.security.Role;

class LedgerViewTest extends SampleUiTest {

    private void open(String address) {
        logIn("leader", Role.Names.VIEWER);
        visit(address);
    }

    private static List<PromiseRow> rows() {
        return _find(PromiseRow.class);
    }

    private static String panel() {
        return words(_get(PromisePanel.class));
    }

    private static NativeButton count(String verdict) {
        return _find(NativeButton.class, spec -> spec.withClasses("yj-ledger-count")).stream()
                .filter(it -> words(it).contains(verdict)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybody_reads_the_ledger_and_only_some_chase_or_decide(Role role) {
        logIn("somebody", role.name());
        visit("commitments?c=C001");
        _assertOne(LedgerView.class);
        assertThat(panel()).contains("承诺 C001", "总量兑现", "每年不少于100万平方米", "774 − 100 ≥ 6 × 100");
        boolean chases = role == Role.STATISTICIAN || role == Role.APPROVER;
        assertThat(_find(Anchor.class).stream().anyMatch(it -> it.getText().equals("催报2022年"))).isEqualTo(chases);
        assertThat(_find(Button.class, spec -> spec.withText("人工改判"))).hasSize(role == Role.APPROVER ? 1 : 0);
        for (var words : List.of("提请撤下假定", "记录假定")) {
            assertThat(_find(Button.class, spec -> spec.withText(words))).hasSize(role == Role.STATISTICIAN ? 1 : 0);
        }
    }

    @Test
    void the_panel_checks_every_year_and_the_total_and_says_why() {
        open("commitments?c=C001");
        assertThat(panel()).contains("2018", "缺", "2023", "132", "2025", "实际累计", "774万平方米", "600万平方米＝6×100万平方米",
                "假定 2017年", "≤ 100万平方米", "每年是否都达到，不能逐年证明", "依据：记载数", "仅试点3个小区");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref))
                .anyMatch(it -> it.matches("replies/\\d+\\?cite=\\d+"))
                .contains(Routes.cell("UR_REFINED_AREA", "310105", "2018"));
    }

    @ParameterizedTest
    @CsvSource({"C064, 未兑现, 0.7 < 5", "C066, 未兑现, 1.5 < 2", "C060, 未兑现, 待核实数（空心）", "C005, 已兑现, 7.38 ≥ 5",
        "C003, 已兑现, 132 ≥ 100", "C002, 无数据, 2022年没有数"})
    void a_promise_is_judged_by_what_is_known(String code, String verdict, String why) {
        open("commitments?c=" + code);
        assertThat(panel()).contains(verdict, why);
    }

    @Test
    void the_panel_names_the_region_of_a_promise_that_another_has_made() {
        open("commitments?c=C064");
        assertThat(panel()).contains("承诺 C064 · 上海市 · ");
        open("commitments?c=C001");
        assertThat(panel()).contains("承诺 C001 · 责任部门未知");
    }

    @Test
    void a_promise_that_the_filters_list_no_more_is_no_longer_the_chosen_one() {
        open("commitments?reach=own&c=C001");
        year("窗口起").setValue(2023);
        assertThat(panel()).contains("承诺 C001");
        _click(count("已兑现"));
        assertThat(panel()).contains("承诺 C003");
    }

    @Test
    void a_promise_of_a_single_year_is_not_said_to_be_checked_year_by_year() {
        open("commitments?c=C003");
        assertThat(panel()).contains("当年核验", "需 ≥ 100万平方米", "下限").doesNotContain("逐年", "每年需", "每期");
    }

    @Test
    void the_counts_narrow_the_list_to_a_verdict_and_back() {
        open("commitments?reach=above");
        var all = rows().size();
        _click(count("未兑现"));
        assertThat(rows()).hasSize(4).allSatisfy(it -> assertThat(words(it)).contains("未兑现", "上海市"));
        assertThat(count("未兑现").getElement().getAttribute("aria-pressed")).isEqualTo("true");
        _click(count("未兑现"));
        assertThat(rows()).hasSize(all);
    }

    @ParameterizedTest
    @CsvSource({"verdict=MET_ON_TOTAL, 1", "reach=own&q=精品小区, 3", "reach=above&q=一般公共预算 2024, 1",
        "reach=own&from=2024&to=2025&q=增速, 4", "q=没有这样的词, 0", "verdict=NOT_MET&reach=own, 0"})
    void what_is_listed_stands_in_the_address(String query, int listed) {
        open("commitments?" + query);
        assertThat(rows()).hasSize(listed);
        assertThat(words().contains("没有符合条件的承诺")).isEqualTo(listed == 0);
    }

    @Test
    void the_fields_narrow_the_list() {
        open("commitments?reach=own");
        _get(TextField.class).setValue("精品小区");
        assertThat(rows()).hasSize(3);
        year("窗口止").setValue(2018);
        assertThat(rows()).singleElement().satisfies(it -> assertThat(words(it)).contains("2018年起，判到2023年，6期", "≥112%"));
        year("窗口止").setValue(null);
        year("窗口起").setValue(2023);
        assertThat(rows()).as("that of 2022 is over").hasSize(2);
    }

    @SuppressWarnings("unchecked")
    private static Select<Integer> year(String label) {
        return _get(Select.class, spec -> spec.withPredicate(it ->
                label.equals(((Select<Integer>) it).getAriaLabel().orElse(""))));
    }

    @Test
    void a_press_on_a_promise_opens_its_panel_and_marks_its_row() {
        open("commitments?reach=own&q=精品小区");
        assertThat(panel()).contains("承诺 C001");
        _click(rows().get(2).pick());
        assertThat(panel()).contains("承诺 C003", "已兑现");
        assertThat(rows().get(2).pick().getElement().getAttribute("aria-current")).isEqualTo("true");
        assertThat(rows().getFirst().pick().getElement().getAttribute("aria-current")).isNull();
    }

    @Test
    void as_of_a_day_only_what_was_published_by_then_is_promised_and_judged() {
        open("commitments?asOf=2024-04-24&q=精品小区&reach=own");
        assertThat(words()).as("the reply is of the next day").doesNotContain("2018年起按照");
        logIn("zhao", Role.Names.APPROVER);
        visit("commitments?asOf=2024-04-25&c=C001");
        assertThat(panel()).contains("总量兑现");
        assertThat(_find(Button.class, spec -> spec.withText("人工改判"))).as("nothing is decided in the past").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"commitments?asOf=gestern", "commitments?region=%3C"})
    void what_an_address_can_not_mean_is_said(String address) {
        open(address);
        assertThat(words()).contains("地址里的");
        assertThat(rows()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void those_who_may_export_take_out_what_is_listed(Role role) {
        logIn("somebody", role.name());
        visit("commitments?verdict=NOT_MET");
        var exports = role == Role.ANALYST || role == Role.STATISTICIAN || role == Role.APPROVER;
        assertThat(_find(Anchor.class).stream().anyMatch(it -> it.getText().equals("导出 CSV"))).isEqualTo(exports);
        var lines = new String(_get(LedgerView.class).file(Locale.CHINESE), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(5).anyMatch(it -> it.startsWith("C064,310000,上海市,FI_BUDGET_REVENUE_GROWTH,")
                && it.contains(",NOT_MET,NOT_MET,,STATED,0.7,0.65,0.75,5,") && it.contains("0.7 < 5"));
    }

    @Test
    void the_page_speaks_english_but_for_the_quoted_sentence() {
        openTab(Locale.ENGLISH);
        open("commitments?c=C001");
        assertThat(words()).contains("Ledger of promises", "Met in total", "Year by year", "每年不少于100万平方米")
                .doesNotContain("判定理由");
    }
}
