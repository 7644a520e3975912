package org.youju.reply.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.youju.reply.file.Documents.indented;
import static org.youju.reply.file.Documents.line;
import static org.youju.reply.file.Documents.utf8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Translations;
import org.youju.reply.Pages;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileReadingTest {

    private static final String PROSE = "2024年，全区完成税收约310亿元，同比增长11.2%。";
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Lines of 28 letters, a number torn by the first page's end, and its page numbers. */
    private static final List<Documents.Line> FIRST_PAGE = List.of(
            indented("一、总体情况"),
            indented("2024年以来，全区坚持稳中求进工作总基调，持续推进产业发"),
            line("展，数字经济核心产业增加值保持较快增长，占地区生产总值比重"),
            line("进一步提高。"),
            indented("全区各部门协同配合，完善服务企业的工作机制，累计服务企业12"),
            new Documents.Line(12, "— 1 —"));
    private static final List<Documents.Line> SECOND_PAGE = List.of(
            line("345户，惠及职工3.6万人。"),
            indented("感谢您对我们工作的支持。"),
            new Documents.Line(12, "— 2 —"));
    private static final String PRINTED = """
            一、总体情况

            2024年以来，全区坚持稳中求进工作总基调，持续推进产业发展，数字经济核心产业增加值保持较快增长，占地区生产总值比重进一步提高。

            全区各部门协同配合，完善服务企业的工作机制，累计服务企业12345户，惠及职工3.6万人。

            感谢您对我们工作的支持。""";

    @Test
    void a_docx_is_read_paragraph_by_paragraph_and_its_tables_row_by_row() {
        var read = read(Documents.docx("区发改委文件", PROSE, "|指标|2024年", "|税收|310"), "答复.docx");
        assertThat(read.text().strip()).isEqualTo("区发改委文件\n\n" + PROSE + "\n\n| 指标 | 2024年 |\n| 税收 | 310 |");
        assertThat(read.format()).isEqualTo(Format.DOCX);
        assertThat(read.sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_doc_is_read_with_its_headings_and_tables() {
        var read = read(Documents.doc(), "答复.DOC");
        assertThat(read.format()).isEqualTo(Format.DOC);
        assertThat(read.text().strip()).isEqualTo("""
                # 关于推进产业发展建议的答复

                青商〔2025〕37号

                ## 一、总体情况

                2024年，全区数字经济核心产业增加值达486.5亿元，同比增长11.2%。

                | 指标 | 2023年 | 2024年 |
                | 税收（亿元） | 310 | 325.6 |

                惠及企业 146 家次。""");
    }

    @Test
    void lines_and_pages_of_a_pdf_are_healed() {
        var read = read(Documents.pdf(FIRST_PAGE, SECOND_PAGE), "答复.pdf");
        assertThat(read.text().strip()).isEqualTo(PRINTED);
        assertThat(read.pages()).isEqualTo(2);
    }

    @Test
    void lines_and_pages_of_an_ofd_are_healed() {
        var read = read(Documents.ofd(FIRST_PAGE, SECOND_PAGE), "答复.ofd");
        assertThat(read.text().strip()).isEqualTo(PRINTED);
        assertThat(read.pages()).isEqualTo(2);
    }

    @Test
    void a_pdf_and_an_ofd_say_where_their_pages_begin_also_in_a_torn_sentence_and_behind_an_empty_page() {
        for (var read : List.of(read(Documents.pdf(FIRST_PAGE, List.of(), SECOND_PAGE), "答复.pdf"),
                read(Documents.ofd(FIRST_PAGE, List.of(), SECOND_PAGE), "答复.ofd"))) {
            var starts = read.pageStarts().orElseThrow();
            assertThat(starts).as(read.format().name()).hasSize(2);
            assertThat(read.text().substring(starts.getLast())).startsWith("345户");
            assertThat(read.text().substring(0, starts.getFirst())).endsWith("企业12");
        }
    }

    @Test
    void a_docx_says_where_its_pages_begin_where_the_word_processor_has_noted_it() throws IOException {
        var read = read(docx(document -> {
            document.createParagraph().createRun().setText("一、总体情况");
            var torn = document.createParagraph();
            torn.createRun().setText("全区养老机构共有");
            var behind = torn.createRun();
            behind.getCTR().addNewLastRenderedPageBreak();
            behind.setText("29家。床位4200张。");
            document.createParagraph().createRun().addBreak(BreakType.PAGE);
            var last = document.createParagraph().createRun();
            last.getCTR().addNewLastRenderedPageBreak();
            last.setText("附件：明细表");
            var table = document.createTable(2, 1);
            table.getRow(0).getCell(0).setText("2023年");
            var cell = table.getRow(1).getCell(0).getParagraphArray(0).createRun();
            cell.getCTR().addNewLastRenderedPageBreak();
            cell.setText("310亿元");
        }), "答复.docx");
        assertThat(read.text()).contains("全区养老机构共有29家。");
        var pages = new Pages(read.pageStarts().orElseThrow());
        assertThat(List.of("总体情况", "29家", "4200张", "附件", "2023年", "310亿元"))
                .extracting(words -> pages.of(read.text().indexOf(words))).containsExactly(1, 2, 2, 3, 3, 4);
    }

    @Test
    void pages_are_not_known_of_what_has_none_or_has_more_than_it_shows() throws IOException {
        assertThat(read(Documents.docx(PROSE), "答复.docx").pageStarts()).isEmpty();
        assertThat(read(utf8(PROSE), "答复.txt").pageStarts()).isEmpty();
        var set = docx(document -> {
            document.createParagraph().createRun().setText("甲");
            document.getProperties().getExtendedProperties().getUnderlyingProperties().setPages(3);
            document.createParagraph().createRun().addBreak(BreakType.PAGE);
            document.createParagraph().createRun().setText("乙");
        });
        assertThat(read(set, "答复.docx").pages()).isEqualTo(3);
        assertThat(read(set, "答复.docx").pageStarts()).isEmpty();
    }

    private static byte[] docx(Consumer<XWPFDocument> content) throws IOException {
        try (var document = new XWPFDocument(); var out = new ByteArrayOutputStream()) {
            content.accept(document);
            document.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void a_figure_in_the_text_leads_back_to_where_the_file_has_it() {
        var content = read(Documents.pdf(FIRST_PAGE, SECOND_PAGE), "答复.pdf").content();
        int start = content.text().indexOf("12345户");
        int from = content.toOriginal(start);
        int to = content.toOriginal(start + 6);
        assertThat(content.original().substring(from, to)).isEqualTo("12\n— 1 —\n\f345户");
        assertThat(content.fromOriginal(from)).isEqualTo(start);
    }

    @Test
    void a_web_page_is_read_as_it_is_seen() {
        var read = read(utf8("""
                <!DOCTYPE html><html><head><title>x</title><style>p { color: red }</style></head><body>
                <h2>一、总体情况</h2><p>全区完成税收约310亿元，
                同比增长&nbsp;11.2%。</p><script>alert(1)</script>
                <table><tr><th>指标</th><th>2024年</th></tr><tr><td><p>税收</p></td><td>310</td></tr></table>
                </body></html>"""), "a.html");
        assertThat(read.format()).isEqualTo(Format.HTML);
        assertThat(read.text().strip()).isEqualTo("""
                ## 一、总体情况

                全区完成税收约310亿元， 同比增长 11.2%。

                | 指标 | 2024年 |
                | 税收 | 310 |""");
    }

    @Test
    void a_web_page_says_its_encoding() {
        var page = "<html><head><meta charset=\"gb2312\"></head><body>" + PROSE + "</body></html>";
        assertThat(read(page.getBytes(GB18030), "a.htm").text()).contains(PROSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void encodings_are_told_apart_without_a_mark(String encoding) {
        var text = "关于推进产业发展的答复\n" + PROSE + "\n惠及企业家庭12345户、人才1.2万余人，收到了较好的社会效果。";
        assertThat(read(text.getBytes(Charset.forName(encoding)), "a.txt").text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_mark_tells_the_encoding_and_is_no_part_of_the_text(String encoding) {
        assertThat(read(("\uFEFF" + PROSE).getBytes(Charset.forName(encoding)), "a.md").text()).isEqualTo(PROSE);
    }

    @Test
    void a_name_without_an_ending_leaves_it_to_the_content() {
        assertThat(read(Documents.docx(PROSE), "答复").format()).isEqualTo(Format.DOCX);
        assertThat(read(utf8(PROSE), "").format()).isEqualTo(Format.TEXT);
    }

    @Test
    void the_same_bytes_have_the_same_fingerprint_whatever_they_are_called() {
        assertThat(read(utf8(PROSE), "a.txt").sha256()).isEqualTo(read(utf8(PROSE), "b.md").sha256());
    }

    @Test
    void what_is_empty_is_refused() {
        assertRefused(new byte[0], "a.txt", "reply.file.empty");
        assertRefused(utf8(" \n\uFEFF\n"), "a.txt", "reply.file.empty");
        assertRefused(Documents.docx(""), "a.docx", "reply.file.empty");
        assertRefused(Documents.blankPdf(2), "a.pdf", "reply.file.empty");
        assertRefused(Documents.ofd(List.of()), "a.ofd", "reply.file.empty");
    }

    @Test
    void what_is_encrypted_is_refused() {
        assertRefused(Documents.encryptedDocx(), "a.docx", "reply.file.encrypted");
        assertRefused(Documents.encryptedDoc(), "a.doc", "reply.file.encrypted");
        assertRefused(Documents.encryptedPdf("secret", true), "a.pdf", "reply.file.encrypted");
        assertRefused(Documents.encryptedPdf("", false), "a.pdf", "reply.file.encrypted");
        assertThat(read(Documents.encryptedPdf("", true), "a.pdf").text()).contains("机密");
    }

    @Test
    void a_scan_without_text_is_refused() {
        assertRefused(Documents.scannedPdf(), "a.pdf", "reply.file.scanned");
    }

    @ParameterizedTest
    @CsvSource({"a.xlsx", "a.wps", "a.exe", "a.jpg"})
    void other_types_are_refused_by_their_name(String name) {
        assertRefused(utf8(PROSE), name, "reply.file.type");
    }

    @Test
    void other_types_are_refused_by_their_content() {
        assertRefused(Documents.zip(Map.of("xl/workbook.xml", utf8("<workbook/>"))), "a.docx", "reply.file.type");
        assertRefused(new byte[] {1, 2, 0, 0, 0, 13, 1, 2}, "a.txt", "reply.file.type");
    }

    @ParameterizedTest
    @CsvSource({"png, a.docx", "jpg, 照片.pdf", "gif, a.txt", "bmp, a.docx", "tiff, a.doc", "jpg, 没有扩展名"})
    void a_picture_that_bears_another_name_is_refused_as_what_it_is(String kind, String name) throws IOException {
        var picture = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), kind, picture)).isTrue();
        assertRefused(picture.toByteArray(), name, "reply.file.picture", name,
                kind.equals("jpg") ? "JPEG" : kind.toUpperCase(Locale.ROOT));
    }

    @Test
    void a_text_that_begins_like_a_picture_is_a_text() {
        assertThat(read(utf8("BMW在我区投资12亿元。"), "a.txt").text()).startsWith("BMW");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "zh | a.docx | 看来是一张 PNG 图片 | 请上传原来的电子文件",
        "en | a.docx | seems to be a PNG picture | Upload the original document",
    })
    void the_refusal_of_a_picture_says_what_it_seems_to_be_and_what_to_do(String language, String name, String what,
            String advice) {
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
        assertThat(sentence(png, name, language)).contains(name, what, advice);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "zh | 有20.1MB | 最多可读20MB | 拆成几份",
        "en | has 20.1 MB | at most 20 MB | split it",
    })
    void the_refusal_of_a_big_file_says_its_size_the_limit_and_what_to_do(String language, String size, String limit,
            String advice) {
        assertThat(sentence(new byte[FileReading.LARGEST + 1], "a.pdf", language)).contains(size, limit, advice);
    }

    private static String sentence(byte[] bytes, String name, String language) {
        var refused = catchThrowableOfType(RuleViolation.class, () -> read(bytes, name));
        return new Translations().getTranslation(refused.key(), Locale.of(language), refused.arguments());
    }

    @Test
    void a_name_that_contradicts_the_content_is_refused_with_the_true_ending() {
        assertRefused(Documents.docx(PROSE), "a.pdf", "reply.file.contradiction", "a.pdf", ".docx");
        assertRefused(Documents.doc(), "a.docx", "reply.file.contradiction", "a.docx", ".doc");
        assertRefused(Documents.pdf(FIRST_PAGE), "a.txt", "reply.file.contradiction", "a.txt", ".pdf");
        assertRefused(utf8("<html><body>" + PROSE + "</body></html>"), "a.doc", "reply.file.contradiction", "a.doc",
                ".html");
        assertRefused(utf8(PROSE), "a.html", "reply.file.contradiction", "a.html", ".txt");
    }

    @Test
    void an_unknown_encoding_is_refused() {
        assertRefused("這是關於推進產業發展的答覆，全區完成稅收約三百一十億元，同比增長百分之十一，惠及企業和職工。"
                .getBytes(Charset.forName("Big5")), "a.txt", "reply.file.encoding");
    }

    @Test
    void what_is_too_big_is_refused() {
        assertRefused(new byte[FileReading.LARGEST + 1], "a.txt", "reply.file.tooBig", "20.1", 20);
    }

    @Test
    void what_has_too_many_pages_is_refused() {
        assertRefused(Documents.blankPdf(301), "a.pdf", "reply.file.tooManyPages", 301, 300);
    }

    @Test
    void a_zip_bomb_is_refused() {
        var zeros = new byte[161 * 1024 * 1024];
        assertRefused(Documents.with(Documents.docx(PROSE), "word/media/a.bin", zeros), "a.docx", "reply.file.bomb");
        assertRefused(Documents.with(Documents.ofd(FIRST_PAGE), "Doc_0/Res/a.bin", zeros), "a.ofd", "reply.file.bomb");
        var many = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 10_001; i++) {
            many.put("word/" + i + ".xml", new byte[0]);
        }
        assertRefused(Documents.zip(many), "a.docx", "reply.file.bomb");
    }

    @Test
    void a_pdf_that_inflates_without_measure_is_refused() {
        int size = 65 * 1024 * 1024;
        assertRefused(Documents.pdfBomb(size), "a.pdf", "reply.file.bomb");
        assertRefused(Documents.hexPdfBomb(size), "a.pdf", "reply.file.bomb");
        assertRefused(Documents.encryptedPdfBomb(size), "a.pdf", "reply.file.bomb");
        assertRefused(Documents.lzwPdfBomb(size), "a.pdf", "reply.file.bomb");
        assertRefused(Documents.runLengthPdfBomb(size), "a.pdf", "reply.file.bomb");
    }

    @Test
    void a_pdf_of_whatever_packing_is_read_up_to_the_limit() {
        int size = 1024 * 1024;
        assertRefused(Documents.hexPdfBomb(size), "a.pdf", "reply.file.empty");
        assertRefused(Documents.encryptedPdfBomb(size), "a.pdf", "reply.file.empty");
        assertRefused(Documents.lzwPdfBomb(size), "a.pdf", "reply.file.empty");
        assertRefused(Documents.runLengthPdfBomb(size), "a.pdf", "reply.file.empty");
    }

    @Test
    void xml_that_declares_entities_is_refused_in_every_encoding() {
        var laughs = """
                <?xml version="1.0" encoding="%s"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;">]><lolz>&c;</lolz>""";
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
            var xml = laughs.formatted(charset.name()).getBytes(charset);
            assertRefused(Documents.with(Documents.docx(PROSE), "word/document.xml", xml), "a.docx",
                    "reply.file.entities");
            assertRefused(Documents.with(Documents.ofd(FIRST_PAGE), "Doc_0/Pages/Page_0/Content.xml", xml), "a.ofd",
                    "reply.file.entities");
        }
        assertRefused(utf8("<!DOCTYPE html [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><html><body>&a;</body></html>"),
                "a.html", "reply.file.entities");
    }

    @Test
    void what_is_damaged_is_refused() {
        var docx = Documents.docx(PROSE);
        assertRefused(Arrays.copyOf(docx, docx.length / 2), "a.docx", "reply.file.damaged");
        assertRefused(Documents.with(docx, "word/document.xml", utf8("<w:document")), "a.docx", "reply.file.damaged");
        assertRefused(utf8("%PDF-1.7\nnothing of it"), "a.pdf", "reply.file.damaged");
        assertRefused(Documents.with(Documents.ofd(FIRST_PAGE), "Doc_0/Document.xml", utf8("<a/>")), "a.ofd",
                "reply.file.damaged");
        var doc = Documents.doc();
        assertRefused(Arrays.copyOf(doc, doc.length / 2), "a.doc", "reply.file.damaged");
    }

    @Test
    void an_archive_cannot_write_outside_its_folder() {
        assertRefused(Documents.with(Documents.ofd(FIRST_PAGE), "../../escaped.xml", utf8("<a/>")), "a.ofd",
                "reply.file.damaged");
    }

    @Test
    void progress_is_told_page_by_page() {
        var told = new ArrayList<String>();
        FileReading.read(Documents.pdf(FIRST_PAGE, SECOND_PAGE), "a.pdf", new Progress() {
            @Override
            public void at(int done, int all) {
                told.add(done + "/" + all);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });
        assertThat(told).containsExactly("0/2", "1/2");
    }

    @Test
    void a_reading_can_be_cancelled() {
        var refused = catchThrowableOfType(RuleViolation.class,
                () -> FileReading.read(Documents.pdf(FIRST_PAGE, SECOND_PAGE), "a.pdf", new Progress() {

                    private volatile int pages;

                    @Override
                    public void at(int done, int all) {
                        pages = done;
                    }

                    @Override
                    public boolean cancelled() {
                        return pages > 0;
                    }
                }));
        assertThat(refused.key()).isEqualTo("reply.file.cancelled");
    }

    @Test
    void a_reading_that_takes_too_long_is_ended() {
        var refused = catchThrowableOfType(RuleViolation.class, () -> FileReading.read(Documents.docx(PROSE), "a.docx",
                Progress.NONE, Duration.ZERO));
        assertThat(refused.key()).isEqualTo("reply.file.tooSlow");
    }

    @Test
    void a_file_whose_turn_does_not_come_is_refused_and_can_be_read_later() {
        var places = new Semaphore(0);
        var limit = Duration.ofSeconds(1);
        var refused = catchThrowableOfType(RuleViolation.class,
                () -> FileReading.read(utf8(PROSE), "a.txt", Progress.NONE, limit, places));
        assertThat(refused.key()).isEqualTo("reply.file.busy");
        assertThat(refused.arguments()).containsExactly(1L);
        places.release();
        assertThat(FileReading.read(utf8(PROSE), "a.txt", Progress.NONE, limit, places).text()).isEqualTo(PROSE);
    }

    @Test
    void a_reading_keeps_its_place_until_its_thread_has_ended() throws InterruptedException {
        var places = new Semaphore(1);
        var stuck = new CountDownLatch(1);
        var refused = catchThrowableOfType(RuleViolation.class, () -> FileReading.read(
                Documents.pdf(FIRST_PAGE, SECOND_PAGE), "a.pdf", new Progress() {
                    @Override
                    public void at(int done, int all) {
                        while (stuck.getCount() > 0) {
                            LockSupport.parkNanos(1_000_000);
                        }
                    }

                    @Override
                    public boolean cancelled() {
                        return false;
                    }
                }, Duration.ofSeconds(3), places));
        assertThat(refused.key()).isEqualTo("reply.file.tooSlow");
        assertThat(places.availablePermits()).isZero();
        stuck.countDown();
        assertThat(places.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    }

    private static ReadText read(byte[] bytes, String name) {
        return FileReading.read(bytes, name, Progress.NONE);
    }

    private static void assertRefused(byte[] bytes, String name, String key, Object... arguments) {
        var refused = catchThrowableOfType(RuleViolation.class, () -> read(bytes, name));
        assertThat(refused).as(name).isNotNull();
        assertThat(refused.key()).as(name).isEqualTo(key);
        if (arguments.length > 0) {
            assertThat(refused.arguments()).containsExactly(arguments);
        }
    }
}
