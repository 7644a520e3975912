package org.youju.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.BrowserTest;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.reply.ReplyService;

/** Nothing that axe can see keeps anybody out of a page. */
class AccessibilityTest extends BrowserTest {

    @Autowired
    ReplyService replies;

    @Test
    void the_log_in_page() {
        var page = open();
        visit(page, Routes.LOGIN);
        judgeInBothColours(page, "login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"310105", "310000"})
    void the_dashboard(String region) {
        var page = visitAs("leader", Routes.dashboard(PageState.DEFAULT.withRegion(region)));
        judgeInBothColours(page, "dashboard-" + region);
    }

    @Test
    void the_dashboard_on_a_telephone() {
        var page = open(390, 844, ColorScheme.LIGHT);
        login(page, "leader");
        judgeInBothColours(page, "dashboard-telephone");
    }

    @Test
    void the_source_of_a_number_on_the_dashboard() {
        var page = login("leader");
        page.locator(".yj-kpi .yj-source-badge").first().click();
        assertThat(page.locator(".yj-quote").first()).isVisible();
        judge(page, "dashboard-source");
    }

    @ParameterizedTest
    @ValueSource(strings = {"indicators", "indicators/DE_TAX", "replies", Routes.PROPOSALS})
    void a_page(String route) {
        var page = visitAs("leader", route);
        judgeInBothColours(page, route.replaceAll("[/?=]", "-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "indicators/EC_GDP?region=310000", "indicators/UR_REFINED_AREA_CUM", "nowhere", "indicators/NOPE"
    })
    void a_page_of_the_same_parts(String route) {
        var page = visitAs("leader", route);
        judge(page, route.replaceAll("[/?=]", "-"));
    }

    @Test
    void the_workbench() {
        var page = visitAs("analyst", "compare?i=FI_BUDGET_REVENUE,EC_GDP&r=310105,310000&from=2018&against=2025-02-01"
                + "&show=implied,intervals,targets,themes,revisions");
        judgeInBothColours(page, "compare");
        visit(page, "compare?i=FI_BUDGET_REVENUE,EC_GDP&r=310000&from=2018&t=growth&chart=heat");
        page.locator("#cmp-saved").click();
        judge(page, "compare-heat");
    }

    @Test
    void the_ledger_of_promises() {
        var page = visitAs("approver", Routes.commitment("310105", "C001") + "&q=精品");
        judgeInBothColours(page, "commitments");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("人工改判")).click();
        assertThat(page.getByLabel("有效至")).isVisible();
        photograph(page, "commitments-override");
        axeInDialog(page);
    }

    @Test
    void a_promise_written_by_hand() {
        var page = visitAs("statistician", "commitments?q=精品");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登记承诺")).click();
        assertThat(page.getByLabel("窗口止（年、月或日）")).isVisible();
        photograph(page, "commitments-register");
        axeInDialog(page);
    }

    @Test
    void the_reader_at_a_sentence() {
        var page = login("leader");
        var reply = replies.withSourceKey("SEED").orElseThrow();
        visit(page, Routes.reply(reply.id(), replies.citationsOf(reply.id()).get(1).id()));
        judge(page, "reader");
    }

    @Test
    void a_reply_of_which_only_sentences_are_held() {
        var page = visitAs("leader", Routes.reply(replies.withSourceKey("CN_GWR2024").orElseThrow().id()));
        assertThat(page.getByText("全文未存，下面只有被引用的原句。")).isVisible();
        judge(page, "reader-quotes");
    }

    @Test
    void the_accounts() {
        var page = visitAs("admin", Routes.ACCOUNTS);
        judge(page, "accounts");
    }

    @ParameterizedTest
    @ValueSource(strings = {Routes.TO_DO, Routes.AUDIT})
    void what_only_approvers_see(String route) {
        var page = visitAs("approver", route);
        judgeInBothColours(page, route);
    }

    @ParameterizedTest
    @ValueSource(strings = {Routes.DOUBTFUL + "?region=310000", Routes.BRIEF + "?i=DE_TAX,EC_GDP", Routes.RULES,
        Routes.CATALOGUE + "?q=TAX", Routes.CATALOGUE + "?part=units", Routes.EVENTS,
        Routes.OBSERVATION + "?indicator=DE_TAX&period=2023"})
    void what_statisticians_keep(String route) {
        var page = visitAs("statistician", route);
        judgeInBothColours(page, route.replaceAll("[/?=]", "-"));
    }

    private void judge(Page page, String name) {
        if (page.locator("main").count() > 0) {
            awaitCards(page);
        }
        photograph(page, name);
        axe(page);
    }

    private void judgeInBothColours(Page page, String name) {
        judge(page, name);
        axeInTheDark(page);
        photograph(page, name + "-dark");
    }
}
