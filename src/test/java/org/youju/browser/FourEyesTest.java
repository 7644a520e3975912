package org.youju.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.BrowserTest;
import org.youju.TestServices;
import org.youju.base.ui.Routes;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Cell;
import org.youju.observation.ObservationService;
import org.youju.observation.StatementQuery;
import org.youju.security.Role;

/** A figure goes from one desk to the other and back, without a mouse. */
class FourEyesTest extends BrowserTest {

    private static final String REGION = "310105";
    /** No headline: what is approved here changes no other page. */
    private static final String INDICATOR = "DE_ONLINE_NEW_ECONOMY_TAX";
    private static final String SHEET = "entry?region=" + REGION + "&from=1940&to=1949&cell=" + INDICATOR + ".1940";
    private static final String BATCH = "todo?by=period&period=1940";
    private static final int REACH = 200;

    @Autowired
    private IndicatorService indicators;
    @Autowired
    private ObservationService observations;

    @Test
    void a_figure_is_asked_for_entered_returned_corrected_approved_and_brought_back_by_keyboard_alone() {
        var dossier = Routes.cell(INDICATOR, REGION, "1940");
        var page = visitAs("approver", dossier);
        reach(page, page.getByLabel("催报内容"));
        page.keyboard().type("请补1940年数");
        press(page, button(page, "催报"));
        assertThat(page.locator(".yj-dossier-side")).containsText("在催");

        page = visitAs("statistician", Routes.NOTICES);
        assertThat(page.locator(".yj-bell")).hasAttribute("aria-label", Pattern.compile("[1-9]\\d*条未读"));
        assertThat(page.locator(".yj-notice-list")).containsText("请补1940年数");
        photograph(page, "notices");
        axe(page);
        press(page, page.locator(".yj-notice-list a").first());
        page.waitForURL(url -> url.contains("cell?"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).isVisible();
        nameTheApprover(page);

        enter(page, "12.5");
        reach(page, page.locator(".yj-cell-excuse"));
        page.keyboard().type("内部报表");
        page.keyboard().press("Enter");
        assertThat(page.locator(".yj-cell-panel")).containsText("内部报表");
        awaitServer(page);
        assertThat(page.locator(".yj-cell-panel")).isFocused();
        submit(page);
        readEveryWayOfBatching();

        page = visitAs("approver", BATCH);
        press(page, button(page, "全选 1940年"));
        press(page, button(page, "退回 1条"));
        assertThat(page.getByLabel("退回的理由")).isFocused();
        page.keyboard().type("口径不对");
        page.keyboard().press("Control+Enter");
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("已退回1条")))
                .isVisible();

        page = visitAs("statistician", BATCH);
        assertThat(page.locator("main")).containsText("口径不对");
        enter(page, "13");
        submit(page);

