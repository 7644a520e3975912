package org.youju.security.audit.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.youju.UiTest;
import org.youju.base.ui.Routes;
import org.youju.security.Role;
import org.youju.security.audit.Audited;

class AuditViewTest extends UiTest {

    private final String name = "n" + UUID.randomUUID();

    private void tell(Audited deed) {
        context.publishEvent(deed.by("chen"));
    }

    private static String table() {
        return _get(NativeTable.class).getElement().getTextRecursively();
    }

    @Test
    void an_approver_reads_who_did_what_to_whom() {
        tell(Audited.changed("lock", "account", name, "open before", "locked after"));
        logIn("approver", Role.Names.APPROVER);
        visit(Routes.AUDIT + "?name=" + name);
        assertThat(table()).contains("chen", "锁定 · 账号", name, "open before", "locked after");
        assertThat(_get(TextField.class, spec -> spec.withLabel("名称开头")).getValue()).isEqualTo(name);
    }

    @Test
    void what_was_written_in_the_words_of_the_program_is_told_in_those_of_people_or_quoted() {
        var rule = "Rule[id=3, condition=Range[indicator=TAX, low=null, high=300], region=null, importance=%s, missing=SKIP, "
                + "tolerance=0, instruction=请核对, active=true, version=0]";
        tell(Audited.changed("update", "rule", name, rule.formatted("HIGH"), rule.formatted("LOW")));
        tell(Audited.made("create", "department", name, "Department[code=FGW, nameZh=区发展改革委, nameEn=Planning]"));
        logIn("admin", Role.Names.ADMIN);
        visit(Routes.AUDIT + "?name=" + name);
        assertThat(table()).contains("原：启用 · 范围 TAX · ≤ 300 · 全部地区 · 重要性 高", "新：启用 · 范围 TAX · ≤ 300 · 全部地区 · 重要性 低",
                "当时的记录：“Department[code=FGW, nameZh=区发展改革委, nameEn=Planning]”").doesNotContain("Rule[");
    }

    @Test
    void what_is_searched_for_narrows_the_rows() {
        tell(Audited.did("lock", "account", name + "-a"));
        tell(Audited.did("revoke", "token", name + "-b"));
        logIn("admin", Role.Names.ADMIN);
        visit(Routes.AUDIT);
        _get(TextField.class, spec -> spec.withLabel("名称开头")).setValue(name);
        assertThat(table()).contains(name + "-a", name + "-b");
        chooseEntity("token");
        assertThat(table()).contains(name + "-b").doesNotContain(name + "-a");
        _get(TextField.class, spec -> spec.withLabel("操作人")).setValue("nobody");
        assertThat(words()).contains("没有符合条件的记录");
    }

    @SuppressWarnings("unchecked")
    private static void chooseEntity(String word) {
        _get(Select.class, spec -> spec.withLabel("对象")).setValue(word);
    }

    @Test
    void more_than_a_screenful_comes_on_request() {
        for (var i = 0; i < 101; i++) {
            tell(Audited.did("lock", "account", name + "/" + i));
        }
        logIn("admin", Role.Names.ADMIN);
        visit(Routes.AUDIT + "?name=" + name);
        assertThat(table()).contains(name + "/100").doesNotContain(name + "/0");
        assertThat(_get(NativeTable.class).getBody().getRows()).hasSize(100);
        _click(_get(Button.class, spec -> spec.withText("更早的记录")));
        assertThat(_get(NativeTable.class).getBody().getRows()).hasSize(101);
    }

    @Test
    void the_chain_is_verified_at_the_press_of_a_button() {
        tell(Audited.did("lock", "account", name));
        logIn("admin", Role.Names.ADMIN);
        visit(Routes.AUDIT);
        var button = _get(Button.class, spec -> spec.withText("核验记录链"));
        _click(button);
        assertThat(words()).as("the page does not wait for it").contains("正在核验记录链");
        assertThat(button.isEnabled()).as("it keeps the focus").isTrue();
        assertThat(button.getElement().getAttribute("aria-disabled")).isEqualTo("true");
        assertThat(table()).contains(name);
        Awaitility.await().pollInSameThread().pollInterval(Duration.ofMillis(10)).untilAsserted(() -> {
            MockVaadin.clientRoundtrip(false);
            assertThat(button.getElement().hasAttribute("aria-disabled")).isFalse();
        });
        assertThat(words()).contains("记录链完整", "审定核验").doesNotContain("正在核验");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?from=yesterday", "?what=nothing", "?to=2024-13-40&who=%20"})
    void an_address_that_asks_for_what_there_is_not_shows_the_page(String query) {
        tell(Audited.did("lock", "account", name));
        logIn("admin", Role.Names.ADMIN);
        visit(Routes.AUDIT + query);
        assertThat(table()).contains(name);
    }
}
