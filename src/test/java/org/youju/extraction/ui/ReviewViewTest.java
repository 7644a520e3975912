package org.youju.extraction.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.youju.TestServices;
import org.youju.UiTest;
import org.youju.base.ui.Routes;
import org.youju.base.ui.WarnBox;
import org.youju.commitment.CommitmentService;
import org.youju.extraction.FigureKind;
import org.youju.extraction.intake.Handed;
import org.youju.extraction.intake.IntakeService;
import org.youju.extraction.review.CandidateState;
import org.youju.extraction.review.ReviewCandidate;
import org.youju.extraction.review.ReviewService;
import org.youju.figure.Period;
import org.youju.indicator.Department;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.observation.ObservationService;
import org.youju.observation.State;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.Layout;
import org.youju.reply.NewReply;
import org.youju.reply.Publicity;
import org.youju.reply.Reply;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyService;
import org.youju.reply.SampleReply;
import org.youju.reply.file.Progress;
import org.youju.security.Access;
import org.youju.security.Role;
import org.youju.security.SystemAccount;

/** The review desk over the catalogue of the sample; each test reviews a copy of the sample reply of its own. */
@TestPropertySource(properties = {
    "spring.datasource.url=jdbc:h2:mem:desk-ui;DB_CLOSE_DELAY=-1;${youju.h2.options}",
    "youju.sample=true"
})
class ReviewViewTest extends UiTest {

    private static int copies;

    @Autowired
    private ReplyService replies;
    @Autowired
    private ReviewService reviews;
    @Autowired
    private IntakeService intake;
    @Autowired
    private ObservationService observations;
    @Autowired
    private CommitmentService commitments;
    @Autowired
    private IndicatorService indicators;
    @Autowired
    private Access access;

    private Reply reply;

    @BeforeEach
    void record_a_copy_of_the_sample_reply() {
        reply = record(SampleReply.text());
        logIn("li", Role.Names.STATISTICIAN);
    }

    private Reply record(String text) {
        return record(text, new IssueDate("2024-04-25"));
    }

    private Reply record(String text, @Nullable IssueDate issuedOn) {
        return access.runAs(SystemAccount.LOADER, () -> {
            var number = ++copies;
            var recorded = replies.record(new NewReply("DESK" + number, ReplyKind.REPLY, "核发改〔2024〕" + number + "号",
                    "对提案的答复", "上海市长宁区发展和改革委员会", null, issuedOn, Publicity.PUBLIC, Grade.A, null,
                    null));
            replies.freeze(recorded.id(), text.getBytes(StandardCharsets.UTF_8), "text/markdown", text);
            return replies.reply(recorded.id());
        });
    }

    @Test
    void opening_the_desk_reads_the_figures_and_shows_the_first_of_them() {
        open();
        assertThat(candidates()).hasSizeGreaterThan(20).allMatch(c -> c.state() == CandidateState.PROPOSED);
        assertThat(current()).startsWith("第1处，6100 余家，待处理");
        assertThat(words()).contains("待处理 " + candidates().size(), "0 / " + candidates().size());
        assertThat(field("数值").getValue()).isEqualTo("6100");
        assertThat(field("区间（家）").getValue()).isEqualTo("6100–6200");
    }

    @Test
    void accepting_makes_a_draft_and_goes_on_to_the_next_figure() {
        open();
        press("a");
        assertThat(candidate(1)).satisfies(it -> {
            assertThat(it.state()).isEqualTo(CandidateState.ACCEPTED);
            assertThat(it.observationId()).isNotNull();
            assertThat(it.decidedBy()).isEqualTo("li");
        });
        assertThat(current()).startsWith("第2处，约 310 亿元");
        assertThat(mark(1)).containsExactly("yj-is-accepted");
        assertThat(words()).contains("已采纳：第1处。", "已采纳 1");
        assertThat(submit().isEnabled()).isTrue();
    }

    @Test
    void enter_accepts_too_and_nothing_fires_for_a_key_without_a_meaning() {
        open();
        press("x");
        press("Enter");
        assertThat(candidate(1).state()).isEqualTo(CandidateState.ACCEPTED);
        assertThat(candidate(2).state()).isEqualTo(CandidateState.PROPOSED);
    }

    @Test
    void j_and_k_go_from_figure_to_figure_and_round_at_the_ends() {
        open();
        press("j");
        assertThat(current()).startsWith("第2处");
        press("k");
        press("k");
        assertThat(current()).startsWith("第" + candidates().size() + "处");
    }

    @Test
    void pressing_a_row_or_a_mark_makes_its_figure_current_in_both_panes() {
        open();
        _click(_find(NativeTableRow.class, spec -> spec.withClasses("yj-is-proposed")).get(2));
        assertThat(current()).startsWith("第4处");
        assertThat(panel().text().mark(candidate(4).id()).orElseThrow().getAttribute("aria-current")).isEqualTo("true");
        assertThat(panel().text().mark(candidate(1).id()).orElseThrow().hasAttribute("aria-current")).isFalse();
    }

    @Test
    void what_is_written_is_kept_on_the_way_to_another_figure() {
        open();
        field("数值").setValue("6200");
        press("j");
        assertThat(candidate(1).terms().value()).isEqualByComparingTo("6200");
        assertThat(candidate(1).state()).isEqualTo(CandidateState.PROPOSED);
        assertThat(current()).startsWith("第2处");
    }

    @Test
    void escape_gives_up_what_is_not_kept() {
        open();
        field("数值").setValue("6200");
        press("Escape");
        assertThat(field("数值").getValue()).isEqualTo("6100");
        press("j");
        assertThat(candidate(1).version()).isEqualTo(candidates().getFirst().version());
        assertThat(candidate(1).terms().value()).isEqualByComparingTo("6100");
    }

