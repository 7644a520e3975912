package org.youju.ledger.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.youju.TestServices;
import org.youju.UiTest;
import org.youju.commitment.Base;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.CommitmentService;
import org.youju.commitment.NewCommitment;
import org.youju.entry.ui.PromiseDialog;
import org.youju.figure.FigureReader;
import org.youju.figure.Nature;
import org.youju.indicator.Department;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Narrowing;
import org.youju.observation.State;
import org.youju.reply.Reply;
import org.youju.reply.ReplyService;
import org.youju.security.Role;

/** Shares the application of {@code ToDoViewTest}. */
@TestPropertySource(properties = {
    "spring.datasource.url=jdbc:h2:mem:todo-ui;DB_CLOSE_DELAY=-1;${youju.h2.options}",
    "youju.sample=true"
})
class PromiseDialogTest extends UiTest {

    @Autowired
    private IndicatorService indicators;
    @Autowired
    private ReplyService replies;
    @Autowired
    private CommitmentService commitments;

    private void open(String user, Role role, String address) {
        logIn(user, role.name());
        visit(address);
    }

    private static void press(String words) {
        _click(_get(Button.class, spec -> spec.withText(words)));
    }

    private static TextField text(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Indicator> indicator() {
        return _get(ComboBox.class, spec -> spec.withLabel("指标"));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Reply> document() {
        return _get(ComboBox.class, spec -> spec.withLabel("文件"));
    }

    @SuppressWarnings("unchecked")
    private static Select<CommitmentKind> kind() {
        return _get(Select.class, spec -> spec.withLabel("承诺的种类"));
    }

    private static void ground(String words) {
        _click(_find(NativeButton.class).stream().filter(it -> it.getText().equals(words)).findFirst().orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_who_keeps_figures_registers_and_changes(Role role) {
        open("somebody", role, "commitments?c=C003");
        var expected = role == Role.STATISTICIAN ? 1 : 0;
        assertThat(_find(Button.class, spec -> spec.withText("登记承诺"))).hasSize(expected);
        assertThat(_find(Button.class, spec -> spec.withText("修改"))).hasSize(expected);
    }

    @Test
    void a_promise_is_registered_from_its_sentence_handed_over_and_approved_by_another() {
        open("li", Role.STATISTICIAN, "commitments");
        press("登记承诺");
        indicator().setValue(indicators.catalogue().indicator("DE_TAX"));
        kind().setValue(CommitmentKind.FLOOR_PER_PERIOD);
        text("目标").setValue("不少于300亿元");
        text("窗口起（年）").setValue("2023");
        document().setValue(replies.withSourceKey("SEED").orElseThrow());
        text("原句").setValue("每年不少于100万平方米");
        text("窗口止（年、月或日）").setValue("2023");
        assertThat(words(_get(PromiseDialog.class))).contains("按规则现在会判为：", "已兑现");
        press("保存");
        _assertNone(PromiseDialog.class);
        var pending = words(_get(PendingPanel.class));
        assertThat(pending).contains("草稿", "数字经济综合税收：2023年不少于300亿元", "li");
        var code = pending.replaceFirst("(?s).*(C\\d{3}) 数字经济.*", "$1");
        _click(_find(Button.class, spec -> spec.withText("送审")).stream()
                .filter(it -> it.getAriaLabel().orElse("").contains(code)).findFirst().orElseThrow());
        assertThat(words(_get(PendingPanel.class))).contains("已提交");
        TestServices.as("zhao", Role.APPROVER, () -> commitments.approve(List.of(
                commitments.inPreparation(code).orElseThrow().id())));
        visit("commitments?c=" + code);
        assertThat(words(_get(PromisePanel.class))).contains("已兑现", "每年不少于100万平方米", "310 ≥ 300");
    }

    @Test
    void what_can_not_be_is_refused_at_its_field_and_nothing_typed_is_lost() {
        open("li", Role.STATISTICIAN, "commitments");
        press("登记承诺");
        ground("没有文件");
        _get(TextArea.class, spec -> spec.withLabel("承诺的原话")).setValue("今年增长5%");
        press("保存");
        assertThat(indicator().getErrorMessage()).isEqualTo("请选择用哪个指标衡量。");
        assertThat(kind().getErrorMessage()).as("all at once").isEqualTo("请选择承诺的种类。");
        assertThat(text("窗口起（年）").getErrorMessage()).contains("请填窗口从哪一年起");
        indicator().setValue(indicators.catalogue().indicator("DE_TAX"));
        kind().setValue(CommitmentKind.GROWTH_ABOUT);
        press("保存");
        assertThat(kind().getErrorMessage()).contains("不是增速");
        kind().setValue(CommitmentKind.FLOOR_PER_PERIOD);
        text("目标").setValue("300");
        press("保存");
        assertThat(text("目标").getErrorMessage()).isEqualTo("“300”没有写单位。请照原文写上，如“300亿元”。");
        text("目标").setValue("300家");
        press("保存");
        assertThat(text("目标").isInvalid()).isTrue();
        text("目标").setValue("300亿元");
        text("窗口起（年）").setValue("2025");
        text("窗口止（年、月或日）").setValue("2024");
        press("保存");
        assertThat(text("窗口止（年、月或日）").getErrorMessage()).contains("止年早于起年");
        text("窗口止（年、月或日）").setValue("");
        press("保存");
        assertThat(_get(TextArea.class, spec -> spec.withLabel("理由")).getErrorMessage())
                .isEqualTo("没有文件的承诺要写明理由。");
        assertThat(text("目标").getValue()).isEqualTo("300亿元");
    }

    @Test
    void a_level_shows_what_it_is_measured_from_and_a_new_department_can_answer_for_it() {
        open("li", Role.STATISTICIAN, "commitments");
        press("登记承诺");
        indicator().setValue(indicators.catalogue().indicator("DE_TAX"));
        assertThat(indicator().getItemLabelGenerator().apply(indicator().getValue())).isEqualTo("数字经济综合税收（亿元）");
        kind().setValue(CommitmentKind.LEVEL_BY);
        text("目标").setValue("400亿元");
        text("窗口起（年）").setValue("2024");
        text("窗口止（年、月或日）").setValue("2099年6月底");
        assertThat(text("基数").getHelperText()).isEqualTo("不填则取序列里2023年的 约310亿元");
        text("基年").setValue("2019");
        assertThat(text("基数").getHelperText()).contains("序列里没有2019年的数");
        document().setValue(replies.withSourceKey("SEED").orElseThrow());
        text("原句").setValue("每年不少于100万平方米");
        press("保存");
        assertThat(text("基数").getErrorMessage()).contains("序列里没有2019年的数，进度无从算起");
        text("基数").setValue("250亿元");
        ComponentUtil.fireEvent(department(), new ComboBoxBase.CustomValueSetEvent<>(department(), false, "区税务局"));
        press("保存");
        _assertNone(PromiseDialog.class);
        assertThat(words(_get(PendingPanel.class))).contains("2024年至2099年6月底达到400亿元");
        var draft = TestServices.as("li", Role.STATISTICIAN, () -> commitments.inState(Set.of(State.DRAFT),
                Narrowing.NONE, 9)).stream().filter(it -> it.base() != null).findFirst().orElseThrow();
        assertThat(indicators.departments()).filteredOn(it -> it.code().equals(draft.department()))
                .extracting(it -> it.nameZh()).containsExactly("区税务局");
        TestServices.as("li", Role.STATISTICIAN, () -> {
            commitments.giveUp(List.of(draft.code()));
            return null;
        });
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Department> department() {
        return _get(ComboBox.class, spec -> spec.withLabel("责任部门"));
    }

    @Test
    void a_promise_is_proposed_for_withdrawal_and_another_keeps_or_withdraws_it() {
        open("li", Role.STATISTICIAN, "commitments?c=C023");
        press("提请撤下");
        press("提请撤下", TextArea.class, "撤下的理由", "已并入他项");
        assertThat(words(_get(PendingPanel.class))).contains("C023");
        assertThat(words(_get(PromisePanel.class))).contains("已并入他项");
        open("zhao", Role.APPROVER, "commitments?c=C023");
        press("不撤");
        press("不撤", TextArea.class, "保留的理由", "仍有效");
        assertThat(words(_get(PromisePanel.class))).contains("承诺 C023").doesNotContain("已并入他项");
        open("li", Role.STATISTICIAN, "commitments?c=C023");
        press("提请撤下");
        press("提请撤下", TextArea.class, "撤下的理由", "确已并入");
        open("zhao", Role.APPROVER, "commitments?q=C023&c=C023");
        press("撤下");
        confirm("网点35个", "确已并入", "台账上不再列出");
        assertThat(words()).contains("没有符合条件的承诺", "承诺 C023 已撤下", "li提请，zhao于", "确已并入");
        assertThat(restoring("C023")).as("who approves restores nothing").isEmpty();
        open("wang", Role.VIEWER, "commitments?c=C023");
        assertThat(_get(LedgerView.class).getClassNames()).as("no other promise lies over the list on a telephone")
                .doesNotContain("yj-ledger-open");
        assertThat(words(_get(WithdrawnPanel.class))).contains("已撤下", "C023", "不少于35个", "确已并入");
        open("li", Role.STATISTICIAN, "commitments?c=C023");
        _click(restoring("C023").getFirst());
        _click(_find(Button.class, spec -> spec.withText("提请恢复")).getLast());
        assertThat(_get(TextArea.class, spec -> spec.withLabel("恢复的理由")).getErrorMessage()).contains("请写明为什么恢复");
        press("提请恢复", TextArea.class, "恢复的理由", "误撤");
        assertThat(words(_get(PendingPanel.class))).contains("C023", "草稿", "误撤");
        assertThat(restoring("C023")).as("it is on its way").isEmpty();
        TestServices.as("li", Role.STATISTICIAN, () -> commitments.submit(List.of(
                commitments.inPreparation("C023").orElseThrow().id())));
        TestServices.as("zhao", Role.APPROVER, () -> commitments.approve(List.of(
                commitments.inPreparation("C023").orElseThrow().id())));
        visit("commitments?c=C023");
        assertThat(words(_get(PromisePanel.class))).contains("承诺 C023");
        assertThat(words()).doesNotContain("承诺 C023 已撤下");
    }

    private static List<Button> restoring(String code) {
        return _find(Button.class, spec -> spec.withText("提请恢复")).stream()
                .filter(it -> it.getAriaLabel().orElse("").contains(code)).toList();
    }

    @Test
    void the_last_day_of_a_window_that_ends_within_a_year_is_a_node_and_stands_in_what_needs_attention() {
        var sentence = TestServices.as("li", Role.STATISTICIAN, () -> replies.quote(
                replies.withSourceKey("SEED").orElseThrow().id(), "每年不少于100万平方米"));
        var target = new FigureReader(indicators.catalogue().units()).read("9000亿元",
                indicators.catalogue().indicator("DE_TAX").unit(), Nature.FLOW);
        TestServices.as("li", Role.STATISTICIAN, () -> commitments.submit(commitments.draft(List.of(new NewCommitment("C900",
                sentence.id(), "DE_TAX", "310105", CommitmentKind.LEVEL_BY, target, 2023, 2099, LocalDate.of(2099, 6, 30),
                new Base(2022, new BigDecimal("309")), null)))));
        TestServices.as("zhao", Role.APPROVER, () -> commitments.approve(List.of(
                commitments.inPreparation("C900").orElseThrow().id())));
        open("wang", Role.VIEWER, "commitments?c=C900");
        assertThat(words(_get(PromisePanel.class))).contains("2099-06-30", "欠进度").doesNotContain("2099-03-31");
        visit("?region=310105");
        awaitCards();
        assertThat(words()).contains("承诺“9000亿元”（2023年–2099年6月30日）欠进度");
        open("li", Role.STATISTICIAN, "commitments?c=C900");
        press("提请撤下");
        press("提请撤下", TextArea.class, "撤下的理由", "试写");
        open("zhao", Role.APPROVER, "commitments?c=C900");
        press("撤下");
        confirm("每年不少于100万平方米", "试写");
    }

    /** Fills the reason and presses the button of the dialog, which stands behind the one that opened it. */
    private static void press(String words, Class<TextArea> type, String label, String reason) {
        _get(type, spec -> spec.withLabel(label)).setValue(reason);
        _click(_find(Button.class, spec -> spec.withText(words)).getLast());
    }

    @Test
    void a_change_needs_a_reason_and_can_be_given_up_again() {
        open("li", Role.STATISTICIAN, "commitments?c=C022");
        press("修改");
        assertThat(text("目标").getValue()).isEqualTo("示范小区10个");
        text("目标").setValue("示范小区12个");
        press("保存");
        assertThat(text("目标").getErrorMessage()).contains("“示范小区”不是数字、单位，也不是限定词");
        text("目标").setValue("12个");
        press("保存");
        assertThat(_get(TextArea.class, spec -> spec.withLabel("理由")).getErrorMessage()).isEqualTo("请写明修改的理由。");
        _get(TextArea.class, spec -> spec.withLabel("理由")).setValue("区政府调整");
        press("保存");
        assertThat(words(_get(PendingPanel.class))).contains("C022", "12个", "区政府调整");
        assertThat(words(_get(PromisePanel.class))).as("until it is approved").contains("不少于10个");
        _click(_find(Button.class, spec -> spec.withText("撤回")).stream()
                .filter(it -> it.getAriaLabel().orElse("").contains("C022")).findFirst().orElseThrow());
        assertThat(_find(PendingPanel.class).stream().map(it -> words(it))).noneMatch(it -> it.contains("C022"));
    }
}
