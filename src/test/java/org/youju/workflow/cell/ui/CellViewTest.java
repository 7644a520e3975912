package org.youju.workflow.cell.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.youju.TestServices;
import org.youju.UiTest;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.base.ui.WarnBox;
import org.youju.figure.FigureReader;
import org.youju.figure.Period;
import org.youju.indicator.Department;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Cell;
import org.youju.observation.CellKey;
import org.youju.observation.NewObservation;
import org.youju.observation.ObsStatus;
import org.youju.observation.ObservationService;
import org.youju.observation.State;
import org.youju.observation.ruling.Rulings;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.NewReply;
import org.youju.reply.Publicity;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyService;
import org.youju.security.Role;
import org.youju.security.Scope;
import org.youju.security.account.AccountData;
import org.youju.security.account.Accounts;
import org.youju.workflow.chase.Chases;
import org.youju.workflow.release.Releases;
import org.youju.workflow.withdrawal.Withdrawal;
import org.youju.workflow.withdrawal.Withdrawals;

@TestPropertySource(properties = {
    "spring.datasource.url=jdbc:h2:mem:todo-ui;DB_CLOSE_DELAY=-1;${youju.h2.options}",
    "youju.sample=true"
})
class CellViewTest extends UiTest {

    private static int documents;

    @Autowired
    private Chases chases;
    @Autowired
    private ReplyService replies;
    @Autowired
    private ObservationService observations;
    @Autowired
    private IndicatorService indicators;
    @Autowired
    private Rulings rulings;
    @Autowired
    private Accounts accounts;
    @Autowired
    private Releases releases;
    @Autowired
    private Withdrawals withdrawals;

    private CellKey cell;
    private long first;

    @BeforeEach
    void two_sources_state_a_cell() {
        cell = new CellKey("DE_TAX", "310105", new Period.Year(1900 + documents));
        first = approved("2026-04-25", "88亿元");
        approved("2026-05-25", "99亿元");
    }

    private NewObservation states(String date, String printed) {
        var reply = replies.record(new NewReply("CELL" + ++documents, ReplyKind.REPLY, "格〔2026〕" + documents + "号",
                "答复", "发文机关" + documents, null, new IssueDate(date), Publicity.PUBLIC, Grade.A, null, null));
        return states(reply.id(), printed);
    }

    private NewObservation states(long reply, String printed) {
        var catalogue = indicators.catalogue();
        var indicator = catalogue.indicator("DE_TAX");
        return new NewObservation("DE_TAX", "310105", cell.period(), null, reply,
                new FigureReader(catalogue.units()).read(printed, indicator.unit(), indicator.nature()), ObsStatus.A, null,
                null, null, List.of(replies.quote(reply, printed).id()));
    }

    private long approved(String date, String printed) {
        var submitted = as("li", Role.STATISTICIAN,
                () -> observations.submit(observations.draft(List.of(states(date, printed)))));
        return as("zhao", Role.APPROVER, () -> observations.approve(submitted)).getFirst();
    }

    private static <T> T as(String user, Role role, Supplier<T> work) {
        return TestServices.as(user, role, work);
    }

    private void open(String user, String role) {
        logIn(user, role);
        visit(Routes.cell(cell.indicator(), cell.region(), cell.period().code()));
    }

    private Cell now() {
        return Cell.of(observations.statements(cell)).getFirst();
    }

    private static Button last(String words) {
        return _find(Button.class, spec -> spec.withText(words)).getLast();
    }

    private static boolean has(String words) {
        return !_find(Button.class, spec -> spec.withText(words)).isEmpty();
    }

    @Test
    void an_approver_lets_one_source_represent_the_cell_with_a_reason_and_takes_it_back() {
        open("qian", Role.Names.APPROVER);
        assertThat(words()).contains("来源互相抵触，待裁定", "88", "99");
        _click(last("以此为准"));
        _click(last("以此为准"));
        assertThat(_get(TextArea.class, spec -> spec.withLabel("理由")).getErrorMessage())
                .isEqualTo("没有写理由。请写明为何以此为准。");
        _get(TextArea.class, spec -> spec.withLabel("理由")).setValue("口径一致");
        _click(last("以此为准"));
        assertThat(now().representing().id()).isEqualTo(first);
        assertThat(words()).contains("裁定", "口径一致", "qian").doesNotContain("待裁定");
        _click(last("撤回裁定"));
        _get(TextArea.class, spec -> spec.withLabel("撤回的理由")).setValue("来函更正");
        _click(last("撤回裁定"));
        assertThat(now().ruling()).isEmpty();
        assertThat(words()).contains("以往的裁定（1）", "来函更正");
    }

