package org.youju.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.youju.Chromium;
import org.youju.base.ui.Routes;
import org.youju.compare.ComparisonService;
import org.youju.compare.Option;
import org.youju.compare.Selection;
import org.youju.compare.SelectionAddress;
import org.youju.compare.reckon.Transform;
import org.youju.compare.ui.InlineChartsView;
import org.youju.indicator.IndicatorService;
import org.youju.observation.ObservationService;
import org.youju.observation.StatementQuery;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.Role;
import org.youju.security.Scope;

/**
 * The workbench among a million statements: twenty indicators of five regions over twenty years against hand-written
 * JDBC that reads the same rows, on both engines; and from a click to its charts painted against a page that draws the
 * same charts from data it holds.
 */
final class CompareBench {

    private static final double QUERY_AT_MOST = 1.5;
    private static final double PAGE_AT_MOST = 2;
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 21;
    private static final int CLICK_WARM_UP = 30;
    private static final int CLICKS = 11;
    private static final int LAST_YEAR = Generator.FIRST_YEAR + Generator.YEARS - 1;

    private static final String PAINTED = """
            count => {
                const painted = performance.getEntriesByName('yj-chart-painted').filter(it => it.startTime > window.clicked);
                return painted.length >= count && Math.max(...painted.map(it => it.startTime)) - window.clicked;
            }""";

    private CompareBench() {
    }

    static boolean run() {
        return FilledStore.onEach("comparison", CompareBench::queries) & clicks();
    }

    private static void act() {
        SecurityContextHolder.getContext().setAuthentication(
                Access.authentication(new CurrentAccount("analyst", "analyst", Role.ANALYST, Scope.ALL)));
    }

    private static Selection selection(Product product, int regions) {
        act();
        var catalogue = product.get(IndicatorService.class).catalogue();
        return Selection.NONE.withIndicators(IntStream.range(0, Selection.MOST_INDICATORS)
                        .mapToObj(i -> "ZZ_GENERATED_" + i).toList())
                .withRegions(catalogue.regions().stream().limit(regions).map(it -> it.code()).toList())
                .withYears(OptionalInt.of(Generator.FIRST_YEAR), OptionalInt.of(LAST_YEAR))
                .with(Option.IMPLIED, false);
    }

    private static boolean queries(String what, Product product) {
        var selection = selection(product, 5);
        var database = product.get(DataSource.class);
        var observations = product.get(ObservationService.class);
        var comparisons = product.get(ComparisonService.class);
        var query = new StatementQuery(Set.copyOf(selection.indicators()), Set.copyOf(selection.regions()),
                Generator.FIRST_YEAR - 1, LAST_YEAR + 1, null, null);
        var read = observations.statements(query).size();
        var byHand = HandWritten.lines(database, selection.indicators(), selection.regions(), Generator.FIRST_YEAR - 1,
                LAST_YEAR + 1).statements().size();
        if (read == 0 || read != byHand) {
            throw new IllegalStateException("The product reads " + read + " statements, JDBC " + byHand);
        }
        System.out.printf("  %,d statements of %d lines%n", read, selection.indicators().size() * selection.regions().size());
        var yardstick = Comparison.timed(() -> HandWritten.lines(database, selection.indicators(), selection.regions(),
                Generator.FIRST_YEAR - 1, LAST_YEAR + 1));
        var kept = Comparison.of(Comparison.timed(() -> observations.statements(query)), yardstick, WARM_UP, ROUNDS)
                .report(what, "JDBC", QUERY_AT_MOST);
        Comparison.of(Comparison.timed(() -> comparisons.read(selection)), yardstick, WARM_UP, ROUNDS)
                .tell("  all reckoned from them", "JDBC");
        return kept;
    }

    /** One line chart of four lines, from a press on a transform to the painted chart. */
    private static boolean clicks() {
        try (var product = Product.start(List.of(InlineChartsView.Configuration.class));
                var playwright = Playwright.create();
                var browser = Chromium.launch(playwright);
                var window = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900)
                        .setLocale("zh-CN").setTimezoneId("Asia/Shanghai"))) {
            act();
            var selection = Selection.NONE.withIndicators(List.of("FI_BUDGET_REVENUE", "EC_GDP"))
                    .withRegions(List.of("310105", "310000"))
                    .withYears(OptionalInt.of(2015), OptionalInt.of(2025));
            var comparisons = product.get(ComparisonService.class);
            var both = List.of(comparisons.read(selection), comparisons.read(selection.withTransform(Transform.GROWTH)));
            InlineChartsView.hold(both);
            var ours = window.newPage();
            ours.navigate(product.address() + Routes.LOGIN);
            ours.locator(".yj-entry-sample").nth(1).click();
            ours.waitForURL(url -> !url.contains(Routes.LOGIN));
            ours.navigate(product.address() + Routes.compare(SelectionAddress.write(selection)));
            var theirs = window.newPage();
            theirs.navigate(product.address() + InlineChartsView.ROUTE);
            ours.locator("#cmp-t-GROWTH").waitFor();
            theirs.locator("#bench-draw").waitFor();
            var turns = new int[1];
            return Comparison.of(() -> click(ours, turns[0]++ % 2 == 0 ? "cmp-t-GROWTH" : "cmp-t-LEVEL"),
                            () -> click(theirs, "bench-draw"), CLICK_WARM_UP, CLICKS)
                    .report("click to painted chart", "inline data", PAGE_AT_MOST);
        }
    }

    private static long click(Page page, String id) {
        // a page behind another one is hardly painted
        page.bringToFront();
        page.evaluate("id => { window.clicked = performance.now(); document.getElementById(id).click(); }", id);
        var milliseconds = page.waitForFunction(PAINTED, 1).jsonValue();
        page.waitForFunction("() => Object.values(window.Vaadin.Flow.clients).every(it => !it.isActive || !it.isActive())");
        return (long) (((Number) milliseconds).doubleValue() * 1e6);
    }
}
