package org.youju.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.BrowserTest;
import org.youju.TestServices;
import org.youju.base.ui.Routes;
import org.youju.check.rule.Rule;
import org.youju.check.rule.RuleService;
import org.youju.indicator.keep.IndicatorKeeper;
import org.youju.security.Role;

/** Who keeps the catalogue and the rules needs no mouse. */
class CatalogueWalkTest extends BrowserTest {

    private static final String CODE = "WALK_ROADS";
    private static final String NAME = "走查道路里程";

    @Autowired
    private IndicatorKeeper indicators;
    @Autowired
    private RuleService rules;

    @AfterEach
    void leave_the_sheet_as_it_was_for_others() {
        TestServices.as("walker", Role.STATISTICIAN, () -> {
            rules.rules().stream().filter(it -> it.active() && it.condition().indicators().contains(CODE))
                    .forEach(it -> rules.change(new Rule(it.id(), it.condition(), it.region(), it.importance(),
                            it.missing(), it.tolerance(), it.instruction(), false, it.version())));
            indicators.all().stream().filter(it -> it.entry().indicator().code().equals(CODE)).findFirst()
                    .ifPresent(it -> indicators.retire(CODE, it.version()));
            return null;
        });
    }

    @Test
    void an_indicator_its_definition_the_order_of_the_cards_a_rule_and_its_finding_by_keyboard_alone() {
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

        press(button(page, "口径：" + NAME));
        press(button(page, "新增一版口径"));
        field(page, "起始年份").focus();
        page.keyboard().type("2024");
        tab(page, 5);
        choose(page, 2);
        type(page, "统计范围收窄");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("vaadin-dialog .yj-stacked")).containsText("不可比");
        axe(page);

        visit(page, Routes.CATALOGUE + "?part=headlines");
        press(page.locator(".yj-headlines > li").nth(1).locator("button").first());
        assertThat(page.locator(".yj-panel [role=status]")).containsText("现在第 1 位");
        awaitServer(page);
        assertThat(page.locator(".yj-headlines > li").first().locator("button").nth(1)).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".yj-panel [role=status]")).containsText("现在第 2 位");
        axe(page);

        visit(page, Routes.RULES + "?indicator=" + CODE);
        press(button(page, "新建规则"));
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("指标").setExact(true)).focus();
        page.keyboard().type(CODE);
        assertThat(page.locator("vaadin-combo-box-item").filter(new Locator.FilterOptions().setHasText(CODE)))
                .isVisible();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        awaitServer(page);
        field(page, "上限").focus();
        page.keyboard().type("60");
        page.keyboard().press("Tab");
        assertThat(page.locator(".yj-rule-preview")).containsText("现有数字都合");
        axe(page);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".yj-stacked")).containsText("≤ 60 亿元");

        visit(page, Routes.cell("310105", CODE, 2025));
        page.locator("yj-grid [role=gridcell][tabindex='0']").focus();
        page.keyboard().type("75");
        page.keyboard().press("Enter");
        awaitServer(page);
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("yj-grid [role=gridcell][tabindex='0']"))
                .hasAttribute("aria-label", Pattern.compile("75.*有问题没有说明"));
        assertThat(page.locator(".yj-cell-findings")).containsText("不在");
        assertThat(page.locator(".yj-finding-rule")).hasText("范围");
        var badge = page.locator(".yj-finding > .yj-state").boundingBox();
        var sentence = page.locator(".yj-finding > span:not([class])").boundingBox();
        org.assertj.core.api.Assertions.assertThat(sentence.width).as("a finding is read in lines, not in a column").isGreaterThan(180);
        org.assertj.core.api.Assertions.assertThat(sentence.x >= badge.x + badge.width || sentence.y >= badge.y + badge.height)
                .as("its importance lies beside it").isTrue();
    }

    @Test
    void the_cards_are_ordered_by_dragging_one_onto_the_place_of_another() {
        var page = visitAs("statistician", Routes.CATALOGUE + "?part=headlines");
        var cards = page.locator(".yj-headlines > li");
        var first = cards.first().locator("span").first().textContent();
        cards.first().dragTo(cards.nth(2));
        assertThat(page.locator(".yj-panel [role=status]")).containsText("现在第 3 位");
        assertThat(cards.nth(2)).containsText(first);
        cards.nth(2).dragTo(cards.first());
        assertThat(page.locator(".yj-panel [role=status]")).containsText("现在第 1 位");
        assertThat(cards.first()).containsText(first);
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
        assertThat(page.locator("vaadin-select-item:focus")).isVisible();
        page.keyboard().press("Home");
        for (int i = 1; i < line; i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(page.locator("vaadin-select[opened] vaadin-select-item").nth(line - 1)).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("vaadin-select[opened]")).hasCount(0);
        awaitServer(page);
    }

    @Test
    void every_part_is_within_reach_on_a_telephone_in_the_longer_language() {
        var page = open(390, 844, ColorScheme.LIGHT);
        page.setExtraHTTPHeaders(Map.of("Accept-Language", "en"));
        visitAs(page, "statistician", Routes.CATALOGUE);
        var last = page.locator(".yj-parts button").last();
        assertThat(last).hasText("Regions");
        assertThat(last).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        last.click();
        assertThat(last).hasAttribute("aria-pressed", "true");
    }
}
