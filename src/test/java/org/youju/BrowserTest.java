package org.youju;

import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;
import org.youju.base.ui.Routes;
import org.youju.security.account.DemoAccounts;

/**
 * Drives the product as it is shipped in a real Chromium: one application for all such classes, with the sample and the
 * sample accounts, on a free port of this machine and with a data folder of its own.
 */
@SpringBootTest(classes = YoujuApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
    // what the jar's flow-build-info.json says of the bundle, and target/classes lacks
    "vaadin.react.enable=false"
})
@ActiveProfiles(DemoAccounts.PROFILE)
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class BrowserTest {

    private static final Path HOME = dataFolder();
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final double PATIENCE_MILLISECONDS = 15_000;

    private static final Map<String, List<Cookie>> SESSIONS = new HashMap<>();

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void keepDataApart(DynamicPropertyRegistry registry) {
        registry.add("youju.home", HOME::toString);
    }

    @AfterEach
    void closeWindow() {
        Window.CONTEXT.pages().forEach(Page::close);
        Window.CONTEXT.clearCookies();
        Window.CONTEXT.clearPermissions();
    }

    /** A new window of a desktop in light colours, for a reader of Chinese. */
    protected Page open() {
        return open(1440, 900, ColorScheme.LIGHT);
    }

    /**
     * A new window of this size in CSS pixels that remembers nothing of earlier ones but the files of the product, and
     * without moving pictures; the earlier one is closed.
     */
    protected Page open(int width, int height, ColorScheme scheme) {
        closeWindow();
        var page = Window.CONTEXT.newPage();
        page.setViewportSize(width, height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        return page;
    }

    /** Opens one of {@code Routes} and waits until the page has drawn itself. */
    protected void visit(Page page, String route) {
        page.navigate("http://127.0.0.1:" + port + "/" + route);
        awaitServer(page);
    }

    /** Logs in, in a new window of a desktop, and waits for the dashboard. */
    protected Page login(String user) {
        var page = open();
        login(page, user);
        return page;
    }

    /** Logs in as one of the sample accounts, in a window that nobody is logged in to, and waits for the dashboard. */
    protected void login(Page page, String user) {
        visitAs(page, user, Routes.DASHBOARD);
        awaitCards(page);
    }

    /** Opens one of {@code Routes} in a new window of a desktop, as one of the sample accounts. */
    protected Page visitAs(String user, String route) {
        var page = open();
        visitAs(page, user, route);
        return page;
    }

    /**
     * Opens a page in a window that nobody is logged in to, as one of the sample accounts. All windows of an account
     * share one session for as long as it holds, as those of one browser do.
     */
    protected void visitAs(Page page, String user, String route) {
        page.context().addCookies(SESSIONS.getOrDefault(user, List.of()));
        visit(page, route);
        if (page.url().contains("/" + Routes.LOGIN)) {
            page.locator(".yj-entry-sample").filter(new Locator.FilterOptions().setHasText(user)).click();
            page.waitForURL(url -> !url.contains("/" + Routes.LOGIN));
            SESSIONS.put(user, page.context().cookies().stream().filter(it -> it.name.equals("JSESSIONID")).toList());
            visit(page, route);
        }
    }

    /** What the address bar says after the product's root, such as {@code indicators?year=2023}. */
    protected String address(Page page) {
        return URLDecoder.decode(page.url().replaceFirst("^http://[^/]+/", ""), StandardCharsets.UTF_8);
    }

    /** Waits until the page has nothing more to ask of the server, after a visit or a click. */
    protected void awaitServer(Page page) {
        page.waitForFunction("""
                () => {
                    const clients = Object.values(window.Vaadin?.Flow?.clients ?? {}).filter(it => it.isActive);
                    return clients.length > 0 && clients.every(it => !it.isActive());
                }""");
    }

    /** Waits until every card of the page has its content, or says why not, and every chart is drawn. */
    protected void awaitCards(Page page) {
        awaitServer(page);
        page.waitForFunction("""
                () => document.querySelector('main') && !document.querySelector('[aria-busy=true]')
                    && [...document.querySelectorAll('yj-chart')].every(it => it.engine)""");
        awaitServer(page);
    }

    /** Fails if the page breaks a rule of WCAG 2.2 A or AA that axe can see. */
    protected void axe(Page page) {
        axe(page, "tag", WCAG, "html");
    }

    /** Fails if the dialog, open over a page that axe has passed, breaks a rule that axe can see. */
    protected void axeInDialog(Page page) {
        axe(page, "tag", WCAG, "vaadin-dialog");
    }

    /** Fails if the page, which axe has passed in light colours, breaks in dark ones a rule that colours decide. */
    protected void axeInTheDark(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        axe(page, "rule", List.of("color-contrast", "link-in-text-block"), "html");
    }

    private static void axe(Page page, String type, List<String> rules, String within) {
        var only = new AxeRunOnlyOptions();
        only.setType(type);
        only.setValues(rules);
        var options = new AxeRunOptions();
        options.setRunOnly(only);
        options.setResultTypes(List.of("violations"));
        // no page has frames, so there is nothing to gather in a page of axe's own
        var violations = new AxeBuilder(page).include(within).options(options).setLegacyMode(true).analyze().getViolations();
        Assertions.assertThat(violations).extracting(it -> it.getId() + ": " + it.getHelp() + " "
                + it.getNodes().stream().map(node -> node.getTarget() + " " + node.getHtml()).toList()).isEmpty();
    }

    /** Takes a picture into target/screenshots when the system property {@code youju.screenshots} is true. */
    protected void photograph(Page page, String name) {
        if (Boolean.getBoolean("youju.screenshots")) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
        }
    }

    private static Path dataFolder() {
        try {
            var folder = Files.createTempDirectory("youju");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started on first use; ends with the JVM. */
    private static final class Window {

        static final BrowserContext CONTEXT = launch();

        private static BrowserContext launch() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
            var context = Chromium.launch(Playwright.create()).newContext(new Browser.NewContextOptions()
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setLocale("zh-CN")
                    .setTimezoneId("Asia/Shanghai"));
            context.setDefaultTimeout(PATIENCE_MILLISECONDS);
            return context;
        }
    }
}
