package org.youju.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.youju.BrowserTest;

/** What a page shows stands in its address, so that it can be kept, sent and shown again. */
class AddressStateTest extends BrowserTest {

    private static final Pattern LATER_THAN_THE_REPLY =
            Pattern.compile("(2024-(04-2[6-9]|04-30|0[5-9]|1\\d)|202[5-9]-\\d\\d)");

    @Test
    void a_chosen_year_stays_on_reload_and_the_way_back_leads_to_the_year_before() {
        var page = login("leader");
        assertThat(year(page, "2023")).hasAttribute("aria-pressed", "true");

        year(page, "2024").click();
        page.waitForURL(Pattern.compile(".*year=2024.*"));
        awaitCards(page);
        assertThat(year(page, "2024")).hasAttribute("aria-pressed", "true");
        assertThat(page.locator(".yj-kpi").first()).isVisible();
        var shown = cards(page);

        page.reload();
        awaitCards(page);
        assertThat(year(page, "2024")).hasAttribute("aria-pressed", "true");
        assertThat(cards(page)).isEqualTo(shown);

        page.goBack();
        assertThat(year(page, "2023")).hasAttribute("aria-pressed", "true");
        awaitCards(page);
        assertThat(cards(page)).isNotEqualTo(shown);
    }

    @Test
    void as_of_the_day_of_the_reply_the_control_is_filled_and_nothing_later_is_known() {
        var page = login("leader");
        year(page, "2024").click();
        awaitCards(page);
        var clock = page.locator(".yj-asof");
        assertThat(clock).hasAttribute("aria-label", "时点 最新");
        var plain = background(clock);

        clock.click();
        page.locator(".yj-menu-item").filter(new Locator.FilterOptions().setHasText("2024-04-25")).click();
        page.waitForURL(Pattern.compile(".*asOf=2024-04-25.*"));
        awaitCards(page);

        clock = page.locator(".yj-asof");
        assertThat(clock).containsText("2024-04-25");
        assertThat(background(clock)).isNotEqualTo(plain);
        assertThat(page.locator("main").innerText()).doesNotContainPattern(LATER_THAN_THE_REPLY);
        page.locator(".yj-kpi .yj-source-badge").first().click();
        assertThat(page.locator(".yj-quote").first()).isVisible();
        assertThat(page.getByRole(AriaRole.DIALOG).innerText()).doesNotContainPattern(LATER_THAN_THE_REPLY);
        page.keyboard().press("Escape");
        photograph(page, "as-of");

        page.reload();
        awaitCards(page);
        assertThat(page.locator(".yj-asof")).containsText("2024-04-25");
    }

    @Test
    void the_later_figure_of_the_gdp_of_2024_is_known_today_and_was_not_on_the_day_of_the_reply() {
        var page = visitAs("leader", "indicators/EC_GDP?region=310105");
        awaitCards(page);
        assertThat(page.locator("main")).containsText("2789.31");
        assertThat(page.locator("main")).containsText("2500");

        visit(page, "indicators/EC_GDP?region=310105&asOf=2024-04-25");
        awaitCards(page);
        assertThat(page.locator("main")).containsText("2286.2");
        assertThat(page.locator("main")).not().containsText("2789");
        assertThat(page.locator("main")).not().containsText("2500");
    }

    @Test
    void another_region_shows_its_own_figures_and_its_long_series() {
        var page = login("leader");
        page.getByLabel("地区").selectOption("上海市");
        page.waitForURL(Pattern.compile(".*region=310000.*"));
        awaitCards(page);
        assertThat(region(page)).hasText("上海市");
        assertThat(page.locator(".yj-long-series yj-chart").first()).isVisible();
        assertThat(page.locator("main")).not().containsText("长发改〔2024〕19号");
        var charts = page.locator("yj-chart").count();
        photograph(page, "shanghai");

        page.reload();
        awaitCards(page);
        assertThat(region(page)).hasText("上海市");
        assertThat(page.locator("yj-chart")).hasCount(charts);
    }

    @Test
    void the_chosen_language_stays_with_the_year_and_after_the_log_out() {
        var page = login("leader");
        year(page, "2024").click();
        page.waitForURL(Pattern.compile(".*year=2024.*"));
        awaitCards(page);
        var before = address(page);
        page.locator(".yj-person").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("English")).click();

        assertThat(page.locator("html")).hasAttribute("lang", "en");
        awaitCards(page);
        assertThat(address(page)).isEqualTo(before);
        assertThat(page.locator(".yj-asof")).containsText("As of");
        assertThat(year(page, "2024")).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("h1")).not().containsText("看板");
        photograph(page, "english");

        page.reload();
        awaitCards(page);
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.locator(".yj-person").click();
        page.locator(".yj-menu-end button").click();
        page.waitForURL(Pattern.compile(".*/login.*"));
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.getByLabel("User name")).isVisible();
    }

    private static Locator region(Page page) {
        return page.locator(".yj-region option:checked");
    }

    private static Locator year(Page page, String year) {
        return page.locator(".yj-seg button").filter(new Locator.FilterOptions().setHasText(year));
    }

    private static List<String> cards(Page page) {
        return page.locator(".yj-kpi").allInnerTexts();
    }

    private static Object background(Locator button) {
        return button.evaluate("it => getComputedStyle(it).backgroundColor");
    }
}
