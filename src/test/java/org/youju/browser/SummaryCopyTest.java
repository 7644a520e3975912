package org.youju.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.youju.BrowserTest;

/** A leader passes the summary on with what it rests on. */
class SummaryCopyTest extends BrowserTest {

    @Test
    void the_keyboard_copies_the_summary_with_the_document_numbers_and_a_notification_says_so() {
        var page = login("leader");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        button(page).focus();
        page.keyboard().press("Enter");

        assertThat(page.getByText("已复制摘要全文和出处：长发改〔2024〕19号")).isVisible();
        assertThat((String) page.evaluate("navigator.clipboard.readText()"))
                .startsWith("2023年，数字经济综合税收约310亿元，同比增长约18%；")
                .containsPattern("。\n出处：长发改〔2024〕19号、《");
    }

    @Test
    void where_the_browser_refuses_the_clipboard_the_text_is_laid_out_and_selected() {
        var page = open();
        page.addInitScript("""
                for (const write of ['write', 'writeText']) {
                    Clipboard.prototype[write] = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
                }""");
        login(page, "leader");
        button(page).press("Enter");

        var text = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("摘要和出处"));
        assertThat(page.getByText("浏览器不许写剪贴板")).isVisible();
        assertThat(text).isFocused();
        assertThat((String) page.evaluate("getSelection().toString()")).contains("约310亿元", "出处：长发改〔2024〕19号");
        axe(page);
    }

    private static Locator button(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("复制并附文号"));
    }
}
