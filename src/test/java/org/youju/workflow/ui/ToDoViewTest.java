package org.youju.workflow.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.youju.TestServices;
import org.youju.UiTest;
import org.youju.base.ui.Routes;
import org.youju.base.ui.WarnBox;
import org.youju.commitment.CommitmentService;
import org.youju.commitment.NewCommitment;
import org.youju.extraction.review.ReviewService;
import org.youju.extraction.review.Terms;
import org.youju.figure.FigureReader;
import org.youju.figure.Nature;
import org.youju.figure.Period;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Narrowing;
import org.youju.observation.NewObservation;
import org.youju.observation.ObsStatus;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.State;
import org.youju.observation.StatementQuery;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.NewReply;
import org.youju.reply.Publicity;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyService;
import org.youju.security.Role;
import org.youju.workflow.withdrawal.Withdrawal;
import org.youju.workflow.withdrawal.Withdrawals;

@TestPropertySource(properties = {
    "spring.datasource.url=jdbc:h2:mem:todo-ui;DB_CLOSE_DELAY=-1;${youju.h2.options}",
    "youju.sample=true"
})
class ToDoViewTest extends UiTest {

    private static int documents;

    @Autowired
    private ReplyService replies;
    @Autowired
    private ObservationService observations;
    @Autowired
    private IndicatorService indicators;
    @Autowired
    private ReviewService reviews;
    @Autowired
    private Withdrawals withdrawals;
    @Autowired
    private CommitmentService commitments;

    private String docNo;
    private int year;
    private long submitted;

    @BeforeEach
    void somebody_submits_a_figure() {
        as("li", Role.STATISTICIAN, () -> {
            observations.giveUp(observations.inState(Set.of(State.RETURNED, State.DRAFT), Narrowing.NONE, 500).stream()
                    .map(Observation::id).toList());
            return null;
        });
        var number = ++documents;
        docNo = "办发〔2026〕" + number + "号";
        year = 1980 + number;
        submitted = as("li", Role.STATISTICIAN, this::submit);
    }

    private long submit() {
        return submit("DE_TAX", new Period.Year(year), "88亿元");
    }

    private long submit(String code, Period period, String printed) {
        return observations.submit(draft(code, period, printed, true)).getFirst();
    }

    private List<Long> draft(String code, Period period, String printed, boolean cited) {
        var reply = replies.record(new NewReply("TODO" + documents + period.code(), ReplyKind.REPLY,
                period.equals(new Period.Year(year)) ? docNo : period.code() + docNo, "对提案的答复", "发文机关", null, new IssueDate("2026-04-25"), Publicity.PUBLIC, Grade.A, null, null));
        var citation = replies.quote(reply.id(), printed);
        var catalogue = indicators.catalogue();
        var indicator = catalogue.indicator(code);
        var figure = new FigureReader(catalogue.units()).read(printed, indicator.unit(), indicator.nature());
        return observations.draft(List.of(new NewObservation(code, "310105", period, null, reply.id(), figure,
                ObsStatus.A, null, null, null, cited ? List.of(citation.id()) : List.of())));
    }

    private static <T> T as(String user, Role role, Supplier<T> work) {
        return TestServices.as(user, role, work);
    }

    private void open(String user, String role) {
        logIn(user, role);
        visit(Routes.TO_DO);
    }

    private long known() {
        return observations.statements(StatementQuery.of(List.of("DE_TAX"), "310105", null)).stream()
                .filter(o -> o.period().equals(new Period.Year(year))).count();
    }

    private void selectAll() {
        _click(_find(Button.class, spec -> spec.withText("全选")).stream()
                .filter(button -> button.getAriaLabel().orElse("").contains(docNo)).findFirst().orElseThrow());
    }

    private static Button button(String begins) {
        return _find(Button.class).stream().filter(b -> b.getText().startsWith(begins)).findFirst().orElseThrow();
    }

    @Test
    void an_approver_sees_what_waits_selects_and_approves_it() {
        open("zhao", Role.Names.APPROVER);
        assertThat(words()).contains(docNo, "88", "亿元", year + "年", "li", "已提交");
        assertThat(button("审定").isEnabled()).isFalse();
        selectAll();
        assertThat(button("审定").getText()).isEqualTo("审定 1条");
        _click(button("审定"));
        assertThat(known()).isEqualTo(1);
        assertThat(words()).contains("已审定1条").doesNotContain(docNo);
    }

