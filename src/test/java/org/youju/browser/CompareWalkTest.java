package org.youju.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.h2.tools.Csv;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.youju.BrowserTest;

/** The analyst's day: build a comparison by keyboard, hand it on by its link, take it out in every form. */
class CompareWalkTest extends BrowserTest {

    private static final String BUDGET = "compare?i=FI_BUDGET_REVENUE&r=310105,310000&from=2020&to=2025";

    /** Notes the words that each canvas shows, with their places. */
    private static final String WORDS = """
            const {fillText, clearRect} = CanvasRenderingContext2D.prototype;
            CanvasRenderingContext2D.prototype.clearRect = function (...box) {
              this.canvas.words = [];
              return clearRect.apply(this, box);
            };
            CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...rest) {
              const size = this.measureText(text);
              const {a, d, e, f} = this.getTransform();
              if (String(text).trim()) {
                (this.canvas.words ??= []).push({text, left: a * (x - size.actualBoundingBoxLeft) + e,
                  right: a * (x + size.actualBoundingBoxRight) + e, top: d * (y - size.actualBoundingBoxAscent) + f,
                  bottom: d * (y + size.actualBoundingBoxDescent) + f});
              }
              return fillText.call(this, text, x, y, ...rest);
            };""";
    private static final String COLLISIONS = """
            () => [...document.querySelectorAll('yj-chart')].flatMap(chart => {
              const words = [...(chart.shadowRoot ?? chart).querySelectorAll('canvas')].flatMap(it => it.words ?? []);
              return words.flatMap((a, at) => words.slice(at + 1).filter(b => Math.min(a.right, b.right) > Math.max(a.left, b.left)
                && Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top)).map(b => a.text + ' / ' + b.text));
            })""";

    private static List<?> collisions(Page page) {
        page.waitForFunction("[...document.querySelectorAll('yj-chart')].some(chart => "
                + "[...(chart.shadowRoot ?? chart).querySelectorAll('canvas')].some(it => it.words?.length > 5))");
        return (List<?>) page.evaluate(COLLISIONS);
    }