        page = visitAs("approver", BATCH);
        press(page, button(page, "全选 1940年"));
        press(page, button(page, "审定 1条"));
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("已审定1条")))
                .isVisible();
        visit(page, Routes.CHASES);
        press(page, button(page, "全部"));
        assertThat(page.locator("main tbody tr").filter(new Locator.FilterOptions().setHasText("1940年")))
                .containsText("已审定");
        axe(page);

        withdraw(dossier);

        page = visitAs("statistician", dossier);
        assertThat(page.locator(".yj-dossier-versions")).containsText("12.5");
        press(page, page.getByLabel(Pattern.compile("恢复.*12\\.5")).first());
        assertThat(page.getByLabel("恢复的理由")).isFocused();
        page.keyboard().type("原数无误");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".yj-dossier-versions tbody tr").first()).containsText("草稿");
        assertThat(page.locator(".yj-dossier-versions tbody tr").first()).containsText("原数无误");
    }

    /** On a telephone, in the longer words of English. */
    private void readEveryWayOfBatching() {
        var page = open(390, 844, ColorScheme.LIGHT);
        page.setExtraHTTPHeaders(Map.of("Accept-Language", "en"));
        visitAs(page, "approver", "todo");
        var ways = page.locator(".yj-todo-bar .yj-seg button");
        assertThat(ways).hasText(new String[] {"Document", "Theme", "Department", "Period"});
        ways.all().forEach(way -> assertThat(way.evaluate("""
                it => it.scrollWidth <= it.clientWidth && it.getBoundingClientRect().right <= innerWidth"""))
                .isEqualTo(true));
        page.close();
    }

    /** The list that @ opens is walked by the arrow keys while the focus stays in the text. */
    private void nameTheApprover(Page page) {
        var list = page.getByRole(AriaRole.LISTBOX);
        reach(page, page.getByLabel("写批注"));
        page.keyboard().type("请 @");
        assertThat(list).isVisible();
        axe(page);
        page.keyboard().press("Escape");
        assertThat(list).isHidden();
        page.keyboard().type("ap");
        page.keyboard().press("ArrowDown");
        assertThat(list.getByRole(AriaRole.OPTION, new Locator.GetByRoleOptions().setSelected(true)))
                .containsText("approver");
        page.keyboard().press("Enter");
        page.keyboard().type("<b>核对</b>");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("main")).containsText("这里不能有网页代码，如“<b>”。");
        awaitServer(page);
        for (int i = 0; i < "<b>核对</b>".length(); i++) {
            page.keyboard().press("Backspace");
        }
        page.keyboard().type("核对");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".yj-comments")).containsText("请 @审核示例 核对");
        photograph(page, "cell");
        axe(page);
    }

    private void withdraw(String dossier) {
        var page = visitAs("statistician", dossier);
        press(page, page.getByLabel(Pattern.compile("^提请撤下.*13")));
        assertThat(page.getByLabel("撤下的理由")).isFocused();
        page.keyboard().type("报表作废");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".yj-dossier-main")).containsText("报表作废");
        axe(page);

        page = visitAs("approver", BATCH);
        assertThat(page.locator("main")).containsText("报表作废");
        axe(page);
        press(page, page.getByLabel(Pattern.compile("^撤下.*13")));
        assertThat(page.getByRole(AriaRole.ALERTDIALOG)).containsText("撤下的理由：报表作废");
        axe(page);
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).not().containsText("报表作废");
        visit(page, dossier);
        assertThat(page.locator(".yj-dossier-versions tbody tr").first()).containsText("已撤下");
        assertThat(page.locator(".yj-dossier-main")).containsText("还没有审定的数字。");
    }

    @Test
    void an_approver_rules_and_takes_it_back_by_keyboard_alone() {
        var codes = indicators.catalogue().indicators().stream().map(Indicator::code).toList();
        var cell = TestServices.as("approver", Role.APPROVER,
                () -> Cell.of(observations.statements(StatementQuery.of(codes, REGION, null)))).stream()
                .filter(it -> it.statements().size() > 1).findFirst().orElseThrow();
        var address = Routes.cell(cell.key().indicator(), REGION, cell.key().period().code());
        var page = visitAs("approver", address);
        press(page, page.getByLabel(Pattern.compile("^以.*为准$")).first());
        assertThat(page.getByLabel("理由", new Page.GetByLabelOptions().setExact(true))).isFocused();
        page.keyboard().type("口径一致");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".yj-dossier-ruling")).containsText("口径一致");
        axe(page);
        press(page, button(page, "撤回裁定"));
        assertThat(page.getByLabel("撤回的理由")).isFocused();
        page.keyboard().type("来函更正");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".yj-dossier-ruling")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"1440,900,DARK", "390,844,LIGHT"})
    void nothing_keeps_anybody_out_of_a_cell_or_the_releases(int width, int height, ColorScheme scheme) {
        var page = open(width, height, scheme);
        for (var route : new String[] {Routes.cell("DE_TAX", REGION, "2023"), Routes.RELEASES, Routes.CHASES,
            Routes.NOTICES, Routes.TO_DO}) {
            visitAs(page, "approver", route);
            photograph(page, route.replaceAll("[?=&%/]", "-") + "-" + width + "-" + scheme);
            axe(page);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(route)
                    .isLessThanOrEqualTo(width);
        }
    }

    private void enter(Page page, String figure) {
        visit(page, SHEET);
        var cell = page.locator("yj-grid .cell.active");
        assertThat(cell).hasAttribute("data-period", "1940");
        reach(page, cell);
        page.keyboard().type(figure);
        page.keyboard().press("Enter");
        assertThat(page.locator(".yj-sheet-status")).hasText("已存 1 格");
        page.keyboard().press("ArrowUp");
        awaitServer(page);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".yj-cell-value input")).isFocused();
    }

    private void submit(Page page) {
        awaitServer(page);
        press(page, button(page, "提交草稿 1"));
        assertThat(page.getByRole(AriaRole.ALERTDIALOG).getByRole(AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName("提交草稿 1"))).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".yj-sheet-status")).hasText("已提交 1 条，等审核人审定");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void press(Page page, Locator target) {
        reach(page, target);
        page.keyboard().press("Enter");
        awaitServer(page);
    }

    /** Goes to something as people do who have no mouse. */
    private void reach(Page page, Locator target) {
        assertThat(target).isVisible();
        for (int i = 0; i < REACH && !holdsFocus(target); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(holdsFocus(target)).as("reached by Tab: " + target).isTrue();
    }

    private static boolean holdsFocus(Locator target) {
        return (boolean) target.evaluate("it => it.contains(it.getRootNode().activeElement)");
    }
}
