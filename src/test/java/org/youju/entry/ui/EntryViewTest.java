package org.youju.entry.ui;

import static com.github.mvysny.kaributesting.v10.BasicUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.server.VaadinSession;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.AdditionalAnswers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.youju.TestServices;
import org.youju.UiTest;
import org.youju.base.RuleViolation;
import org.youju.base.grid.GridBlock;
import org.youju.base.grid.GridEdit;
import org.youju.base.grid.GridOther;
import org.youju.base.grid.GridPlace;
import org.youju.base.grid.GridView.Why;
import org.youju.base.ui.Routes;
import org.youju.check.rule.Condition;
import org.youju.check.rule.Importance;
import org.youju.check.rule.Rule;
import org.youju.check.rule.RuleService;
import org.youju.entry.CellEdit;
import org.youju.entry.Quote;
import org.youju.entry.SheetCell;
import org.youju.entry.SheetQuery;
import org.youju.entry.Sheets;
import org.youju.figure.Period;
import org.youju.figure.Qualifier;
import org.youju.indicator.Definition;
import org.youju.indicator.Department;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorChanged;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.PriceBasis;
import org.youju.indicator.keep.DefinitionKeeper;
import org.youju.observation.CellKey;
import org.youju.observation.ObservationService;
import org.youju.observation.news.CellsChanged;
import org.youju.observation.ui.FigureText;
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
import org.youju.workflow.chase.Chases;

/** The sheet's page with its panel and its preview of a paste, for each role; every test has a year of its own. */
@TestPropertySource(properties = {
    "spring.datasource.url=jdbc:h2:mem:entry-ui;DB_CLOSE_DELAY=-1;${youju.h2.options}",
    "youju.sample=true"
})
class EntryViewTest extends UiTest {

    private static final String REGION = "310105";
    private static final String TAX = "DE_TAX";
    private static int years = 1950;

    @Autowired
    private Sheets grid;
    @Autowired
    private ObservationService observations;
    @Autowired
    private RuleService rules;
    @Autowired
    private ReplyService replies;
    @Autowired
    private IndicatorService indicators;
    @Autowired
    private DefinitionKeeper definitions;
    @Autowired
    private Presence presence;
    @Autowired
    private Chases chases;

    private int year;

    @BeforeEach
    void a_year_of_its_own() {
        year = ++years;
    }

    private void open(String user, Role role) {
        logIn(user, role.name());
        visit(Routes.ENTRY + "?region=" + REGION + "&from=" + year + "&to=" + (year + 1) + "&cell=" + TAX + "." + year);
    }

    private void open() {
        open("li", Role.STATISTICIAN);
    }

    private static SheetPanel sheet() {
        return _get(SheetPanel.class);
    }

    private static CellPanel panel() {
        return _get(CellPanel.class);
    }

    private static TextField field(String style) {
        return _get(panel(), TextField.class, spec -> spec.withClasses(style));
    }

