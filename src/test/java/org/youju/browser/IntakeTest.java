package org.youju.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.BrowserTest;
import org.youju.base.ui.Routes;
import org.youju.reply.Grade;
import org.youju.reply.NewReply;
import org.youju.reply.Publicity;
import org.youju.reply.Reply;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyQuery;
import org.youju.reply.ReplyService;
import org.youju.security.Access;
import org.youju.security.SystemAccount;

/** A document comes in as a person brings it, and a citation that was lost is placed again. */
class IntakeTest extends BrowserTest {

    private static final String ISSUER = "上海市长宁区民政局";
    private static final String DROP = """
            (zone, file) => {
                const bytes = Uint8Array.from(atob(file.content), c => c.charCodeAt(0));
                const transfer = new DataTransfer();
                transfer.items.add(new File(Array(file.times).fill(bytes), file.name));
                for (const type of ['dragenter', 'dragover', 'drop']) {
                    zone.dispatchEvent(new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer: transfer}));
                }
            }""";
    private static final String SELECT = """
            words => {
                const walker = document.createTreeWalker(document.querySelector('.yj-paper'), NodeFilter.SHOW_TEXT);
                while (!walker.nextNode().data.includes(words)) {}
                const piece = walker.currentNode;
                const range = document.createRange();
                const at = piece.data.indexOf(words);
                range.setStart(piece, at);
                range.setEnd(piece, at + words.length);
                getSelection().removeAllRanges();
                getSelection().addRange(range);
            }""";

    @Autowired
    private ReplyService replies;
    @Autowired
    private Access access;

    @Test
    void a_docx_that_is_dropped_is_checked_saved_and_shown() {
        var page = intake();
        drop(page, "答复.docx", docx(lines(31)));
        assertThat(field(page, "文号")).hasValue("长民发〔2024〕31号");
        assertThat(field(page, "编号")).hasValue("031");
        assertThat(page.locator(".yj-paper")).containsText("为老服务设施约310处");
        assertThat(page.locator(".yj-paper")).not().containsText("62345678");
        field(page, "文号").focus();
        assertThat(page.locator("mark.yj-origin[aria-current]")).hasText("长民发〔2024〕31号");
        photograph(page, "intake-header");
        save(page);
        awaitReply(page, "长民发〔2024〕31号");
    }

    @Test
    void a_pasted_text_is_not_lost_when_the_page_is_left_or_loaded_anew() {
        var page = intake();
        var pasted = page.locator(".yj-intake-paste textarea");
        pasted.fill("各位委员：现答复如下");
        page.locator(".yj-crumb a").first().click();
        var question = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(question).containsText("“粘贴的文字”还没有收下");
        page.keyboard().press("Escape");
        assertThat(question).isHidden();
        assertThat(pasted).hasValue("各位委员：现答复如下");
        pasted.press("Control+a");
        pasted.press("Control+c");
        pasted.press("Delete");
        pasted.press("Control+v");
        page.goBack();
        assertThat(question).containsText("“粘贴的文字”还没有收下");
        page.keyboard().press("Escape");
        assertThat(question).isHidden();
        assertThat(pasted).hasValue("各位委员：现答复如下");

        var asked = new ArrayList<String>();
        page.onceDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        page.evaluate("location.reload()");
        page.waitForCondition(() -> !asked.isEmpty());
        assertThat(asked).containsExactly("beforeunload");
        assertThat(pasted).hasValue("各位委员：现答复如下");
    }

    @Test
    void a_pdf_that_is_dropped_is_checked_saved_and_shown() {
        var page = intake();
        drop(page, "答复.pdf", pdf(lines(32)));
        assertThat(field(page, "文号")).hasValue("长民发〔2024〕32号");
        photograph(page, "intake-pdf");
        save(page);
        photograph(page, "intake-pdf-saved");
        awaitReply(page, "长民发〔2024〕32号");
    }

