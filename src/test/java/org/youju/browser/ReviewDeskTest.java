package org.youju.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.youju.BrowserTest;
import org.youju.TestServices;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.extraction.review.CandidateState;
import org.youju.extraction.review.ReviewCandidate;
import org.youju.extraction.review.ReviewService;
import org.youju.observation.ObservationService;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.NewReply;
import org.youju.reply.Publicity;
import org.youju.reply.Reply;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyQuery;
import org.youju.reply.ReplyService;
import org.youju.reply.SampleReply;
import org.youju.security.Access;
import org.youju.security.Role;
import org.youju.security.SystemAccount;

/** A reply is reviewed by keyboard alone, on a copy of the sample reply that speaks of 2025; data of its own. */
@TestPropertySource(properties =
    "spring.datasource.url=jdbc:h2:mem:desk-browser;DB_CLOSE_DELAY=-1;${youju.h2.options}")
class ReviewDeskTest extends BrowserTest {

    private static int copies;

    @Autowired
    private ReplyService replies;
    @Autowired
    private ReviewService reviews;
    @Autowired
    private ObservationService observations;
    @Autowired
    private Access access;

    private Reply reply;

    @BeforeEach
    void record_a_reply() {
        var text = SampleReply.text().replace("2023 年", "2025 年") + "\n\n目前，我区拥有数字经济企业6100余家。\n";
        reply = access.runAs(SystemAccount.LOADER, () -> {
            var number = ++copies;
            var recorded = replies.record(new NewReply("KEYS" + number, ReplyKind.REPLY, "长发改〔2026〕" + number + "号",
                    "对提案的答复", "上海市长宁区发展和改革委员会", null, new IssueDate("2026-04-%02d".formatted(number)), Publicity.PUBLIC,
                    Grade.A, null, null));
            replies.freeze(recorded.id(), text.getBytes(StandardCharsets.UTF_8), "text/markdown", text);
            return recorded;
        });
    }

    @Test
    void a_reply_is_reviewed_by_keyboard_alone_approved_and_seen_on_the_dashboard() {
        var page = visitAs("statistician", Routes.review(reply.id()));
        assertCurrent(page, "第1处，6100 余家");
        assertThat(card(page)).isFocused();

        press(page, "k");
        assertCurrent(page, "6100余家，待处理");
        press(page, "m");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("保留哪一处");
        page.keyboard().press("Enter");
        assertCurrent(page, "第1处，6100 余家");
        assertThat(marks(page, "yj-is-duplicate")).hasText(new String[] {"6100余家"});

        press(page, "a");
        assertCurrent(page, "第2处，约 310 亿元");
        assertThat(marks(page, "yj-is-accepted")).hasText(new String[] {"6100 余家"});

        press(page, "e");
        page.keyboard().press("Control+a");
        page.keyboard().type("320");
        assertThat(page.locator("vaadin-text-field.yj-field-interval input")).hasValue("315–325");
        page.keyboard().press("Enter");
        assertThat(status(page)).containsText("第2处的修改已保存");
        assertThat(card(page)).isFocused();
        assertThat(card(page)).containsText("与引文不一致：引文读作 约310亿元");
        press(page, "a");
        page.locator(".yj-desk-choice").first().waitFor();
        page.keyboard().press("2");
        assertCurrent(page, "第3处，约 18%");

        press(page, "r");
        page.locator(".yj-desk-choice").first().waitFor();
        page.keyboard().press("1");
        assertCurrent(page, "第4处，约 55%");
        assertThat(marks(page, "yj-is-rejected")).hasText(new String[] {"约 18%"});
        press(page, "z");
        assertCurrent(page, "第3处，约 18%，待处理");

        press(page, "g");
        assertThat(page.locator("mark[aria-current]")).isFocused();
        assertThat(page.locator("mark[aria-current]")).isInViewport();
        photograph(page, "desk");
        axe(page);

        press(page, "s");
        assertThat(page.locator(".yj-desk-text .yj-caret")).isVisible();
        for (int i = 0; i < 5; i++) {
            page.keyboard().press("Shift+ArrowRight");
        }
        assertThat(page.locator(".yj-desk-selection")).containsText("选中“约 18%”");
        page.keyboard().press("Shift+ArrowLeft");
        assertThat(page.locator(".yj-desk-selection")).containsText("选中“约 18”");
        page.keyboard().press("Escape");
        assertThat(page.locator(".yj-desk-selection")).not().isVisible();

        tabTo(page, "提交审定");
        page.keyboard().press("Enter");
        var question = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(question).containsText("草稿2条一并提交");
        assertThat(question.locator("vaadin-button[slot='confirm-button']")).isFocused();
        page.keyboard().press("Enter");
        assertThat(status(page)).containsText("已提交2条，等审核人审定");

        TestServices.as("approver", Role.APPROVER, () -> observations.approve(
                candidates().stream().filter(c -> c.state() == CandidateState.ACCEPTED)
                        .map(ReviewCandidate::observationId).filter(Objects::nonNull).toList()));
        visit(page, Routes.dashboard(PageState.DEFAULT.withRegion("310105").withYear(2025)));
        awaitCards(page);
        var tax = page.locator(".yj-kpi").filter(new Locator.FilterOptions().setHasText("数字经济综合税收")).first();
        assertThat(tax).containsText("320");
        tax.locator(".yj-source-badge").click();
        assertThat(page.locator(".yj-quote").first()).containsText("完成综合税收约 310 亿元");
    }