    @Test
    void an_approver_sees_what_was_accepted_although_it_differs_from_its_words() {
        var text = "2023年，数字经济完成综合税收约%d亿元。".formatted(400 + documents);
        as("li", Role.STATISTICIAN, () -> {
            var reply = replies.record(new NewReply("DIFFERS" + documents, ReplyKind.REPLY, "异发〔2026〕" + documents
                    + "号", "对提案的答复", "上海市长宁区发展和改革委员会", null, new IssueDate("2024-04-25"), Publicity.PUBLIC,
                    Grade.A, null, null));
            replies.freeze(reply.id(), text.getBytes(StandardCharsets.UTF_8), "text/plain", text);
            var read = reviews.begin(reply.id()).getFirst();
            var t = read.terms();
            reviews.accept(read.id(), read.version(), new Terms(t.value().negate(), null, t.multiplier(), t.unit(),
                    t.qualifier(), t.period(), t.kind(), t.subject(), "DE_TAX", t.region(), null), "原文少写一位");
            return reviews.submit(reply.id());
        });
        open("zhao", Role.Names.APPROVER);
        assertThat(words()).contains("与引文不一致", "理由：原文少写一位");
    }

    @Test
    void an_approver_sees_what_a_figure_does_not_go_together_with_before_approving_it() {
        as("li", Role.STATISTICIAN, () -> submit("DE_TAX", new Period.Year(2022), "约320亿元"));
        open("zhao", Role.Names.APPROVER);
        assertThat(words()).contains("对不上", "320亿元", "310 ÷ 1.18", "257.4", "依据：");
    }

    @Test
    void words_of_a_document_whose_text_nobody_holds_are_marked_where_they_are_approved() {
        open("zhao", Role.Names.APPROVER);
        assertThat(words()).contains(docNo, "全文未存");
    }

    @Test
    void a_draft_of_any_period_is_handed_over_from_here_and_one_without_a_source_says_what_lacks() {
        var quarter = Period.parse(year + "-Q1");
        as("li", Role.STATISTICIAN, () -> draft("DE_TAX", quarter, "20亿元", true));
        var bare = Period.parse(year + "-Q2");
        as("li", Role.STATISTICIAN, () -> draft("DE_TAX", bare, "21亿元", false));
        open("li", Role.Names.STATISTICIAN);
        assertThat(button("送审").isEnabled()).isFalse();
        _find(Button.class, spec -> spec.withText("全选")).forEach(all -> _click(all));
        _click(button("送审 2条"));
        assertThat(words()).contains("已送审1条", "1条没有办成");
        assertThat(as("zhao", Role.APPROVER, () -> observations.inState(Set.of(State.SUBMITTED), Narrowing.NONE, 500)))
                .extracting(Observation::period).contains(quarter).doesNotContain(bare);
        as("li", Role.STATISTICIAN, () -> {
            observations.giveUp(observations.inState(Set.of(State.DRAFT), Narrowing.NONE, 500).stream()
                    .map(Observation::id).toList());
            return null;
        });
    }

    @Test
    void what_could_not_go_names_its_indicator_once() {
        as("li", Role.STATISTICIAN, () -> draft("DE_TAX", Period.parse(year + "-Q3"), "21亿元", false));
        open("li", Role.Names.STATISTICIAN);
        _find(Button.class, spec -> spec.withText("全选")).forEach(all -> _click(all));
        _click(button("送审 1条"));
        assertThat(_get(WarnBox.class).getElement().getTextRecursively())
                .contains(year + "年").containsOnlyOnce("数字经济综合税收");
    }

