package org.youju.reply.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ICell;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFSDTCell;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** Reads {@code .docx}: paragraphs as lines, headings with {@code #}, tables as rows. */
final class DocxReader {

    /** How the library shows the small number of a note. */
    private static final Pattern REFERENCE = Pattern.compile("\\[(?:foot|end)noteRef:\\d+]");

    static {
        ZipSecureFile.setMaxEntrySize(Archive.LARGEST_XML);
    }

    private DocxReader() {
    }

    static Draft read(byte[] bytes, Watch watch) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            int pages = watch.pages(document.getProperties().getExtendedProperties().getPages());
            var text = new Markup();
            var breaks = new DocxPages();
            var elements = document.getBodyElements();
            for (int i = 0; i < elements.size(); i++) {
                watch.at(i, elements.size());
                add(elements.get(i), document, text, breaks, watch);
            }
            return new Draft(text.toString(), Draft.Lines.PARAGRAPHS, Math.max(0, pages), text.turns());
        }
    }

    private static void add(IBodyElement element, XWPFDocument document, Markup text, DocxPages breaks, Watch watch) {
        switch (element) {
            case XWPFParagraph paragraph -> {
                var words = REFERENCE.matcher(paragraph.getText()).replaceAll("");
                text.paragraph(level(paragraph, document), words, breaks.in(paragraph, words.length()));
            }
            case XWPFTable table -> add(table, text, breaks, watch);
            case XWPFSDT control -> text.paragraph(0, control.getContent().getText());
            default -> { }
        }
    }

    private static void add(XWPFTable table, Markup text, DocxPages breaks, Watch watch) {
        for (var row : table.getRows()) {
            watch.check();
            text.turn(breaks.in(row.getCtRow()));
            text.row(row.getTableICells().stream().map(DocxReader::words).toList());
        }
        text.endTable();
    }

    private static String words(ICell cell) {
        return switch (cell) {
            case XWPFTableCell plain -> plain.getTextRecursively();
            case XWPFSDTCell control -> control.getContent().getText();
            default -> "";
        };
    }

    /** The outline level of a heading, 1 to 6; 0 for what is none. */
    private static int level(XWPFParagraph paragraph, XWPFDocument document) {
        var own = paragraph.getCTPPr();
        if (own.isSetOutlineLvl()) {
            return Markup.level(own.getOutlineLvl().getVal().intValue() + 1);
        }
        var styles = document.getStyles();
        var style = styles == null || paragraph.getStyleID() == null ? null : styles.getStyle(paragraph.getStyleID());
        if (style == null || style.getCTStyle().getPPr() == null || !style.getCTStyle().getPPr().isSetOutlineLvl()) {
            return 0;
        }
        return Markup.level(style.getCTStyle().getPPr().getOutlineLvl().getVal().intValue() + 1);
    }
}
