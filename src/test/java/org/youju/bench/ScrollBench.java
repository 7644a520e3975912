package org.youju.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.security.core.context.SecurityContextHolder;
import org.youju.Chromium;
import org.youju.base.ui.Routes;
import org.youju.entry.CellEdit;
import org.youju.entry.Sheets;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Theme;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.Role;
import org.youju.security.Scope;

/** What one step of scrolling costs in the largest year sheet, against the same in one of a tenth of its rows. */
final class ScrollBench {

    private static final double AT_MOST = 1.5;
    private static final int LARGE = 500;
    private static final int SMALL = 50;
    private static final int FIRST_YEAR = 2001;
    private static final int YEARS = 20;
    private static final String REGION = "310105";
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 31;

    /**
     * Walks down and up a row at a time, the mean of a step: no frame is waited for, so that what is measured is the work
     * of a step and not the clock of the screen.
     */
    private static final String STEPS = """
            async steps => {
                const grid = document.querySelector('yj-grid');
                const scroller = grid.shadowRoot.querySelector('.scroller');
                const frames = window.requestAnimationFrame;
                window.requestAnimationFrame = draw => { draw(performance.now()); return 0; };
                try {
                    const start = performance.now();
                    for (let step = 0; step < steps; step++) {
                        scroller.scrollTop += step < steps / 2 ? 37 : -37;
                        scroller.dispatchEvent(new Event('scroll'));
                        await grid.updateComplete;
                        scroller.getBoundingClientRect();
                    }
                    return (performance.now() - start) / steps;
                } finally {
                    window.requestAnimationFrame = frames;
                }
            }""";

    /** As many as the smaller sheet can be scrolled down, and up again. */
    private static final int STEP_COUNT = 50;

    private ScrollBench() {
    }

    static boolean run() {
        try (var product = Product.start(List.of());
                var playwright = Playwright.create();
                var browser = Chromium.launch(playwright);
                var window = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900)
                        .setLocale("zh-CN").setTimezoneId("Asia/Shanghai"))) {
            SecurityContextHolder.getContext().setAuthentication(Access.authentication(
                    new CurrentAccount("statistician", "statistician", Role.STATISTICIAN, Scope.ALL)));
            fill(product, "ZZ_LARGE", LARGE);
            fill(product, "ZZ_SMALL", SMALL);
            var large = open(product, window, "ZZ_LARGE");
            var small = open(product, window, "ZZ_SMALL");
            return Comparison.of(() -> scroll(large), () -> scroll(small), WARM_UP, ROUNDS)
                    .report("a step in 500 × 20 cells", "50 × 20", AT_MOST);
        }
    }

    private static void fill(Product product, String theme, int rows) {
        var indicators = product.get(IndicatorService.class);
        indicators.addThemes(List.of(new Theme(theme, theme, theme, 99)));
        var like = indicators.catalogue().indicator("DE_FIRMS");
        indicators.addIndicators(IntStream.range(0, rows).mapToObj(i -> new Indicator(theme + "_" + i, "指标" + i,
                "Indicator " + i, theme, null, like.unit(), like.nature(), like.direction(), like.priceBasis(), null, null,
                null, null, null, true, null)).toList());
        product.get(Sheets.class).save(REGION, IntStream.range(0, rows * YEARS).mapToObj(i -> new CellEdit(
                theme + "_" + i / YEARS, Integer.toString(FIRST_YEAR + i % YEARS), Integer.toString(i + 1), 0, null)).toList());
    }

    private static Page open(Product product, BrowserContext window, String theme) {
        var page = window.newPage();
        page.navigate(product.address() + Routes.ENTRY);
        if (page.url().contains(Routes.LOGIN)) {
            page.locator(".yj-entry-sample").nth(2).click();
            page.waitForURL(url -> !url.contains(Routes.LOGIN));
        }
        page.navigate(product.address() + Routes.ENTRY + "?region=" + REGION + "&from=" + FIRST_YEAR + "&to="
                + (FIRST_YEAR + YEARS - 1) + "&theme=" + theme);
        page.locator("yj-grid .cell.DRAFT").first().waitFor();
        return page;
    }

    private static long scroll(Page page) {
        // a page behind another one is hardly painted
        page.bringToFront();
        return (long) (((Number) page.evaluate(STEPS, STEP_COUNT)).doubleValue() * 1e6);
    }
}
