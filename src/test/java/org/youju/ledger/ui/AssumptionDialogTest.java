package org.youju.ledger.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.youju.UiTest;
import org.youju.security.Role;
import org.youju.workflow.Decisions;
import org.youju.workflow.Item;
import org.youju.workflow.ToDo;

@TestPropertySource(properties = {
    "spring.datasource.url=jdbc:h2:mem:todo-ui;DB_CLOSE_DELAY=-1;${youju.h2.options}",
    "youju.sample=true"
})
class AssumptionDialogTest extends UiTest {

    @Autowired
    private ToDo toDo;
    @Autowired
    private Decisions decisions;

    private void open(String user, Role role) {
        logIn(user, role.name());
        visit("commitments?c=C001");
    }

    private static void press(String words) {
        _click(_find(Button.class, spec -> spec.withText(words)).getLast());
    }

    private static String panel() {
        return words(_get(PromisePanel.class));
    }

    private static TextField text(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static TextArea area(String label) {
        return _get(TextArea.class, spec -> spec.withLabel(label));
    }

    private List<Item> assumed() {
        return toDo.submitted().stream().filter(Item.Assumed.class::isInstance).toList();
    }

    private void approveAll() {
        logIn("zhao", Role.Names.APPROVER);
        decisions.approve(assumed());
    }

    @Test
    void an_assumption_is_withdrawn_and_restored_by_two_people_and_the_verdict_follows() {
        open("zhao", Role.APPROVER);
        assertThat(panel()).contains("总量兑现", "系统（载入）提出，系统（审定）审定");
        assertThat(_find(Button.class, spec -> spec.withText("提请撤下假定"))).as("an approver decides").isEmpty();
        open("li", Role.STATISTICIAN);
        press("提请撤下假定");
        press("提请撤下");
        assertThat(area("撤下的理由").getErrorMessage()).contains("没有写理由");
        area("撤下的理由").setValue("2017年已有统计数");
        press("提请撤下");
        assertThat(panel()).as("until another decides").contains("总量兑现", "2017年已有统计数");
        open("zhao", Role.APPROVER);
        assertThat(words(_get(PendingPanel.class))).contains("待您审定或决定", "承诺 C001的假定");
        press("撤下");
        confirm("2017年已有统计数", "判定不再据此");
        assertThat(panel()).contains("无法证明", "没有记录假定", "li提请，zhao于", "2017年已有统计数");
        open("li", Role.STATISTICIAN);
        press("提请恢复");
        press("保存");
        assertThat(area("恢复的理由").getErrorMessage()).contains("请写明为什么恢复");
        area("恢复的理由").setValue("统计数有误");
        press("保存");
        assertThat(panel()).contains("无法证明", "已提交");
        approveAll();
        open("wang", Role.VIEWER);
        assertThat(panel()).contains("总量兑现", "恢复的理由：统计数有误", "li提出，zhao审定");
    }

    @Test
    void a_new_assumption_says_all_that_is_wrong_with_it_at_its_fields() {
        open("li", Role.STATISTICIAN);
        press("记录假定");
        press("保存");
        assertThat(text("时段").getErrorMessage()).contains("没有写期间");
        assertThat(text("至多").getErrorMessage()).contains("没有填至多多少");
        assertThat(area("依据").getErrorMessage()).contains("没有写依据");
        text("时段").setValue("2019");
        text("至多").setValue("90万平方米");
        area("依据").setValue("<i>区房管局</i>");
        press("保存");
        assertThat(area("依据").getErrorMessage()).contains("不能有网页代码");
        area("依据").setValue("区房管局口头答复");
        press("保存");
        assertThat(text("时段").getErrorMessage()).contains("在承诺C001的窗口之内");
        assertThat(text("至多").isInvalid()).as("what was put right").isFalse();
        text("时段").setValue("2016年");
        press("保存");
        assertThat(panel()).contains("2016年不超过90万平方米：区房管局口头答复", "已提交");
        logIn("zhao", Role.Names.APPROVER);
        visit("todo");
        assertThat(words()).contains("承诺 C001的假定 · 2016年", "依据：区房管局口头答复");
        decisions.giveBack(assumed(), "依据不足");
        open("li", Role.STATISTICIAN);
        assertThat(panel()).contains("被退回", "理由：依据不足");
        press("撤回");
        assertThat(panel()).doesNotContain("2016年不超过90万平方米");
    }
}
