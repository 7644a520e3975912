package org.youju.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.youju.BrowserTest;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;

/** Where things stand on the dashboard: on a desk, on a telephone, on paper, and in forced colours. */
class DashboardLayoutTest extends BrowserTest {

    private static final int TELEPHONE = 390;

    /** Words that are cut off, or lie beyond the right edge; tables and charts that scroll by themselves aside. */
    private static final String CUT_OFF = """
            () => [...document.querySelectorAll('.yj-topbar *, main *')]
                .filter(it => it.textContent.trim() && it.clientWidth > 2 && !it.matches('.yj-visually-hidden')
                    && !it.closest('yj-chart, .yj-chart-table, .yj-table-scroll'))
                .filter(it => it.getBoundingClientRect().right > innerWidth + 1
                    || getComputedStyle(it).overflowX !== 'visible' && it.scrollWidth > it.clientWidth + 1)
                .map(it => it.className + ' ' + it.textContent.trim().slice(0, 40))""";

    /** What can be pressed and is smaller than a thumb needs; figures within a sentence may be. */
    private static final String TOO_SMALL = """
            () => [...document.querySelectorAll('a[href], button, summary, select, vaadin-button')]
                .filter(it => !it.closest('.yj-summary-text') && !it.matches('.yj-skip'))
                .map(it => [it, it.getBoundingClientRect()])
                .filter(([it, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
                .map(([it, box]) => `${it.className} ${it.textContent.trim()} ${box.width}x${box.height}`)""";

