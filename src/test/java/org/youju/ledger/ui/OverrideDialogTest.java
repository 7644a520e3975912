package org.youju.ledger.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.youju.TestServices;
import org.youju.UiTest;
import org.youju.commitment.NewOverride;
import org.youju.commitment.Verdict.Kind;
import org.youju.commitment.VerdictOverrides;
import org.youju.security.Role;

/** Shares the application of {@code ToDoViewTest}. */
@TestPropertySource(properties = {
    "spring.datasource.url=jdbc:h2:mem:todo-ui;DB_CLOSE_DELAY=-1;${youju.h2.options}",
    "youju.sample=true"
})
class OverrideDialogTest extends UiTest {

    @Autowired
    private VerdictOverrides overrides;

    private void open(String code) {
        logIn("zhao", Role.Names.APPROVER);
        visit("commitments?c=" + code);
    }

    private static void press(String words) {
        _click(_get(Button.class, spec -> spec.withText(words)));
    }

    private static String panel() {
        return words(_get(PromisePanel.class));
    }

    @SuppressWarnings("unchecked")
    private static Select<Kind> verdict() {
        return _get(Select.class, spec -> spec.withLabel("改判为"));
    }

    private static TextArea reason() {
        return _get(TextArea.class, spec -> spec.withLabel("理由"));
    }

    private static DatePicker until() {
        return _get(DatePicker.class, spec -> spec.withLabel("有效至"));
    }

    @Test
    void an_approver_decides_otherwise_and_ends_it_again() {
        open("C064");
        press("人工改判");
        verdict().setValue(Kind.NOT_PROVABLE);
        reason().setValue("口径待核");
        press("保存");
        assertThat(panel()).contains("人工改判：无法证明，至", "按规则：", "未兑现", "zhao", "口径待核", "现行");
        assertThat(words(_get(LedgerView.class))).contains("改判至");
        press("撤销改判");
        _get(TextArea.class, spec -> spec.withLabel("撤销的理由")).setValue("已核");
        _find(Button.class, spec -> spec.withText("撤销改判")).stream().reduce((a, b) -> b).ifPresent(it -> _click(it));
        assertThat(panel()).contains("由zhao于", "撤销：已核").doesNotContain("现行");
    }

    @Test
    void what_can_not_be_is_refused_at_its_field_and_nothing_typed_is_lost() {
        open("C066");
        press("人工改判");
        press("保存");
        assertThat(verdict().getErrorMessage()).isEqualTo("请选择改判为哪一项。");
        assertThat(reason().getErrorMessage()).as("all at once").isEqualTo("请写明改判的理由。");
        until().setValue(LocalDate.of(2020, 1, 1));
        press("保存");
        assertThat(until().getErrorMessage()).contains("请选明天或以后的日期");
        assertThat(reason().isInvalid()).isTrue();
        until().setValue(overrides.today().plusDays(7));
        verdict().setValue(Kind.NOT_MET);
        reason().setValue("理由");
        press("保存");
        assertThat(verdict().getErrorMessage()).contains("按规则已经是这个判定");
        verdict().setValue(Kind.MET);
        reason().setValue(" ");
        press("保存");
        assertThat(reason().getErrorMessage()).isEqualTo("请写明改判的理由。");
        reason().setValue("理由");
        until().setValue(LocalDate.of(2020, 1, 1));
        press("保存");
        assertThat(until().getErrorMessage()).contains("请选明天或以后的日期");
        until().setValue(overrides.today().plusYears(3));
        press("保存");
        assertThat(until().getErrorMessage()).contains("到期日太远");
        until().setValue(null);
        press("保存");
        assertThat(until().getErrorMessage()).contains("请选择到期日");
        assertThat(reason().getValue()).isEqualTo("理由");
        assertThat(verdict().getValue()).isEqualTo(Kind.MET);
    }

    @Test
    void whoever_comes_second_sees_both_versions_and_chooses() {
        open("C059");
        press("人工改判");
        verdict().setValue(Kind.MET);
        reason().setValue("我的理由");
        TestServices.as("qian", Role.APPROVER, () -> overrides.decide(new NewOverride("C059", Kind.NOT_PROVABLE,
                "他的理由", overrides.today().plusDays(7)), null));
        press("保存");
        var dialog = words(_get(OverrideDialog.class));
        assertThat(dialog).contains("他人已改判或撤销", "他的理由", "我的理由", "无法证明");
        press("仍存我填的");
        assertThat(panel()).contains("人工改判：已兑现", "由zhao于", "另行改判");
    }
}