    @Test
    void what_cannot_be_read_is_said_at_its_field_and_holds_the_desk() {
        open();
        field("数值").setValue("许多");
        assertThat(field("数值").getErrorMessage()).contains("“许多”");
        press("j");
        assertThat(current()).startsWith("第1处");
        assertThat(warnings()).isEmpty();
        field("数值").setValue("6,100");
        assertThat(field("数值").isInvalid()).isFalse();
    }

    @Test
    void a_period_is_read_as_people_write_it() {
        open();
        type(period(), "2018年起");
        assertThat(period().getValue().code()).isEqualTo("2018/..");
        type(period(), "2017/2023");
        assertThat(period().getValue().code()).isEqualTo("2017/2023");
        type(period(), "不久以前");
        assertThat(period().isInvalid()).isTrue();
        assertThat(period().getErrorMessage()).contains("不久以前");
    }

    @Test
    void a_missing_indicator_is_refused_at_its_field_and_nothing_is_recorded() {
        open();
        indicator().clear();
        assertThat(indicator().getErrorMessage()).contains("还没有选指标");
        press("a");
        assertThat(indicator().isInvalid()).isTrue();
        assertThat(candidate(1).state()).isEqualTo(CandidateState.PROPOSED);
        assertThat(current()).startsWith("第1处");
    }

    @Test
    void what_is_stored_of_the_same_cell_stands_beside_the_terms_as_they_are_written() {
        open();
        press("j");
        assertThat(standings()).contains("相同", "约310亿元", "长发改〔2024〕19号 · 2024-04-25");
        field("数值").setValue("400");
        assertThat(standings()).contains("冲突").doesNotContain("相同");
    }

    @Test
    void rejecting_asks_for_a_reason_and_shows_it_in_the_list() {
        open();
        press("r");
        _click(_get(NativeButton.class, spec -> spec.withText("不是指标")));
        assertThat(candidate(1).note()).isEqualTo("不是指标");
        assertThat(mark(1)).containsExactly("yj-is-rejected");
        assertThat(about(1)).isEqualTo("不是指标");
    }

    @Test
    void a_reason_of_ones_own_may_not_be_empty() {
        open();
        press("r");
        _click(_get(Button.class, spec -> spec.withText("驳回")));
        assertThat(field("其他理由").getErrorMessage()).contains("没有写理由");
        field("其他理由").setValue("重复登记");
        _click(_get(Button.class, spec -> spec.withText("驳回")));
        assertThat(candidate(1).note()).isEqualTo("重复登记");
    }

    @Test
    void merging_proposes_the_figure_that_reads_alike() {
        reply = record(SampleReply.text() + "\n\n截至目前，我区拥有数字经济企业6100余家。\n");
        open();
        press("k");
        assertThat(current()).contains("6100余家");
        press("m");
        assertThat(mergeInto().getValue().number()).isEqualTo(1);
        _click(_get(Button.class, spec -> spec.withText("合并")));
        var last = candidates().getLast();
        assertThat(last.state()).isEqualTo(CandidateState.DUPLICATE);
        assertThat(about(last.number())).isEqualTo("同第1处");
        assertThat(words()).contains("重复 1");
    }

    @Test
    void undo_takes_back_the_last_decision_and_its_draft() {
        open();
        press("a");
        press("r");
        _click(_get(NativeButton.class, spec -> spec.withText("不是指标")));
        press("z");
        assertThat(candidate(2).state()).isEqualTo(CandidateState.PROPOSED);
        assertThat(current()).startsWith("第2处");
        press("z");
        assertThat(candidate(1).state()).isEqualTo(CandidateState.PROPOSED);
        assertThat(submit().isEnabled()).isFalse();
        press("z");
        assertThat(words()).contains("没有可以撤销的决定");
    }

    @Test
    void undo_takes_back_a_change_that_was_kept_without_a_decision() {
        open();
        field("数值").setValue("6200");
        press("Keep");
        assertThat(candidate(1).terms().value()).isEqualByComparingTo("6200");
        press("j");
        press("z");
        assertThat(current()).startsWith("第1处");
        assertThat(field("数值").getValue()).isEqualTo("6100");
        assertThat(candidate(1).terms().value()).isEqualByComparingTo("6100");
        assertThat(words()).contains("已撤销对第1处的修改");
        press("z");
        assertThat(words()).contains("没有可以撤销的决定");
    }

    @Test
    void undo_takes_back_a_decision_and_then_the_change_that_came_with_it() {
        open();
        field("数值").setValue("6200");
        press("a");
        _click(button("读得不对，所填才是引文的意思"));
        assertThat(candidate(1).state()).isEqualTo(CandidateState.ACCEPTED);
        press("z");
        assertThat(candidate(1).state()).isEqualTo(CandidateState.PROPOSED);
        assertThat(candidate(1).terms().value()).isEqualByComparingTo("6200");
        press("z");
        assertThat(candidate(1).terms().value()).isEqualByComparingTo("6100");
    }

    @Test
    void undo_gives_up_what_is_written_and_not_kept_first() {
        open();
        press("a");
        field("数值").setValue("311");
        press("z");
        assertThat(field("数值").getValue()).isEqualTo("310");
        assertThat(candidate(1).state()).isEqualTo(CandidateState.ACCEPTED);
    }

