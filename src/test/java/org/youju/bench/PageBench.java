package org.youju.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.List;
import org.youju.Chromium;
import org.youju.base.ui.Routes;

/** From navigation to the last card and chart painted, against a page of one chart, in one browser that is logged in. */
final class PageBench {

    private static final double AT_MOST = 1.5;
    private static final int WARM_UP = 120;
    private static final int ROUNDS = 10;

    /** Milliseconds since the navigation at which the last card had its content and the last chart was painted. */
    private static final String DONE = """
            () => {
                const charts = document.querySelectorAll('yj-chart').length;
                const painted = performance.getEntriesByName('yj-chart-painted');
                const cards = performance.getEntriesByName('yj-cards-done');
                const waiting = document.querySelectorAll('.yj-skeleton').length;
                return charts > 0 && waiting === 0 && painted.length >= charts
                    && (cards.length > 0 || !document.querySelector('.yj-card'))
                    && Math.max(...[...painted, ...cards].map(it => it.startTime));
            }""";

    private PageBench() {
    }

    static boolean run() {
        try (var product = Product.start(List.of(OneChartView.Configuration.class));
                var playwright = Playwright.create();
                var browser = Chromium.launch(playwright);
                var window = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900)
                        .setLocale("zh-CN").setTimezoneId("Asia/Shanghai"))) {
            var page = window.newPage();
            logIn(page, product.address());
            return Comparison.of(
                            () -> nanosToPaint(page, product.address() + Routes.DASHBOARD),
                            () -> nanosToPaint(page, product.address() + OneChartView.ROUTE), WARM_UP, ROUNDS)
                    .report("dashboard page, all painted", "one chart", AT_MOST);
        }
    }

    private static void logIn(Page page, String address) {
        page.navigate(address + Routes.LOGIN);
        page.locator(".yj-entry-sample").first().click();
        page.waitForURL(url -> !url.contains(Routes.LOGIN));
    }

    private static long nanosToPaint(Page page, String address) {
        page.navigate(address);
        var milliseconds = page.waitForFunction(DONE).jsonValue();
        return (long) (((Number) milliseconds).doubleValue() * 1e6);
    }
}
