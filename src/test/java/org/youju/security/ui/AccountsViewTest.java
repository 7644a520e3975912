package org.youju.security.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Transactional;
import org.youju.UiTest;
import org.youju.security.Role;
import org.youju.security.Scope;
import org.youju.security.account.Account;
import org.youju.security.account.AccountData;
import org.youju.security.account.Accounts;
import org.youju.security.account.ApiTokens;

@ActiveProfiles("demo")
@Transactional
@DirtiesContext
@TestPropertySource(properties =
        "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1;${youju.h2.options}")
class AccountsViewTest extends UiTest {

    @Autowired
    private Accounts accounts;
    @Autowired
    private ApiTokens tokens;

    @BeforeEach
    void logInAsAdministrator() {
        logIn("admin", Role.Names.ADMIN);
    }

    private static String table() {
        return _get(NativeTable.class).getElement().getTextRecursively();
    }

    private Account account(String username) {
        return accounts.list().stream().filter(it -> it.username().equals(username)).findFirst().orElseThrow();
    }

    private static void press(String verb, String username) {
        _click(_get(Button.class, spec -> spec.withPredicate(button ->
                button.getAriaLabel().filter((verb + " " + username)::equals).isPresent())));
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

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
    void the_list_says_name_role_scope_and_state() {
        open("accounts");
        assertThat(table()).contains("leader", "领导示例", "统计", "全部地区", "全部部门", "可用", "示例");
    }

    @Test
    void an_account_is_added_and_its_one_time_password_shown_once() {
        open("accounts");
        press("添加账号");
        press("保存");
        assertThat(field("用户名").getErrorMessage()).contains("用户名要2至60个字母或数字");
        assertThat(field("姓名").getErrorMessage()).as("both at once").isNotBlank();
        field("用户名").setValue("李 明");
        field("姓名").setValue("李明");
        press("保存");
        assertThat(field("用户名").getErrorMessage()).contains("用户名要2至60个字母或数字");
        field("用户名").setValue("admin");
        press("保存");
        assertThat(field("用户名").getErrorMessage()).contains("“admin”已有人用");
        field("用户名").setValue("li.ming");
        press("保存");
        assertThat(_get(_get(ShownOnceDialog.class), Paragraph.class).getText()).contains("只显示这一次");
        press("已记下");
        _assertNone(ShownOnceDialog.class);
        assertThat(table()).contains("li.ming", "李明", "须改密码");
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_last_administrator_keeps_the_role_and_is_told_why_at_the_field() {
        open("accounts");
        press("编辑", "admin");
        ((Select<Role>) _get(Select.class)).setValue(Role.VIEWER);
        press("保存");
        assertThat(_get(Select.class).getErrorMessage()).contains("最后一个能登录的管理员");
        assertThat(account("admin").role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void locking_and_unlocking_show_in_the_list() {
        open("accounts");
        press("锁定", "analyst");
        assertThat(table()).contains("已锁定");
        press("解锁", "analyst");
        assertThat(table()).doesNotContain("已锁定");
    }

    @Test
    void disabling_asks_first() {
        open("accounts");
        press("停用", "leader");
        assertThat(account("leader").enabled()).isTrue();
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(account("leader").enabled()).isFalse();
        assertThat(table()).contains("已停用");
    }

    @Test
    void a_reset_shows_a_one_time_password() {
        open("accounts");
        press("重置密码", "leader");
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        _get(ShownOnceDialog.class);
        assertThat(account("leader").mustChangePassword()).isTrue();
    }

    @Test
    void a_token_is_issued_shown_once_and_revoked() {
        open("accounts");
        press("API 令牌", "analyst");
        assertThat(tokenTable()).contains("demo-analyst", "不到期");
        press("签发令牌");
        assertThat(field("用途").getErrorMessage()).contains("请写明用途");
        field("用途").setValue("月报脚本");
        press("签发令牌");
        var shown = _get(ShownOnceDialog.class);
        assertThat(_get(shown, Paragraph.class).getText()).contains("只显示这一次", "Authorization");
        var secret = _get(shown, Span.class, spec -> spec.withClasses("yj-one-time")).getText();
        assertThat(tokens.find(secret).orElseThrow().username()).isEqualTo("analyst");
        press("已记下");
        assertThat(UI.getCurrent().getElement().getTextRecursively()).doesNotContain(secret);
        assertThat(tokenTable()).contains("月报脚本").doesNotContain(secret);
        press("撤销", "月报脚本");
        assertThat(tokenTable()).contains("已撤销");
        assertThat(tokens.find(secret)).isEmpty();
    }

    private static String tokenTable() {
        return _get(_get(TokensDialog.class), NativeTable.class).getElement().getTextRecursively();
    }

    @Test
    void no_token_is_issued_for_a_locked_account() {
        open("accounts");
        press("锁定", "analyst");
        press("API 令牌", "analyst");
        field("用途").setValue("月报脚本");
        press("签发令牌");
        assertThat(field("用途").getErrorMessage()).contains("“analyst”已锁定或停用");
        _assertNone(ShownOnceDialog.class);
    }

    @Test
    void whoever_was_slower_is_told() {
        open("accounts");
        accounts.update(account("leader"), new AccountData("leader", "改过的名字", Role.VIEWER, Scope.ALL));
        press("锁定", "leader");
        assertThat(NotificationsKt.getNotifications()).singleElement().satisfies(it ->
                assertThat(it.getElement().getProperty("text", it.getElement().getTextRecursively()))
                        .contains("刚被别人改过"));
        assertThat(table()).contains("改过的名字");
        assertThat(account("leader").locked()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void other_roles_are_denied(Role role) {
        logIn("somebody", role.name());
        open("accounts");
        assertThat(text()).contains("无权查看");
        _assertNone(NativeTable.class);
    }
}
