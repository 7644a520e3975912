package org.youju.security.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.youju.UiTest;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.Role;
import org.youju.security.Scope;
import org.youju.security.account.AccountData;
import org.youju.security.account.Accounts;
import org.youju.security.account.DemoAccounts;

@ActiveProfiles("demo")
@TestPropertySource(properties =
        "spring.datasource.url=jdbc:h2:mem:entry;DB_CLOSE_DELAY=-1;${youju.h2.options}")
class EntryPagesTest extends UiTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Access access;

    /** As a browser opens an address. */
    private static void open(String address) {
        var ui = UI.getCurrent();
        ui.getInternals().getRouter().navigate(ui, new Location(address), NavigationTrigger.PAGE_LOAD);
    }

    private static String text() {
        return UI.getCurrent().getChildren()
                .map(component -> component.getElement().getTextRecursively())
                .collect(Collectors.joining(" "));
    }

    @Test
    void the_log_in_page_lists_one_sample_account_a_role_with_the_password() {
        open("login");
        assertThat(text()).contains("有据", "示例账号", "领导", "leader", "分析", "统计", "审核", "管理", DemoAccounts.PASSWORD);
        assertThat(_find(NativeButton.class, spec -> spec.withClasses("yj-entry-sample"))).hasSize(5);
    }

    @Test
    void a_press_on_a_sample_account_fills_the_form() {
        open("login");
        _click(_find(NativeButton.class, spec -> spec.withClasses("yj-entry-sample")).get(3));
        assertThat(_get(TextField.class).getValue()).isEqualTo("approver");
        assertThat(_get(PasswordField.class).getValue()).isEqualTo(DemoAccounts.PASSWORD);
    }

    @Test
    void a_wrong_password_gets_one_sentence_that_does_not_say_which_part_was_wrong() {
        open("login?error");
        assertThat(text()).contains("用户名或密码不对，请核对后再试");
    }

    @Test
    void a_wait_is_said_in_seconds_or_minutes() {
        open("login?wait=30");
        assertThat(text()).contains("请30秒后再试");
        open("login?wait=1800");
        assertThat(text()).contains("请30分钟后再试");
    }

    @Test
    void an_address_made_up_by_somebody_else_says_nothing() {
        open("login?wait=%3Cb%3E");
        assertThat(_find(Paragraph.class, spec -> spec.withClasses("yj-entry-notice"))).isEmpty();
    }

    @Test
    void the_log_in_page_speaks_english() {
        openTab(Locale.ENGLISH);
        open("login?error");
        assertThat(text()).contains("Every figure has its source", "The user name or the password is wrong");
    }

    @Test
    void both_languages_are_offered_before_logging_in_and_the_present_one_is_marked() {
        open("login");
        _assertOne(NativeButton.class, spec -> spec.withText("English"));
        assertThat(_get(NativeButton.class, spec -> spec.withText("中文")).getElement().getAttribute("aria-pressed"))
                .isEqualTo("true");
    }

    @Test
    void the_set_up_is_not_there_when_there_are_accounts() {
        open("setup");
        assertThat(text()).contains("没有这一页").doesNotContain("一次性令牌");
    }

    @Test
    void who_must_change_the_password_gets_to_no_page_from_within_another() {
        logIn(Access.authentication(new CurrentAccount("li", "李", null, Scope.ALL)));
        for (var page : List.of("indicators", "", "replies", "login")) {
            UI.getCurrent().navigate(page);
            _assertOne(PasswordView.class);
        }
    }

    @Test
    @DirtiesContext(methodMode = DirtiesContext.MethodMode.AFTER_METHOD)
    void a_one_time_password_must_be_changed_and_then_the_role_is_back() {
        logIn("admin", Role.Names.ADMIN);
        var issued = accounts.create(new AccountData("li", "李明", Role.ANALYST, Scope.ALL));
        logIn(Access.authentication(issued.account().asCurrent()));
        open("password");
        assertThat(text()).contains("请先换成自己的密码");
        var fields = _find(PasswordField.class);
        fields.get(0).setValue("not this one");
        fields.get(1).setValue("four calm herons");
        fields.get(2).setValue("four calm heron");
        _click(_get(Button.class));
        assertThat(fields.get(2).getErrorMessage()).contains("不一样");
        fields.get(2).setValue("four calm herons");
        _click(_get(Button.class));
        assertThat(fields.get(0).getErrorMessage()).contains("现在的密码不对");
        fields.get(0).setValue(issued.password());
        fields.get(1).setValue("password1234");
        fields.get(2).setValue("password1234");
        _click(_get(Button.class));
        assertThat(fields.get(1).getErrorMessage()).contains("太常见");
        fields.get(1).setValue("four calm herons");
        fields.get(2).setValue("four calm herons");
        _click(_get(Button.class));
        assertThat(access.current().role()).isEqualTo(Role.ANALYST);
    }
}