    @Test
    void whoever_approves_a_figure_with_a_finding_that_nobody_has_explained_is_asked_before() {
        var before = as("li", Role.STATISTICIAN, () -> submit("DE_TAX", new Period.Year(1970), "88亿元"));
        as("zhao", Role.APPROVER, () -> observations.approve(List.of(before)));
        as("li", Role.STATISTICIAN, () -> submit("DE_TAX", new Period.Year(1971), "888亿元"));
        logIn("zhao", Role.Names.APPROVER);
        visit(Routes.TO_DO + "?by=period&period=1971");
        _find(Button.class, spec -> spec.withText("全选")).forEach(all -> _click(all));
        _click(button("审定"));
        var asked = _get(ConfirmDialog.class);
        assertThat(asked.getElement().getProperty("header")).isEqualTo("有 1 条提示未说明，仍要审定？");
        assertThat(words()).as("not before it is answered").doesNotContain("已审定1条");
        ConfirmDialogKt._fireConfirm(asked);
        assertThat(words()).contains("已审定1条");
    }

    @Test
    void what_is_sent_back_needs_a_reason_and_reaches_who_entered_it() {
        open("zhao", Role.Names.APPROVER);
        selectAll();
        _click(button("退回 1条"));
        _click(_find(Button.class, spec -> spec.withText("退回")).getLast());
        var reason = _get(TextArea.class);
        assertThat(reason.getErrorMessage()).isEqualTo("请写明理由，填报人才知道怎么改。");
        reason.setValue("<script>alert(1)</script>");
        _click(_find(Button.class, spec -> spec.withText("退回")).getLast());
        assertThat(reason.getErrorMessage()).isEqualTo("这里不能有网页代码，如“<script>”。请去掉尖括号，用文字来写，例如把“<”写作“小于”。");
        reason.setValue("口径不对");
        _click(_find(Button.class, spec -> spec.withText("退回")).getLast());
        assertThat(words()).contains("已退回1条");
        // a page of their own: the one before was an approver's
        visit(Routes.ENTRY);
        open("li", Role.Names.STATISTICIAN);
        assertThat(words()).contains("被退回", docNo, "理由：口径不对");
        _find(Button.class, spec -> spec.withText("全选")).stream()
                .filter(all -> all.getAriaLabel().orElse("").contains(docNo)).forEach(all -> _click(all));
        assertThat(_find(Button.class)).extracting(Button::getText).contains("送审 1条");
        _click(button("送审 1条"));
        assertThat(words()).as("it can go again as it is").contains("已送审1条", "我提交的，待审定").doesNotContain("被退回（1）");
        as("zhao", Role.APPROVER, () -> observations.approve(observations.inState(Set.of(State.SUBMITTED), Narrowing.NONE, 500)
                .stream().filter(row -> row.period().equals(Period.parse(Integer.toString(year)))).map(Observation::id).toList()));
    }

