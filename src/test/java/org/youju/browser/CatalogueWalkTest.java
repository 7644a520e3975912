package org.youju.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.BrowserTest;
import org.youju.TestServices;
import org.youju.base.ui.Routes;
import org.youju.indicator.keep.IndicatorKeeper;
import org.youju.security.Role;

/** Who keeps the catalogue needs no mouse. */
class CatalogueWalkTest extends BrowserTest {

    private static final String CODE = "WALK_ROADS";
    private static final String NAME = "走查道路里程";

    @Autowired
    private IndicatorKeeper indicators;

    @AfterEach
    void leave_the_sheet_as_it_was_for_others() {
        TestServices.as("walker", Role.STATISTICIAN, () -> {
            indicators.all().stream().filter(it -> it.entry().indicator().code().equals(CODE)).findFirst()
                    .ifPresent(it -> indicators.retire(CODE, it.version()));
            return null;
        });
    }

    @Test
    void an_indicator_is_written_down_by_keyboard_alone() {
        var page = visitAs("statistician", Routes.CATALOGUE + "?q=" + CODE);
        press(button(page, "新建指标"));
        assertThat(field(page, "代码")).isFocused();
        page.keyboard().type(CODE);
        type(page, NAME);
        type(page, "Roads walked");
        tab(page, 2);
        choose(page, 1);
        tab(page, 2);
        page.keyboard().type("亿元");
        awaitServer(page);
        page.keyboard().press("Enter");
        axe(page);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".yj-stacked")).containsText(NAME);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator field(Page page, String label) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^" + label)));
    }

    private void press(Locator button) {
        button.focus();
        button.page().keyboard().press("Enter");
        awaitServer(button.page());
    }

    private static void tab(Page page, int times) {
        for (int i = 0; i < times; i++) {
            page.keyboard().press("Tab");
        }
    }

    /** Goes to the next field and types. */
    private static void type(Page page, String text) {
        page.keyboard().press("Tab");
        page.keyboard().type(text);
    }

    /** Opens the list that has the focus, and takes one of its lines, counted from 1. */
    private void choose(Page page, int line) {
        page.keyboard().press("Enter");
        page.waitForTimeout(300);
        page.keyboard().press("Home");
        for (int i = 1; i < line; i++) {
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Enter");
        awaitServer(page);
    }
}
