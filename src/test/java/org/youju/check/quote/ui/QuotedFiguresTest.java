package org.youju.check.quote.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.SampleUiTest;
import org.youju.base.ui.Routes;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyService;
import org.youju.security.Role;

/** What has become of quoted figures: in the reader, in the list of those to check, and before a proposal is answered. */
class QuotedFiguresTest extends SampleUiTest {

    @Autowired
    private ReplyService replies;
    @Autowired
    private IndicatorService indicators;

    private String reader(String key) {
        return Routes.reply(replies.withSourceKey(key).orElseThrow().id());
    }

    private static List<String> notes() {
        return _find(Div.class, spec -> spec.withClasses("yj-quote-note")).stream().map(it -> words(it)).toList();
    }

    @Test
    void the_reader_says_beside_a_figure_what_other_sources_state_of_the_same() {
        logIn("leader", Role.Names.VIEWER);
        visit(reader("CN_PC20250923_B"));
        assertThat(notes()).anySatisfy(it -> assertThat(it)
                .contains("待核实，与他处矛盾", "180.97亿元", "其他来源2处"));
        assertThat(words()).contains("有矛盾");
    }

    @Test
    void as_of_the_day_of_its_issue_the_reader_leaves_out_what_came_later() {
        logIn("leader", Role.Names.VIEWER);
        visit(reader("CN_GWR2025"));
        assertThat(notes()).anySatisfy(it -> assertThat(it).contains("另有待核实的数不同", "180亿元", "180.97亿元"));
        visit(reader("CN_GWR2025") + "?asOf=2025-01-08");
        assertThat(notes()).noneSatisfy(it -> assertThat(it).contains("180.97亿元"));
        assertThat(words()).contains("截至2025-01-08");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"ANALYST", "STATISTICIAN", "APPROVER"})
    void those_who_prepare_answers_see_which_documents_quote_doubtful_figures(Role role) {
        logIn("somebody", role.name());
        visit(Routes.DOUBTFUL + "?region=310000");
        assertThat(words(_get(NativeTable.class))).contains("与他处矛盾", "6.7%", "6.8%", "还没有裁定");
        assertThat(_find(_get(NativeTable.class), Anchor.class)).extracting(Anchor::getHref)
                .anyMatch(it -> it.startsWith("replies/")).anyMatch(it -> it.startsWith("cell?indicator=EC_GDP"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VIEWER", "ADMIN"})
    void who_answers_no_proposals_reaches_neither_page_and_is_shown_no_way_there(String role) {
        logIn("somebody", role);
        visit(Routes.DOUBTFUL);
        assertThat(_find(DoubtfulView.class)).isEmpty();
        visit(Routes.BRIEF);
        assertThat(_find(BriefView.class)).isEmpty();
        visit(Routes.REPLIES);
        assertThat(words()).doesNotContain("要再核对的引用", "备答");
    }

    @Test
    void the_list_is_narrowed_by_its_address_and_its_address_follows_what_is_chosen() {
        logIn("analyst", Role.Names.ANALYST);
        visit(Routes.DOUBTFUL + "?region=310000&show=SUPERSEDED");
        assertThat(words()).contains("没有符合条件的引用。");
        _click(_find(NativeButton.class).stream().filter(it -> it.getText().startsWith("有矛盾")).findFirst()
                .orElseThrow());
        assertThat(address()).contains("region=310000", "show=CONFLICT");
        kinds().setValue(ReplyKind.WORK_REPORT);
        assertThat(address()).contains("show=CONFLICT", "kind=WORK_REPORT");
        assertThat(words(_get(NativeTable.class))).contains("政府工作报告").doesNotContain("统计公报");
        visit(Routes.DOUBTFUL + "?region=310000&asOf=2016-01-01");
        assertThat(words()).contains("没有文件引用已被修订或有矛盾的数字。");
    }

    @SuppressWarnings("unchecked")
    private static Select<ReplyKind> kinds() {
        return _get(Select.class);
    }

    private static String address() {
        var location = UI.getCurrent().getActiveViewLocation();
        return location.getPathWithQueryParameters();
    }

    @Test
    void before_answering_a_document_tells_what_it_said_and_what_is_known_now_as_text_with_sources() {
        logIn("analyst", Role.Names.ANALYST);
        visit(reader("SEED"));
        visit(_find(Anchor.class).stream().filter(it -> it.getText().startsWith("备答")).findFirst().orElseThrow()
                .getHref());
        _assertOne(BriefView.class);
        var text = _get(Pre.class).getText();
        assertThat(text).contains("数字经济综合税收：2024年答复称2023年约310亿元（上海市长宁区发展和改革委员会：《对区政协十五届三次会议第050号提案的答复》，长发改〔2024〕19号，2024年4月25日）");
        assertThat(text.lines()).hasSizeGreaterThan(20).allMatch(it -> it.endsWith("。"));
    }

    @Test
    void indicators_are_chosen_on_the_page_and_stand_in_the_address() {
        logIn("statistician", Role.Names.STATISTICIAN);
        visit(Routes.BRIEF);
        assertThat(words()).contains("请选指标或一份文件");
        chooser().setValue(Set.of(indicators.catalogue().indicator("FI_BUDGET_REVENUE")));
        assertThat(address()).contains("i=FI_BUDGET_REVENUE");
        assertThat(_get(Pre.class).getText())
                .isEqualTo("一般公共预算收入：没有答复说过；现为2025年196.6亿元（新民晚报(转载)："
                        + "《上海长宁:聚焦四大战略 推动经济高质量发展》，2026年1月4日）。");
        visit(Routes.BRIEF + "?i=FI_BUDGET_REVENUE,NOPE&asOf=2025-03-01&of=999999&region=nowhere");
        assertThat(_get(Pre.class).getText()).contains("180.97亿元").doesNotContain("196.6");
    }

    @Test
    void a_figure_that_is_not_validated_is_said_to_be_so_in_the_text_too() {
        logIn("analyst", Role.Names.ANALYST);
        visit(Routes.BRIEF + "?i=EC_GDP");
        assertThat(_get(Pre.class).getText()).contains("现为2024年2789亿元，待核实（");
    }

    @SuppressWarnings("unchecked")
    private static MultiSelectComboBox<Indicator> chooser() {
        return _get(MultiSelectComboBox.class);
    }

    @Test
    void both_pages_and_the_notes_speak_english() {
        logIn("analyst", Role.Names.ANALYST);
        openTab(Locale.ENGLISH);
        visit(Routes.DOUBTFUL + "?region=310000");
        assertThat(words()).contains("Quoted figures to check again", "nobody has ruled yet");
        visit(Routes.BRIEF + "?i=FI_BUDGET_REVENUE");
        assertThat(_get(Pre.class).getText()).contains("no reply has spoken of it; now 2025: CNY 19.66 bn (新民晚报");
        visit(reader("CN_GWR2025"));
        assertThat(notes()).anySatisfy(it -> assertThat(it).contains("Other sources:"));
    }
}