    @Test
    void who_submitted_a_figure_recalls_it_here_and_the_history_tells() {
        as("li", Role.STATISTICIAN, () -> observations.submit(observations.draft(List.of(states("2026-06-25", "77亿元")))));
        open("qian", Role.Names.STATISTICIAN);
        assertThat(has("取回")).isFalse();
        open("li", Role.Names.STATISTICIAN);
        assertThat(words()).contains("您提交的；审定之前可以取回再改");
        _click(last("取回"));
        assertThat(has("取回")).isFalse();
        assertThat(words()).contains("草稿", "取回");
        var draft = as("li", Role.STATISTICIAN, () -> observations.inPreparation(cell)).getFirst();
        assertThat(draft.state()).isEqualTo(State.DRAFT);
        as("li", Role.STATISTICIAN, () -> {
            observations.giveUp(List.of(draft.id()));
            return null;
        });
    }

    @Test
    void people_are_called_by_their_names_and_not_by_those_they_log_in_with() {
        as("admin", Role.ADMIN, () -> accounts.create(new AccountData("wu.min", "吴敏", Role.APPROVER, Scope.ALL)));
        as("wu.min", Role.APPROVER, () -> {
            rulings.rule(first, "口径一致");
            return first;
        });
        open("wu.min", Role.Names.APPROVER);
        assertThat(words()).contains("吴敏").doesNotContain("wu.min");
        _click(last("撤回裁定"));
        _get(TextArea.class, spec -> spec.withLabel("撤回的理由")).setValue("来函更正");
        _click(last("撤回裁定"));
        assertThat(words()).contains("以往的裁定（1）", "吴敏").doesNotContain("wu.min");
        open("li", Role.Names.STATISTICIAN);
        _get(TextArea.class, spec -> spec.withLabel("写批注")).setValue("@wu.min 请核对");
        _click(last("发出"));
        assertThat(words()).contains("@吴敏 请核对", "并提醒 吴敏").doesNotContain("wu.min");
        logIn("wu.min", Role.Names.APPROVER);
        visit(Routes.NOTICES);
        assertThat(words()).contains("@吴敏 请核对").doesNotContain("wu.min");
    }

