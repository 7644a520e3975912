package org.youju.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
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
import org.youju.entry.Sheets;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Theme;
import org.youju.reply.SampleReply;
import org.youju.security.Role;

/** The sheet is filled by keyboard and clipboard alone; data of its own. */
@TestPropertySource(properties =
    "spring.datasource.url=jdbc:h2:mem:sheet-browser;DB_CLOSE_DELAY=-1;${youju.h2.options}")
class YearSheetTest extends BrowserTest {

    private static final String REGION = "310105";

    @Autowired
    private Sheets grid;
    @Autowired
    private IndicatorService indicators;

    @Test
    void cells_are_typed_refused_undone_sourced_and_handed_over_by_keyboard_alone() {
        var page = open("1950", "1959");
        page.keyboard().type("125");
        page.keyboard().press("Enter");
        assertThat(status(page)).hasText("已存 1 格");
        page.keyboard().press("ArrowUp");
        assertThat(active(page)).hasAttribute("aria-label", Pattern.compile("125.*草稿，无出处"));

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
        assertThat(active(page)).containsText("1.2.3");
        page.keyboard().press("Control+z");
        assertThat(active(page)).hasAttribute("aria-label", "空");
        assertThat(active(page)).hasAttribute("data-period", "1951");
        page.keyboard().press("Control+z");
        assertThat(active(page)).hasAttribute("data-period", "1950");
        assertThat(active(page)).hasAttribute("aria-label", "空");
        page.keyboard().press("Control+y");
        assertThat(active(page)).hasAttribute("aria-label", Pattern.compile("^125"));

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
        page.keyboard().press("Escape");
        for (int i = 0; i < 20 && !isIn(page, "yj-sheet-legend"); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(page.locator(".yj-sheet-legend")).isFocused();
        assertThat(page.locator(".yj-sheet-legend li")).hasCount(15);
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
        page.keyboard().type("125");
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
        var why = dialog.locator("vaadin-text-field:has-text('与引文不一致的理由') input");
        assertThat(why).isVisible();
        axe(page);
        page.keyboard().press("Tab");
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
        assertThat(status(page)).hasText("已撤销，999 格恢复原样");
        assertThat(drafts(1990, 2009)).isZero();
        page.keyboard().press("Control+y");
        assertThat(status(page)).hasText("已重做 999 格");
        assertThat(page.locator(".yj-cell-value input")).hasValue("1");
        assertThat(page.locator(".yj-cell-panel")).not().containsText("没有存上");
        page.keyboard().press("Control+z");
        assertThat(status(page)).hasText("已撤销，999 格恢复原样");
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
    void what_was_refused_is_taken_back_first_and_comes_back_once_what_covered_it_is() {
        var page = open("1980", "1989");
        var row = active(page).getAttribute("data-id");
        var refused = page.locator("yj-grid .cell.REFUSED");
        page.keyboard().type("130");
        page.keyboard().press("Tab");
        assertThat(status(page)).hasText("已存 1 格");
        page.keyboard().type("abc");
        page.keyboard().press("Enter");
        assertThat(status(page)).hasText("1 格不合格，原样留在表里");
        page.keyboard().press("Control+z");
        assertThat(refused).hasCount(0);
        assertThat(status(page)).hasText("已撤销");
        assertThat(value(row, 1980)).isEqualTo("130");
        page.keyboard().press("Control+y");
        assertThat(refused).containsText("abc");

        copy(page, "5\t6");
        page.keyboard().press("Control+v");
        page.getByRole(AriaRole.DIALOG).locator("vaadin-button.yj-primary").press("Enter");
        assertThat(status(page)).hasText("已存 2 格");
        assertThat(refused).hasCount(0);
        page.keyboard().press("Control+z");
        assertThat(status(page)).hasText("已撤销，2 格恢复原样");
        assertThat(refused).containsText("abc");
        assertThat(refused).hasAttribute("data-period", "1981");
        assertThat(page.locator(".yj-cell-refused").getByText("“”")).hasCount(0);

        TestServices.as("wu", Role.STATISTICIAN, () -> grid.save(REGION,
                List.of(new CellEdit(row, "1981-06-30", "7", 0, null))));
        assertThat(status(page)).hasText("wu 刚改了 1 格");
        assertThat(refused).containsText("abc");
        page.keyboard().press("Delete");
        assertThat(refused).hasCount(0);
        assertThat(active(page)).containsText("7");
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
        assertThat(read(page, "<table><tr><td>310<sup>2</sup></td><td>310<sup>[2]</sup></td><td>万m<sup>2</sup></td>"
                + "<td>310<br>320</td><td><p>310</p><p>320</p></td><td>数字 <b>经济</b></td></tr></table>", "x"))
                .as("numbers of two lines are not one, and a power is not a digit")
                .isEqualTo("[[\"310^2\",\"310\",\"万m²\",\"310\\n320\",\"310\\n320\",\"数字 经济\"]]");
        assertThat(page.evaluate("customElements.get('yj-grid').read('', '1\\n'.repeat(400_000)).length")).isEqualTo(400_000);
        assertThat(read(page, "<script>window.hurt = 1</script><img src=x onerror='window.hurt = 1'>", "5"))
                .isEqualTo("[[\"5\"]]");
        assertThat(page.evaluate("window.hurt === undefined")).isEqualTo(true);
    }

    @Test
    void a_block_goes_where_its_headings_say_even_where_one_of_them_is_no_period() {
        var page = open("1990", "1999");
        assertThat(placed(page, "\t2022\t20223\t去年\n人工智能企业数\t210\t220\t230"))
                .isEqualTo("true 0 [] A.2022=210 A.20223=220 A.去年=230");
        assertThat(placed(page, "指标\t2022年\t2023年上半年\n人工智能企业数\t210\t220"))
                .isEqualTo("true 0 [] A.2022=210 A.2023年上半年=220");
        assertThat(placed(page, "指标\t2021年预计完成数\n某某\t12.5\n税收\t310\n人工智能企业数\t320"))
                .as("a row of figures is no heading")
                .isEqualTo("true 0 [] 某某.2021年预计完成数=12.5 B.2021年预计完成数=310 A.2021年预计完成数=320");
        assertThat(placed(page, "某某\t12.5\n税收\t310\n人工智能企业数\t320")).as("names say the rows without any heading")
                .isEqualTo("true 0 [] 某某.2021=12.5 B.2021=310 A.2021=320");
        assertThat(placed(page, "某某\t12.5\n其他\t310")).startsWith("false ");
        assertThat(placed(page, "\t7\t2022年长宁区年报\n指标\t２０２２\t2023年度\n人工智能企业数\t1\t2"))
                .as("what stands above is counted").isEqualTo("true 1 [] A.2022=1 A.2023=2");
        assertThat(placed(page, "指标\t2022\t2030\t2030-07\t2031年\n人工智能企业数\t1\t2\t3\t4"))
                .isEqualTo("true 3 [\"2030\",\"2031\"] A.2022=1");
        assertThat(placed(page, "指标\t单位\t2021\t2022\t2023\n税收\t万元\t310亿\t12,345\t约3亿元\n税收\t亿美元\t(123)\t50余\t18%"))
                .isEqualTo("true 0 [] B.2021=310亿元 B.2022=12,345万元 B.2023=约3亿元 "
                        + "B.2021=-123亿美元 B.2022=50余亿美元 B.2023=18%");
        assertThat(placed(page, "长宁区年报表\t\t单位：万元\n指标\t2022\t2023\n税收\t3100\t3.2亿\n人工智能企业数\t5家\t"))
                .as("a unit above the block is that of all that names none")
                .isEqualTo("true 0 [] B.2022=3100万元 B.2023=3.2亿元 A.2022=5家");
        assertThat(placed(page, "指标\t2022（万元）\t2023(预计)\n税收\t3100\t3200\n税收（美元）\t7\t8"))
                .as("a unit in brackets is a unit, another word in brackets no year")
                .isEqualTo("true 0 [] B.2022=3100万元 B.2023(预计)=3200 B.2022=7万元 B.2023(预计)=8美元");
        assertThat(placed(page, "税收\t310\t320\n人工智能企业数\t210\n某某\t5\t6\t7\t8"))
                .as("names alone say the rows, the columns begin where one is")
                .isEqualTo("true 1 [] B.2021=310 B.2022=320 A.2021=210 某某.2021=5 某某.2022=6 某某.2023=7");
        assertThat(placed(page, "年份\t税收\t人工智能企业数\n2022\t310\t210\n2023年\t320\t220"))
                .as("years below each other are turned")
                .isEqualTo("true 0 [] B.2022=310 B.2023=320 A.2022=210 A.2023=220");
        assertThat(placed(page, "指标\t2022-2023\t\n\t2022\t2023\n税收\t310\t320")).as("the finer headings say where")
                .isEqualTo("true 0 [] B.2022=310 B.2023=320");
        assertThat(placed(page, "2022\t2023年\t2024\n210\t220\t230\n\t310\n7\t8"))
                .as("years alone say the columns, the rows begin where one is")
                .isEqualTo("true 3 [\"2024\"] A.2022=210 A.2023=220 B.2023=310");
        assertThat(placed(page, "2022\t2020\n210\t220")).as("numbers that do not follow each other are figures")
                .isEqualTo("false 0 [] A.2021=2022 A.2022=2020 B.2021=210 B.2022=220");
    }

    /** Where a block goes in a sheet of two rows and the years 2021 to 2023. */
    private static String placed(Page page, String block) {
        return (String) page.evaluate("""
                text => {
                    const years = ['2021', '2022', '2023'];
                    const row = (id, name, unit) => ({ id, name, unit, cells: years.map((p, c) => ({ c, s: 1, p, v: 0 })) });
                    const grid = customElements.get('yj-grid');
                    const { named, beyond, unseen, edits } = grid.place(grid.read('', text), {
                        columns: years.map(key => ({ key, label: key })),
                        rows: [row('A', '人工智能企业数', '家'), row('B', '税收', '亿元')] }, { row: 0, col: 0 });
                    return [named, beyond, JSON.stringify(unseen), ...edits.map(it => `${it.row}.${it.period}=${it.text}`)].join(' ');
                }""", block);
    }

    @Test
    void ranges_are_filled_down_and_to_the_right_with_what_is_stated_and_taken_back_at_once() {
        var page = open("2050", "2059");
        visit(page, "entry?region=" + REGION + "&from=2050&to=2059&cell=DE_ECOM_TURNOVER.2050");
        active(page).focus();
        write(page, "约12.5亿元");
        page.keyboard().press("Enter");
        assertThat(status(page)).hasText("已存 1 格");
        page.keyboard().press("ArrowUp");
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("Shift+ArrowRight");
        }
        page.keyboard().press("Control+r");
        assertThat(status(page)).hasText("已存 3 格");
        assertThat(value("DE_ECOM_TURNOVER", 2053)).isEqualTo("约12.5亿元");

        page.keyboard().press("Home");
        var lower = "DE_SOFTWARE_REVENUE";
        var from = active(page).getAttribute("data-row");
        while (!lower.equals(active(page).getAttribute("data-id"))) {
            page.keyboard().press("Shift+ArrowDown");
        }
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("Control+d");
        // what is no sum of money takes none, and says so where it was filled
        var rows = Integer.parseInt(active(page).getAttribute("data-row")) - Integer.parseInt(from);
        assertThat(status(page)).containsText("格不合格，原样留在表里");
        assertThat(value(lower, 2051)).isEqualTo("约12.5亿元");
        assertThat(page.locator("yj-grid .cell.REFUSED").first()).hasAttribute("title", Pattern.compile("不能用于本指标"));
        assertThat(drafts(2050, 2059) - 4 + page.locator("yj-grid .cell.REFUSED").count()).isEqualTo(rows * 2);
        page.keyboard().press("Control+z");
        assertThat(page.locator("yj-grid .cell.REFUSED")).hasCount(0);
        assertThat(status(page)).hasText(Pattern.compile("^已撤销，\\d+ 格恢复原样$"));
        assertThat(drafts(2050, 2059)).isEqualTo(4);

        visit(page, "entry?region=" + REGION + "&from=2019&to=2027&cell=DE_TAX.2022");
        assertThat(active(page)).hasClass(Pattern.compile("IMPLIED"));
        active(page).focus();
        page.keyboard().press("Home");
        page.keyboard().press("Shift+End");
        page.keyboard().press("Control+r");
        awaitServer(page);
        assertThat(drafts(2019, 2027)).as("an empty cell fills nothing").isZero();
        visit(page, "entry?region=" + REGION + "&from=2022&to=2029&cell=DE_TAX.2022");
        active(page).focus();
        page.keyboard().press("Shift+End");
        page.keyboard().press("Control+r");
        awaitServer(page);
        assertThat(drafts(2022, 2029)).as("nothing is stated by what was computed").isZero();
    }

    @Test
    void what_is_copied_is_what_is_held_and_pasted_back_it_changes_nothing() {
        var page = open("2060", "2069");
        var address = "entry?region=" + REGION + "&from=2060&to=2069&cell=DE_TAX.2060";
        visit(page, address);
        active(page).focus();
        for (var text : List.of("约310亿元", "1.2万亿元", "6-6.5", "近3", "-0.5", "a\"b")) {
            write(page, text);
            page.keyboard().press("Tab");
        }
        assertThat(page.locator("yj-grid .cell[data-id=DE_TAX].DRAFT")).hasCount(5);
        assertThat(page.locator("yj-grid .cell.REFUSED")).hasCount(1);
        page.keyboard().press("Home");
        page.keyboard().press("Shift+End");
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("Control+c");
        assertThat(clipboard(page)).isEqualTo("约310亿元\t1.2万亿元\t6-6.5\t近3\t-0.5\t\"a\"\"b\"\t\t\t\t\n\t\t\t\t\t\t\t\t\t");
        assertThat(page.evaluate("""
                async () => {
                    const [item] = await navigator.clipboard.read();
                    const html = await (await item.getType('text/html')).text();
                    const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
                    return [...table.rows[0].cells].slice(0, 6).map(it => it.textContent).join('|') + '|' + table.rows.length;
                }""")).isEqualTo("约310亿元|1.2万亿元|6-6.5|近3|-0.5|a\"b|2");
        assertThat(page.locator("yj-grid .spoken")).containsText("20");

        page.keyboard().press("Control+v");
        var preview = page.getByRole(AriaRole.DIALOG);
        assertThat(preview).containsText("将写入 0 格；不合格 1 格；与原来相同 5 格；超出表外 0 格");
        assertThat(preview.locator("vaadin-button[focused]")).isVisible();
        page.keyboard().press("Escape");
        assertThat(preview).isHidden();
        assertThat(active(page)).isFocused();

        page.context().addCookies(List.of(new Cookie("yj-language", "en").setUrl("http://127.0.0.1:" + port)));
        visit(page, address);
        assertThat(active(page)).hasAttribute("aria-label", Pattern.compile("^about 31\\.0 billion yuan, "));
        active(page).focus();
        for (int i = 0; i < 4; i++) {
            page.keyboard().press("Shift+ArrowRight");
        }
        page.keyboard().press("Control+c");
        assertThat(clipboard(page)).as("as printed, which can be read back").isEqualTo("约310亿元\t1.2万亿元\t6-6.5\t近3\t-0.5");
        page.keyboard().press("Control+v");
        assertThat(preview).containsText("0 cells are written; 0 invalid; 5 unchanged");
    }

    @Test
    void a_table_of_excel_or_wps_goes_where_its_headings_say_in_the_units_that_it_names() {
        var page = open("2080", "2089");
        paste(page, """
                <html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><!--StartFragment--><table border=0>
                <col width=72><tr height=18><td colspan=5 class=xl65>长宁区年报表</td></tr>
                <tr><td rowspan=1>指标</td><td>单位</td><td>2081年</td><td>2083年度</td><td x:num>2085</td></tr>
                <tr><td colspan=5>一、数字经济</td></tr>
                <tr><td>数字经济综合税收</td><td>万元</td><td x:num="12345">12,345</td><td>约3亿元</td><td></td></tr>
                <tr><td>数字经济<br>企业数</td><td>家</td><td colspan=2 rowspan=2 align=right>&nbsp;6100余&nbsp;</td><td>7000多</td></tr>
                <tr><td>电商平台交易总额</td><td>亿元</td><td>16200</td></tr>
                <tr><td>没有的指标</td><td>个</td><td>5</td><td></td><td></td></tr>
                </table><!--EndFragment--></body></html>""");
        var preview = page.getByRole(AriaRole.DIALOG);
        assertThat(preview).containsText("将写入 5 格；不合格 1 格；与原来相同 0 格；超出表外 0 格");
        assertThat(preview).containsText("按表头对位");
        assertThat(preview).containsText("没有“没有的指标”这个指标");
        page.keyboard().press("Enter");
        assertThat(status(page)).containsText("已存 5 格");
        assertThat(value("DE_TAX", 2081)).isEqualTo("12,345万元");
        assertThat(cell("DE_TAX", 2081).shown().orElseThrow().figure().value()).isEqualByComparingTo("1.2345");
        assertThat(cell("DE_TAX", 2083).shown().orElseThrow().figure().value()).isEqualByComparingTo("3");
        assertThat(value("DE_FIRMS", 2081)).isEqualTo("6100余");
        assertThat(cell("DE_FIRMS", 2083).shown()).as("a merged cell is one figure").isEmpty();
        assertThat(value("DE_FIRMS", 2085)).isEqualTo("7000多");
        assertThat(value("DE_ECOM_TURNOVER", 2085)).isEqualTo("16200");
        assertThat(drafts(2080, 2089)).isEqualTo(5);
    }

    @Test
    void five_hundred_indicators_by_twenty_years_scroll_with_few_cells_drawn_and_lose_nothing() {
        var sheet = generated(500);
        var page = visitAs("statistician", sheet);
        assertThat(page.locator(".entry-count-rows")).hasText("指标 500");
        active(page).focus();
        page.locator("yj-grid").hover();
        seeRightValues(page);
        for (int turn = 0; turn < 12; turn++) {
            page.mouse().wheel(turn % 3 == 0 ? 900 : -200, 2500);
            seeRightValues(page);
        }
        page.mouse().wheel(0, -1_000_000);
        seeRightValues(page);
        for (int turn = 0; turn < 8; turn++) {
            page.keyboard().press("PageDown");
        }
        assertThat(active(page)).isInViewport();
        assertThat(active(page)).isFocused();
        seeRightValues(page);
        page.keyboard().press("Control+End");
        assertThat(active(page)).isInViewport();
        assertThat(active(page)).hasAttribute("data-id", "ZZ_BIG_499");
        assertThat(active(page)).hasAttribute("data-period", "2089");
        seeRightValues(page);

        page.keyboard().press("Control+Home");
        page.keyboard().type("1.2.3");
        page.keyboard().press("Enter");
        var refused = page.locator("yj-grid .cell.REFUSED");
        assertThat(refused).containsText("1.2.3");
        page.keyboard().type("77");
        page.mouse().wheel(0, 9000);
        seeRightValues(page);
        var field = page.locator("yj-grid input");
        assertThat(field).isFocused();
        assertThat(field).not().isInViewport();
        page.mouse().wheel(0, -9000);
        assertThat(field).isInViewport();
        assertThat(field).hasValue("77");
        assertThat(refused).containsText("1.2.3");
        page.mouse().wheel(0, 9000);
        assertThat(field).not().isInViewport();
        page.keyboard().press("Enter");
        assertThat(status(page)).containsText("已存 1 格");
        assertThat(active(page)).isInViewport();
        assertThat(active(page)).isFocused();
        assertThat(value("ZZ_BIG_001", 2070)).isEqualTo("77");
        page.mouse().wheel(0, 9000);
        seeRightValues(page);
        assertThat(active(page)).not().isInViewport();
        page.keyboard().press("ArrowDown");
        assertThat(active(page)).hasAttribute("data-id", "ZZ_BIG_003");
        assertThat(active(page)).isInViewport();

        visit(page, sheet + "&cell=ZZ_BIG_400.2087");
        assertThat(active(page)).hasAttribute("data-id", "ZZ_BIG_400");
        assertThat(active(page)).isInViewport();
        assertThat(active(page)).isFocused();
        seeRightValues(page);
    }

    /** The address of a sheet of so many indicators by twenty years, every third cell with a figure of its own. */
    private String generated(int count) {
        TestServices.as("li", Role.STATISTICIAN, () -> {
            indicators.addThemes(List.of(new Theme("ZZ_BIG", "很大的主题", "A large theme", 99)));
            var like = indicators.catalogue().indicator("DE_FIRMS");
            indicators.addIndicators(IntStream.range(0, count).mapToObj(i -> new Indicator("ZZ_BIG_%03d".formatted(i), "第%03d个指标".formatted(i),
                    "Indicator %03d".formatted(i), "ZZ_BIG", null, like.unit(), like.nature(), like.direction(),
                    like.priceBasis(), null, null, null, null, null, true, null)).toList());
            return grid.save(REGION, IntStream.range(0, count * 20).filter(i -> i % 3 == 0).mapToObj(i -> new CellEdit("ZZ_BIG_%03d".formatted(i / 20),
                    Integer.toString(2070 + i % 20), Integer.toString(1 + i % 9000), 0, null)).toList());
        });
        return "entry?region=" + REGION + "&from=2070&to=2089&theme=ZZ_BIG";
    }

    /** Waits until cells stand where the eye is, each with its own figure or none; few are drawn at any time. */
    private static void seeRightValues(Page page) {
        page.waitForFunction("""
                () => {
                    const root = document.querySelector('yj-grid').shadowRoot;
                    const box = root.querySelector('.scroller').getBoundingClientRect();
                    return [[0.5, 0.2], [0.9, 0.9], [0.5, 0.5]].every(([x, y]) => root.elementsFromPoint(
                        box.left + box.width * x, box.top + box.height * y).some(it => it.closest('.cell')));
                }""");
        assertThat((List<?>) page.evaluate("""
                () => [...document.querySelector('yj-grid').shadowRoot.querySelectorAll('.cell')].filter(it => {
                    const at = Number(it.dataset.id.split('_')[2]) * 20 + Number(it.dataset.period) - 2070;
                    const figure = at % 3 === 0 ? String(1 + at % 9000) : '';
                    return it.dataset.period !== '2070' && it.querySelector('.number').textContent !== figure;
                }).map(it => `${it.dataset.id} ${it.dataset.period} ${it.textContent.trim()}`)""")).isEmpty();
        assertThat(page.locator("yj-grid .cell").count()).isBetween(100, 700);
    }

    /** Writes into the cell; no key begins it, since none has 约 on it. */
    private static void write(Page page, String text) {
        page.keyboard().press("F2");
        page.keyboard().type(text);
    }

    private static Object clipboard(Page page) {
        return page.evaluate("navigator.clipboard.readText()");
    }

    /** Puts what a spreadsheet copies on the clipboard, and pastes it by keyboard. */
    private static void paste(Page page, String html) {
        page.evaluate("""
                html => navigator.clipboard.write([new ClipboardItem({
                    'text/html': new Blob([html], { type: 'text/html' }),
                    'text/plain': new Blob(['x'], { type: 'text/plain' }) })])""", html);
        page.keyboard().press("Control+v");
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
