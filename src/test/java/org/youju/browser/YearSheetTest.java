package org.youju.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.youju.BrowserTest;
import org.youju.TestServices;
import org.youju.entry.CellEdit;
import org.youju.entry.SheetCell;
import org.youju.entry.SheetCell.Look;
import org.youju.entry.SheetQuery;
import org.youju.entry.YearGrid;
import org.youju.reply.SampleReply;
import org.youju.security.Role;

/** The sheet is filled by keyboard and clipboard alone; data of its own. */
@TestPropertySource(properties =
    "spring.datasource.url=jdbc:h2:mem:sheet-browser;DB_CLOSE_DELAY=-1;${youju.h2.options}")
class YearSheetTest extends BrowserTest {

    private static final String REGION = "310105";

    @Autowired
    private YearGrid grid;

    @Test
    void cells_are_typed_refused_undone_sourced_and_handed_over_by_keyboard_alone() {
        var page = open("1950", "1959");
        page.keyboard().type("12.5");
        page.keyboard().press("Enter");
        assertThat(status(page)).hasText("已存 1 格");
        page.keyboard().press("ArrowUp");
        assertThat(active(page)).hasAttribute("aria-label", Pattern.compile("12\\.5.*草稿，无出处"));

        page.keyboard().press("ArrowRight");
        page.keyboard().type("1.2.3");
        page.keyboard().press("Tab");
        page.keyboard().press("ArrowLeft");
        assertThat(active(page)).containsText("1.2.3");
        assertThat(active(page)).hasAttribute("aria-invalid", "true");
        assertThat(active(page)).hasAttribute("title", Pattern.compile("两个小数点"));
        page.keyboard().press("Delete");
        assertThat(active(page)).hasAttribute("aria-label", "空");

        page.keyboard().press("Control+z");
        assertThat(active(page)).hasAttribute("aria-label", "空");
        assertThat(active(page)).hasAttribute("data-period", "1950");
        page.keyboard().press("Control+y");
        assertThat(active(page)).hasAttribute("aria-label", Pattern.compile("^12\\.5"));

        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".yj-cell-value input")).isFocused();
        for (int i = 0; i < 8 && !isIn(page, "yj-cell-excuse"); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().type("内部报表");
        page.keyboard().press("Enter");
        assertThat(page.locator(".yj-cell-panel")).containsText("内部报表");
        awaitServer(page);
        assertThat(page.locator(".yj-cell-panel")).isFocused();
        page.keyboard().press("Escape");
        assertThat(active(page)).isFocused();
        assertThat(active(page)).not().hasAttribute("aria-label", Pattern.compile("无出处"));
        assertThat(address(page)).contains("cell=").contains(".1950");
        photograph(page, "sheet");
        axe(page);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交草稿 1")).focus();
        page.keyboard().press("Enter");
        var question = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(question).containsText("1 条草稿一并提交审定");
        assertThat(question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("提交草稿 1"))).isFocused();
        page.keyboard().press("Enter");
        assertThat(status(page)).hasText("已提交 1 条，等审核人审定");
    }

    @Test
    void the_words_of_a_source_are_selected_in_its_text_by_keyboard_alone() {
        var page = open("1940", "1949");
        page.keyboard().type("12.5");
        page.keyboard().press("Enter");
        assertThat(status(page)).hasText("已存 1 格");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".yj-cell-value input")).isFocused();
        for (int i = 0; i < 12 && !"选句".equals(page.evaluate("document.activeElement.textContent.trim()")); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        var dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.locator("vaadin-combo-box input")).isFocused();
        page.keyboard().type("长发改〔2024〕19号");
        page.locator("vaadin-combo-box-item").first().waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        var text = dialog.locator(".yj-reader-scroll");
        assertThat(text).isVisible();
        for (int i = 0; i < 3 && !isIn(page, "yj-reader-scroll"); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(text).isFocused();
        page.keyboard().press("ArrowRight");
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("Shift+ArrowRight");
        }
        assertThat(dialog.locator(".yj-cite-picker vaadin-text-field input")).hasValue("上海市");
        axe(page);
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        var why = dialog.locator("vaadin-text-field:has-text('与引文不一致的理由') input");
        assertThat(why).isFocused();
        page.keyboard().type("只为试选");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(dialog).isHidden();
        assertThat(page.locator(".yj-cell-panel")).containsText("长发改〔2024〕19号");
        assertThat(TestServices.as("approver", Role.APPROVER, () -> grid.sheet(SheetQuery.of(REGION, 1940, 1940)))
                .rows().stream().flatMap(row -> row.cells().stream()).flatMap(cell -> cell.shown().stream())
                .flatMap(draft -> draft.citations().stream())).singleElement().satisfies(citation -> {
                    assertThat(citation.exact()).isEqualTo("上海市");
                    assertThat(citation.start()).isEqualTo(SampleReply.text().indexOf("上海市"));
                });
    }

    @Test
    void a_block_of_fifty_by_twenty_is_pasted_seen_before_and_taken_back() {
        var page = open("1990", "2009");
        var block = IntStream.range(0, 50).mapToObj(r -> IntStream.range(0, 20)
                .mapToObj(c -> r == 0 && c == 1 ? "=SUM(A1:A3)" : Integer.toString(1 + (r + c) % 90))
                .collect(Collectors.joining("\t"))).collect(Collectors.joining("\r\n"));
        copy(page, block);
        page.keyboard().press("Control+v");
        var preview = page.getByRole(AriaRole.DIALOG);
        assertThat(preview).containsText("将写入 999 格；不合格 1 格");
        assertThat(preview).containsText("“=SUM(A1:A3)”是公式，不是数字");
        axe(page);
        page.keyboard().press("Enter");
        assertThat(status(page)).hasText("已存 999 格，1 格不合格，原样留在表里");
        assertThat(drafts(1990, 2009)).isEqualTo(999);
        assertThat(active(page)).isFocused();

        page.keyboard().press("Control+z");
        assertThat(status(page)).hasText("已存 999 格");
        assertThat(drafts(1990, 2009)).isZero();
    }

    @Test
    void a_figure_is_entered_in_the_form_with_its_words_and_seen_in_the_sheet_by_keyboard_alone() {
        var page = open("1930", "1939");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".yj-cell-value input")).isFocused();
        for (int i = 0; i < 8 && !isIn(page, "yj-cell-more"); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        assertThat(page.locator(".yj-obs-value input")).isFocused();
        page.keyboard().type("约1200");
        var sight = page.locator(".yj-obs-sight");
        assertThat(sight).containsText(Pattern.compile("区间\\s*1150–1250"));
        for (int i = 0; i < 12 && !isIn(page, "yj-cite-picker"); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().type("长发改〔2024〕19号");
        page.locator("vaadin-combo-box-item").first().waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator(".yj-obs .yj-reader-scroll")).isVisible();
        for (int i = 0; i < 4 && !isIn(page, "yj-reader-scroll"); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("ArrowRight");
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("Shift+ArrowRight");
        }
        assertThat(page.locator(".yj-cite-picker vaadin-text-field input")).hasValue("上海市");
        axe(page);
        photograph(page, "form");
        page.setViewportSize(390, 844);
        axeInTheDark(page);
        photograph(page, "form-telephone-dark");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        page.setViewportSize(1440, 900);
        assertThat(address(page)).contains("document=").contains("from=");
        page.locator(".yj-obs vaadin-text-field:has-text('与引文不一致的理由') input").fill("只为试选");
        page.keyboard().press("Control+Enter");
        assertThat(active(page)).hasAttribute("aria-label", Pattern.compile("约\\s*1200.*草稿"));
        assertThat(active(page)).not().hasAttribute("aria-label", Pattern.compile("无出处"));
        assertThat(page.locator(".yj-cell-panel")).containsText("长发改〔2024〕19号");
    }

    @Test
    void what_is_pasted_covers_no_locked_cell_and_what_was_refused_goes_with_the_undo() {
        var page = open("2019", "2027");
        visit(page, "entry?region=" + REGION + "&from=2019&to=2027&cell=DE_TAX.2023");
        assertThat(active(page)).hasAttribute("data-period", "2023");
        active(page).focus();
        copy(page, "5");
        page.keyboard().press("Control+v");
        assertThat(status(page)).containsText("已审定并锁定");
        page.keyboard().type("7");
        assertThat(status(page)).containsText("已审定并锁定");
        assertThat(active(page)).hasAttribute("aria-label", Pattern.compile("310.*已审定锁定"));
        copy(page, "5\t6\t1.2.3");
        page.keyboard().press("Control+v");
        var preview = page.getByRole(AriaRole.DIALOG);
        assertThat(preview).containsText("将写入 1 格；不合格 2 格");
        assertThat(preview.locator("vaadin-button[focused]")).isVisible();
        page.keyboard().press("Enter");
        var row = page.locator("yj-grid .cell[data-id=DE_TAX]");
        var refused = page.locator("yj-grid .cell[data-id=DE_TAX].REFUSED");
        assertThat(refused).hasCount(1);
        assertThat(refused).hasAttribute("data-period", "2025");
        assertThat(active(page)).isFocused();
        page.keyboard().press("Control+z");
        assertThat(refused).hasCount(0);
        assertThat(row.and(page.locator(".DRAFT"))).hasCount(0);

        var invalid = page.locator(".entry-count-invalid");
        assertThat(invalid).hasText("不合格 0");
        page.keyboard().press("ArrowRight");
        page.keyboard().type("1.2.3");
        page.keyboard().press("Enter");
        assertThat(refused).hasCount(1);
        assertThat(invalid).hasText("不合格 1");
        var period = refused.getAttribute("data-period");
        visit(page, "todo");
        visit(page, "entry?region=" + REGION + "&from=2019&to=2027&cell=DE_TAX." + period);
        assertThat(refused).hasCount(1);
        active(page).focus();
        page.keyboard().press("Delete");
        assertThat(refused).hasCount(0);
        assertThat(invalid).hasText("不合格 0");
    }

    @Test
    void only_what_is_seen_is_drawn_and_every_cell_is_in_reach() {
        var page = open("1990", "2025");
        var drawn = page.locator("yj-grid [role=gridcell]").count();
        assertThat(drawn).isLessThan(900);
        page.keyboard().press("Control+End");
        assertThat(active(page)).isInViewport();
        assertThat(active(page)).hasAttribute("aria-colindex", "38");
        page.keyboard().press("Control+Home");
        assertThat(active(page)).hasAttribute("aria-colindex", "3");
        page.keyboard().press("PageDown");
        assertThat(active(page)).isInViewport();
        assertThat(page.locator("yj-grid [role=gridcell]").count()).isLessThan(900);
    }

    @Test
    void who_comes_later_sees_both_values_and_chooses() {
        var page = open("1960", "1969");
        var row = active(page).getAttribute("data-id");
        page.keyboard().press("F2");
        page.keyboard().type("7");
        TestServices.as("wu", Role.STATISTICIAN, () -> grid.save(REGION,
                List.of(new CellEdit(row, "1960", "8", 0, null))));
        assertThat(status(page)).hasText("wu 刚改了 1 格");
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowUp");
        assertThat(active(page)).hasAttribute("title", Pattern.compile("wu 已先写了 8"));
        assertThat(active(page)).containsText("7");
        assertThat(value(row, 1960)).isEqualTo("8");

        page.keyboard().press("Control+Enter");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("用我的")).press("Enter");
        assertThat(status(page)).hasText("已存 1 格");
        assertThat(value(row, 1960)).isEqualTo("7");
    }

    @Test
    void nobody_takes_back_or_writes_over_what_somebody_else_has_written_since() {
        var page = open("1920", "1929");
        var row = active(page).getAttribute("data-id");
        page.keyboard().type("5");
        page.keyboard().press("Enter");
        assertThat(status(page)).hasText("已存 1 格");
        page.keyboard().press("ArrowUp");
        asWu(row, "6");
        assertThat(status(page)).hasText("wu 刚改了 1 格");
        page.keyboard().press("Control+z");
        assertThat(page.locator("yj-grid .spoken")).containsText("wu 已先写了 6");
        assertThat(value(row, 1920)).isEqualTo("6");

        page.keyboard().press("Control+Enter");
        var field = page.locator(".yj-cell-panel .yj-cell-value input");
        assertThat(field).isFocused();
        page.keyboard().press("Control+a");
        page.keyboard().type("66");
        awaitServer(page);
        asWu(row, "67");
        assertThat(status(page)).hasText("wu 刚改了 1 格");
        page.keyboard().press("Enter");
        assertThat(active(page)).hasAttribute("title", Pattern.compile("wu 已先写了 67"));
        assertThat(value(row, 1920)).isEqualTo("67");
    }

    @Test
    void one_cell_is_taken_back_step_by_step_and_done_again_however_fast() {
        var page = open("1910", "1919");
        var row = active(page).getAttribute("data-id");
        for (var text : List.of("1", "2", "3")) {
            page.keyboard().type(text);
            page.keyboard().press("Enter");
            page.keyboard().press("ArrowUp");
        }
        page.keyboard().press("Control+z");
        page.keyboard().press("Control+z");
        assertThat(active(page)).hasAttribute("aria-label", Pattern.compile("^1\\D.*草稿"));
        page.keyboard().press("Control+z");
        assertThat(active(page)).hasAttribute("aria-label", "空");
        assertThat(drafts(1910, 1919)).isZero();
        page.keyboard().press("Control+y");
        page.keyboard().press("Control+y");
        page.keyboard().press("Control+y");
        assertThat(active(page)).hasAttribute("aria-label", Pattern.compile("^3\\D.*草稿"));
        assertThat(value(row, 1910)).isEqualTo("3");
    }

    @Test
    void what_was_on_its_way_when_the_page_was_left_waits_there_to_be_saved_again() {
        var page = open("1900", "1909");
        page.onDialog(Dialog::accept);
        var row = active(page).getAttribute("data-id");
        page.route(url -> url.contains("v-r=uidl"), YearSheetTest::keepNothing);
        page.keyboard().type("9");
        page.keyboard().press("Enter");
        assertThat(page.locator("yj-grid .cell.PENDING")).hasCount(1);
        visit(page, "entry?region=" + REGION + "&from=1900&to=1909&cell=" + row + ".1900");
        page.unrouteAll();
        assertThat(page.locator("yj-grid .cell.REFUSED")).hasAttribute("title", Pattern.compile("未必存上了"));
        active(page).focus();
        page.keyboard().press("F2");
        page.keyboard().press("Enter");
        assertThat(status(page)).hasText("已存 1 格");
        assertThat(value(row, 1900)).isEqualTo("9");
    }

    private static void keepNothing(Route request) {
        if (String.valueOf(request.request().postData()).contains("yj-grid-save")) {
            request.abort();
        } else {
            request.resume();
        }
    }

    private void asWu(String row, String text) {
        TestServices.as("wu", Role.STATISTICIAN, () -> grid.save(REGION,
                List.of(new CellEdit(row, "1920", text, cell(row, 1920).seen(), null))));
    }

    @Test
    void clipboards_of_spreadsheets_are_read() {
        var page = open("1990", "1999");
        assertThat(read(page, "", "1\t2\r\n3\t4\r\n")).isEqualTo("[[\"1\",\"2\"],[\"3\",\"4\"]]");
        assertThat(read(page, "", "\"a\nb\"\t\"say \"\"x\"\"\"\n5\"\t")).isEqualTo(
                "[[\"a\\nb\",\"say \\\"x\\\"\"],[\"5\\\"\",\"\"]]");
        assertThat(read(page, """
                <html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><!--StartFragment--><table>
                <tr><td colspan=2 rowspan=2>1,234.5</td><td>约310亿元</td></tr>
                <tr><td style='mso-number-format:"0.0%"'>18%</td></tr>
                <tr><td>a</td><td></td><td>&nbsp;7&nbsp;</td></tr></table><!--EndFragment--></body></html>""", "x"))
                .isEqualTo("[[\"1,234.5\",null,\"约310亿元\"],[null,null,\"18%\"],[\"a\",\"\",\"7\"]]");
        assertThat(page.evaluate("customElements.get('yj-grid').read('', '1\\n'.repeat(400_000)).length")).isEqualTo(400_000);
        assertThat(read(page, "<script>window.hurt = 1</script><img src=x onerror='window.hurt = 1'>", "5"))
                .isEqualTo("[[\"5\"]]");
        assertThat(page.evaluate("window.hurt === undefined")).isEqualTo(true);
    }

    @Test
    void ten_megabytes_are_refused_and_nothing_changes() {
        var page = open("1970", "1979");
        page.evaluate("navigator.clipboard.writeText('1\\t'.repeat(5_000_000))");
        page.keyboard().press("Control+v");
        assertThat(status(page)).containsText("粘贴的内容太大");
        assertThat(drafts(1970, 1979)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1440,900", "390,844"})
    void nothing_keeps_anybody_out_of_the_sheet(int width, int height) {
        var page = open(width, height, ColorScheme.LIGHT);
        visitAs(page, "approver", "entry?region=" + REGION);
        assertThat(active(page)).isVisible();
        photograph(page, "sheet-" + width);
        axe(page);
        axeInTheDark(page);
        photograph(page, "sheet-dark-" + width);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    }

    private Page open(String from, String to) {
        var page = open();
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        visitAs(page, "statistician", "entry?region=" + REGION + "&from=" + from + "&to=" + to);
        active(page).focus();
        return page;
    }

    private static void copy(Page page, String block) {
        page.evaluate("text => navigator.clipboard.writeText(text)", block);
    }

    private static Object read(Page page, String html, String text) {
        return page.evaluate("([html, text]) => JSON.stringify(customElements.get('yj-grid').read(html, text))",
                List.of(html, text));
    }

    private static boolean isIn(Page page, String style) {
        return (boolean) page.evaluate("style => document.activeElement.closest('.' + style) !== null", style);
    }

    private static Locator active(Page page) {
        return page.locator("yj-grid .cell.active");
    }

    private static Locator status(Page page) {
        return page.locator(".yj-sheet-status");
    }

    private long drafts(int from, int to) {
        return TestServices.as("approver", Role.APPROVER, () -> grid.sheet(SheetQuery.of(REGION, from, to))).rows()
                .stream().flatMap(row -> row.cells().stream()).filter(cell -> cell.look() == Look.DRAFT).count();
    }

    private String value(String row, int year) {
        return cell(row, year).shown().orElseThrow().figure().printed();
    }

    private SheetCell cell(String row, int year) {
        return TestServices.as("approver", Role.APPROVER, () -> grid.rows(SheetQuery.of(REGION, year, year),
                List.of(row))).getFirst().at(year).orElseThrow();
    }
}
