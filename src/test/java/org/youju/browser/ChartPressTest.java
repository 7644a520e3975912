package org.youju.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.youju.BrowserTest;

/** A point of a chart leads where its number would. */
class ChartPressTest extends BrowserTest {

    private static final Pattern READER = Pattern.compile(".*/replies/\\d+\\?cite=\\d+");

    @Test
    void a_press_on_a_stated_point_opens_the_sentence_that_states_it() {
        var page = login("leader");
        var chart = chart(page);
        point(page, chart, "约310");
        page.mouse().down();
        page.mouse().up();

        page.waitForURL(READER);
        assertThat(page.locator(".yj-paper mark[aria-current=true]")).hasText("约 310 亿元");
    }

    @Test
    void the_keyboard_speaks_each_point_and_enter_opens_its_sentence() {
        var page = login("leader");
        var chart = chart(page);
        chart.locator(".plot").focus();
        page.keyboard().press("Home");
        assertThat(chart.locator("[aria-live]")).containsText("推算");
        page.keyboard().press("End");
        assertThat(chart.locator("[aria-live]")).containsText("约310");
        page.keyboard().press("Enter");

        page.waitForURL(READER);
        assertThat(page.locator(".yj-paper mark[aria-current=true]")).hasText("约 310 亿元");
    }

    @Test
    void a_press_on_a_computed_point_opens_the_page_of_its_indicator() {
        var page = login("leader");
        var chart = chart(page);
        chart.locator(".plot").focus();
        page.keyboard().press("Home");
        assertThat(chart.locator("[aria-live]")).containsText("推算");
        page.keyboard().press("Enter");

        page.waitForURL(Pattern.compile(".*/indicators/DE_TAX.*"));
        assertThat(page.locator("h1")).containsText("数字经济综合税收");
    }

    @Test
    void the_table_says_what_the_chart_draws_with_its_unit() {
        var page = login("leader");
        var chart = chart(page);
        assertThat(chart.locator("table")).isHidden();
        chart.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("表")).click();

        assertThat(chart.locator("table")).isVisible();
        assertThat(chart.locator("caption")).hasText("数字经济综合税收（亿元）");
        var given = chart.locator("tr").filter(new Locator.FilterOptions().setHasText("2023"));
        assertThat(given).containsText("约310");
        assertThat(given).containsText("305–315");
        var computed = chart.locator("tr").filter(new Locator.FilterOptions().setHasText("2022"));
        assertThat(computed).containsText("262.7");
        assertThat(computed).containsText("推算");
        photograph(page, "chart-table");
    }

    @Test
    void the_indicators_page_saves_its_chart_as_a_picture() {
        var page = visitAs("analyst", "indicators/DE_TAX");
        awaitCards(page);
        var download = page.waitForDownload(() -> page.getByRole(AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("下载图片")).click());
        assertThat(download.suggestedFilename()).isEqualTo("DE_TAX-310105.png");
    }

    private static Locator chart(Page page) {
        var chart = page.locator(".yj-chart-card").filter(new Locator.FilterOptions().setHas(page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName("数字经济综合税收").setExact(true))))
                .locator("yj-chart");
        chart.scrollIntoViewIfNeeded();
        return chart;
    }

    /** Moves the pointer along the foot of the plot until the point that says this is under it. */
    private static void point(Page page, Locator chart, String figure) {
        var plot = chart.locator(".plot").boundingBox();
        var tip = chart.locator(".tip .figure");
        for (double x = plot.x + plot.width; x > plot.x; x -= 8) {
            page.mouse().move(x, plot.y + plot.height - 40);
            if (tip.count() > 0 && tip.innerText().contains(figure)) {
                return;
            }
        }
        throw new AssertionError("No point says " + figure);
    }
}