    @Test
    void what_differs_from_the_quoted_words_is_said_where_it_is_typed_and_accepted_for_a_reason() {
        open();
        field("数值").setValue("6200");
        assertThat(field("数值").getHelperText()).isEqualTo("引文读作：6100");
        assertThat(warnings()).singleElement().asString()
                .contains("与引文不一致：引文读作 6100余家", "所填为 6200余家", "写明理由");
        field("数值").setValue("6,100");
        assertThat(field("数值").getHelperText()).isNullOrEmpty();
        assertThat(warnings()).isEmpty();
        field("数值").setValue("6200");
        press("j");
        assertThat(rowOf(1)).contains("与引文不一致");
        panel().go(candidate(1).id());
        press("a");
        assertThat(candidate(1).state()).as("a reason is due").isEqualTo(CandidateState.PROPOSED);
        assertThat(_get(Dialog.class).getElement().getTextRecursively()).contains("引文读作 6100余家");
        _click(button("原文有误，按核实的数填"));
        assertThat(candidate(1).state()).isEqualTo(CandidateState.ACCEPTED);
        assertThat(candidate(1).note()).isEqualTo("原文有误，按核实的数填");
        assertThat(rowOf(1)).contains("与引文不一致");
        panel().go(candidate(1).id());
        assertThat(warnings()).singleElement().asString().contains("理由：原文有误，按核实的数填");
    }

    private static NativeButton button(String words) {
        return _get(NativeButton.class, spec -> spec.withText(words));
    }

    private String rowOf(int number) {
        panel().go(candidates().stream().filter(c -> c.number() != number).findFirst().orElseThrow().id());
        return _find(NativeTableRow.class, spec -> spec.withPredicate(row -> row.getChildren().findFirst()
                .map(it -> it.getElement().getText().equals(Integer.toString(number))).orElse(false)))
                .getFirst().getElement().getTextRecursively();
    }

    @Test
    void undo_takes_back_the_decision_that_is_looked_at_before_all_others() {
        open();
        press("a");
        press("a");
        press("k");
        press("k");
        assertThat(current()).startsWith("第1处");
        assertThat(words()).contains("li 于");
        press("z");
        assertThat(candidate(1).state()).isEqualTo(CandidateState.PROPOSED);
        assertThat(candidate(2).state()).isEqualTo(CandidateState.ACCEPTED);
    }

    @Test
    void a_decided_figure_is_not_decided_again() {
        open();
        press("a");
        press("k");
        press("r");
        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(words()).contains("第1处已采纳。请先撤销");
        assertThat(field("数值").isReadOnly()).isTrue();
    }

    @Test
    void c_turns_a_fact_into_a_promise_and_back() {
        open();
        press("j");
        press("c");
        assertThat(field("起始年").getValue()).isEqualTo("2023");
        _assertNone(ComboBox.class, spec -> spec.withLabel("期间"));
        press("c");
        _assertOne(ComboBox.class, spec -> spec.withLabel("期间"));
        press("c");
        field("起始年").setValue("2025");
        field("截止年（可不填）").setValue("2024");
        assertThat(field("截止年（可不填）").isInvalid()).isTrue();
    }

    @Test
    void a_promise_of_the_text_comes_as_one() {
        open();
        var promise = promise();
        panel().go(promise.id());
        assertThat(field("起始年").getValue()).isEqualTo("2018");
        press("a");
        assertThat(candidate(promise.number()).commitmentCode()).isNotNull();
    }

    @Test
    void the_department_of_the_reply_answers_for_its_promises_unless_a_person_says_otherwise() {
        open();
        var promise = promise();
        panel().go(promise.id());
        assertThat(department().getValue().nameZh()).isEqualTo("上海市长宁区发展和改革委员会");
        type(department(), "长宁区建设管理委");
        assertThat(candidate(promise.number()).decidedBy()).isNull();
        press("a");
        var made = candidate(promise.number()).terms().promise();
        assertThat(indicators.departments()).filteredOn(it -> it.code().equals(made.department())).singleElement()
                .satisfies(it -> assertThat(it.nameZh()).isEqualTo("长宁区建设管理委"));
        reviews.submit(reply.id());
        asApprover(() -> commitments.approve(List.of(commitments.inPreparation(
                candidate(promise.number()).commitmentCode()).orElseThrow().id())));
        visit(Routes.reply(reply.id()));
        assertThat(words()).contains("责任单位：长宁区建设管理委");
    }

    @Test
    void a_promise_without_a_department_is_one_too() {
        open();
        var promise = promise();
        panel().go(promise.id());
        department().clear();
        press("j");
        panel().go(promise.id());
        assertThat(department().isEmpty()).isTrue();
        press("a");
        assertThat(candidate(promise.number()).terms().promise().department()).isNull();
    }

    @Test
    void a_promise_whose_window_is_not_said_is_shown_as_one_and_asks_for_its_first_year() {
        reply = record("# 答复\n\n下一步，力争建成平台不少于40个。\n", null);
        open();
        assertThat(candidate(1).terms()).satisfies(it -> {
            assertThat(it.kind()).isEqualTo(FigureKind.COMMITMENT);
            assertThat(it.promise()).isNull();
        });
        assertThat(_get(CandidateCard.class).getElement().getTextRecursively()).contains("承诺", "转事实");
        assertThat(field("起始年").getErrorMessage()).contains("没有起始年");
        field("起始年").setValue("25");
        assertThat(field("起始年").getErrorMessage()).contains("“25”不是年份");
        field("截止年（可不填）").setValue("2030");
        assertThat(field("起始年").isInvalid()).isTrue();
        assertThat(field("截止年（可不填）").isInvalid()).isFalse();
        press("Escape");
        press("j");
        assertThat(words()).doesNotContain("的修改已保存");
        field("起始年").setValue("2025");
        field("截止年（可不填）").setValue("2030");
        press("Keep");
        assertThat(candidate(1).terms().promise()).satisfies(it -> {
            assertThat(it.from()).isEqualTo(2025);
            assertThat(it.to()).isEqualTo(2030);
        });
    }

