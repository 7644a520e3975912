package org.youju.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.youju.BrowserTest;

/** Every number leads back to the sentence that states it. */
class NumberToSentenceTest extends BrowserTest {

    private static final String SENTENCE = "完成综合税收约 310 亿元";
    private static final String SPAN = "约 310 亿元";

    @Test
    void a_leader_follows_a_number_of_a_card_to_its_sentence_in_the_reply() {
        var page = login("leader");
        card(page, "数字经济综合税收").locator(".yj-source-badge").click();

        var source = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("约310亿元的出处"));
        assertThat(source).containsText("长发改〔2024〕19号");
        assertThat(source).containsText("2024-04-25");
        assertThat(source.locator(".yj-quote")).containsText(SENTENCE);
        assertThat(source.locator(".yj-quote mark")).hasText(SPAN);
        photograph(page, "number-source");

        source.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("打开原文")).click();
        page.waitForURL(Pattern.compile(".*/replies/\\d+\\?cite=\\d+"));
        assertThat(chosen(page)).hasText(SPAN);
        assertThat(chosen(page)).isInViewport();
        assertThat(chosen(page).locator("xpath=ancestor::p[1]")).containsText(SENTENCE);
        photograph(page, "number-reader");
    }

    @Test
    void a_number_of_the_summary_opens_its_source_from_the_keyboard_and_escape_closes_it() {
        var page = login("leader");
        var number = page.locator(".yj-quoted").filter(new Locator.FilterOptions().setHasText("约310亿元"));
        number.focus();
        page.keyboard().press("Enter");

        var source = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("约310亿元的出处"));
        assertThat(source.locator(".yj-quote mark")).hasText(SPAN);
        page.keyboard().press("Escape");
        assertThat(source).isHidden();
        assertThat(number).isFocused();
    }

    @Test
    void j_and_k_go_to_the_next_figure_and_to_the_one_before_and_the_address_follows() {
        var page = login("leader");
        card(page, "数字经济综合税收").locator(".yj-source-badge").click();
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("打开原文"))
                .click();
        assertThat(chosen(page)).hasText(SPAN);
        assertThat(count(page)).hasText("第2处，共27处");
        var there = address(page);

        page.keyboard().press("j");
        assertThat(chosen(page)).hasText("约 18%");
        assertThat(chosen(page)).isInViewport();
        assertThat(count(page)).hasText("第3处，共27处");
        page.waitForURL(url -> !url.endsWith(there));

        page.keyboard().press("k");
        assertThat(chosen(page)).hasText(SPAN);
        page.keyboard().press("k");
        assertThat(chosen(page)).hasText("6100 余家");
        page.keyboard().press("k");
        assertThat(count(page)).hasText("第27处，共27处");
        assertThat(chosen(page)).isInViewport();

        page.reload();
        assertThat(count(page)).hasText("第27处，共27处");
        assertThat(chosen(page)).isInViewport();
    }

    private static Locator card(Page page, String name) {
        return page.locator(".yj-kpi").filter(new Locator.FilterOptions().setHas(
                page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true))));
    }

    /** What is highlighted on the paper. */
    private static Locator chosen(Page page) {
        return page.locator(".yj-paper mark[aria-current=true]");
    }

    private static Locator count(Page page) {
        return page.locator(".yj-reader-count");
    }
}
