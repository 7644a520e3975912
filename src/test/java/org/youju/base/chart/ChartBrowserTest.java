package org.youju.base.chart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.youju.Chromium;

/** The charts in a real browser, served without the rest of the product. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChartBrowserTest {

    private static final Locale MACHINE = Locale.getDefault();

    private static ConfigurableApplicationContext application;
    private static Playwright playwright;
    private static Browser browser;

    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        application = ChartDemoApplication.start();
        playwright = Playwright.create();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    static void stop() {
        playwright.close();
        application.close();
        Locale.setDefault(MACHINE);
    }

    @BeforeEach
    void open() {
        open(new Browser.NewContextOptions());
    }

    private void open(Browser.NewContextOptions options) {
        close();
        context = browser.newContext(options.setLocale("zh-CN"));
        page = context.newPage();
        page.navigate("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port")
                + "/chart-demo");
        page.waitForFunction("performance.getEntriesByName('yj-chart-painted').length === 4");
    }

    @AfterEach
    void close() {
        if (context != null) {
            context.close();
        }
    }

    @Test
    void two_updates_later_the_chart_is_still_on_its_first_canvas() {
        tax().locator(".plot canvas").evaluate("it => it.first = true");
        var before = tax().locator(".plot canvas").screenshot();

        page.locator("#correct").click();
        assertThat(tax().locator(".plot canvas"))
                .hasAttribute("aria-label", "数字经济综合税收2023年约320亿元。");
        var corrected = tax().locator(".plot canvas").screenshot();
        page.locator("#restore").click();
        assertThat(tax().locator(".plot canvas"))
                .hasAttribute("aria-label", "数字经济综合税收2023年约310亿元，2022年推算262.7亿元。");

        assertThat(tax().locator("canvas")).hasCount(1);
        assertThat(tax().locator(".plot canvas").evaluate("it => it.first")).isEqualTo(true);
        assertThat(corrected).isNotEqualTo(before);
    }

    @Test
    void the_keyboard_moves_between_points_and_each_is_spoken() {
        tax().locator(".plot").focus();

        page.keyboard().press("ArrowRight");
        assertThat(tax().locator("[aria-live]")).hasText("2022，262.7 亿元，推算，区间 257.4–268.1，310÷1.18");
        page.keyboard().press("ArrowRight");
        assertThat(tax().locator("[aria-live]"))
                .hasText("2023，约310 亿元，区间 305–315，同比 约+18%，长发改〔2024〕19号");
        assertThat(tax().locator(".tip .figure")).hasText("约310 亿元");
        page.keyboard().press("ArrowLeft");
        assertThat(tax().locator("[aria-live]")).hasText("2022，262.7 亿元，推算，区间 257.4–268.1，310÷1.18");
    }

    @Test
    void the_focused_point_has_a_ring() {
        var without = pixels(0x1A5A8E);

        tax().locator(".plot").focus();
        page.keyboard().press("Home");
        assertThat(pixels(0x1A5A8E)).isGreaterThan(without + 200);
        page.keyboard().press("Escape");

        assertThat(pixels(0x1A5A8E)).isEqualTo(without);
    }

    @Test
    void enter_on_a_point_reaches_the_server() {
        tax().locator(".plot").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");

        assertThat(page.locator("#pressed")).hasText("tax-2022");
    }

    @Test
    void a_press_on_a_bar_reaches_the_server() {
        var box = tax().locator(".plot").boundingBox();

        page.mouse().click(box.x + box.width * 0.75, box.y + box.height * 0.7);

        assertThat(page.locator("#pressed")).hasText("tax-2023");
    }

    @Test
    void t_changes_between_chart_and_table() {
        assertThat(tax().locator("table")).isHidden();

        tax().locator(".plot").focus();
        page.keyboard().press("t");
        assertThat(tax().locator("table")).isVisible();
        assertThat(tax().locator("caption")).hasText("数字经济综合税收（亿元）");
        assertThat(tax().locator(".plot")).isHidden();
        page.keyboard().press("t");
        assertThat(tax().locator("table")).isHidden();
        assertThat(tax().locator(".plot")).isFocused();
    }

    @Test
    void a_chart_shares_its_columns_with_the_table_below() {
        page.locator("#indicator table").scrollIntoViewIfNeeded();
        var plot = page.locator("#indicator .plot").boundingBox();
        var year = page.locator("#indicator th", new Page.LocatorOptions().setHasText("2023")).boundingBox();
        page.mouse().click(year.x + year.width / 2, plot.y + plot.height * 0.6);

        assertThat(page.locator("#indicator .tip .figure")).hasText("约310 亿元");
        assertThat(plot.x + 104 + (plot.width - 104) / 6 * 4).isCloseTo(year.x, offset(2.0));
    }

    @Test
    void a_dark_scheme_changes_the_colours() {
        assertThat(pixels(0x1A5A8E)).isGreaterThan(500);

        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.waitForTimeout(100);
        assertThat(pixels(0x7DB7E8)).isGreaterThan(500);
        assertThat(pixels(0x1A5A8E)).isZero();
    }

    @Test
    void the_scheme_that_a_person_chose_changes_the_colours_too() {
        page.evaluate("document.documentElement.dataset.scheme = 'dark'");
        page.waitForTimeout(100);

        assertThat(pixels(0x7DB7E8)).isGreaterThan(500);
    }

    @Test
    void forced_colours_are_obeyed() {
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        page.waitForTimeout(100);

        assertThat(pixels(0x1A5A8E)).isZero();
    }

    @Test
    void the_picture_has_the_size_of_a_slide_and_its_footer() throws IOException {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        var download = page.waitForDownload(() -> page.locator("#save").click());

        assertThat(download.suggestedFilename()).isEqualTo("DE_TAX.png");
        var picture = ImageIO.read(Files.newInputStream(download.path()));
        assertThat(picture.getWidth()).isEqualTo(1920);
        assertThat(picture.getHeight()).isEqualTo((24 * 2 + 36 + 440 + 36 + 2 * 20) * 2);
        assertThat(picture.getRGB(4, 4) & 0xFFFFFF).as("paper").isEqualTo(0xFFFFFF);
        assertThat(ink(picture, picture.getHeight() - 140, picture.getHeight() - 48)).as("footer").isGreaterThan(500);
    }

    @Test
    void the_chart_stands_at_once_and_nothing_moves_where_motion_is_unwanted() {
        open(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        var first = tax().locator(".plot canvas").screenshot();
        page.waitForTimeout(300);

        assertThat(tax().locator(".plot canvas").screenshot()).isEqualTo(first);
    }

    @Test
    void a_strict_content_security_policy_finds_nothing_to_refuse_in_the_charts() {
        var refused = page.evaluate("""
                async () => {
                  const refused = [];
                  document.addEventListener('securitypolicyviolation', it => refused.push(it.violatedDirective));
                  const meta = document.createElement('meta');
                  meta.httpEquiv = 'Content-Security-Policy';
                  meta.content = "script-src 'self'; style-src 'self'";
                  document.head.append(meta);
                  const chart = document.querySelector('#tax');
                  const copy = document.createElement('yj-chart');
                  Object.assign(copy, {config: chart.config, words: chart.words, pressable: true});
                  chart.parentElement.append(copy);
                  while (performance.getEntriesByName('yj-chart-painted').length < 5) {
                    await new Promise(done => setTimeout(done, 20));
                  }
                  copy.shadowRoot.querySelector('.plot').dispatchEvent(new KeyboardEvent('keydown', {key: 'End'}));
                  await copy.updateComplete;
                  return refused.join() + copy.shadowRoot.querySelector('.tip .figure').textContent;
                }""");

        assertThat(refused).isEqualTo("约310 亿元");
    }

    @Test
    void axe_finds_nothing() {
        tax().locator(".plot").focus();
        page.keyboard().press("ArrowRight");

        assertThat(new AxeBuilder(page).exclude("vaadin-connection-indicator").analyze().getViolations()).isEmpty();
    }

    private Locator tax() {
        return page.locator("#tax");
    }

    /** How many pixels of the tax chart's canvas have exactly this colour. */
    private int pixels(int colour) {
        return (int) tax().locator(".plot canvas").evaluate("""
                (canvas, colour) => {
                  const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  let found = 0;
                  for (let at = 0; at < data.length; at += 4) {
                    if (data[at + 3] === 255 && (data[at] << 16 | data[at + 1] << 8 | data[at + 2]) === colour) {
                      found++;
                    }
                  }
                  return found;
                }""", colour);
    }

    private static long ink(BufferedImage image, int from, int to) {
        return IntStream.range(from * image.getWidth(), to * image.getWidth())
                .filter(at -> (image.getRGB(at % image.getWidth(), at / image.getWidth()) & 0xFF) < 0x80)
                .count();
    }
}