    @Test
    void many_are_accepted_at_once_and_the_rest_is_accounted_for() {
        open();
        _click(_get(Button.class, spec -> spec.withText("全部采纳…")));
        var confident = candidates().stream().filter(c -> c.confidence() >= 0.6).count();
        threshold().setValue(60);
        assertThat(words()).contains("待处理" + candidates().size() + "处，其中" + confident + "处达到");
        _click(_get(Button.class, spec -> spec.withText("采纳达到的")));
        var accepted = candidates().stream().filter(c -> c.state() == CandidateState.ACCEPTED).count();
        assertThat(accepted).isPositive().isLessThan(confident);
        assertThat(words()).contains("已采纳" + accepted + "处，留下" + (confident - accepted) + "处");
        assertThat(_get(BatchDialog.class).getElement().getTextRecursively()).contains("名次不作为指标数值收录");
        press("z");
        assertThat(candidates()).allMatch(c -> c.state() == CandidateState.PROPOSED);
    }

    @Test
    void a_filter_shows_those_of_one_state() {
        open();
        press("a");
        _click(_get(NativeButton.class, spec -> spec.withText("已采纳 1")));
        assertThat(rows()).containsExactly("6100 余家");
        press("j");
        assertThat(current()).startsWith("第1处");
    }

    @Test
    void words_that_the_reading_passed_over_are_added_and_become_current() {
        reply = record("# 答复\n\n二、正文\n\n我区打造了四力四城，建成平台29个，守住“20条底线”。\n");
        open();
        press("n");
        field("原文中的字").setValue("没有的字");
        assertThat(words()).contains("原文里有0处");
        field("原文中的字").setValue("我区");
        _click(_get(Button.class, spec -> spec.withText("标为不是指标")));
        assertThat(words()).contains("选中的文字里没有数字");
        press("n");
        field("原文中的字").setValue("20条");
        _click(_get(Button.class, spec -> spec.withText("加入候选")));
        assertThat(current()).startsWith("第2处，20条，待处理");
        assertThat(mark(2)).containsExactly("yj-is-proposed");
    }

    @Test
    void what_is_no_figure_says_why_and_becomes_one_where_a_person_says_so() {
        reply = record("# 答复\n\n二、正文\n\n一是建成平台29个。位于文昌路88号。\n\n三、后记\n\n围绕4个方面，建设5G网络。\n");
        open();
        assertThat(passedOver()).containsExactly("二、", "一是", "88号", "三、", "4个", "5");
        press("p");
        assertThat(bar()).contains("“88号”不是指标：地址", "其实是数字，加入候选");
        _assertNone(Button.class, spec -> spec.withText("标为不是指标"));
        press("p");
        press("p");
        assertThat(bar()).contains("“4个”不是指标：几个方面、几项，只作分类");
        press("n");
        assertThat(current()).startsWith("第2处，4个，待处理");
        assertThat(passedOver()).containsExactly("二、", "一是", "88号", "三、", "5");
        press("p");
        assertThat(bar()).contains("“5”不是指标：是词语或名称的一部分");
        press("p");
        assertThat(bar()).contains("“二、”不是指标：分条的序号");
        press("p");
        press("p");
        press("n");
        assertThat(current()).startsWith("第3处，88号，待处理");
        assertThat(candidate(3).terms()).satisfies(it -> {
            assertThat(it.value()).isEqualByComparingTo("88");
            assertThat(it.unit()).isEqualTo("号");
            assertThat(it.period()).isEqualTo(new Period.Unknown());
        });
        press("p");
        press("Escape");
        assertThat(_find(SelectionBar.class)).isEmpty();
    }

    @Test
    void a_contact_that_is_masked_is_not_offered_as_something_that_was_passed_over() {
        reply = record("# 答复\n\n我区建成平台29个，守住“20条底线”。\n\n联系人：张三 电话：62345678\n联系电话 021-22050000转8012\n");
        open();
        assertThat(passedOver()).containsExactly("“20条底线”");
        press("p");
        assertThat(bar()).contains("20条底线");
        press("p");
        assertThat(bar()).as("round, for there is no other").contains("20条底线").doesNotContain("＊");
    }

    @Test
    void what_is_no_figure_can_be_switched_off() {
        open();
        var toggle = _get(NativeButton.class, spec -> spec.withClasses("yj-passed"));
        assertThat(toggle.getText()).matches("不是指标 \\d+");
        _click(toggle);
        assertThat(panel().text().getClassNames()).contains("yj-hides-passed");
        assertThat(toggle.getElement().getAttribute("aria-pressed")).isEqualTo("false");
        press("p");
        assertThat(panel().text().getClassNames()).doesNotContain("yj-hides-passed");
    }

    @Test
    void a_selection_of_the_text_is_mapped_to_its_place() {
        open();
        var blocks = Layout.of(SampleReply.text()).blocks();
        var first = candidate(1);
        int block = 0;
        while (blocks.get(block).end() <= first.start()) {
            block++;
        }
        var visible = blocks.get(block).visible(SampleReply.text());
        int at = visible.indexOf(first.span());
        var span = panel().text().paper().selected(block, at, block, at + first.span().length()).orElseThrow();
        assertThat(SampleReply.text().substring(span.start(), span.end())).isEqualTo(first.span());
        panel().add(span);
        assertThat(words()).contains("这里已有第1处候选");
    }