    @Test
    void a_comparison_is_built_by_keyboard_and_its_link_shows_another_person_the_same() {
        var page = visitAs("analyst", "compare?r=310105");
        page.locator("#cmp-find input").focus();
        page.keyboard().type("ybggyssr");
        awaitServer(page);
        var hit = page.locator(".yj-compare-found button").first();
        assertThat(hit).containsText("一般公共预算收入");
        page.keyboard().press("ArrowDown");
        assertThat(hit).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".yj-compare-found button").nth(1)).isFocused();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("#cmp-find input")).isFocused();
        page.keyboard().press("Enter");
        awaitCards(page);
        page.locator("#cmp-r-310000").focus();
        page.keyboard().press("Enter");
        awaitCards(page);
        page.locator("#cmp-t-GROWTH").focus();
        page.keyboard().press("Enter");
        awaitCards(page);
        assertThat(page.locator("#cmp-t-GROWTH")).isFocused();
        assertThat(address(page)).contains("i=FI_BUDGET_REVENUE", "t=growth", "310105,310000");
        var says = page.locator(".yj-compare-says p").allInnerTexts();
        var table = page.locator(".yj-compare-values").first().innerText();
        var link = address(page);

        var plot = page.locator("yj-chart .plot").first();
        plot.focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        awaitServer(page);
        assertThat(page.locator(".yj-compare-value")).containsText("亿元");
        page.locator(".yj-compare-value a").filter(new Locator.FilterOptions().setHasText("看原句"))
                .first().click();
        awaitServer(page);
        assertThat(address(page)).contains("replies/", "cite=");

        var other = visitAs("leader", link);
        awaitCards(other);
        assertThat(says).isNotEmpty();
        assertThat(other.locator(".yj-compare-says p").allInnerTexts()).isEqualTo(says);
        assertThat(other.locator(".yj-compare-values").first().innerText()).isEqualTo(table);
        assertThat(other.locator("#cmp-export")).hasCount(0);
    }

    @Test
    void each_format_leaves_as_a_file_that_other_libraries_read() throws Exception {
        var page = visitAs("analyst", BUDGET + "&show=implied,events");
        awaitCards(page);
        page.locator("#cmp-export").click();
        var svg = xml(download(page, "图片 SVG"));
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getDocumentElement().getTextContent()).contains("FI_BUDGET_REVENUE", "/compare?i=FI_BUDGET_REVENUE",
                "事件1：2022", "空心圆、虚线：推算");
        assertThat(svg.getElementsByTagName("circle").getLength()).isGreaterThan(6);
        var png = ImageIO.read(new ByteArrayInputStream(download(page, "图片 PNG")));
        assertThat(png.getWidth()).isGreaterThan(900);
        var book = part(download(page, "表格 XLSX（含公式）"), "xl/worksheets/sheet2.xml");
        assertThat(book.getElementsByTagName("f").getLength()).isGreaterThan(10);
        var word = part(download(page, "Word 表格"), "word/document.xml");
        assertThat(word.getDocumentElement().getTextContent()).contains("一般公共预算收入", "168.53", "[1] ");
        var markdown = new String(download(page, "Markdown 表格"), StandardCharsets.UTF_8);
        assertThat(markdown.lines().filter(it -> it.startsWith("|"))).hasSize(4);
        assertThat(rows(download(page, "CSV"))).isEqualTo(10);

        page.setExtraHTTPHeaders(Map.of("Accept-Language", "en"));
        visit(page, BUDGET);
        page.locator("#cmp-export").click();
        assertThat(new String(download(page, "Markdown table"), StandardCharsets.UTF_8)).startsWith("### Level")
                .contains("Changning District: General public budget revenue: CNY 19.66 bn in 2025, up 26.3% on 2022");
    }

    @Test
    void on_a_telephone_the_tints_of_a_heat_table_are_seen_beside_the_names_of_its_lines() {
        var page = open(390, 844, ColorScheme.DARK);
        page.setExtraHTTPHeaders(Map.of("Accept-Language", "en"));
        visitAs(page, "analyst", "compare?i=FI_BUDGET_REVENUE,EC_GDP&r=310105,310000&from=2021&chart=heat");
        awaitServer(page);
        assertThat(page.locator(".yj-heat-table td").nth(1).boundingBox().x).isLessThan(320);
    }

    @Test
    void no_words_of_a_chart_stand_on_others_however_narrow_it_is() {
        var narrow = open(390, 844, ColorScheme.LIGHT);
        narrow.addInitScript(WORDS);
        narrow.setExtraHTTPHeaders(Map.of("Accept-Language", "en"));
        visitAs(narrow, "analyst", "compare?i=FI_BUDGET_REVENUE,EC_GDP&r=310105,310000&from=2019");
        awaitCards(narrow);
        assertThat(collisions(narrow)).isEmpty();
        var wide = open();
        wide.addInitScript(WORDS);
        visitAs(wide, "analyst", "compare?i=EC_GDP,IN_KEY33_TAX&r=310105,310000&chart=multiples&show=implied,intervals,events");
        awaitCards(wide);
        assertThat(collisions(wide)).isEmpty();
    }

    private byte[] download(Page page, String words) {
        var download = page.waitForDownload(() -> page.getByText(words, new Page.GetByTextOptions().setExact(true)).click());
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document xml(byte[] file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(file));
    }

    private static Document part(byte[] file, String name) throws Exception {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return xml(zip.readAllBytes());
                }
            }
        }
        throw new AssertionError("The file has no part " + name);
    }

    private static int rows(byte[] file) throws SQLException, IOException {
        try (var reader = new InputStreamReader(new ByteArrayInputStream(file, 3, file.length - 3), StandardCharsets.UTF_8);
                var csv = new Csv().read(reader, null)) {
            int rows = 0;
            while (csv.next()) {
                rows++;
            }
            return rows;
        }
    }
}