    @Test
    void on_a_desk_checks_and_attention_stand_beside_the_charts() {
        var page = login("leader");
        var chart = box(page.locator(".yj-panels > .yj-chart-card").first());
        var checks = box(page.locator(".yj-checks-panel"));
        var attention = box(page.locator(".yj-attention"));
        assertThat(checks.y).isEqualTo(chart.y, within(1.0));
        assertThat(attention.y).isEqualTo(chart.y, within(1.0));
        assertThat(checks.x).isGreaterThan(chart.x + chart.width);
        assertThat(attention.x).isGreaterThan(checks.x + checks.width);

        page.setViewportSize(1279, 900);
        assertThat(box(page.locator(".yj-checks-panel")).y)
                .isGreaterThan(box(page.locator(".yj-panels > .yj-chart-card").last()).y);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 1440, 1920})
    void every_row_of_cards_reaches_from_edge_to_edge(int width) {
        var page = open(width, 900, ColorScheme.LIGHT);
        login(page, "leader");
        assertNoHoles(page, ".yj-kpi", ".yj-themes");
        assertNoHoles(page, ".yj-panels > *", ".yj-panels");
        assertThat(cutOff(page)).noneMatch(it -> it.contains("yj-kpi-facts") || it.contains("yj-card-title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?asOf=2024-04-25", "?region=310000", "indicators", "indicators/DE_TAX", "replies"})
    void on_a_telephone_nothing_is_cut_off_and_a_thumb_finds_what_it_presses(String address) {
        var page = open(TELEPHONE, 844, ColorScheme.LIGHT);
        visitAs(page, "leader", address);
        awaitCards(page);
        assertThat(cutOff(page)).isEmpty();
        assertThat(texts(page, TOO_SMALL)).isEmpty();
        photograph(page, "telephone-" + address.replaceAll("[/?=]", "-"));
    }

    @Test
    void in_english_nothing_is_cut_off_on_a_telephone_either() {
        var page = open(TELEPHONE, 844, ColorScheme.LIGHT);
        page.setExtraHTTPHeaders(Map.of("Accept-Language", "en"));
        visitAs(page, "leader", "");
        awaitCards(page);
        assertThat(page.locator("h1")).hasText("Policy dashboard");
        assertThat(cutOff(page)).isEmpty();
    }

    @Test
    void every_period_of_a_short_series_is_named_on_the_axis_a_long_one_in_two_lines_and_no_name_touches_another() {
        var page = open(1440, 900, ColorScheme.LIGHT);
        page.addInitScript("""
                window.written = [];
                const fill = CanvasRenderingContext2D.prototype.fillText;
                CanvasRenderingContext2D.prototype.fillText = function (...words) {
                    const { e, f } = this.getTransform();
                    const half = this.measureText(words[0]).width / 2;
                    written.push({ text: String(words[0]), on: this.canvas, x: e + words[1], y: f + words[2], half });
                    return fill.apply(this, words);
                };""");
        login(page, "leader");
        page.locator(".yj-chart-card").nth(1).scrollIntoViewIfNeeded();
        page.waitForFunction("written.some(it => it.text === '近六成')");
        assertThat(texts(page, "() => written.map(it => it.text)"))
                .contains("2023年", "1–7月", "2025-09", "2018").doesNotContain("2023年1–7月");
        assertThat(texts(page, """
                () => {
                    const names = written.filter(it => /^\\d{4}(-\\d\\d)?$/.test(it.text));
                    const touches = (one, other) => one.text < other.text && one.on === other.on
                        && Math.abs(one.y - other.y) < 1 && Math.abs(one.x - other.x) < one.half + other.half;
                    return names.flatMap(one => names.filter(other => touches(one, other))
                        .map(other => one.text + ' ' + other.text));
                }""")).isEmpty();
    }

    @Test
    void on_a_telephone_every_year_is_in_reach() {
        var page = open(TELEPHONE, 844, ColorScheme.LIGHT);
        login(page, "leader");
        var years = page.locator(".yj-head-controls .yj-seg button");
        assertThat(years.first()).hasText("2020");
        assertThat(years.count()).isGreaterThan(2);
        years.all().forEach(year -> assertThat(year).isInViewport());
        years.first().click();
        page.waitForURL(url -> url.contains("year=2020"));
        awaitCards(page);
        assertThat(years.first()).hasAttribute("aria-pressed", "true");
        years.first().evaluate("it => it.parentElement.append(...[1, 2, 3, 4, 5].map(() => it.cloneNode(true)))");
        assertThat(cutOff(page)).isEmpty();
        assertThat(texts(page, TOO_SMALL)).isEmpty();
    }

    @Test
    void on_a_telephone_the_parts_follow_one_another_with_the_hero_of_each_theme_first() {
        var page = open(TELEPHONE, 844, ColorScheme.LIGHT);
        login(page, "leader");
        var tops = List.of(".yj-summary", ".yj-kpi >> nth=0", ".yj-kpi >> nth=1", ".yj-panels > .yj-chart-card >> nth=0",
                ".yj-checks-panel", ".yj-attention").stream().map(it -> box(page.locator(it)).y).toList();
        assertThat(tops).isSorted().doesNotHaveDuplicates();
        assertThat(box(page.locator(".yj-kpi").first()).height).isGreaterThan(box(page.locator(".yj-kpi").nth(1)).height);
    }

    @Test
    void on_paper_there_is_no_rail_and_no_button_and_the_page_says_what_it_is_of() {
        var page = visitAs("leader", Routes.dashboard(PageState.DEFAULT.withYear(2023)));
        awaitCards(page);
        page.setViewportSize(703, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".yj-rail")).isHidden();
        assertThat(page.locator(".yj-head-controls")).isHidden();
        assertThat(page.locator("vaadin-button:visible")).hasCount(0);
        assertThat(page.locator(".yj-print-foot")).hasText("有据 · 政策指标看板 · 长宁区 · 2023年 · 时点：最新");
        assertThat(page.locator(".yj-alerts li").last()).isVisible();
        assertThat(page.locator(".yj-kpi").first()).hasCSS("break-inside", "avoid");
        assertThat(page.locator(".yj-chart-card").first()).hasCSS("break-inside", "avoid");
        photograph(page, "paper");
    }

    @Test
    void in_forced_colours_cards_have_edges_evidence_is_underlined_and_the_focus_is_seen() {
        var page = login("leader");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        assertThat(page.locator(".yj-kpi").first()).hasCSS("border-top-style", "solid");
        assertThat(page.locator(".yj-quoted").first()).hasCSS("text-decoration-line", "underline");
        page.locator(".yj-nav-link").first().focus();
        page.keyboard().press("Tab");
        assertThat(page.locator(".yj-nav-link").nth(1)).hasCSS("outline-width", "3px");
        photograph(page, "forced");
    }

    private static void assertNoHoles(Page page, String cards, String frame) {
        var edge = box(page.locator(frame));
        var boxes = page.locator(cards).all().stream().map(DashboardLayoutTest::box).toList();
        boxes.forEach(card -> {
            var row = boxes.stream().filter(it -> it.y < card.y + card.height && card.y < it.y + it.height).toList();
            var left = row.stream().mapToDouble(it -> it.x).min().orElseThrow();
            var right = row.stream().mapToDouble(it -> it.x + it.width).max().orElseThrow();
            assertThat(left).isEqualTo(edge.x, within(1.5));
            assertThat(right).isEqualTo(edge.x + edge.width, within(1.5));
        });
    }

    private static BoundingBox box(Locator locator) {
        return locator.boundingBox();
    }

    private static List<String> cutOff(Page page) {
        return texts(page, CUT_OFF);
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Page page, String script) {
        return (List<String>) page.evaluate(script);
    }
}