    @Test
    void contact_persons_are_hidden_and_no_figure_is_made_of_their_numbers() {
        reply = record("# 答复\n\n建成平台29个。\n\n联系人：赵某某\n\n联系电话：62345678\n");
        open();
        assertThat(words()).contains("联系人：＊＊＊", "联系电话：＊＊＊＊＊＊＊＊", "联系人和电话已遮住")
                .doesNotContain("赵某某", "62345678");
        press("n");
        field("原文中的字").setValue("62345678");
        assertThat(words()).contains("原文里有0处");
        field("原文中的字").setValue("＊＊＊＊＊＊＊＊");
        _click(_get(Button.class, spec -> spec.withText("加入候选")));
        assertThat(words()).contains("联系人和电话不能加入候选");
        assertThat(candidates()).hasSize(1);
    }

    @Test
    void a_new_indicator_is_prefilled_stored_and_chosen() {
        open();
        var code = "DESK_FIRMS_" + reply.id();
        _click(_get(Button.class, spec -> spec.withText("新建指标…")));
        assertThat(field("中文名称").getValue()).isNotBlank();
        assertThat(field("英文名称").getValue()).isEmpty();
        assertThat(field("英文名称").getHelperText()).contains("英文界面");
        _click(_get(Button.class, spec -> spec.withText("保存指标")));
        assertThat(field("英文名称").getErrorMessage()).contains("没有名称");
        field("英文名称").setValue("Firms at the desk");
        field("编码").setValue("1 wrong");
        _click(_get(Button.class, spec -> spec.withText("保存指标")));
        assertThat(field("编码").getErrorMessage()).contains("1 wrong");
        field("编码").setValue("DE_FIRMS");
        _click(_get(Button.class, spec -> spec.withText("保存指标")));
        assertThat(field("编码").getErrorMessage()).contains("已经有了");
        field("编码").setValue(code);
        _click(_get(Button.class, spec -> spec.withText("保存指标")));
        assertThat(indicators.catalogue().find(code)).isPresent();
        assertThat(indicator().getValue().code()).isEqualTo(code);
        press("a");
        assertThat(candidate(1).terms().indicator()).isEqualTo(code);
    }

    @Test
    void an_indicator_that_somebody_adds_meanwhile_is_said_at_its_code() {
        open();
        _click(_get(Button.class, spec -> spec.withText("新建指标…")));
        var code = field("编码").getValue();
        var like = indicators.catalogue().indicator("DE_FIRMS");
        elsewhere("wu", () -> {
            indicators.addWithUnit(new Indicator(code, "别人的指标", "Of somebody else", like.theme(), null, like.unit(),
                    like.nature(), like.direction(), like.priceBasis(), null, null, null, null, null, true, null));
            return null;
        });
        field("英文名称").setValue("Mine");
        _click(_get(Button.class, spec -> spec.withText("保存指标")));
        assertThat(field("编码").getErrorMessage()).contains("“" + code + "”已经有了");
        assertThat(indicators.catalogue().indicator(code).nameEn()).isEqualTo("Of somebody else");
    }

    @Test
    void a_right_that_is_lost_meanwhile_is_said_where_it_is_missing() {
        open();
        _click(_get(Button.class, spec -> spec.withText("全部采纳…")));
        logIn("li", Role.Names.APPROVER);
        _click(_get(Button.class, spec -> spec.withText("采纳达到的")));
        assertThat(_get(BatchDialog.class).getElement().getTextRecursively()).contains("您的角色不能改草稿");
        _get(BatchDialog.class).close();
        logIn("li", Role.Names.STATISTICIAN);
        _click(_get(Button.class, spec -> spec.withText("新建指标…")));
        field("英文名称").setValue("Mine");
        logIn("li", Role.Names.APPROVER);
        _click(_get(Button.class, spec -> spec.withText("保存指标")));
        assertThat(warnings()).contains("您的角色不能改草稿。请联系统计人员，或请管理员调整角色。");
        _get(IndicatorDialog.class).close();
        press("a");
        assertThat(warnings()).contains("您的角色不能改草稿。请联系统计人员，或请管理员调整角色。");
        field("数值").setValue("6200");
        press("j");
        assertThat(current()).startsWith("第1处");
        assertThat(field("数值").getValue()).isEqualTo("6200");
    }

    @Test
    void the_drafts_of_the_reply_are_submitted_together_after_a_question() {
        open();
        press("a");
        press("a");
        _click(submit());
        var question = _get(ConfirmDialog.class);
        assertThat(question.getElement().getProperty("header")).isEqualTo("提交2条草稿？");
        ComponentUtil.fireEvent(question, new ConfirmDialog.ConfirmEvent(question, false));
        assertThat(words()).contains("已提交2条，等审核人审定");
        assertThat(submit().isEnabled()).isFalse();
        press("k");
        press("z");
        assertThat(words()).contains("已经提交审定，不能撤销");
    }

    @Test
    void an_accepted_figure_says_how_far_its_draft_is_and_why_it_was_returned() {
        open();
        press("a");
        assertThat(state(1)).isEqualTo("草稿");
        reviews.submit(reply.id());
        open();
        assertThat(state(1)).isEqualTo("已提交");
        _assertNone(NativeButton.class, spec -> spec.withText("已退回 1"));
        asApprover(() -> observations.giveBack(List.of(candidate(1).observationId()), "期间与原文不符"));
        open();
        assertThat(state(1)).isEqualTo("已退回");
        panel().go(candidate(1).id());
        assertThat(current()).isEqualTo("第1处，6100 余家，已退回");
        assertThat(warnings()).containsExactly("审核退回：期间与原文不符");
        _click(_get(NativeButton.class, spec -> spec.withText("已退回 1")));
        assertThat(rows()).isEmpty();
        press("z");
        press("a");
        reviews.submit(reply.id());
        asApprover(() -> observations.approve(List.of(candidate(1).observationId())));
        open();
        assertThat(state(1)).isEqualTo("已审定");
        panel().go(candidate(1).id());
        assertThat(warnings()).isEmpty();
        assertThat(words()).contains("改为已采纳");
    }

