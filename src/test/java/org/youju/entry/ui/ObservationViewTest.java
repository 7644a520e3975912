package org.youju.entry.ui;

import static com.github.mvysny.kaributesting.v10.BasicUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.internal.JacksonUtils;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.youju.TestServices;
import org.youju.UiTest;
import org.youju.base.ui.Routes;
import org.youju.entry.CellEdit;
import org.youju.entry.ObservationEntry;
import org.youju.entry.ObservationForms;
import org.youju.entry.Quote;
import org.youju.entry.Sheets;
import org.youju.extraction.review.ReviewService;
import org.youju.extraction.review.Terms;
import org.youju.figure.Period;
import org.youju.figure.Qualifier;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorChanged;
import org.youju.observation.CellDrafts;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.State;
import org.youju.observation.ruling.Rulings;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.NewReply;
import org.youju.reply.Publicity;
import org.youju.reply.Reply;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyService;
import org.youju.reply.ui.PaperCaret;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.Role;
import org.youju.security.Scope;

/** The form of one observation, field by field and for each role; every test has a year of its own. */
@TestPropertySource(properties = {
    "spring.datasource.url=jdbc:h2:mem:observation-ui;DB_CLOSE_DELAY=-1;${youju.h2.options}",
    "youju.sample=true"
})
class ObservationViewTest extends UiTest {

    private static final String REGION = "310105";
    private static final String TAX = "FI_TAX_TOTAL";
    private static int years = 1901;

    @Autowired
    private ObservationForms forms;
    @Autowired
    private Sheets grid;
    @Autowired
    private CellDrafts drafts;
    @Autowired
    private ObservationService observations;
    @Autowired
    private ReplyService replies;
    @Autowired
    private Rulings rulings;
    @Autowired
    private ReviewService reviews;

    private int year;

    @BeforeEach
    void a_year_of_its_own() {
        years += 2;
        year = years;
    }

    private void open(String more) {
        logIn("li", Role.STATISTICIAN.name());
        visit(Routes.OBSERVATION + "?indicator=" + TAX + "&region=" + REGION + more);
    }