    @Test
    void what_cannot_be_read_is_refused_at_the_upload_and_the_page_goes_on() {
        var page = intake();
        drop(page, "坏.pdf", "%PDF-1.7 坏".getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator(".yj-intake-refusal")).hasText(
                "文件已损坏或不完整，读不出来。请重新下载，或用办公软件打开并另存，再上传。");
        drop(page, "表.xlsx", new byte[] {1});
        assertThat(page.locator(".yj-intake-refusal").last()).containsText("不能读取“表.xlsx”这种文件。");
        drop(page, "大.txt", new byte[1024 * 1024], 21);
        assertThat(page.locator(".yj-intake-refusal").last()).hasText(
                "文件有21MB，最多可读20MB。请删去图片或拆成几份再上传。");
        drop(page, "照片.docx", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        assertThat(page.locator(".yj-intake-refusal").last()).containsText("“照片.docx”看来是一张 PNG 图片");
        axe(page);
        photograph(page, "intake-refused");
    }

    @Test
    void a_long_reading_shows_how_far_it_is_and_stops_when_it_is_cancelled() {
        var page = intake();
        drop(page, "很长.txt", "全区税收约310亿元，企业6100余家。\n".getBytes(StandardCharsets.UTF_8), 350_000);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("取消读取“很长.txt”")).click();
        assertThat(page.locator(".yj-intake-refusal")).hasText("已取消读取，没有保存任何内容。");
    }

    @ParameterizedTest
    @CsvSource({"1440,900", "390,844"})
    void both_pages_keep_nobody_out(int width, int height) {
        var page = open(width, height, ColorScheme.LIGHT);
        visitAs(page, "statistician", Routes.NEW_REPLY);
        axe(page);
        photograph(page, "intake-" + width);
        drop(page, "答复.md", String.join("\n\n", lines(40 + height % 7)).getBytes(StandardCharsets.UTF_8));
        assertThat(field(page, "文号")).isVisible();
        field(page, "日期").fill("四月");
        save(page);
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("有1处要改");
        axe(page);
        photograph(page, "intake-form-" + width);
        axeInTheDark(page);
        photograph(page, "intake-form-dark-" + width);

        var lost = lose("6100余家");
        page = open(width, height, ColorScheme.LIGHT);
        visitAs(page, "statistician", Routes.orphan(lost));
        assertThat(page.locator("mark.yj-candidate[aria-current]").first()).isVisible();
        axe(page);
        photograph(page, "orphans-" + width);
        axeInTheDark(page);
        photograph(page, "orphans-dark-" + width);
    }