    @Test
    void a_returned_draft_is_put_right_in_its_place_and_is_a_draft_again() {
        open();
        press("a");
        reviews.submit(reply.id());
        asApprover(() -> observations.giveBack(List.of(candidate(1).observationId()), "数值与原文不符"));
        open();
        panel().go(candidate(1).id());
        assertThat(field("数值").isReadOnly()).isFalse();
        field("数值").setValue("6150");
        press("Keep");
        assertThat(candidate(1)).satisfies(it -> {
            assertThat(it.terms().value()).isEqualByComparingTo("6150");
            assertThat(it.draftState()).isEqualTo(State.RETURNED);
        });
        press("a");
        _click(button("按上下文或附表填"));
        assertThat(state(1)).isEqualTo("草稿");
        assertThat(observations.observation(candidate(1).observationId())).satisfies(it -> {
            assertThat(it.figure().value()).isEqualByComparingTo("6150");
            assertThat(it.reason()).isNull();
        });
        assertThat(submit().isEnabled()).isTrue();
    }

    @Test
    void drafts_of_an_older_text_are_shown_to_be_taken_back_or_submitted_with_the_others() {
        open();
        press("a");
        press("a");
        var newer = SampleReply.text().replace("6100 余家", "6300 余家").replace("约 310 亿元", "约 312 亿元");
        freeze(newer);
        visit(Routes.REPLIES);
        open();
        assertThat(words()).contains("新正文里已没有这些字句，草稿仍在，共2条", "6100 余家", "约 310 亿元");
        _click(_find(Button.class, spec -> spec.withText("撤回")).getFirst());
        assertThat(words()).contains("共1条", "已撤回旧版正文的草稿：6100 余家");
        _click(submit());
        var question = _get(ConfirmDialog.class);
        assertThat(question.getElement().getProperty("header")).isEqualTo("提交1条草稿？");
        ComponentUtil.fireEvent(question, new ConfirmDialog.ConfirmEvent(question, false));
        assertThat(words()).contains("已提交1条").doesNotContain("新正文里已没有这些字句");
        assertThat(submit().isEnabled()).isFalse();
    }

    @Test
    void a_text_without_figures_opens_with_none() {
        reply = record("来信收悉，感谢您的建议，我们将认真研究。\n");
        visit(Routes.REPLIES);
        open();
        assertThat(candidates()).isEmpty();
        visit(Routes.REPLIES);
        assertThat(_find(Anchor.class, spec -> spec.withPredicate(it -> it.getHref().equals(Routes.review(reply.id()))))
                .getFirst().getText()).isEqualTo("无需核读");
    }

    @Test
    void what_somebody_else_decides_is_seen_at_once_with_their_name() {
        open();
        var third = candidate(3);
        elsewhere("wu", () -> reviews.reject(third.id(), third.version(), "不是指标"));
        awaitWords("wu 刚处理了第3处：已驳回");
        assertThat(mark(3)).containsExactly("yj-is-rejected");
        assertThat(current()).startsWith("第1处");
    }

    @Test
    void what_a_person_is_writing_stays_when_somebody_else_decides_about_it() {
        open();
        field("数值").setValue("6150");
        var first = candidate(1);
        elsewhere("wu", () -> reviews.reject(first.id(), first.version(), "不是指标"));
        awaitWords("你写的还没有保存");
        assertThat(words()).contains("wu 于");
        assertThat(field("数值").getValue()).isEqualTo("6150");
        _click(_get(Button.class, spec -> spec.withText("用我的")));
        assertThat(field("数值").getValue()).isEqualTo("6150");
        press("a");
        _click(button("按上下文或附表填"));
        assertThat(candidate(1)).satisfies(it -> {
            assertThat(it.state()).isEqualTo(CandidateState.ACCEPTED);
            assertThat(it.decidedBy()).isEqualTo("li");
            assertThat(it.terms().value()).isEqualByComparingTo("6150");
        });
    }

    @Test
    void a_newer_text_is_announced_and_of_the_old_one_nothing_is_decided_any_more() {
        open();
        field("数值").setValue("6150");
        var newer = (SampleReply.text() + "\n\n附：核发第" + reply.id() + "稿。\n").getBytes(StandardCharsets.UTF_8);
        elsewhere("wu", () -> intake.read(newer, "", Progress.NONE) instanceof Handed.Fresh fresh
                ? intake.takeAsNewVersion(reply.id(), fresh.delivery()) : null);
        awaitWords("已有新版正文，这里还是第1版");
        press("a");
        press("n");
        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(reviews.review(reply.id())).isEmpty();
        press("j");
        assertThat(words()).contains("你写的还没有保存");
        assertThat(current()).as("the one that is being written").startsWith("第1处");
        field("数值").setValue("6160");
        takeNewest();
        assertThat(warnings()).singleElement().asString().contains("与引文不一致");
        assertThat(words()).contains("你在旧版写的已带到第1处");
        assertThat(field("数值").getValue()).isEqualTo("6160");
        press("a");
        _click(button("按上下文或附表填"));
        assertThat(candidate(1)).satisfies(it -> {
            assertThat(it.state()).isEqualTo(CandidateState.ACCEPTED);
            assertThat(it.terms().value()).isEqualByComparingTo("6160");
        });
    }