    @ParameterizedTest
    @CsvSource({"docx, 2020", "pdf, 2021"})
    void a_file_that_is_dropped_comes_to_the_dashboard_by_keyboard_and_leads_back_to_its_sentence(String kind, int year) {
        var sentence = year + "年，全区数字经济完成综合税收约320亿元。";
        var lines = List.of("上海市长宁区民政局文件", "长民发〔2024〕" + year + "号", "对区政协十五届三次会议第050号提案的答复",
                "办理结果：解决或采纳", "签发人：王小明", "李大山委员：", "您提出的“关于发展数字经济的建议”提案已收悉，现答复如下：", sentence,
                "上海市长宁区民政局", "2024年4月25日", "（此件主动公开）");
        var page = login("statistician");
        visit(page, Routes.NEW_REPLY);
        IntakeTest.drop(page, "答复." + kind, kind.equals("pdf") ? IntakeTest.pdf(lines) : IntakeTest.docx(lines));
        IntakeTest.save(page);
        assertCurrent(page, "第1处，约320亿元");
        press(page, "a");
        assertThat(marks(page, "yj-is-accepted")).hasText(new String[] {"约320亿元"});
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交审定")).focus();
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.ALERTDIALOG).locator("vaadin-button[slot='confirm-button'][focused]").waitFor();
        page.keyboard().press("Enter");
        assertThat(status(page)).containsText("已提交1条，等审核人审定");