    /** Writes a reason as a person does, who leaves the field. */
    private static void excuse(String reason) {
        var field = field("yj-cell-excuse");
        field.setValue(reason);
        ComponentUtil.fireEvent(field, new ComponentValueChangeEvent<>(field, field, "", true));
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private SheetCell cell() {
        return TestServices.as("reader", Role.APPROVER, () -> grid.rows(SheetQuery.of(REGION, year, year), List.of(TAX)))
                .getFirst().at(year).orElseThrow();
    }

    private long write(String user, String text) {
        TestServices.as(user, Role.STATISTICIAN, () -> grid.save(REGION,
                List.of(new CellEdit(TAX, Integer.toString(year), text, cell().seen(), null))));
        return cell().seen();
    }

    private void submitted(String user) {
        var draft = write(user, "310");
        TestServices.as(user, Role.STATISTICIAN, () -> {
            grid.excuse(draft, "内部报表");
            return grid.submit(SheetQuery.of(REGION, year, year), List.of(cell().seen()));
        });
    }

    @Test
    void whoever_comes_by_the_address_of_a_cell_is_offered_the_way_down_to_its_panel() {
        open();
        assertThat(_get(Button.class, spec -> spec.withClasses("yj-sheet-down")).getText())
                .isEqualTo("去填 数字经济综合税收 " + year);
    }

    @Test
    void a_source_is_selected_in_the_text_of_its_document_and_stands_exactly_there() {
        var sentence = "全区完成税收310亿元，其中工业310亿元。";
        var text = "第%d号的答复\n%s\n联系人：张三 电话：62345678\n".formatted(year, sentence);
        var document = TestServices.as("li", Role.STATISTICIAN, () -> {
            var reply = replies.record(new NewReply("CITE" + year, ReplyKind.REPLY, "引发〔2024〕" + year + "号", "答复",
                    "上海市长宁区统计局", null, new IssueDate("2024-04-25"), Publicity.PUBLIC, Grade.A, null, null));
            replies.freeze(reply.id(), text.getBytes(StandardCharsets.UTF_8), "text/plain", text);
            return replies.reply(reply.id());
        });
        write("li", "310");
        open();
        press("选句");
        choose(document);
        press("作为出处");
        assertThat(quote().getErrorMessage()).as("the words stand twice").contains("不止一处");
        select(2, 15, 2, 19);
        assertThat(quote().getErrorMessage()).contains("联系方式");
        var second = sentence.lastIndexOf("310");
        select(1, second, 1, second + 5);
        assertThat(quote().getValue()).isEqualTo("310亿元");
        assertThat(quote().isInvalid()).isFalse();
        press("作为出处");
        assertThat(cell().draft().citations()).singleElement().satisfies(it -> {
            assertThat(it.exact()).isEqualTo("310亿元");
            assertThat(it.start()).isEqualTo(text.lastIndexOf("310"));
        });
    }

    @Test
    void a_sentence_of_another_year_is_named_where_it_is_chosen_and_kept_for_a_reason() {
        var text = "年份\n%d年全区完成税收310亿元。\n".formatted(year + 1);
        var document = TestServices.as("li", Role.STATISTICIAN, () -> {
            var reply = replies.record(new NewReply("YEAR" + year, ReplyKind.REPLY, "年份〔2024〕" + year + "号", "答复",
                    "上海市长宁区统计局", null, new IssueDate("2024-04-25"), Publicity.PUBLIC, Grade.A, null, null));
            replies.freeze(reply.id(), text.getBytes(StandardCharsets.UTF_8), "text/plain", text);
            return replies.reply(reply.id());
        });
        write("li", "310");
        open();
        press("选句");
        choose(document);
        select(1, 11, 1, 16);
        var why = _get(TextField.class, spec -> spec.withLabel("与引文不一致的理由"));
        assertThat(why.isVisible()).isTrue();
        assertThat(why.getHelperText()).contains("说的是%d年，这里填的是%d年".formatted(year + 1, year));
        press("作为出处");
        assertThat(why.getErrorMessage()).contains("说的是%d年".formatted(year + 1));
        why.setValue("沿用");
        press("作为出处");
        assertThat(cell().draft().departure()).isEqualTo("沿用");
    }

    @Test
    void nothing_is_offered_as_the_words_of_a_document_whose_text_nobody_holds_and_what_is_quoted_is_marked() {
        var document = TestServices.as("li", Role.STATISTICIAN, () -> replies.record(new NewReply("UNHELD" + year,
                ReplyKind.REPLY, "无文〔2024〕" + year + "号", "答复", "上海市长宁区统计局", null, new IssueDate("2024-04-25"),
                Publicity.PUBLIC, Grade.A, null, null)));
        write("li", "310");
        open();
        press("选句");
        choose(document);
        assertThat(quote().getValue()).isEmpty();
        press("作为出处");
        assertThat(cell().draft().citations()).isEmpty();
        quote().setValue("税收310亿元");
        press("作为出处");
        assertThat(cell().draft().citations()).hasSize(1);
        assertThat(words(panel())).contains("全文未存");
    }

    @Test
    void a_source_that_was_selected_in_an_older_text_is_refused_and_words_can_still_be_written() {
        var text = "第%d号的答复\n全区完成税收310亿元。\n".formatted(year);
        var document = TestServices.as("li", Role.STATISTICIAN, () -> {
            var reply = replies.record(new NewReply("CITE" + year, ReplyKind.REPLY, "引发〔2024〕" + year + "号", "答复",
                    "上海市长宁区统计局", null, new IssueDate("2024-04-25"), Publicity.PUBLIC, Grade.A, null, null));
            replies.freeze(reply.id(), text.getBytes(StandardCharsets.UTF_8), "text/plain", text);
            return replies.reply(reply.id());
        });
        write("li", "310");
        open();
        press("选句");
        choose(document);
        select(1, 6, 1, 11);
        var newer = "又稿\n" + text;
        TestServices.as("wu", Role.STATISTICIAN,
                () -> replies.freeze(document.id(), newer.getBytes(StandardCharsets.UTF_8), "text/plain", newer));
        press("作为出处");
        assertThat(quote().getErrorMessage()).contains("已换新版正文");
        quote().setValue("税收310亿元");
        ComponentUtil.fireEvent(quote(), new ComponentValueChangeEvent<>(quote(), quote(), "", true));
        press("作为出处");
        assertThat(cell().draft().citations()).singleElement()
                .satisfies(it -> assertThat(it.start()).isEqualTo(newer.indexOf("税收")));
    }

    @Test
    void words_are_found_whatever_blanks_their_document_is_set_with() {
        var text = "空格\n全区完成税收 310\u3000亿元。\n";
        var draft = write("li", "310");
        TestServices.as("li", Role.STATISTICIAN, () -> {
            var reply = replies.record(new NewReply("BLANK" + year, ReplyKind.REPLY, "空格〔2024〕" + year + "号", "答复",
                    "上海市长宁区统计局", null, new IssueDate("2024-04-25"), Publicity.PUBLIC, Grade.A, null, null));
            replies.freeze(reply.id(), text.getBytes(StandardCharsets.UTF_8), "text/plain", text);
            grid.cite(draft, new Quote.Written(reply.id(), "税收310亿 元"), "");
            return null;
        });
        assertThat(cell().draft().citations()).singleElement()
                .satisfies(it -> assertThat(it.exact()).isEqualTo("税收 310\u3000亿元"));
    }

    @SuppressWarnings("unchecked")
    private static void choose(Reply document) {
        _get(ComboBox.class, spec -> spec.withLabel("文件")).setValue(document);
    }

    private static TextField quote() {
        return _get(TextField.class, spec -> spec.withLabel("原句"));
    }

    /** Selects from one place to another, each by the number of its line and the signs before it. */
    private static void select(int fromBlock, int from, int toBlock, int to) {
        var detail = JacksonUtils.createObjectNode().put("fromBlock", fromBlock).put("from", from)
                .put("toBlock", toBlock).put("to", to);
        var data = JacksonUtils.createObjectNode();
        data.set("event.detail", detail);
        _fireDomEvent(_get(PaperCaret.class), "yj-select", data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VIEWER", "ANALYST", "ADMIN"})
    void who_has_nothing_to_do_with_drafts_does_not_reach_the_sheet(String role) {
        open("zhang", Role.valueOf(role));
        assertThat(_find(SheetPanel.class)).isEmpty();
    }

    @Test
    void a_statistician_enters_a_figure_with_its_reason_and_hands_it_over() {
        open();
        assertThat(_get(Button.class, spec -> spec.withText("提交草稿 0")).isEnabled()).isFalse();
        sheet().save(1, Why.EDIT, List.of(new GridEdit(TAX, Integer.toString(year), "约310亿元", 0, null)));
        assertThat(words(sheet())).contains("已存 1 格");
        assertThat(cell().look()).isEqualTo(SheetCell.Look.DRAFT);
        excuse("内部报表");
        press("提交草稿 1");
        var dialog = _get(ConfirmDialog.class);
        ConfirmDialogKt._fireConfirm(dialog);
        assertThat(words(sheet())).contains("已提交 1 条，等审核人审定");
        assertThat(cell().look()).isEqualTo(SheetCell.Look.SUBMITTED);
    }

    @Test
    void an_approver_reads_and_can_write_nothing() {
        write("li", "310");
        open("zhao", Role.APPROVER);
        assertThat(_find(Button.class, spec -> spec.withText("提交草稿 1"))).isEmpty();
        assertThat(_find(panel(), TextField.class)).isEmpty();
        assertThat(words(panel())).contains("310", "li");
        sheet().save(1, Why.EDIT, List.of(new GridEdit(TAX, Integer.toString(year), "311", cell().seen(), null)));
        assertThat(cell().shown().orElseThrow().figure().printed()).isEqualTo("310");
    }

    /** Does something as somebody whose page is another one. */
    private static void elsewhere(String user, Role role, Runnable work) {
        CompletableFuture.runAsync(() -> TestServices.as(user, role, () -> {
            work.run();
            return null;
        })).join();
    }

    private static void awaitNews(String words) {
        Awaitility.await().pollInSameThread().pollInterval(Duration.ofMillis(10)).untilAsserted(() -> {
            MockVaadin.clientRoundtrip(false);
            assertThat(words(sheet())).contains(words);
        });
    }

    @Test
    void what_is_decided_on_another_page_reaches_an_open_sheet() {
        submitted("li");
        open();
        elsewhere("zhao", Role.APPROVER, () -> observations.giveBack(List.of(cell().seen()), "请核对单位"));
        awaitNews("zhao 刚退回了 1 格");
        assertThat(words(panel())).contains("请核对单位");
        elsewhere("qian", Role.STATISTICIAN, () -> observations.submit(List.of(cell().seen())));
        awaitNews("qian 刚提交了 1 格");
        assertThat(words(panel())).contains("已提交审定，不能改");
        assertThat(_find(panel(), FigureText.class)).as("what waits is read").hasSize(1);
        elsewhere("sun", Role.APPROVER, () -> observations.approve(List.of(cell().seen())));
        awaitNews("sun 刚审定了 1 格");
        assertThat(_find(panel(), Button.class, spec -> spec.withText("起草更正"))).as("it is locked now").hasSize(1);
    }

    @Test
    void who_answers_for_another_department_hears_of_what_is_approved_and_of_no_draft() {
        logIn(Access.authentication(new CurrentAccount("wu", "wu", Role.STATISTICIAN,
                new Scope(Set.of(), Set.of("310105-NOBODY")))));
        visit(Routes.ENTRY + "?region=" + REGION + "&from=" + year + "&to=" + (year + 1) + "&cell=" + TAX + "." + year);
        elsewhere("li", Role.STATISTICIAN, () -> submitted("li"));
        var row = cell().seen();
        sheet().changed(new CellsChanged(REGION, Set.of(), Set.of(cell().key()), "li"));
        assertThat(said()).isEmpty();
        sheet().changed(new CellsChanged(REGION, Set.of(cell().key()), Set.of(), "zhang"));
        assertThat(said()).isEqualTo("1 格有更新（zhang）");
        elsewhere("zhao", Role.APPROVER, () -> observations.approve(List.of(row)));
        awaitNews("1 格有更新（zhao）");
        assertThat(words(sheet())).doesNotContain("li 刚提交了").doesNotContain("li 刚改了");
    }

    @Test
    void what_is_due_of_another_department_is_not_counted_and_its_cell_tells_who_can_do_it() {
        logIn(Access.authentication(new CurrentAccount("wu", "wu", Role.STATISTICIAN,
                new Scope(Set.of(), Set.of("310105-NOBODY")))));
        visit(Routes.ENTRY + "?region=" + REGION + "&from=2010&to=2025&cell=" + TAX + ".2010");
        assertThat(words()).contains("应报未报 0", "重要问题未说明 0");
        assertThat(words(panel())).contains("请由负责的人").doesNotContain("这条草稿");
        logIn("li", Role.STATISTICIAN.name());
        visit(Routes.ENTRY + "?region=" + REGION + "&from=2010&to=2025&cell=" + TAX + ".2010");
        assertThat(words()).doesNotContain("应报未报 0");
    }

    @Test
    void nobody_approves_their_own() {
        submitted("li");
        var row = cell().seen();
        assertThatThrownBy(() -> TestServices.as("li", Role.APPROVER, () -> observations.approve(List.of(row))))
                .isInstanceOfSatisfying(RuleViolation.class, it ->
                        assertThat(it.key()).isEqualTo("observation.step.own"));
        TestServices.as("zhao", Role.APPROVER, () -> observations.approve(List.of(row)));
        assertThat(cell().look()).isEqualTo(SheetCell.Look.APPROVED);
    }

    @Test
    void who_handed_a_figure_over_recalls_it_in_its_cell() {
        submitted("li");
        open();
        assertThat(words(panel())).contains("审定之前，只有提交的人可以取回");
        press("取回再改");
        assertThat(cell().look()).isEqualTo(SheetCell.Look.DRAFT);
        assertThat(words(panel())).contains("取回");
        assertThat(_find(panel(), TextField.class, spec -> spec.withClasses("yj-cell-value"))).hasSize(1);
        press("提交这一条");
        var row = cell().seen();
        TestServices.as("zhao", Role.APPROVER, () -> observations.approve(List.of(row)));
        press("取回再改");
        assertThat(words(panel())).as("it came too late").contains("已被别人改动");
        assertThat(cell().look()).isEqualTo(SheetCell.Look.APPROVED);
    }

    @Test
    void nobody_recalls_what_somebody_else_handed_over() {
        submitted("li");
        open("qian", Role.STATISTICIAN);
        assertThat(words(panel())).contains("已提交审定，不能改。请提交的人取回");
        assertThat(_find(Button.class, spec -> spec.withText("取回再改"))).isEmpty();
    }

    @Test
    void what_waits_for_approval_has_no_form_and_what_is_approved_takes_a_correction_with_a_reason() {
        submitted("li");
        open();
        assertThat(_find(panel(), TextField.class, spec -> spec.withClasses("yj-cell-value"))).isEmpty();
        assertThat(words(panel())).contains("已提交审定，不能改");
        assertThat(_find(panel(), FigureText.class)).as("what waits is read").hasSize(1);
        TestServices.as("zhao", Role.APPROVER, () -> observations.approve(List.of(cell().seen())));
        open();
        field("yj-cell-value").setValue("311");
        press("起草更正");
        assertThat(field("yj-cell-reason").getErrorMessage()).isEqualTo("更正没有写原因。请写明为何更正。");
        field("yj-cell-reason").setValue("<script>alert(1)</script>");
        press("起草更正");
        assertThat(field("yj-cell-reason").getErrorMessage()).isEqualTo("这里不能有网页代码，如“<script>”。请去掉尖括号，用文字来写，例如把“<”写作“小于”。");
        field("yj-cell-reason").setValue("录入有误");
        press("起草更正");
        assertThat(cell().shown().orElseThrow().figure().printed()).isEqualTo("311");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            310平方米|不能用于本指标，它的单位是 亿元
            1.2.3|有两个小数点。请只留一个
            =A1+B1|是公式，不是数字
            <script>alert(1)</script>|不能有网页代码
            未报|里没有数字
            """)
    void what_is_wrong_with_a_value_is_said_at_its_field(String typed, String words) {
        open();
        field("yj-cell-value").setValue(typed);
        assertThat(field("yj-cell-value").isInvalid()).isTrue();
        assertThat(field("yj-cell-value").getErrorMessage()).contains(words);
        assertThat(field("yj-cell-interval").getValue()).isEmpty();
        field("yj-cell-value").setValue("约310");
        assertThat(field("yj-cell-value").isInvalid()).isFalse();
        assertThat(field("yj-cell-interval").getValue()).contains("305");
    }

    @Test
    void a_limiting_word_is_chosen_or_typed() {
        open();
        field("yj-cell-value").setValue("约310亿元");
        assertThat(_get(panel(), Select.class).getValue()).isEqualTo(Qualifier.ABOUT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20223|310|“20223”不是年份
            去年|310|读不出期间
            2024-02-30|310|日历上没有
            2001-07|1.2.3|有两个小数点
            2001-08||格内没有数字
            """)
    void a_figure_of_another_period_is_refused_where_it_is_wrong(String period, String typed, String words) {
        open();
        var form = _get(panel(), Section.class, spec -> spec.withClasses("yj-cell-other"));
        var fields = _find(form, TextField.class);
        fields.getFirst().setValue(period);
        fields.getLast().setValue(typed == null ? "" : typed);
        press("填入");
        assertThat(fields).filteredOn(TextField::isInvalid).singleElement().satisfies(it ->
                assertThat(it.getErrorMessage()).contains(words));
    }

    @Test
    void a_reason_is_words() {
        write("li", "310");
        open();
        excuse("内部报表");
        assertThat(cell().shown().orElseThrow().uncitedReason()).isEqualTo("内部报表");
        excuse("<script>alert(1)</script>");
        assertThat(field("yj-cell-excuse").getErrorMessage()).isEqualTo("这里不能有网页代码，如“<script>”。请去掉尖括号，用文字来写，例如把“<”写作“小于”。");
        assertThat(cell().shown().orElseThrow().uncitedReason()).isEqualTo("内部报表");
    }

    @Test
    void a_finding_is_told_while_it_is_typed_and_explained_once_it_is_kept() {
        // no figure of another test beside this one
        year = ++years;
        TestServices.as("li", Role.STATISTICIAN, () -> rules.add(Rule.of(
                new Condition.Range(TAX, null, new BigDecimal(900_000)), Importance.HIGH)));
        open();
        field("yj-cell-value").setValue("950000");
        assertThat(words(panel())).contains("高", "不在");
        assertThat(_find(panel(), TextField.class, spec -> spec.withClasses("yj-cell-why"))).isEmpty();
        field("yj-cell-value").setValue("310");
        assertThat(words(panel())).contains("没有发现问题");
        write("li", "950000");
        assertThat(cell().finding()).isEqualTo(Importance.HIGH);
        open();
        assertThat(words()).as("nothing was refused").contains("不合格 0", "重要问题未说明 1");
        press("说明后保留");
        assertThat(field("yj-cell-why").getErrorMessage()).isEqualTo("没有写说明。请写明这个数为何仍然正确。");
        field("yj-cell-why").setValue("口径含企业集团");
        press("说明后保留");
        assertThat(words(panel())).contains("已说明：口径含企业集团（li）");
        assertThat(cell().finding()).isNull();
        assertThat(words()).contains("不合格 0", "重要问题未说明 0");
    }

    @Test
    void the_usual_range_of_a_series_stands_beside_its_figure_with_the_years_it_comes_from() {
        var code = "UR_LANE_REPAIR_AREA";
        var known = List.of("100", "110", "132", "151.8", "151.8", "159.39", "约175.329");
        TestServices.as("li", Role.STATISTICIAN, () -> grid.save(REGION, IntStream.range(0, known.size()).mapToObj(i ->
                new CellEdit(code, Integer.toString(1910 + i), known.get(i), 0, null)).toList()));
        logIn("wu", Role.STATISTICIAN.name());
        visit(Routes.ENTRY + "?region=" + REGION + "&from=1910&to=1918&cell=" + code + ".1917");
        assertThat(words(usual())).contains("≈147.4–238.4万平方米（推算）", "本格还没有数字",
                "按 1911–1916 年的 6 次年度变动推算，从1916年的 约175.329万平方米 起算");
        field("yj-cell-value").setValue("180");
        assertThat(words(usual())).contains("本格 180万平方米", "在范围内");
        field("yj-cell-value").setValue("约250");
        assertThat(words(usual())).contains("本格 约250万平方米", "高于范围");
        assertThat(words(panel())).contains("与历年变动相比离群");
        field("yj-cell-value").setValue("140");
        assertThat(words(usual())).contains("低于范围");
        field("yj-cell-value").setValue("1.5.0");
        assertThat(words(usual())).as("nothing is said of what can't be read").doesNotContain("推算");

        visit(Routes.ENTRY + "?region=" + REGION + "&from=1910&to=1918&cell=" + code + ".1918");
        assertThat(words(usual())).as("nothing stands in the year before").doesNotContain("推算");
        logIn("zhao", Role.APPROVER.name());
        visit(Routes.ENTRY + "?region=" + REGION + "&from=1910&to=1918&cell=" + code + ".1914");
        assertThat(words(usual())).as("four other changes are too few").doesNotContain("推算");
        visit(Routes.ENTRY + "?region=" + REGION + "&from=1910&to=1918&cell=" + code + ".1916");
        assertThat(words(usual())).contains("按 1911–1915 年的 5 次年度变动推算", "本格 约175.329万平方米", "在范围内");
    }

    private static UsualSection usual() {
        return _get(panel(), UsualSection.class);
    }

    @Test
    void the_report_of_a_paste_counts_what_stays_in_the_sheet_apart_from_what_has_no_place_there() {
        open();
        sheet().save(1, Why.EDIT, List.of(new GridEdit(TAX, Integer.toString(year), "310", 0, null),
                new GridEdit("DE_FIRMS", Integer.toString(year), "1.2.3", 0, null),
                new GridEdit("NO_SUCH", Integer.toString(year), "5", 0, null),
                new GridEdit("DE_FIRMS", "20223", "5", 0, null)));
        assertThat(words(sheet())).contains("已存 1 格，1 格不合格，原样留在表里，2 格没有写入");
        sheet().save(2, Why.EDIT, List.of(new GridEdit("NO_SUCH", Integer.toString(year), "5", 0, null)));
        assertThat(said()).as("what is none isn't counted").startsWith("1 格没有写入");
        sheet().save(3, Why.BACK, List.of(new GridEdit(TAX, Integer.toString(year), "", cell().seen(), null)));
        assertThat(said()).isEqualTo("已撤销，1 格恢复原样");
        sheet().save(4, Why.FORTH, List.of(new GridEdit(TAX, Integer.toString(year), "310", 0, null)));
        assertThat(said()).isEqualTo("已重做 1 格");
        sheet().invalid(1);
        assertThat(words()).contains("不合格 1");
        sheet().invalid(0);
        assertThat(words()).contains("不合格 0");
    }

    @Test
    void what_is_kept_in_the_panel_is_said_beside_what_was_refused_in_the_sheet() {
        open();
        sheet().save(1, Why.EDIT, List.of(new GridEdit(TAX, Integer.toString(year), "260公里", 0, null)));
        assertThat(said()).isEqualTo("1 格不合格，原样留在表里");
        sheet().invalid(1);
        var fields = _find(_get(panel(), Section.class, spec -> spec.withClasses("yj-cell-other")), TextField.class);
        fields.getFirst().setValue(year + "-07");
        fields.getLast().setValue("5");
        press("填入");
        assertThat(said()).isEqualTo("已存。另有 1 格不合格，原样留在表里");
    }

    private void awaitSaid(String words) {
        Awaitility.await().pollInSameThread().pollInterval(Duration.ofMillis(10)).untilAsserted(() -> {
            MockVaadin.clientRoundtrip(false);
            assertThat(said()).isEqualTo(words);
        });
    }

    @Test
    void an_open_sheet_hears_of_what_its_figures_are_held_against_and_of_what_they_are() {
        var draft = write("li", "980000");
        open();
        assertThat(draft).isPositive();
        elsewhere("wu", Role.STATISTICIAN, () -> rules.add(Rule.of(
                new Condition.Range(TAX, null, new BigDecimal(975_000)), Importance.MEDIUM)));
        awaitSaid("“数字经济综合税收”的目录、口径或规则有更新，已按新的显示");
        assertThat(words(panel())).contains("不在");
        sheet().say("grid.comma");
        elsewhere("wu", Role.STATISTICIAN, () -> definitions.add(new Definition(TAX, null, 0, 2090, "口径", null, null,
                PriceBasis.NONE, true, null)));
        awaitSaid("“数字经济综合税收”的目录、口径或规则有更新，已按新的显示");
    }

    private static String said() {
        return _get(sheet(), Span.class, spec -> spec.withClasses("yj-sheet-status")).getText();
    }

    @Test
    void a_returned_figure_says_why_beside_its_form_and_takes_another_source_whose_change_is_told() {
        var names = List.of("甲" + year, "乙" + year);
        var documents = TestServices.as("li", Role.STATISTICIAN, () -> names.stream().map(name -> replies.record(
                new NewReply("RE" + name, ReplyKind.REPLY, name + "号", "答复", "上海市长宁区统计局", null,
                        new IssueDate("2024-04-25"), Publicity.PUBLIC, Grade.A, null, null))).toList());
        var draft = write("li", "310");
        TestServices.as("li", Role.STATISTICIAN, () -> {
            grid.cite(draft, new Quote.Written(documents.getFirst().id(), "310亿元"), "");
            return grid.submit(SheetQuery.of(REGION, year, year), List.of(cell().seen()));
        });
        TestServices.as("zhao", Role.APPROVER, () -> observations.giveBack(List.of(cell().seen()), "出处引错"));
        open();
        assertThat(words(panel())).contains("理由：出处引错");
        press("换一处出处");
        choose(documents.getLast());
        quote().setValue("税收310亿元");
        press("作为出处");
        assertThat(cell().draft().reply().id()).isEqualTo(documents.getLast().id());
        assertThat(words(panel())).contains("甲" + year + "号“310亿元” → ", "乙" + year + "号“税收310亿元”");
        logIn("root", Role.ADMIN.name());
        visit(Routes.AUDIT);
        assertThat(words()).contains("原：310 · 甲" + year + "号", "新：310 · 乙" + year + "号");
    }

    @SuppressWarnings("unchecked")
    @Test
    void a_department_narrows_the_sheet_to_its_figures_and_is_named_on_their_pages() {
        TestServices.as("li", Role.STATISTICIAN, () -> {
            indicators.addDepartments(List.of(new Department("D" + year, "某局" + year, "Some Bureau " + year)));
            var tax = indicators.catalogue().indicator(TAX);
            indicators.addIndicators(List.of(new Indicator("OF" + year, "某局的指标" + year, "Its figure " + year, tax.theme(),
                    "D" + year, tax.unit(), tax.nature(), tax.direction(), tax.priceBasis(), null, null, null, null, null,
                    true, null)));
            return null;
        });
        open();
        assertThat(_get(Select.class, spec -> spec.withPredicate(it -> it.getAriaLabel().orElse("").equals("部门"))))
                .isNotNull();
        visit(Routes.ENTRY + "?region=" + REGION + "&department=D" + year);
        assertThat(words()).contains("指标 1");
        visit(Routes.indicator("OF" + year));
        assertThat(words()).contains("主责某局" + year);
    }

    @Test
    void a_paste_is_shown_before_it_is_written_with_what_is_refused_and_why() {
        open();
        sheet().paste(new GridBlock(7, List.of(new GridEdit(TAX, Integer.toString(year), "310", 0, null),
                new GridEdit("DE_FIRMS", Integer.toString(year), "=A1+B1", 0, null),
                new GridEdit("DE_FIRMS", "20223", "5", 0, null)), 2, List.of("2030", "2031"), true, "万元"));
        var dialog = _get(PasteDialog.class);
        assertThat(words(dialog)).contains("将写入 1 格；不合格 2 格；与原来相同 0 格；超出表外 2 格。",
                "2030、2031 年不在表里显示，没有写入", "按表头对位。", "表上写着单位：万元", "“=A1+B1”是公式，不是数字", "“20223”不是年份", "→ 310");
        assertThat(cell().look()).isEqualTo(SheetCell.Look.EMPTY);
        press("取消");
        assertThat(_find(PasteDialog.class)).isEmpty();
        sheet().paste(new GridBlock(8, List.of(new GridEdit("DE_FIRMS", Integer.toString(year), "1.2.3", 0, null)), 0,
                List.of(), false, ""));
        assertThat(_get(Button.class, spec -> spec.withText("写入 0 格")).isEnabled()).isFalse();
    }

    @Test
    void what_could_not_be_kept_stays_in_the_panel_until_it_is_given_up() {
        open();
        sheet().at(new GridPlace(TAX, Integer.toString(year), Integer.toString(year), "1.2.3", "REFUSED", "有两个小数点"));
        assertThat(_get(panel(), Div.class, spec -> spec.withClasses("yj-cell-refused")).getElement()
                .getTextRecursively()).contains("“1.2.3”没有存上");
        press("不要了");
        assertThat(_find(panel(), Div.class, spec -> spec.withClasses("yj-cell-refused"))).isEmpty();
    }

    @Test
    void why_something_was_refused_is_said_once_at_the_field_where_that_knows_it() {
        open();
        var why = "“1.2.3”有两个小数点。请只留一个。";
        sheet().at(new GridPlace(TAX, Integer.toString(year), Integer.toString(year), "1.2.3", "REFUSED", why));
        assertThat(field("yj-cell-value").getErrorMessage()).isEqualTo(why);
        assertThat(_find(panel(), Span.class, spec -> spec.withText(why))).isEmpty();
        assertThat(words(panel())).contains("“1.2.3”没有存上。", "还没有可校核的数值。");
        sheet().at(new GridPlace(TAX, Integer.toString(year), Integer.toString(year), "7", "REFUSED", "现在不能写"));
        assertThat(_find(panel(), Span.class, spec -> spec.withText("现在不能写"))).hasSize(1);
    }

    @Test
    void what_was_refused_stays_in_the_panel_whatever_others_change_meanwhile() {
        open();
        sheet().at(new GridPlace(TAX, Integer.toString(year), Integer.toString(year), "7", "OVERTAKEN", "li 已先写了 8"));
        sheet().changed(new IndicatorChanged(TAX));
        assertThat(words(panel())).contains("“7”没有存上。", "li 已先写了 8");
        assertThat(_find(panel(), Button.class, spec -> spec.withText("用我的"))).hasSize(1);
        sheet().save(1, Why.EDIT, List.of(new GridEdit(TAX, Integer.toString(year), "7", 0, null)));
        assertThat(words(panel())).doesNotContain("没有存上");
    }

    @Test
    void a_figure_that_is_being_written_stays_while_its_source_is_excused() {
        write("li", "310");
        open();
        var value = field("yj-cell-value");
        value.setValue("320");
        ComponentUtil.fireEvent(value, new ComponentValueChangeEvent<>(value, value, "310", true));
        excuse("内部报表");
        assertThat(cell().shown().orElseThrow().uncitedReason()).isEqualTo("内部报表");
        assertThat(field("yj-cell-value").getValue()).isEqualTo("320");
        field("yj-cell-value").setValue("310");
    }

    @Test
    void what_is_kept_is_never_told_to_be_lost() {
        open();
        var broken = mock(Sheets.class, AdditionalAnswers.delegatesTo(grid));
        var sheet = new SheetPanel(broken, indicators.catalogue(), replies, SheetQuery.of(REGION, year, year), false, "li",
                () -> { }, (row, column) -> { }, (row, period) -> { }, () -> "");
        doThrow(new IllegalStateException("the store is away")).when(broken).rows(any(), any());
        sheet.save(1, Why.EDIT, List.of(new GridEdit(TAX, Integer.toString(year), "320", 0, null)));
        assertThat(cell().shown().orElseThrow().figure().printed()).isEqualTo("320");
        assertThat(_get(sheet, Span.class, spec -> spec.withClasses("yj-sheet-status")).getText())
                .startsWith("已经存好，但这里没能显示最新内容");
    }

    @Test
    void whoever_comes_by_the_address_of_a_cell_is_seen_in_it_by_others() {
        open();
        var others = new AtomicReference<>(List.<GridOther>of());
        var page = new UI();
        page.getInternals().setSession(VaadinSession.getCurrent());
        presence.sit(page, REGION, "王", "王", new Presence.Listener() {

            @Override
            public void others(List<GridOther> all) {
                others.set(all);
            }

            @Override
            public void changed(CellsChanged change) {
                // nothing is written here
            }

            @Override
            public void changed(IndicatorChanged change) {
                // nor there
            }
        });
        Awaitility.await().pollInSameThread().pollInterval(Duration.ofMillis(10)).untilAsserted(() -> {
            MockVaadin.clientRoundtrip(false);
            assertThat(others.get()).extracting(GridOther::row, GridOther::period)
                    .contains(tuple(TAX, Integer.toString(year)));
        });
    }

    @Test
    void a_figure_in_a_unit_far_below_that_of_its_row_is_kept_and_read_again() {
        var draft = write("li", "31000000000元");
        assertThat(draft).isPositive();
        open();
        assertThat(cell().shown().orElseThrow().figure().value()).isEqualByComparingTo("310");
        assertThat(field("yj-cell-value").getValue()).isEqualTo("31000000000元");
    }

    @Test
    void words_of_a_change_are_refused_where_a_level_is_stated() {
        open();
        sheet().save(1, Why.EDIT, List.of(new GridEdit(TAX, Integer.toString(year), "增长5", 0, null)));
        assertThat(cell().look()).isNotEqualTo(SheetCell.Look.DRAFT);
        field("yj-cell-value").setValue("降5");
        assertThat(field("yj-cell-value").getErrorMessage()).contains("“降”说的是变动");
    }

    @Test
    void what_is_being_written_stays_beside_all_that_changes_and_is_marked_when_it_can_no_longer_be_kept() {
        write("li", "310");
        open();
        var value = field("yj-cell-value");
        value.setValue("320");
        ComponentUtil.fireEvent(value, new ComponentValueChangeEvent<>(value, value, "310", true));
        excuse("内部报表");
        assertThat(words(panel())).as("the panel follows").doesNotContain("没有出处。请选句");
        assertThat(field("yj-cell-value").getValue()).isEqualTo("320");
        press("提交草稿 1");
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(words(panel())).contains("“320”没有存上。", "这一格已经提交，不能再写。");
    }

    @Test
    void nobody_is_led_into_the_cells_of_a_region_that_they_did_not_ask_for() {
        logIn(Access.authentication(new CurrentAccount("wu", "wu", Role.STATISTICIAN, new Scope(Set.of("310000"), Set.of()))));
        visit(Routes.ENTRY + "?region=" + REGION + "&cell=" + TAX + "." + year);
        assertThat(_find(SheetPanel.class)).isEmpty();
        assertThat(words()).contains("“长宁区”不在您负责的范围内", "打开上海市的年报表");
    }

    private void returned(String why) {
        submitted("li");
        TestServices.as("zhao", Role.APPROVER, () -> observations.giveBack(List.of(cell().seen()), why));
    }

    @Test
    void a_returned_figure_is_handed_over_again_as_it_is_from_its_panel() {
        returned("请核对单位");
        open();
        press("再次提交");
        assertThat(cell().look()).isEqualTo(SheetCell.Look.SUBMITTED);
        assertThat(words(panel())).contains("已提交审定，不能改", "310");
    }

    @Test
    void what_is_typed_beside_a_returned_figure_is_not_lost_by_handing_it_over() {
        returned("请核对单位");
        open();
        var field = field("yj-cell-value");
        field.setValue("311");
        ComponentUtil.fireEvent(field, new ComponentValueChangeEvent<>(field, field, "310", true));
        press("再次提交");
        assertThat(field("yj-cell-value").getErrorMessage()).isEqualTo("填的数还没有存。请先存入，再提交。");
        assertThat(field("yj-cell-value").getValue()).isEqualTo("311");
        assertThat(cell().look()).isEqualTo(SheetCell.Look.RETURNED);
    }

    @Test
    void a_returned_figure_that_is_explained_stays_returned_until_it_is_handed_over_again() {
        // no figure of another test beside this one
        years++;
        TestServices.as("li", Role.STATISTICIAN, () -> rules.add(Rule.of(
                new Condition.Range(TAX, null, new BigDecimal(960_000)), Importance.HIGH)));
        var draft = write("li", "970000");
        TestServices.as("li", Role.STATISTICIAN, () -> {
            grid.excuse(draft, "内部报表");
            return grid.submit(SheetQuery.of(REGION, year, year), List.of(cell().seen()));
        });
        TestServices.as("zhao", Role.APPROVER, () -> observations.giveBack(List.of(cell().seen()), "请说明"));
        open();
        _find(panel(), TextField.class, spec -> spec.withClasses("yj-cell-why")).forEach(why -> why.setValue("口径含企业集团"));
        _find(panel(), Button.class, spec -> spec.withText("说明后保留")).forEach(Button::click);
        assertThat(words()).contains("已退回 1");
        assertThat(words(panel())).contains("理由：请说明", "已说明：口径含企业集团（li）", "zhao970000 · 退回 · 请说明")
                .doesNotContain("草稿 · 请说明");
        TestServices.as("li", Role.STATISTICIAN, () -> {
            grid.excuse(cell().seen(), "月报");
            return null;
        });
        open();
        assertThat(words(panel())).contains("理由：请说明", "li970000 · 仍是已退回 · 出处：内部报表 → 月报")
                .containsOnlyOnce("· 请说明");
        press("再次提交");
        assertThat(cell().look()).isEqualTo(SheetCell.Look.SUBMITTED);
    }

    @Test
    void a_correction_stands_beside_what_is_approved_and_its_history_says_from_what_to_what() {
        submitted("li");
        var row = cell().seen();
        var approved = TestServices.as("zhao", Role.APPROVER, () -> observations.approve(List.of(row))).getFirst();
        TestServices.as("li", Role.STATISTICIAN, () -> {
            grid.correct(approved, "312", "按决算更正");
            return null;
        });
        open();
        var stands = _get(panel(), Div.class, spec -> spec.withClasses("yj-cell-stands"));
        assertThat(words(stands)).contains("已审定", "310");
        assertThat(words(panel())).contains("310 → 312 · 草稿", "理由：按决算更正");
    }

    @Test
    void whoever_comes_second_is_told_in_the_panel_at_once_what_was_not_saved_and_what_stands_there() {
        open();
        elsewhere("wu", Role.STATISTICIAN, () -> write("wu", "8"));
        sheet().save(1, Why.EDIT, List.of(new GridEdit(TAX, Integer.toString(year), "7", 0, null)));
        sheet().at(new GridPlace("DE_TAX", Integer.toString(year + 1), Integer.toString(year + 1), "", "", ""));
        assertThat(words(panel())).contains("您填的“7”没有存上，wu 已先写了 8");
        assertThat(words(sheet())).contains("1 格没有存上：他人先改了");
        press("知道了");
        assertThat(words(panel())).doesNotContain("没有存上");
    }

    @Test
    void whoever_comes_second_in_emptying_a_cell_is_told_that_it_is_not_emptied() {
        var mine = write("li", "7");
        open();
        elsewhere("wu", Role.STATISTICIAN, () -> write("wu", "8"));
        sheet().save(1, Why.BACK, List.of(new GridEdit(TAX, Integer.toString(year), "", mine, null)));
        sheet().at(new GridPlace("DE_TAX", Integer.toString(year + 1), Integer.toString(year + 1), "", "", ""));
        assertThat(words(panel())).contains("：清空没有存上，wu 已先写了 8").doesNotContain("“”");
        assertThat(_get(sheet(), Span.class, spec -> spec.withClasses("yj-sheet-status")).getClassNames())
                .contains("yj-sheet-refused");
    }

    @Test
    void what_the_sheet_refuses_looks_like_a_refusal_and_what_it_does_like_none() {
        open();
        var status = _get(sheet(), Span.class, spec -> spec.withClasses("yj-sheet-status"));
        sheet().refused("粘贴的内容太大");
        assertThat(status.getText()).isEqualTo("粘贴的内容太大");
        assertThat(status.getClassNames()).contains("yj-sheet-refused");
        sheet().said("已撤销");
        assertThat(status.getClassNames()).doesNotContain("yj-sheet-refused");
    }

    @Test
    void drafts_that_cannot_be_handed_over_say_why_where_they_would_be() {
        write("li", "310");
        open();
        var submit = _get(Button.class, spec -> spec.withText("提交草稿 0"));
        assertThat(submit.getElement().getAttribute("title")).contains("1 条草稿都没有出处");
        assertThat(submit.getAriaLabel().orElseThrow()).contains("1 条草稿都没有出处");
        excuse("内部报表");
        assertThat(submit.getText()).isEqualTo("提交草稿 1");
        assertThat(submit.getElement().getAttribute("title")).isNull();
        assertThat(submit.getAriaLabel()).isEmpty();
    }

    @Test
    void one_draft_is_one_in_english_too() {
        write("li", "310");
        logIn("li", Role.STATISTICIAN.name());
        openTab(Locale.ENGLISH);
        open();
        excuse("内部报表");
        assertThat(_find(Button.class)).extracting(Button::getText).contains("Submit 1 draft");
        _click(_get(Button.class, spec -> spec.withText("Submit 1 draft")));
        assertThat(_get(ConfirmDialog.class).getElement().getProperty("header")).isEqualTo("Submit 1 draft?");
    }

    @Test
    void a_figure_that_is_asked_for_says_so_beside_the_sheet() {
        TestServices.as("qian", Role.APPROVER, () -> {
            chases.ask(new CellKey(TAX, REGION, new Period.Year(year)), null, LocalDate.of(2999, 1, 2), "请补报");
            return null;
        });
        open();
        assertThat(words(panel())).contains("在催", "限2999-01-02前（qian）：请补报");
    }

    @Test
    void the_panel_names_who_else_is_in_its_cell() {
        open();
        var here = Integer.toString(year);
        sheet().others(List.of(new GridOther(TAX, here, "王", "王五", 0),
                new GridOther(TAX, Integer.toString(year + 1), "孙", "孙六", 1)));
        assertThat(words(panel())).contains("王五 正在这一格").doesNotContain("孙六");
        sheet().others(List.of());
        assertThat(words(panel())).doesNotContain("正在这一格");
    }
}