    @Test
    void what_was_written_about_words_that_a_newer_text_has_not_is_said_there() {
        open();
        field("数值").setValue("6150");
        freeze(SampleReply.text().replace("6100 余家", "许多家"));
        press("a");
        _click(button("按上下文或附表填"));
        takeNewest();
        assertThat(warnings()).singleElement().asString().contains("没有可接着处理的“6100 余家”", "数值 6150");
        _click(_get(Button.class, spec -> spec.withText("关闭")));
        assertThat(warnings()).isEmpty();
    }

    @Test
    void a_reason_that_was_written_before_a_newer_text_came_is_asked_for_again_there() {
        open();
        press("r");
        freeze(SampleReply.text() + "\n\n附：又一稿。\n");
        field("其他理由").setValue("口径不同");
        _click(_get(Button.class, spec -> spec.withText("驳回")));
        assertThat(words()).contains("你写的还没有保存");
        takeNewest();
        assertThat(field("其他理由").getValue()).isEqualTo("口径不同");
        assertThat(current()).startsWith("第1处");
    }

    @Test
    void words_that_were_sought_before_a_newer_text_came_are_sought_again_there() {
        open();
        press("n");
        freeze(SampleReply.text() + "\n\n附：第三稿。\n");
        field("原文中的字").setValue("届三");
        _click(_get(Button.class, spec -> spec.withText("加入候选")));
        takeNewest();
        assertThat(field("原文中的字").getValue()).isEqualTo("届三");
    }

    private void freeze(String text) {
        access.runAs(SystemAccount.LOADER,
                () -> replies.freeze(reply.id(), text.getBytes(StandardCharsets.UTF_8), "text/markdown", text));
    }

    private static void takeNewest() {
        _click(_get(Button.class, spec -> spec.withText("打开新版")));
    }

    @Test
    void a_decision_about_an_old_text_is_not_taken_and_leads_to_the_newer() {
        open();
        freeze(SampleReply.text() + "\n\n附：另一稿。\n");
        press("a");
        assertThat(warnings()).singleElement().asString().contains("已有新版正文", "打开新版");
        assertThat(reviews.review(reply.id())).isEmpty();
    }

    @Test
    void of_two_decisions_at_once_the_second_sees_both_and_chooses() {
        open();
        var first = candidate(1);
        reviews.reject(first.id(), first.version(), "编号");
        press("a");
        assertThat(words()).contains("li 于", "你的决定是：采纳");
        assertThat(candidate(1).state()).isEqualTo(CandidateState.REJECTED);
        _click(_get(Button.class, spec -> spec.withText("用对方的")));
        assertThat(current()).startsWith("第1处，6100 余家，已驳回");
        assertThat(words()).doesNotContain("你的决定是");
    }

    @Test
    void a_person_may_insist_on_their_own_decision() {
        open();
        var first = candidate(1);
        reviews.reject(first.id(), first.version(), "编号");
        press("a");
        _click(_get(Button.class, spec -> spec.withText("用我的")));
        assertThat(candidate(1).state()).isEqualTo(CandidateState.ACCEPTED);
        assertThat(current()).startsWith("第2处");
    }