    @Test
    void a_row_leads_to_where_its_figure_is_mended_or_looked_into() {
        as("zhao", Role.APPROVER, () -> observations.giveBack(List.of(submitted), "口径不对"));
        open("li", Role.Names.STATISTICIAN);
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref)
                .contains(Routes.observation("DE_TAX", "310105", Integer.toString(year), Routes.TO_DO));
        var quarter = Period.parse(year + "-Q3");
        as("li", Role.STATISTICIAN, () -> submit("DE_TAX", quarter, "22亿元"));
        open("zhao", Role.Names.APPROVER);
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref)
                .contains(Routes.cell("DE_TAX", "310105", quarter.code()));
    }

    @Test
    void what_somebody_else_decided_meanwhile_is_told_and_the_list_renewed() {
        open("zhao", Role.Names.APPROVER);
        selectAll();
        as("qian", Role.APPROVER, () -> observations.approve(List.of(submitted)));
        _click(button("审定"));
        assertThat(_get(WarnBox.class).getElement().getTextRecursively()).isNotBlank();
        assertThat(words()).doesNotContain(docNo);
        assertThat(known()).isEqualTo(1);
    }

    @Test
    void nobody_can_select_what_they_submitted_themselves() {
        open("li", Role.Names.APPROVER);
        assertThat(words()).contains(docNo, "本人提交，由他人审定");
        selectAll();
        assertThat(button("审定").isEnabled()).isFalse();
    }

    @Test
    void who_submitted_it_sees_it_waiting_and_recalls_it() {
        open("li", Role.Names.STATISTICIAN);
        assertThat(words()).contains("我提交的，待审定", docNo, "审定之前，只有提交的人可以取回");
        assertThat(button("取回").isEnabled()).isFalse();
        selectAll();
        assertThat(button("取回").getText()).isEqualTo("取回 1条");
        assertThat(button("送审").isEnabled()).as("what waits is not handed over again").isFalse();
        _click(button("取回"));
        assertThat(words()).contains("已取回1条", "未提交的草稿（1）", docNo);
        selectAll();
        _click(button("送审 1条"));
        assertThat(words()).contains("已送审1条");
    }

    @Test
    void a_recall_that_comes_too_late_is_told() {
        open("li", Role.Names.STATISTICIAN);
        selectAll();
        as("zhao", Role.APPROVER, () -> observations.approve(List.of(submitted)));
        _click(button("取回"));
        assertThat(_get(WarnBox.class).getElement().getTextRecursively()).contains("没有办成", "已被别人改动");
        assertThat(known()).isEqualTo(1);
    }

    @Test
    void others_see_it_waiting_and_can_do_nothing_to_it() {
        open("qian", Role.Names.STATISTICIAN);
        assertThat(words()).contains("他人提交的，待审定", docNo);
        assertThat(_find(Button.class, spec -> spec.withText("全选"))).isEmpty();
        assertThat(_find(Button.class)).extracting(Button::getText).noneMatch(text -> text.startsWith("取回"));
    }

    @Test
    void a_proposed_withdrawal_waits_for_an_approver_who_decides_here() {
        var row = as("zhao", Role.APPROVER, () -> observations.approve(List.of(submitted))).getFirst();
        as("li", Role.STATISTICIAN, () -> {
            withdrawals.propose(Withdrawal.Kind.STATEMENT, row, "文件已废止" + documents);
            return null;
        });
        open("li", Role.Names.STATISTICIAN);
        assertThat(words()).contains("提请撤下，待决定", "文件已废止" + documents);
        assertThat(_find(Button.class, spec -> spec.withText("撤下"))).isEmpty();
        open("zhao", Role.Names.APPROVER);
        assertThat(words()).contains("提请撤下，待决定", year + "年", "文件已废止" + documents);
        _click(_find(Button.class, spec -> spec.withText("撤下")).getLast());
        assertThat(known()).as("until it is confirmed").isPositive();
        confirm("文件已废止" + documents);
        assertThat(known()).isZero();
        assertThat(words(_get(ToDoView.class))).doesNotContain("文件已废止" + documents);
    }

    @Test
    void a_changed_promise_shows_its_rule_its_verdict_and_what_it_changes_and_is_marked_where_its_words_say_otherwise() {
        as("li", Role.STATISTICIAN, () -> {
            var row = commitments.commitment("C022");
            var target = new FigureReader(indicators.catalogue().units()).read("示范小区12个", row.target().unit(),
                    Nature.STOCK);
            var id = commitments.change(row.id(), new NewCommitment(row.code(), row.citation().id(), row.indicator(),
                    "310000", row.kind(), target, row.from(), row.to(), null), "区政府调整");
            return commitments.submit(List.of(id));
        });
        open("zhao", Role.Names.APPROVER);
        assertThat(words()).contains("承诺 C022", "下限", "≥ 12个", "按规则现在会判为：", "10个 → ", "长宁区 → 上海市", "与引文不一致")
                .doesNotContain("2022–2022");
        assertThat(words()).as("its words say no time").doesNotContain("窗口与引文不一致");
        as("li", Role.STATISTICIAN, () -> {
            var row = commitments.commitment("C001");
            return commitments.submit(List.of(commitments.change(row.id(), new NewCommitment(row.code(),
                    row.citation().id(), row.indicator(), row.region(), row.kind(), row.target(), 2020, null, null),
                    "误记")));
        });
        open("zhao", Role.Names.APPROVER);
        assertThat(words()).contains("2018年起 → 2020年起", "窗口与引文不一致");
        as("zhao", Role.APPROVER, () -> commitments.giveBack(List.of(commitments.inPreparation("C001").orElseThrow().id()),
                "重填"));
        as("li", Role.STATISTICIAN, () -> {
            commitments.giveUp(List.of("C001"));
            return null;
        });
        as("zhao", Role.APPROVER, () -> commitments.giveBack(List.of(commitments.inPreparation("C022").orElseThrow().id()),
                "重填"));
        as("li", Role.STATISTICIAN, () -> {
            commitments.giveUp(List.of("C022"));
            return null;
        });
    }
}
