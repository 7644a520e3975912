package org.youju.entry.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.youju.UiTest;
import org.youju.base.ui.Routes;
import org.youju.base.ui.control.ReasonDialog;
import org.youju.reply.Reply;
import org.youju.reply.ReplyService;
import org.youju.security.Role;

/** The page of events for each role; what a test adds has a name of its own. */
@TestPropertySource(properties = {
    "spring.datasource.url=jdbc:h2:mem:entry-ui;DB_CLOSE_DELAY=-1;${youju.h2.options}",
    "youju.sample=true"
})
class EventsViewTest extends UiTest {

    @Autowired
    private ReplyService replies;

    private void open(Role role) {
        logIn("li", role.name());
        visit(Routes.EVENTS);
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static void verb(String text, String of) {
        _click(_get(NativeButton.class, spec -> spec.withPredicate(it ->
                (text + "：" + of).equals(it.getElement().getAttribute("aria-label")))));
    }

    private static TextField field(String label) {
        return _get(_get(EventDialog.class), TextField.class, spec -> spec.withLabel(label));
    }

    private void say(String happened, String zh, String quote) {
        press("新增事件");
        field("时间").setValue(happened);
        field("名称（中文）").setValue(zh);
        field("名称（英文）").setValue("A name");
        choose();
        field("原句").setValue(quote);
        press("保存");
    }

    @SuppressWarnings("unchecked")
    private void choose() {
        var reply = replies.withSourceKey("SEED").orElseThrow();
        ComboBox<Reply> document = _get(_get(EventDialog.class), ComboBox.class, spec -> spec.withLabel("文件"));
        document.setValue(reply);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_role_reads_the_events_of_the_sample_and_is_led_to_their_words(Role role) {
        open(role);

        assertThat(words()).contains("“上海硅巷”获批市级科创街区", "2022", "长宁区");
        assertThat(_find(Anchor.class).stream().filter(it -> it.getHref().startsWith("replies/"))).hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(it -> assertThat(it.getHref()).contains("cite="));

        visit(_find(Anchor.class).stream().filter(it -> it.getHref().startsWith("replies/") && words(it).contains("获批市级"))
                .findFirst().orElseThrow().getHref());
        assertThat(words()).contains("政策事件：“上海硅巷”获批市级科创街区");
        visit(Routes.reply(replies.withSourceKey("SEED").orElseThrow().id()));
        assertThat(words()).contains("被引用的数字").doesNotContain("政策事件：");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "STATISTICIAN", mode = EnumSource.Mode.EXCLUDE)
    void only_statisticians_keep_them(Role role) {
        open(role);

        _assertNone(Button.class, spec -> spec.withText("新增事件"));
        assertThat(words()).doesNotContain("更正");
    }

    @Test
    void a_statistician_records_an_event_by_its_words_corrects_it_and_withdraws_it() {
        open(Role.STATISTICIAN);
        say("2023", "首期平台荟", "会同市商务委联合主办首期“平台荟”活动");
        assertThat(words()).contains("首期平台荟", "“会同市商务委联合主办首期“平台荟”活动”");

        verb("更正", "首期平台荟");
        field("时间").setValue("2023-09");
        press("保存");
        assertThat(field("原因").getErrorMessage()).isEqualTo("请写明原因。");
        field("原因").setValue("月份已查明");
        press("保存");
        _assertNone(EventDialog.class);
        assertThat(words()).contains("2023-09");

        verb("撤回", "首期平台荟");
        _get(_get(ReasonDialog.class), TextArea.class).setValue("重复登记");
        press("撤回");
        assertThat(words()).doesNotContain("首期平台荟");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20223", "去年", "2023-02-30"})
    void what_is_no_time_is_refused_where_it_was_typed_and_the_rest_stays(String happened) {
        open(Role.STATISTICIAN);
        say(happened, "首期平台荟", "会同市商务委联合主办首期“平台荟”活动");

        assertThat(field("时间").getErrorMessage()).startsWith("“" + happened + "”不是年、月或日。");
        assertThat(field("名称（中文）").getValue()).isEqualTo("首期平台荟");
    }

    @Test
    void words_that_the_document_does_not_have_are_refused() {
        open(Role.STATISTICIAN);
        say("2023", "首期平台荟", "此句不在文中");

        assertThat(field("原句").getErrorMessage()).endsWith("里找不到这些字。请从原文里复制。");
        assertThat(field("名称（中文）").getValue()).isEqualTo("首期平台荟");
    }

    @Test
    void an_event_without_a_document_is_refused() {
        open(Role.STATISTICIAN);
        press("新增事件");
        field("时间").setValue("2023");
        field("名称（中文）").setValue("无出处之事");
        field("名称（英文）").setValue("No source");
        press("保存");

        _assertOne(EventDialog.class);
        ComboBox<?> document = _get((Component) _get(EventDialog.class), ComboBox.class, spec -> spec.withLabel("文件"));
        assertThat(document.getErrorMessage()).isEqualTo("请选一份文件。");
    }
}