        reply = replies.search(new ReplyQuery(null, "长民发〔2024〕" + year + "号", null, null, false), 0, 1).getFirst();
        TestServices.as("approver", Role.APPROVER, () -> observations.approve(
                candidates().stream().map(ReviewCandidate::observationId).toList()));
        visit(page, Routes.dashboard(PageState.DEFAULT.withRegion("310105").withYear(year)));
        awaitCards(page);
        var tax = page.locator(".yj-kpi").filter(new Locator.FilterOptions().setHasText("数字经济综合税收")).first();
        assertThat(tax).containsText("320");
        tax.locator(".yj-source-badge").click();
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("打开原文")).click();
        var cited = page.locator(".yj-paper mark[aria-current=true]");
        assertThat(cited).hasText("约320亿元");
        assertThat(cited).isInViewport();
        assertThat(cited.locator("xpath=ancestor::p[1]")).containsText(sentence);
    }

    @Test
    void no_key_is_a_shortcut_while_a_person_writes_and_escape_leaves_the_field() {
        var page = visitAs("statistician", Routes.review(reply.id()));
        press(page, "e");
        page.keyboard().type("ajrz?");
        awaitServer(page);
        assertCurrent(page, "第1处，6100 余家，待处理");
        assertThat(page.locator("vaadin-text-field.yj-field-value input")).hasValue("6100ajrz?");
        page.keyboard().press("Escape");
        assertThat(card(page)).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("vaadin-text-field.yj-field-value input")).hasValue("6100");
        press(page, "?");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("在承诺与事实之间转换");
    }

    @Test
    void what_was_passed_over_is_walked_with_its_reasons_and_added_by_keyboard() {
        var page = login("statistician");
        visit(page, Routes.review(reply.id()));
        assertCurrent(page, "第1处");
        var bar = page.locator(".yj-desk-selection");
        var seen = new ArrayList<String>();
        for (var i = 0; i < 2; i++) {
            press(page, "p");
            var mark = page.locator("mark.yj-passed:focus");
            assertThat(mark).isInViewport();
            var words = mark.textContent();
            assertThat(bar).containsText("“" + words + "”");
            assertThat(bar).containsText(mark.getAttribute("title"));
            seen.add(words);
        }
        assertThat(seen).doesNotHaveDuplicates();
        press(page, "n");
        assertCurrent(page, seen.getLast() + "，待处理");
        assertThat(marks(page, "yj-is-proposed").filter(new Locator.FilterOptions().setHasText(seen.getLast())).first())
                .isInViewport();
    }

    @Test
    void enter_in_a_choice_of_the_new_indicator_chooses_and_in_a_field_saves() {
        var page = login("statistician");
        visit(page, Routes.review(reply.id()));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("新建指标…")).click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        var english = dialog.locator("vaadin-text-field").filter(new Locator.FilterOptions().setHasText("英文名称"));
        english.locator("input").waitFor();
        var direction = dialog.locator("vaadin-select").last();
        var before = direction.textContent();
        direction.locator("[role=button]").focus();
        page.keyboard().press("Enter");
        page.locator("vaadin-select-item[focused]").waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        awaitServer(page);
        assertThat(direction).not().hasText(before);
        assertThat(english).not().hasAttribute("invalid", "");
        english.locator("input").press("Enter");
        assertThat(english).hasAttribute("invalid", "");
    }

    @Test
    void enter_keeps_the_cursor_in_a_field_that_cannot_be_read_and_says_why() {
        var page = visitAs("statistician", Routes.review(reply.id()));
        var value = page.locator("vaadin-text-field.yj-field-value");
        press(page, "e");
        page.keyboard().press("Control+a");
        page.keyboard().type("许多");
        press(page, "Enter");
        assertThat(value).hasAttribute("invalid", "");
        assertThat(value).containsText("“许多”");
        assertThat(value.locator("input")).isFocused();
        page.keyboard().press("Control+a");
        page.keyboard().type("6150");
        press(page, "Enter");
        assertThat(card(page)).isFocused();
        assertThat(status(page)).containsText("第1处的修改已保存");
    }

    @Test
    void what_somebody_else_decides_appears_without_a_click() {
        var page = visitAs("statistician", Routes.review(reply.id()));
        assertCurrent(page, "第1处");
        var third = candidates().get(2);
        TestServices.as("wu", Role.STATISTICIAN, () -> reviews.reject(third.id(), third.version(), "不是指标"));
        assertThat(status(page)).containsText("wu 刚处理了第3处：已驳回");
        assertThat(marks(page, "yj-is-rejected")).hasText(new String[] {third.span()});
    }

    @Test
    void a_selection_of_the_text_is_offered_to_be_added() {
        var page = visitAs("statistician", Routes.review(reply.id()));
        page.locator(".yj-paper mark:not(.yj-passed)").nth(1).evaluate("""
                mark => {
                    const range = document.createRange();
                    range.selectNodeContents(mark);
                    getSelection().removeAllRanges();
                    getSelection().addRange(range);
                }""");
        var offered = page.locator(".yj-desk-selection");
        assertThat(offered).containsText("选中“约 310 亿元”");
        press(page, "n");
        assertThat(status(page)).containsText("这里已有第2处候选");
        assertThat(offered).isHidden();
    }

    @ParameterizedTest
    @CsvSource({"1440,900", "390,844"})
    void nothing_keeps_anybody_out_of_the_desk(int width, int height) {
        var page = open(width, height, ColorScheme.LIGHT);
        visitAs(page, "statistician", Routes.review(reply.id()));
        assertCurrent(page, "第1处");
        photograph(page, "desk-" + width);
        axe(page);
        assertToolbarsStay(page);
        if (width < 1100) {
            assertThat((Number) page.evaluate("scrollY")).as("the head of the page").isEqualTo(0);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("原文").setExact(true)).click();
            assertThat(page.locator(".yj-paper")).isVisible();
            photograph(page, "desk-text-" + width);
            axe(page);
        }
        axeInTheDark(page);
        photograph(page, "desk-dark-" + width);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    }

    /** However far a person has scrolled, the toolbars stand below the head of the page, one below the other. */
    private static void assertToolbarsStay(Page page) {
        page.locator(".yj-main").evaluate("main => main.scrollTop = 1200");
        var edge = page.locator(".yj-main").boundingBox().y;
        var bar = page.locator(".yj-desk-list > .yj-reader-bar").boundingBox().y;
        var panes = page.locator(".yj-desk-panes");
        if (panes.isVisible()) {
            var box = panes.boundingBox();
            assertThat(box.y).as("the switch of the panes").isBetween(edge, edge + 12);
            assertThat(bar).as("the toolbar of the list").isBetween(box.y + box.height, box.y + box.height + 12);
        } else {
            assertThat(bar).as("the toolbar of the list").isBetween(edge, edge + 24);
        }
        page.locator(".yj-main").evaluate("main => main.scrollTop = 0");
    }

    private List<ReviewCandidate> candidates() {
        return TestServices.as("approver", Role.APPROVER, () -> reviews.review(reply.id())).orElseThrow().candidates();
    }

    private void press(Page page, String key) {
        page.keyboard().press(key);
        awaitServer(page);
    }

    private static Locator card(Page page) {
        return page.locator(".yj-cand-card");
    }

    private static void assertCurrent(Page page, String words) {
        assertThat(page.locator(".yj-cand-card[aria-label*='" + words + "']")).isInViewport();
    }

    private static Locator status(Page page) {
        return page.locator(".yj-desk-status");
    }

    private static Locator marks(Page page, String style) {
        return page.locator("mark." + style);
    }

    private static void tabTo(Page page, String words) {
        for (int i = 0; i < 300; i++) {
            if (words.equals(page.evaluate("document.activeElement.textContent.trim()"))) {
                return;
            }
            page.keyboard().press("Shift+Tab");
        }
        throw new AssertionError("No way by Tab to " + words);
    }
}
