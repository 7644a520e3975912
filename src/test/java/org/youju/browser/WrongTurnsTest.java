package org.youju.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.youju.BrowserTest;
import org.youju.base.ui.Routes;

/** Whatever goes wrong is told in one sentence on the page, with a way on. */
class WrongTurnsTest extends BrowserTest {

    private static final Pattern TRACE = Pattern.compile("Exception|\\bat (org|com|java)\\.|Whitelabel|Internal Server");

    @Test
    void a_wrong_password_is_told_without_saying_which_of_the_two_is_wrong() {
        var page = open();
        visit(page, Routes.LOGIN);
        page.getByLabel("用户名").fill("nobody-" + port);
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill("not-the-password");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录").setExact(true)).click();

        page.waitForURL(Pattern.compile(".*/login\\?error"));
        assertThat(page.getByText("用户名或密码不对，请核对后再试")).hasCount(1);
        assertThat(page.getByLabel("用户名")).isVisible();
        assertCalm(page);
        axe(page);
    }

    @Test
    void whoever_is_not_logged_in_is_led_to_the_log_in_page_and_then_where_they_wanted_to_go() {
        var page = open();
        visit(page, "indicators/DE_TAX");
        page.waitForURL(Pattern.compile(".*/login"));
        page.getByLabel("用户名").fill("leader");
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill("every-figure-sourced");
        page.keyboard().press("Enter");

        page.waitForURL(Pattern.compile(".*/indicators/DE_TAX.*"));
        assertThat(page.locator("h1")).containsText("数字经济综合税收");
    }

    @ParameterizedTest
    @CsvSource({
        "nowhere, 没有地址为“nowhere”的页面。",
        "nowhere/at/all, 没有地址为“nowhere/at/all”的页面。",
        "indicators/NOPE, 没有编码为“NOPE”的指标。",
        "?region=999999, 没有代码为“999999”的地区。",
        "replies/999999, 没有编号为999999的文件。",
        "replies/abc, 没有编号为abc的文件。",
        "replies/1?cite=999999, 没有编号为999999的引文。",
        "accounts, 您的角色不能打开这一页。",
    })
    void what_is_not_there_is_told_beside_the_menu(String route, String sentence) {
        var page = visitAs("leader", route);

        assertThat(page.locator("main")).containsText(sentence);
        assertThat(page.getByRole(AriaRole.NAVIGATION)).containsText("看板");
        assertCalm(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("回到看板").setExact(true)).click();
        assertThat(page.locator(".yj-kpi").first()).isVisible();
    }

    @ParameterizedTest
    @CsvSource({
        "?asOf=yesterday, 地址里的时点“yesterday”读不懂，已改用最新。",
        "?year=MMXXIII, 地址里的年份“MMXXIII”读不懂，已改用最近一年。",
        "?year=99999, 地址里的年份“99999”读不懂，已改用最近一年。",
        "?region=<b>x, 地址里的地区“<b>x”读不懂，已改用默认地区。",
        "indicators/DE_TAX?asOf=2024-13-45, 地址里的时点“2024-13-45”读不懂，已改用最新。",
    })
    void what_an_address_says_wrongly_is_named_and_the_page_is_shown_without_it(String route, String sentence) {
        var page = visitAs("leader", route);

        assertThat(page.locator(".yj-notice")).containsText(sentence);
        awaitCards(page);
        assertThat(page.locator("main")).containsText("310");
        assertCalm(page);
    }

    @Test
    void a_year_without_figures_says_so_and_lets_one_choose_another() {
        var page = visitAs("leader", "?year=1990");
        awaitCards(page);

        assertThat(page.locator("main")).containsText("1990年没有一项指标有自己的数值");
        assertThat(page.locator(".yj-head .yj-seg button[aria-pressed=true]")).hasText("1990");
        assertCalm(page);
        photograph(page, "no-year");
    }

    private static void assertCalm(Page page) {
        assertThat(page.locator("body").innerText()).doesNotContainPattern(TRACE);
    }
}