    @Test
    void paragraphs_without_figures_are_folded_and_say_what_is_in_them() {
        open();
        assertThat(folds()).anyMatch(line -> line.matches("折叠\\d+段，无数字"));
        _click(_get(NativeButton.class, spec -> spec.withText("全文")));
        assertThat(folds()).isEmpty();
        var number = candidates().stream().filter(c -> c.span().contains("29")).findFirst().orElseThrow().number();
        candidates().forEach(c -> reviews.reject(c.id(), c.version(), "不是指标"));
        open();
        assertThat(folds()).anyMatch(line -> line.contains("处已驳回"));
        panel().go(candidate(number).id());
        press("z");
        assertThat(folds()).anyMatch(line -> line.startsWith("收起") && line.contains("1处待处理"));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"VIEWER", "ANALYST", "ADMIN"})
    void who_may_not_see_drafts_is_turned_away(Role role) {
        logIn("somebody", role.name());
        visit(Routes.review(reply.id()));
        assertThat(_find(ReviewView.class)).isEmpty();
    }

    @Test
    void an_approver_reads_and_changes_nothing() {
        logIn("approver", Role.Names.APPROVER);
        visit(Routes.review(reply.id()));
        assertThat(words()).contains("还没有人开始核读");
        logIn("li", Role.Names.STATISTICIAN);
        reviews.begin(reply.id());
        logIn("approver", Role.Names.APPROVER);
        visit(Routes.REPLIES);
        open();
        assertThat(current()).startsWith("第1处");
        assertThat(field("数值").isReadOnly()).isTrue();
        assertThat(field("区间（家）").getValue()).isEqualTo("6100–6200");
        panel().go(candidates().stream().filter(c -> c.terms().indicator() == null).findFirst().orElseThrow().id());
        assertThat(warnings()).isEmpty();
        assertThat(indicator().isInvalid()).isFalse();
        press("j");
        panel().go(candidate(1).id());
        _assertNone(Button.class, spec -> spec.withText("提交审定"));
        _assertNone(VerbButton.class, spec -> spec.withText("采纳"));
        press("a");
        assertThat(candidate(1).state()).isEqualTo(CandidateState.PROPOSED);
        assertThat(words()).contains("你可以查看，不能修改");
    }

    @Test
    void a_text_without_figures_says_so() {
        reply = record("# 答复\n\n感谢您的建议。\n");
        open();
        assertThat(words()).contains("原文里没有读出数字");
    }

    @Test
    void what_is_not_there_gets_a_sentence() {
        visit("replies/99999999/review");
        assertThat(words()).contains("没有编号为99999999的文件");
        visit("replies/abc/review");
        assertThat(words()).contains("没有编号为abc的文件");
    }

    @Test
    void the_reply_leads_to_the_desk_and_the_list_says_how_far_it_is() {
        open();
        press("a");
        visit(Routes.reply(reply.id()));
        assertThat(words()).contains("核读数字");
        visit(Routes.REPLIES + "?q=" + reply.docNo());
        assertThat(words()).contains("1/" + candidates().size());
        logIn("leader", Role.Names.VIEWER);
        visit(Routes.reply(reply.id()));
        assertThat(words()).doesNotContain("核读数字");
    }

    @Test
    void the_keys_are_all_explained() {
        open();
        press("?");
        var help = _get(KeysDialog.class).getElement().getTextRecursively();
        for (var verb : Verb.values()) {
            assertThat(help).contains(verb.key());
        }
        assertThat(help).contains("Enter", "Esc", "在承诺与事实之间转换");
    }

    @Test
    void english_is_complete() {
        openTab(Locale.ENGLISH);
        open();
        press("a");
        assertThat(words()).contains("Candidates", "accepted", "Number 1 accepted")
                .doesNotContain("desk.", "review.", "reply.");
    }

    private void open() {
        visit(Routes.review(reply.id()));
    }

    private DeskPanel panel() {
        return _get(DeskPanel.class);
    }

    private void press(String key) {
        panel().press(key);
    }

    private List<ReviewCandidate> candidates() {
        return reviews.review(reply.id()).orElseThrow().candidates();
    }

    private ReviewCandidate candidate(int number) {
        return candidates().stream().filter(c -> c.number() == number).findFirst().orElseThrow();
    }

    private String current() {
        var label = _get(CandidateCard.class).getElement().getAttribute("aria-label");
        return label == null ? "" : label;
    }

    private List<String> mark(int number) {
        return panel().text().mark(candidate(number).id()).orElseThrow().getClassList().stream()
                .filter(style -> style.startsWith("yj-is-")).toList();
    }

    private String about(int number) {
        panel().go(candidates().stream().filter(c -> c.number() != number).findFirst().orElseThrow().id());
        return _find(NativeButton.class, spec -> spec.withClasses("yj-cand-words")).stream()
                .map(button -> button.getElement().getParent().getParent())
                .filter(row -> row.getChild(0).getText().equals(Integer.toString(number)))
                .map(row -> row.getChild(2).getText()).findFirst().orElseThrow();
    }

    private List<String> rows() {
        return _find(NativeButton.class, spec -> spec.withClasses("yj-cand-words")).stream()
                .map(NativeButton::getText).toList();
    }

    private List<String> folds() {
        return _find(NativeButton.class, spec -> spec.withClasses("yj-fold")).stream().map(NativeButton::getText)
                .toList();
    }

    /** What the list says of a figure that is not the current one. */
    private String state(int number) {
        panel().go(candidates().stream().filter(c -> c.number() != number).findFirst().orElseThrow().id());
        return _find(NativeTableRow.class, spec -> spec.withPredicate(row -> row.getChildren().findFirst()
                .map(it -> it.getElement().getText().equals(Integer.toString(number))).orElse(false)))
                .getFirst().getElement().getChild(5).getTextRecursively();
    }

    /** The passages that are marked as no figures, in the order of the text. */
    private List<String> passedOver() {
        return marks(panel().text().paper().getElement()).filter(it -> it.getClassList().contains("yj-passed"))
                .map(Element::getText).toList();
    }

    private static Stream<Element> marks(Element element) {
        return element.getChildren().flatMap(it -> it.isTextNode() ? Stream.of()
                : it.getTag().equals("mark") ? Stream.of(it) : marks(it));
    }

    private static String bar() {
        return _get(SelectionBar.class).getElement().getTextRecursively();
    }

    private static List<String> warnings() {
        return _find(WarnBox.class).stream().map(box -> box.getElement().getTextRecursively())
                .filter(text -> !text.isEmpty()).toList();
    }

    private ReviewCandidate promise() {
        return candidates().stream().filter(c -> c.terms().promise() != null).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Department> department() {
        return _get(ComboBox.class, spec -> spec.withLabel("责任单位（可不填）"));
    }

    private static void asApprover(Supplier<?> work) {
        CompletableFuture.supplyAsync(() -> TestServices.as("shen", Role.APPROVER, work)).join();
    }

    private String standings() {
        return _get(CandidateCard.class).getElement().getTextRecursively();
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Indicator> indicator() {
        return _get(ComboBox.class, spec -> spec.withLabel("指标"));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Period> period() {
        return _get(ComboBox.class, spec -> spec.withLabel("期间"));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<ReviewCandidate> mergeInto() {
        return _get(ComboBox.class, spec -> spec.withLabel("保留哪一处"));
    }

    @SuppressWarnings("unchecked")
    private static Select<Integer> threshold() {
        return _get(Select.class, spec -> spec.withLabel("置信"));
    }

    private static void type(ComboBox<?> box, String text) {
        ComponentUtil.fireEvent(box,
                new ComboBoxBase.CustomValueSetEvent<>((ComboBox) box, true, text));
    }

    private static Button submit() {
        return _get(Button.class, spec -> spec.withText("提交审定"));
    }

    /** Does something as another person at another desk. */
    private static void elsewhere(String user, Supplier<?> work) {
        CompletableFuture.supplyAsync(() -> TestServices.as(user, Role.STATISTICIAN, work)).join();
    }

    private static void awaitWords(String expected) {
        Awaitility.await().pollInSameThread().pollInterval(Duration.ofMillis(10)).untilAsserted(() -> {
            MockVaadin.clientRoundtrip(false);
            assertThat(words()).contains(expected);
        });
    }
}