    private void open() {
        open("&period=" + year);
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static TextField value() {
        return _get(TextField.class, spec -> spec.withClasses("yj-obs-value"));
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static void ground(String text) {
        _click(_get(NativeButton.class, spec -> spec.withText(text)));
    }

    private static String sight() {
        return words(_get(SightPanel.class));
    }

    private List<Observation> rows(String period) {
        return TestServices.as("reader", Role.APPROVER,
                () -> drafts.current(List.of(new CellKey(TAX, REGION, Period.parse(period)))));
    }

    private Observation draft(String period) {
        return rows(period).stream().reduce((one, other) -> other).orElseThrow();
    }

    private long write(String user, String text) {
        return TestServices.as(user, Role.STATISTICIAN, () -> {
            var shown = CellDrafts.shown(rows(Integer.toString(year)));
            grid.save(REGION, List.of(new CellEdit(TAX, Integer.toString(year), text, shown == null ? 0 : shown.id(),
                    null)));
            return draft(Integer.toString(year)).id();
        });
    }

    private void approved(String text) {
        var draft = write("li", text);
        var submitted = TestServices.as("li", Role.STATISTICIAN, () -> {
            grid.excuse(draft, "内部报表");
            return observations.submit(List.of(draft(Integer.toString(year)).id()));
        });
        TestServices.as("zhao", Role.APPROVER, () -> observations.approve(submitted));
    }

    private Reply document(String sentence) {
        var text = "第%d号的答复\n%s\n".formatted(year, sentence);
        return TestServices.as("li", Role.STATISTICIAN, () -> {
            var reply = replies.record(new NewReply("FORM" + year, ReplyKind.REPLY, "表发〔2024〕" + year + "号", "答复",
                    "上海市长宁区统计局", null, new IssueDate("2024-04-25"), Publicity.PUBLIC, Grade.A, null, null));
            replies.freeze(reply.id(), text.getBytes(StandardCharsets.UTF_8), "text/plain", text);
            return replies.reply(reply.id());
        });
    }

    @SuppressWarnings("unchecked")
    private static void choose(Reply document) {
        _get(ComboBox.class, spec -> spec.withLabel("文件")).setValue(document);
    }

    private static void select(int from, int to) {
        var detail = JacksonUtils.createObjectNode().put("fromBlock", 1).put("from", from).put("toBlock", 1).put("to", to);
        var data = JacksonUtils.createObjectNode();
        data.set("event.detail", detail);
        _fireDomEvent(_get(PaperCaret.class), "yj-select", data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VIEWER", "ANALYST", "APPROVER", "ADMIN"})
    void who_keeps_no_figures_does_not_reach_the_form(String role) {
        logIn("zhang", role);
        visit(Routes.OBSERVATION + "?indicator=" + TAX);
        assertThat(_find(ObservationForm.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            约310亿元|ABOUT|310|亿|元|305
            1.2万余亿元|AND_MORE|1.2|万|亿元|12000
            不超过24亿元|AT_MOST|24|亿|元|24
            310|EXACT|310|||309.5
            6-6.5亿元|EXACT|6–6.5|亿|元|6–6.5
            """)
    void a_figure_is_typed_as_people_write_it_and_stands_in_its_parts(String typed, Qualifier qualifier, String number,
            String scale, String unit, String interval) {
        open();
        value().setValue(typed);
        assertThat(value().isInvalid()).as(value().getErrorMessage()).isFalse();
        assertThat(select("限定").getValue()).isEqualTo(qualifier);
        assertThat(field("数").getValue()).isEqualTo(number);
        assertThat(select("数量级").getValue()).isEqualTo(scale == null ? "" : scale);
        assertThat(select("单位").getValue()).isEqualTo(unit == null ? "" : unit);
        assertThat(sight()).contains("区间").contains(interval);
    }

    @SuppressWarnings("unchecked")
    private static Select<Object> select(String label) {
        return _get(Select.class, spec -> spec.withLabel(label));
    }

    @Test
    void a_figure_filled_by_its_parts_is_written_out() {
        open();
        field("数").setValue("310");
        assertThat(value().getValue()).isEqualTo("310");
        select("数量级").setValue("亿");
        select("单位").setValue("元");
        select("限定").setValue(Qualifier.ABOUT);
        assertThat(value().getValue()).isEqualTo("约310亿元");
        assertThat(sight()).contains("305");
        select("限定").setValue(Qualifier.AND_MORE);
        assertThat(value().getValue()).isEqualTo("310亿余元");
        assertThat(value().isInvalid()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            310平方米|不能用于本指标，它的单位是 亿元
            1.2.3|有两个小数点
            =A1+B1|是公式
            <script>alert(1)</script>|不能有网页代码
            -|里没有数字
            ''|格内没有数字
            """)
    void what_is_wrong_with_a_value_is_said_at_it_and_nothing_is_kept(String typed, String words) {
        open();
        value().setValue(typed);
        press("存为草稿");
        assertThat(value().isInvalid()).isTrue();
        assertThat(value().getErrorMessage()).contains(words);
        assertThat(value().getValue()).isEqualTo(typed);
        assertThat(rows(Integer.toString(year))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20223|“20223”不是年份
            去年底的时候|读不出期间
            2024-02-30|日历上没有
            2023/2021|止期早于起期
            ''|没有写期间
            unknown|期间写“未知”的数字不能录入
            """)
    void what_is_wrong_with_a_period_is_said_at_it(String typed, String words) {
        open();
        value().setValue("310");
        field("期间").setValue(typed);
        press("存为草稿");
        assertThat(field("期间").isInvalid()).isTrue();
        assertThat(field("期间").getErrorMessage()).contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            %d年|%d|%d年
            %d年上半年|%d-S1|%d年上半年
            %d-Q3|%d-Q3|%d年三季度
            %d年7月|%d-07|%d年7月
            %d-04-25|%d-04-25|%d年4月25日
            %d/2100|%d/2100|%d–2100年
            %d/..|%d/..|%d年起
            ../%d-12-31|../%d-12-31|截至%d-12-31
            """)
    void a_period_of_any_kind_is_read_back_and_kept(String typed, String code, String words) {
        open("&period=");
        field("期间").setValue(typed.formatted(year));
        assertThat(field("期间").getHelperText()).contains("读作 " + words.formatted(year));
        value().setValue("约310亿元");
        press("存为草稿");
        assertThat(draft(code.formatted(year)).figure().printed()).isEqualTo("约310亿元");
    }

    @ParameterizedTest
    @ValueSource(strings = {"szjjzhss", "de_tax", "数字经济综合税收", "Digital-economy", "数字经济税收"})
    void an_indicator_is_found_by_name_code_or_initials(String sought) {
        assertThat(TestServices.as("li", Role.STATISTICIAN, () -> forms.named(sought)))
                .extracting(Indicator::code).contains("DE_TAX");
    }

    @SuppressWarnings("unchecked")
    @Test
    void what_is_found_follows_the_typing_without_half_a_second_of_waiting() {
        open();
        assertThat(_find(ComboBox.class)).extracting(ComboBox::getFilterTimeout).isNotEmpty()
                .allSatisfy(pause -> assertThat((int) pause).isLessThanOrEqualTo(100));
    }

    private static ComboBox<Indicator> indicator() {
        return _get(ComboBox.class, spec -> spec.withLabel("指标"));
    }

    @Test
    void what_is_missing_or_of_another_department_is_said_at_the_indicator() {
        logIn("li", Role.STATISTICIAN.name());
        visit(Routes.OBSERVATION + "?indicator=NOPE&period=" + year + "&value=310");
        assertThat(indicator().getErrorMessage()).contains("没有“NOPE”这个指标");
        press("存为草稿");
        assertThat(indicator().getErrorMessage()).isEqualTo("请选一个指标。");
        logIn(Access.authentication(new CurrentAccount("wu", "wu", Role.STATISTICIAN,
                new Scope(Set.of(REGION), Set.of("NOBODYS")))));
        visit(Routes.OBSERVATION + "?indicator=" + TAX + "&region=310000&period=" + year + "&value=310");
        assertThat(indicator().getErrorMessage()).contains("不在您负责的地区或部门内");
        assertThat(_get(Select.class, spec -> spec.withLabel("地区")).getErrorMessage()).contains("上海市");
        press("存为草稿");
        assertThat(indicator().isInvalid()).isTrue();
        assertThat(rows(Integer.toString(year))).isEmpty();
    }

    @Test
    void the_change_on_the_year_before_is_told_and_marked_where_it_is_not_certain() {
        write("li", "约310亿元");
        open("&period=" + (year + 1) + "&value=" + "约312亿元");
        assertThat(sight()).contains("与" + year + "年（约310亿元）相比", "−3.5 – 7.5", "不确定：两个区间相容")
                .as("no difference finer than its interval").doesNotContain("≈");
        value().setValue("约310亿元");
        assertThat(sight()).contains("写的数相同", "升降未定").doesNotContain("持平");
        value().setValue("约400亿元");
        assertThat(sight()).contains("≈+90亿元", "≈+30%").doesNotContain("不确定");
        value().setValue("超300亿元");
        assertThat(sight()).contains("两个区间相容");
        value().setValue("超200亿元");
        assertThat(sight()).contains("读法").doesNotContain("相容");
    }

    @Test
    void a_figure_of_a_quarter_is_handed_over_from_the_form_and_seen_afterwards() {
        open("&period=" + year + "-Q1&value=80");
        press("存后送审");
        assertThat(draft(year + "-Q1").state()).isEqualTo(State.DRAFT);
        assertThat(words()).contains("已存为草稿，还没有送审");
        ground("无出处");
        _get(TextArea.class, spec -> spec.withLabel("无出处理由")).setValue("内部季报");
        press("存后送审");
        assertThat(draft(year + "-Q1").state()).isEqualTo(State.SUBMITTED);
        assertThat(_find(SheetPanel.class)).as("the sheet has no column for a quarter").isEmpty();
        assertThat(words()).contains(year + "年一季度", "80");
    }

    @Test
    void a_period_that_cannot_be_read_is_not_said_to_be_read_as_the_one_before() {
        open();
        field("期间").setValue("20223");
        assertThat(field("期间").getErrorMessage()).contains("不是年份");
        assertThat(field("期间").getHelperText()).doesNotContain("读作");
    }

    @Test
    void words_selected_in_a_document_fill_the_figure_and_state_it() {
        var sentence = "全区完成税收约310亿元，增长18%。";
        var document = document(sentence);
        open();
        choose(document);
        var at = sentence.indexOf("约");
        select(at, at + 6);
        assertThat(value().getValue()).isEqualTo("约310亿元");
        press("存为草稿");
        assertThat(draft(Integer.toString(year))).satisfies(it -> {
            assertThat(it.reply().id()).isEqualTo(document.id());
            assertThat(it.citations()).singleElement().satisfies(c -> assertThat(c.exact()).isEqualTo("约310亿元"));
            assertThat(it.comment()).isNull();
        });
        open();
        assertThat(_find(NativeButton.class, spec -> spec.withText("沿用已有"))).hasSize(1);
        assertThat(value().getValue()).isEqualTo("约310亿元");
    }

    @Test
    void a_figure_other_than_its_words_asks_why_and_nothing_is_lost_meanwhile() {
        var document = document("全区完成税收约310亿元。");
        open("&period=" + year + "&value=320");
        choose(document);
        select(6, 12);
        assertThat(field("与引文不一致的理由").isVisible()).isTrue();
        press("存为草稿");
        assertThat(field("与引文不一致的理由").getErrorMessage()).contains("引文“约310亿元”里读不出这个数");
        assertThat(rows(Integer.toString(year))).isEmpty();
        field("与引文不一致的理由").setValue("原文笔误");
        press("存为草稿");
        assertThat(draft(Integer.toString(year)).departure()).isEqualTo("原文笔误");
    }

    @Test
    void a_figure_in_characters_fills_its_parts() {
        open("&period=" + year);
        value().setValue("约三百一十亿元");
        assertThat(field("数").getValue()).isEqualTo("310");
        value().setValue("1.2万余");
        assertThat(_get(Select.class, spec -> spec.withLabel("单位")).getValue()).isEqualTo("元");
    }

    @Test
    void a_figure_in_another_scale_than_its_row_is_read_aloud_with_its_own_unit() {
        write("li", "1.2万亿元");
        logIn("li", Role.STATISTICIAN.name());
        visit(Routes.cell(REGION, TAX, year));
        assertThat(drawn()).contains("\"t\":\"1.2万亿\"", "\"q\":\"1.2万亿元\"");
    }

    @Test
    void a_scale_far_from_that_of_the_indicator_is_hinted_at_while_it_is_typed() {
        open("&period=" + year + "&value=1.2万余");
        assertThat(words(_get(ObservationForm.class))).contains("读作0.00012亿余元", "如果指的是1.2亿余，请改写成“1.2亿余”");
        value().setValue("3500万");
        assertThat(words(_get(ObservationForm.class))).doesNotContain("如果指的是");
    }

    @Test
    void words_of_another_year_are_named_where_they_are_chosen() {
        var document = document("%d年全区完成税收约310亿元。".formatted(year - 1));
        open("&period=" + year + "&value=约310亿元");
        choose(document);
        select(11, 17);
        assertThat(field("与引文不一致的理由").isVisible()).isTrue();
        assertThat(field("与引文不一致的理由").getHelperText())
                .contains("说的是%d年，这里填的是%d年".formatted(year - 1, year));
    }

    @Test
    void a_figure_of_the_desk_is_changed_in_the_sheet_only_with_a_reason_and_carries_the_sign() {
        var document = document("%d年，数字经济完成综合税收约310亿元。".formatted(year));
        TestServices.as("li", Role.STATISTICIAN, () -> {
            var read = reviews.begin(document.id()).getFirst();
            var t = read.terms();
            return reviews.accept(read.id(), read.version(), new Terms(t.value(), null, t.multiplier(), t.unit(),
                    t.qualifier(), t.period(), t.kind(), t.subject(), TAX, t.region(), null));
        });
        logIn("li", Role.STATISTICIAN.name());
        visit(Routes.cell(REGION, TAX, year));
        var typed = _get(TextField.class, spec -> spec.withClasses("yj-cell-value"));
        typed.setValue("约320亿元");
        var why = _get(TextField.class, spec -> spec.withClasses("yj-cell-departure"));
        press("写入");
        assertThat(why.getErrorMessage()).contains("引文“约310亿元”里读不出这个数");
        why.setValue("原文笔误");
        press("写入");
        assertThat(draft(Integer.toString(year)).figure().printed()).isEqualTo("约320亿元");
        assertThat(words(_get(CellPanel.class))).contains("与引文不一致", "理由：原文笔误");
        visit(Routes.cell(REGION, TAX, year));
        assertThat(drawn()).contains("\"d\":true");
        TestServices.as("li", Role.STATISTICIAN,
                () -> observations.submit(List.of(draft(Integer.toString(year)).id())));
        logIn("zhao", Role.APPROVER.name());
        visit(Routes.TO_DO);
        assertThat(words()).contains("理由：原文笔误");
    }

    /** The row of the indicator as it is sent to be drawn. */
    private static String drawn() {
        var page = UI.getCurrent().getInternals();
        _get(SheetPanel.class).changed(new IndicatorChanged(TAX));
        page.getStateTree().runExecutionsBeforeClientResponse();
        return page.dumpPendingJavaScriptInvocations().stream()
                .flatMap(call -> call.getInvocation().getParameters().stream()).map(String::valueOf)
                .collect(Collectors.joining());
    }

    @Test
    void a_ruling_is_told_by_a_sign_and_beside_the_cell() {
        approved("310");
        var document = document("全区完成税收约312亿元。");
        var cited = TestServices.as("li", Role.STATISTICIAN, () -> observations.submit(List.of(forms.save(
                new ObservationEntry(new CellKey(TAX, REGION, new Period.Year(year)), "约312亿元",
                        new Quote.Written(document.id(), "约312亿元"), null, "", ""),
                forms.standing(new CellKey(TAX, REGION, new Period.Year(year)))))));
        TestServices.as("zhao", Role.APPROVER, () -> observations.approve(cited));
        logIn("li", Role.STATISTICIAN.name());
        visit(Routes.cell(REGION, TAX, year));
        assertThat(drawn()).doesNotContain("\"j\":true");
        TestServices.as("zhao", Role.APPROVER, () -> {
            rulings.rule(rows(Integer.toString(year)).getFirst().id(), "以台账为准");
            return null;
        });
        visit(Routes.cell(REGION, TAX, year + 1));
        visit(Routes.cell(REGION, TAX, year));
        assertThat(drawn()).contains("\"j\":true");
        assertThat(words(_get(CellPanel.class))).contains("裁定：以台账为准");
    }

    @Test
    void cells_of_another_department_are_shown_closed() {
        logIn(Access.authentication(new CurrentAccount("wu", "wu", Role.STATISTICIAN,
                new Scope(Set.of(REGION), Set.of("NOBODYS")))));
        visit(Routes.cell(REGION, TAX, year));
        assertThat(drawn()).contains("\"ro\":true");
        assertThat(_find(TextField.class, spec -> spec.withClasses("yj-cell-value"))).isEmpty();
        assertThat(words(_get(CellPanel.class))).contains("不在您负责的地区或部门内");
        assertThat(_find(Button.class, spec -> spec.withText("更多…"))).isEmpty();
    }

    @Test
    void without_a_source_the_reason_is_kept_and_refused_where_it_is_no_words() {
        open("&period=" + year + "&value=310");
        ground("无出处");
        var excuse = _get(TextArea.class, spec -> spec.withLabel("无出处理由"));
        excuse.setValue("<script>alert(1)</script>");
        press("存为草稿");
        assertThat(excuse.getErrorMessage()).isEqualTo("这里不能有网页代码，如“<script>”。请去掉尖括号，用文字来写，例如把“<”写作“小于”。");
        excuse.setValue("内部报表");
        press("存为草稿");
        assertThat(draft(Integer.toString(year)).uncitedReason()).isEqualTo("内部报表");
    }

    @Test
    void a_document_without_words_is_refused_at_the_words() {
        var document = document("全区完成税收约310亿元。");
        open("&period=" + year + "&value=310");
        choose(document);
        press("存为草稿");
        assertThat(field("原句").getErrorMessage()).contains("请在原文里选中");
        field("原句").setValue("没有这几个字");
        press("存为草稿");
        assertThat(field("原句").getErrorMessage()).contains("找不到这些字");
    }

    @Test
    void what_is_approved_is_corrected_with_a_reason() {
        approved("310");
        open();
        assertThat(value().getValue()).isEqualTo("310");
        value().setValue("311");
        press("存为草稿");
        assertThat(field("更正理由").getErrorMessage()).isEqualTo("更正没有写原因。请写明为何更正。");
        field("更正理由").setValue("录入有误");
        press("存为草稿");
        assertThat(rows(Integer.toString(year))).extracting(it -> it.figure().printed()).containsExactly("310", "311");
        assertThat(draft(Integer.toString(year)).reason()).isEqualTo("录入有误");
    }

    @Test
    void what_another_document_states_of_an_approved_cell_is_a_draft_of_its_own() {
        approved("310");
        var document = document("全区完成税收约312亿元。");
        open();
        ground("选句");
        choose(document);
        select(6, 12);
        value().setValue("约312亿元");
        assertThat(_find(TextField.class, spec -> spec.withLabel("更正理由"))).isEmpty();
        press("存为草稿");
        assertThat(draft(Integer.toString(year))).satisfies(it -> {
            assertThat(it.reply().id()).isEqualTo(document.id());
            assertThat(it.reason()).isNull();
        });
    }

    @Test
    void what_was_submitted_is_locked_and_said_so() {
        var draft = write("li", "310");
        TestServices.as("li", Role.STATISTICIAN, () -> {
            grid.excuse(draft, "内部报表");
            return observations.submit(List.of(draft(Integer.toString(year)).id()));
        });
        open();
        value().setValue("311");
        press("存为草稿");
        assertThat(field("期间").getErrorMessage()).contains("已提交审定，不能改");
        assertThat(draft(Integer.toString(year)).figure().printed()).isEqualTo("310");
    }

    @Test
    void who_comes_second_sees_both_figures_and_chooses() {
        open();
        value().setValue("310");
        write("wu", "299");
        press("存为草稿");
        assertThat(words(_get(ObservationForm.class))).contains("wu 已先写了这一格", "299", "310");
        assertThat(draft(Integer.toString(year)).figure().printed()).isEqualTo("299");
        press("改用现在存的");
        assertThat(value().getValue()).isEqualTo("299");
        write("wu", "298");
        value().setValue("311");
        press("存为草稿");
        press("仍存我填的");
        assertThat(draft(Integer.toString(year)).figure().printed()).isEqualTo("311");
    }

    @Test
    void one_goes_on_to_the_next_period_with_the_same_document() {
        var document = document("税收310亿元，税收320亿元。");
        open();
        choose(document);
        select(2, 7);
        press("存后填下一期");
        assertThat(field("期间").getValue()).isEqualTo(Integer.toString(year + 1));
        assertThat(value().getValue()).isEmpty();
        assertThat(words(_get(ObservationForm.class))).contains("已存：", "310亿元");
        select(10, 15);
        assertThat(value().getValue()).isEqualTo("320亿元");
        press("存后填下一期");
        assertThat(draft(Integer.toString(year + 1)).reply().id()).isEqualTo(document.id());
    }

    @Test
    void the_form_is_left_to_where_one_came_from_and_nowhere_else() {
        open("&period=" + year + "&back=indicators/DE_TAX");
        press("返回");
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("indicators/DE_TAX");
        open("&period=" + year + "&back=https://example.org");
        press("返回");
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo(Routes.ENTRY);
        logIn("li", Role.STATISTICIAN.name());
        visit(Routes.cell(REGION, TAX, year));
        press("更多…");
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo(Routes.OBSERVATION);
        press("返回");
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .startsWith("entry?").contains("region=" + REGION, "cell=" + TAX + "." + year);
    }

    @ParameterizedTest
    @CsvSource({"STATISTICIAN,true", "APPROVER,false", "ANALYST,false", "VIEWER,false"})
    void the_pages_of_an_indicator_and_of_a_cell_lead_to_the_form_who_keeps_its_figures(Role role, boolean keeps) {
        logIn("li", role.name());
        for (var page : List.of(Routes.indicator(TAX), Routes.cell(TAX, REGION, Integer.toString(year)))) {
            visit(page);
            assertThat(_find(Anchor.class).stream().map(Anchor::getHref)
                    .anyMatch(href -> href.startsWith(Routes.OBSERVATION + "?indicator=" + TAX))).as(page).isEqualTo(keeps);
        }
    }

    @Test
    void every_refusal_is_in_the_language_of_the_person() {
        logIn("li", Role.STATISTICIAN.name());
        openTab(Locale.ENGLISH);
        open("&period=20223&value=1.2.3");
        press("Keep draft");
        assertThat(Stream.<Component>concat(_find(TextField.class).stream(), _find(ComboBox.class).stream())
                .map(HasValidation.class::cast).filter(HasValidation::isInvalid).map(HasValidation::getErrorMessage))
                .hasSize(2).allSatisfy(words -> assertThat(words).doesNotContainPattern("[\\u4e00-\\u9fff]{4}"));
    }
}