    @Test
    void who_is_named_in_a_comment_and_is_nobody_is_warned_of_at_the_field() {
        open("li", Role.Names.STATISTICIAN);
        _get(TextArea.class, spec -> spec.withLabel("写批注")).setValue("@nobody 请核对");
        _click(last("发出"));
        assertThat(_find(WarnBox.class)).extracting(box -> box.getElement().getTextRecursively())
                .contains("没有提醒 nobody：没有这个账号，或他看不到批注。");
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.Names.VIEWER, Role.Names.ANALYST, Role.Names.STATISTICIAN, Role.Names.ADMIN})
    void others_see_the_sources_and_rule_on_nothing(String role) {
        open("someone", role);
        assertThat(words()).contains("各来源的记载", "88", "99", "沿革");
        assertThat(has("以此为准")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.Names.VIEWER, Role.Names.ANALYST, Role.Names.ADMIN})
    void who_may_see_no_drafts_sees_what_was_approved_and_no_comments(String role) {
        open("someone", role);
        assertThat(words()).contains("共2版").doesNotContain("批注", "催报");
        assertThat(has("恢复")).isFalse();
    }

    @Test
    void a_statistician_sees_every_version_with_its_difference_and_brings_one_back() {
        var source = now().statements().getFirst().reply().id();
        var corrected = as("li", Role.STATISTICIAN, () -> observations.submit(List.of(
                observations.correct(first, states(source, "89亿元"), "漏了一项"))));
        as("zhao", Role.APPROVER, () -> observations.approve(corrected));
        open("li", Role.Names.STATISTICIAN);
        assertThat(words()).contains("共9版", "88亿元 → 89亿元", "漏了一项", "第一版", "内容未变");
        var bring = _find(Button.class, spec -> spec.withText("恢复")).stream()
                .filter(it -> it.getAriaLabel().orElse("").contains("88")).findFirst().orElseThrow();
        _click(bring);
        _get(TextArea.class, spec -> spec.withLabel("恢复的理由")).setValue("更正有误");
        _click(last("恢复"));
        assertThat(as("li", Role.STATISTICIAN, () -> observations.inPreparation(cell))).singleElement()
                .satisfies(row -> {
                    assertThat(row.state()).isEqualTo(State.DRAFT);
                    assertThat(row.stated()).isEqualTo("88亿元");
                    assertThat(row.reason()).isEqualTo("更正有误");
                });
        assertThat(words()).contains("更正有误");
    }

    @Test
    void where_only_the_writing_differs_both_are_told_as_they_were_typed() {
        var source = now().statements().getFirst().reply().id();
        as("li", Role.STATISTICIAN, () -> observations.correct(first, states(source, "88 亿 元"), "写法"));
        open("li", Role.Names.STATISTICIAN);
        assertThat(words()).contains("写法88亿元 → 88 亿 元");
    }

    @SuppressWarnings("unchecked")
    @Test
    void what_represented_a_cell_at_two_moments_stands_side_by_side_with_the_difference() {
        open("someone", Role.Names.VIEWER);
        var panel = _get(ComparePanel.class);
        var one = (Select<Instant>) _get(panel, Select.class, spec -> spec.withLabel("此前"));
        var other = (Select<Instant>) _get(panel, Select.class, spec -> spec.withLabel("此后"));
        var later = other.getValue();
        assertThat(one.getValue()).as("the last change first").isBefore(later);
        assertThat(words(panel)).contains("88亿元 → 99亿元", "格〔2026〕" + (documents - 1) + "号 → 格〔2026〕" + documents + "号");
        assertThat(_get(panel, Div.class, spec -> spec.withAttribute("role", "status"))).isNotNull();

        other.setValue(one.getValue());
        assertThat(words(panel)).contains("两个时刻的代表值相同").doesNotContain("→");
        one.setValue(later);
        assertThat(words(panel)).as("backwards as well").contains("99亿元 → 88亿元");
        one.setValue(null);
        assertThat(words(panel)).as("nothing is compared with no moment").contains("99亿元 → 88亿元");
    }

    @Test
    void a_cell_that_was_approved_once_has_nothing_to_compare() {
        cell = new CellKey("DE_TAX", "310105", new Period.Year(2050 + documents % 50));
        approved("2026-06-25", "77亿元");
        open("someone", Role.Names.VIEWER);
        assertThat(words()).contains("77");
        assertThat(_find(_get(ComparePanel.class), Select.class)).isEmpty();
    }

    @Test
    void a_comment_stays_text_and_is_followed_up() {
        open("li", Role.Names.STATISTICIAN);
        _click(last("发出"));
        var body = _get(TextArea.class, spec -> spec.withLabel("写批注"));
        assertThat(body.getErrorMessage()).isEqualTo("没有写内容。请写下批注再发出。");
        body.setValue("<img src=x onerror=alert(1)> 请核对");
        _click(last("发出，待跟进"));
        assertThat(body.getErrorMessage()).startsWith("这里不能有网页代码");
        assertThat(body.getValue()).isEqualTo("<img src=x onerror=alert(1)> 请核对");
        body.setValue("同比 3 < 5 & 请核对");
        _click(last("发出，待跟进"));
        assertThat(words()).contains("同比 3 < 5 & 请核对", "待跟进", "已发出");
        _click(last("了结"));
        assertThat(words()).contains("已了结（li）");
    }

    @Test
    void a_missing_figure_is_asked_for_and_an_approved_one_is_not() {
        open("qian", Role.Names.APPROVER);
        assertThat(words()).contains("这一格已有审定的数字，不必催报。");
        cell = new CellKey("DE_TAX", "310105", new Period.Year(1949));
        open("qian", Role.Names.APPROVER);
        _click(last("催报"));
        var note = _get(TextArea.class, spec -> spec.withLabel("催报内容"));
        assertThat(note.getErrorMessage()).isEqualTo("没有写内容。请写明要什么数、给谁用。");
        note.setValue("请补1949年数");
        var due = _get(DatePicker.class, spec -> spec.withLabel("限期"));
        due.clear();
        _click(last("催报"));
        assertThat(due.getErrorMessage()).isEqualTo("请选一个限期。");
        due.getElement().setProperty("_inputElementValue", "20223-01-01");
        _click(last("催报"));
        assertThat(due.getErrorMessage()).startsWith("“20223-01-01”不是日历上的一天。请写成 20");
        due.setValue(LocalDate.of(2999, 1, 2));
        _click(last("催报"));
        assertThat(words()).contains("在催", "请补1949年数", "不再催", "催未定部门");
        visit(Routes.CHASES);
        assertThat(words()).contains("请补1949年数", "1949年", "未定部门");
        _click(last("不再催"));
        assertThat(words()).doesNotContain("请补1949年数");
    }

    @Test
    void who_is_no_longer_in_time_to_take_a_chase_back_is_told_beside_it() {
        cell = new CellKey("DE_TAX", "310105", new Period.Year(1999));
        open("qian", Role.Names.APPROVER);
        _get(TextArea.class, spec -> spec.withLabel("催报内容")).setValue("请补1999年数");
        _click(last("催报"));
        as("zhao", Role.APPROVER, () -> {
            chases.cancel(chases.of(cell).getFirst().id());
            return null;
        });
        _click(last("不再催"));
        assertThat(_find(WarnBox.class)).extracting(it -> words(it)).contains("这项催报已经办结。请刷新后再看。");
    }

    @Test
    @SuppressWarnings("unchecked")
    void whoever_asks_for_a_figure_that_no_department_answers_for_chooses_one() {
        var department = as("li", Role.STATISTICIAN, () -> indicators.departmentNamed("区税务局"));
        cell = new CellKey("DE_TAX", "310105", new Period.Year(1948));
        open("qian", Role.Names.APPROVER);
        Select<Department> asked = _get(Select.class, spec -> spec.withLabel("催哪个部门"));
        asked.setValue(department);
        _get(TextArea.class, spec -> spec.withLabel("催报内容")).setValue("请补1948年数");
        _click(last("催报"));
        assertThat(words()).contains("催区税务局", "请补1948年数");
        visit(Routes.CHASES);
        assertThat(words()).contains("请补1948年数", "区税务局");
        _click(last("不再催"));
    }

    @Test
    void a_period_that_is_none_is_told_calmly() {
        logIn("li", Role.Names.STATISTICIAN);
        visit(Routes.cell("DE_TAX", "310105", "someday"));
        assertThat(words()).contains("“someday”不是期间，没有这样一格。");
    }

    @Test
    void an_approver_gives_the_present_moment_a_name_that_the_board_can_be_seen_by() {
        logIn("zhao", Role.Names.APPROVER);
        visit(Routes.RELEASES);
        _click(last("发布"));
        assertThat(_get(TextField.class).getErrorMessage()).isEqualTo("没有写名称。请给这一版起个名字。");
        _get(TextField.class).setValue("第" + documents + "版");
        _click(last("发布"));
        assertThat(words()).contains("已发布“第" + documents + "版”", "上次发布以来").doesNotContain("，裁定1格");
        as("sun", Role.APPROVER, () -> {
            rulings.rule(first, "口径一致");
            return first;
        });
        visit(Routes.RELEASES);
        assertThat(words()).as("a release fixes rulings").contains("修订0条，撤下0条，裁定1格");
        logIn("leader", Role.Names.VIEWER);
        openTab(Locale.SIMPLIFIED_CHINESE);
        visit(Routes.RELEASES);
        assertThat(words()).contains("第" + documents + "版", "校核规则按现在的目录显示");
        assertThat(has("发布")).isFalse();
    }

    @Test
    void each_change_since_a_release_is_listed_once_somebody_looks() {
        as("zhao", Role.APPROVER, () -> {
            releases.make("第" + documents + "次", "");
            return null;
        });
        approved("2026-07-25", "78亿元");
        logIn("leader", Role.Names.VIEWER);
        visit(Routes.RELEASES);
        assertThat(words()).contains("新增1条").doesNotContain("78亿元");
        var changes = _find(NativeDetails.class).getFirst();
        changes.setOpen(true);
        ComponentUtil.fireEvent(changes, new NativeDetails.ToggleEvent(changes, true));
        assertThat(words()).contains("78亿元");
    }

    @Test
    void of_many_releases_the_newest_are_listed_and_the_others_once_somebody_asks() {
        as("zhao", Role.APPROVER, () -> {
            for (int n = 1; n <= 22; n++) {
                releases.make("第" + documents + "组" + n, "");
            }
            return null;
        });
        logIn("leader", Role.Names.VIEWER);
        visit(Routes.RELEASES);
        assertThat(words()).contains("第" + documents + "组22").doesNotContain("第" + documents + "组1 ");
        assertThat(_find(NativeDetails.class)).as("20 releases and what is pending").hasSizeBetween(20, 21);
        _click(_find(Button.class).stream().filter(it -> it.getText().startsWith("更早的版本")).findFirst().orElseThrow());
        assertThat(_find(NativeDetails.class)).hasSizeGreaterThan(21);
    }

    @Test
    void a_page_shows_our_records_as_they_were_at_a_release() {
        as("zhao", Role.APPROVER, () -> {
            releases.make("第" + documents + "号", "");
            return null;
        });
        var at = as("zhao", Role.APPROVER, releases::all).getFirst().at();
        approved("2026-06-25", "77亿元");
        var later = "格〔2026〕" + documents + "号";
        logIn("leader", Role.Names.VIEWER);
        var state = PageState.DEFAULT.withRegion("310105");
        visit(Routes.indicator("DE_TAX", state.withRecorded(at)));
        assertThat(words()).contains("格〔2026〕" + (documents - 1) + "号").doesNotContain(later);
        visit(Routes.indicator("DE_TAX", state));
        assertThat(words()).contains(later);
    }

    @Test
    void whoever_entered_it_is_told_and_marks_it_as_read() {
        logIn("li", Role.Names.STATISTICIAN);
        visit(Routes.NOTICES);
        assertThat(words()).contains("已审定", cell.period().label(Locale.SIMPLIFIED_CHINESE), "zhao");
        assertThat(_get(Anchor.class, spec -> spec.withClasses("yj-bell")).getAriaLabel().orElse(""))
                .matches("消息，[1-9]\\d*条未读");
        var unread = _find(Button.class, spec -> spec.withText("标为已读")).size();
        _click(_find(Button.class, spec -> spec.withText("标为已读")).getFirst());
        assertThat(_find(Button.class, spec -> spec.withText("标为已读"))).hasSize(unread - 1);
        _click(last("全部标为已读"));
        assertThat(words()).contains("0条未读");
    }

    @Test
    void who_enters_figures_proposes_a_withdrawal_and_an_approver_decides() {
        open("li", Role.Names.STATISTICIAN);
        _click(_find(Button.class, spec -> spec.withText("提请撤下")).getLast());
        _click(last("提请撤下"));
        var reason = _get(TextArea.class, spec -> spec.withLabel("撤下的理由"));
        assertThat(reason.getErrorMessage()).startsWith("没有写理由。");
        reason.setValue("文件已废止");
        _click(last("提请撤下"));
        assertThat(words()).contains("提请撤下", "文件已废止", "li");
        assertThat(has("收回提请")).isTrue();
        assertThat(has("撤下")).as("another decides").isFalse();
        open("qian", Role.Names.APPROVER);
        _click(last("不撤"));
        _get(TextArea.class, spec -> spec.withLabel("保留的理由")).setValue("文件仍有效");
        _click(last("不撤"));
        assertThat(words()).doesNotContain("提请撤下");
        as("li", Role.STATISTICIAN, () -> {
            withdrawals.propose(Withdrawal.Kind.STATEMENT, first, "确已废止");
            return null;
        });
        open("qian", Role.Names.APPROVER);
        _click(last("撤下"));
        confirm("确已废止");
        assertThat(now().statements()).extracting(row -> row.id()).doesNotContain(first);
        assertThat(words()).contains("已撤下", "撤下的理由：确已废止（li提请）");
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.Names.VIEWER, Role.Names.ANALYST, Role.Names.APPROVER, Role.Names.ADMIN})
    void others_propose_no_withdrawal(String role) {
        open("someone", role);
        assertThat(has("提请撤下")).isFalse();
    }

    @Test
    void the_bell_counts_what_comes_while_a_page_is_open() {
        var name = "bell" + documents;
        open(name, Role.Names.STATISTICIAN);
        var submitted = as(name, Role.STATISTICIAN,
                () -> observations.submit(observations.draft(List.of(states("2026-06-25", "77亿元")))));
        assertThat(bell()).isEqualTo("消息，0条未读");
        as("zhao", Role.APPROVER, () -> observations.approve(submitted));
        Awaitility.await().pollInSameThread().pollInterval(Duration.ofMillis(10)).untilAsserted(() -> {
            MockVaadin.clientRoundtrip(false);
            assertThat(bell()).isEqualTo("消息，1条未读");
        });
        assertThat(words()).as("said to those who can't see it").contains("消息，1条未读");
    }

    private static String bell() {
        return _get(Anchor.class, spec -> spec.withClasses("yj-bell")).getAriaLabel().orElseThrow();
    }

    @Test
    void an_approver_reads_comments_and_has_no_place_to_write_one() {
        open("li", Role.Names.STATISTICIAN);
        _get(TextArea.class, spec -> spec.withLabel("写批注")).setValue("核对口径" + documents);
        _click(last("发出，待跟进"));
        open("qian", Role.Names.APPROVER);
        assertThat(words()).contains("核对口径" + documents, "待跟进");
        assertThat(_find(TextArea.class, spec -> spec.withLabel("写批注"))).isEmpty();
        assertThat(has("了结")).isFalse();
    }
}