    @Test
    void a_lost_citation_is_placed_from_the_keyboard() {
        var lost = lose("6100余家");
        var page = visitAs("statistician", Routes.orphan(lost));
        assertThat(page.locator("mark.yj-candidate[aria-current]")).hasText("6300余家");
        page.keyboard().press("1");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("放在第1处"))).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".yj-orphans-said")).containsText("已放好：6300余家");
        assertThat(replies.citation(lost).exact()).isEqualTo("6300余家");
    }

    @Test
    void a_lost_citation_is_placed_where_a_person_selects() {
        var lost = lose("6100余家");
        var page = visitAs("statistician", Routes.orphan(lost));
        page.evaluate(SELECT, "从业人员3万人");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("放在选取处")).click();
        assertThat(page.locator(".yj-orphans-said")).containsText("已放好：从业人员3万人");
        assertThat(replies.citation(lost).exact()).isEqualTo("从业人员3万人");
    }

    private Page intake() {
        var page = visitAs("statistician", Routes.REPLIES);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("收文")).click();
        assertThat(page.locator(".yj-intake-zone")).isVisible();
        return page;
    }

    static void drop(Page page, String name, byte[] content) {
        drop(page, name, content, 1);
    }

    /** Drops a file that holds the content many times. */
    private static void drop(Page page, String name, byte[] content, int times) {
        page.locator("vaadin-upload-drop-zone").evaluate(DROP,
                Map.of("name", name, "content", Base64.getEncoder().encodeToString(content), "times", times));
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("收下并保存")).click();
    }

    private void awaitReply(Page page, String docNo) {
        page.waitForURL(Pattern.compile(".*/replies/\\d+.*"));
        assertThat(page.locator(".yj-paper")).containsText("为老服务设施约310处");
        var reply = replies.search(new ReplyQuery(docNo, null, null, null, false), 0, 1000).getFirst();
        assertThat(address(page)).startsWith(Routes.reply(reply.id()));
        assertThat(reply.textHeld()).isTrue();
    }

    private static List<String> lines(int number) {
        return List.of("# " + ISSUER + "文件", "长民发〔2024〕" + number + "号",
                "## 对区政协十五届三次会议第0" + number + "号提案的答复", "办理结果：解决或采纳", "签发人：王小明", "李大山委员：",
                "您提出的“关于完善养老服务的建议”提案已收悉，现答复如下：",
                "2023年，全区有为老服务设施约310处，服务老人6100余名。", "联系电话：62345678", ISSUER, "2024年4月25日",
                "（此件主动公开）");
    }

    static byte[] docx(List<String> lines) {
        try (var document = new XWPFDocument(); var out = new ByteArrayOutputStream()) {
            lines.forEach(line -> document.createParagraph().createRun().setText(line.replaceFirst("^#+ ", "")));
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One page of lines in a Chinese font that is named and not embedded. */
    static byte[] pdf(List<String> lines) {
        var content = new StringBuilder("BT\n/F1 14 Tf\n");
        for (int i = 0; i < lines.size(); i++) {
            content.append("1 0 0 1 72 ").append(760 - 40 * i).append(" Tm <").append(HexFormat.of().formatHex(
                    lines.get(i).replaceFirst("^#+ ", "").getBytes(StandardCharsets.UTF_16BE))).append("> Tj\n");
        }
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            var page = new PDPage(PDRectangle.A4);
            page.setResources(new PDResources());
            page.getResources().getCOSObject().setItem(COSName.FONT, font());
            page.setContents(new PDStream(document, new ByteArrayInputStream(
                    content.append("ET").toString().getBytes(StandardCharsets.US_ASCII))));
            document.addPage(page);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static COSDictionary font() {
        var system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("GB1"));
        system.setInt(COSName.SUPPLEMENT, 4);
        var glyphs = new COSDictionary();
        glyphs.setItem(COSName.TYPE, COSName.FONT);
        glyphs.setName(COSName.SUBTYPE, "CIDFontType0");
        glyphs.setName("BaseFont", "STSong-Light");
        glyphs.setItem(COSName.CIDSYSTEMINFO, system);
        glyphs.setInt(COSName.DW, 1000);
        var descendants = new COSArray();
        descendants.add(glyphs);
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setName(COSName.SUBTYPE, "Type0");
        font.setName("BaseFont", "STSong-Light");
        font.setName("Encoding", "UniGB-UTF16-H");
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        var fonts = new COSDictionary();
        fonts.setItem("F1", font);
        return fonts;
    }

    /** A citation of a new reply whose next version reads otherwise. */
    private long lose(String words) {
        return access.runAs(SystemAccount.LOADER, () -> {
            var old = "2023年，全区税收约310亿元，同比增长12%。\n\n全区有重点企业6100余家，从业人员3万人。";
            var reply = replies.record(new NewReply("LOST_" + System.nanoTime(), ReplyKind.OTHER, null, "改过的答复", "区政府",
                    null, null, Publicity.PUBLIC, Grade.A, null, null));
            freeze(reply, old);
            var at = old.indexOf(words);
            var citation = replies.cite(reply.id(), at, at + words.length());
            freeze(reply, old.replace("6100余家", "6300余家"));
            return citation.id();
        });
    }

    private void freeze(Reply reply, String text) {
        replies.freeze(reply.id(), text.getBytes(StandardCharsets.UTF_8), "text/plain", text);
    }
}
