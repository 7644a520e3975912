package org.youju.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.youju.BrowserTest;

/** From a verdict to its sentence, and a decision by hand until its last day, without a mouse. */
class LedgerWalkTest extends BrowserTest {

    /** Of a year that no card shows. */
    private static final String MISSED = "C059";

    private static void press(Page page, Locator button) {
        button.focus();
        page.keyboard().press("Enter");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator panel(Page page) {
        return page.locator("#promise");
    }

    @Test
    void from_a_verdict_to_the_sentence_that_made_the_promise() {
        var page = visitAs("leader", "commitments");
        press(page, page.locator(".yj-ledger-count").filter(new Locator.FilterOptions().setHasText("总量兑现")));
        assertThat(page.locator(".yj-ledger-table tbody tr")).hasCount(1);
        awaitServer(page);
        assertThat(address(page)).contains("verdict=MET_ON_TOTAL");
        press(page, page.locator(".yj-ledger-pick"));
        assertThat(page.locator("#promise-name")).isFocused();
        awaitServer(page);
        assertThat(address(page)).contains("c=C001");
        press(page, panel(page).getByText("打开原句"));
        page.waitForURL(url -> url.contains("replies/"));
        awaitServer(page);
        assertThat(page.locator("main mark").filter(new Locator.FilterOptions().setHasText("每年不少于100万平方米")).first())
                .isInViewport();
    }

    @Test
    void a_decision_by_hand_holds_until_its_last_day_and_then_the_rules_speak() {
        var until = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(3);
        var address = "commitments?q=" + MISSED + "&c=" + MISSED;
        var page = visitAs("approver", address);
        assertThat(panel(page)).containsText("未兑现");
        press(page, button(page, "人工改判"));
        page.getByLabel("改判为").focus();
        page.keyboard().press("Enter");
        var choice = page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("无法证明"));
        assertThat(page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("已兑现"))).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(choice).isFocused();
        page.keyboard().press("Enter");
        assertThat(choice).isHidden();
        page.getByLabel("理由", new Page.GetByLabelOptions().setExact(true)).focus();
        page.keyboard().type("口径待核");
        page.getByLabel("有效至").fill(until.toString());
        page.keyboard().press("Enter");
        page.keyboard().press("Control+Enter");
        assertThat(panel(page)).containsText("人工改判：无法证明，至" + until);
        assertThat(panel(page)).containsText("按规则：");
        assertThat(page.locator(".yj-ledger-table")).containsText("改判至" + until);

        visit(page, address + "&asOf=" + until.plusDays(1));
        assertThat(panel(page)).containsText("未兑现");
        assertThat(panel(page)).not().containsText("按规则：");
        assertThat(page.locator(".yj-ledger-count")).containsText("未兑现");

        visit(page, address);
        press(page, button(page, "撤销改判"));
        assertThat(page.getByLabel("撤销的理由")).isFocused();
        page.keyboard().type("已核");
        page.keyboard().press("Control+Enter");
        assertThat(panel(page)).containsText("撤销：已核");
        assertThat(panel(page)).containsText("未兑现");
    }

    @Test
    void on_a_telephone_the_panel_lies_over_the_list_and_gives_the_focus_back() {
        var page = open(390, 844, ColorScheme.LIGHT);
        visitAs(page, "leader", "commitments?q=C003");
        assertThat(panel(page)).isHidden();
        press(page, page.locator(".yj-ledger-pick"));
        assertThat(panel(page)).isVisible();
        axe(page);
        page.keyboard().press("Escape");
        assertThat(panel(page)).isHidden();
        assertThat(page.locator(".yj-ledger-pick")).isFocused();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    }
}
