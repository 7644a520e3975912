package org.youju.reply.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Reads {@code .doc} of Word 97 and later: paragraphs as lines, headings with {@code #}, tables as rows. */
final class DocReader {

    private static final char CELL_END = '\u0007';

    private DocReader() {
    }

    /** What an OLE2 container may hold. */
    enum Kind {
        WORD, ENCRYPTED, OTHER
    }

    static Kind kindOf(byte[] bytes) throws IOException {
        try (var container = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            var root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return Kind.ENCRYPTED;
            }
            return root.hasEntryCaseInsensitive("WordDocument") ? Kind.WORD : Kind.OTHER;
        }
    }

    static Draft read(byte[] bytes, Watch watch) throws IOException {
        try (var document = new HWPFDocument(new ByteArrayInputStream(bytes))) {
            var summary = document.getSummaryInformation();
            int pages = watch.pages(summary == null ? 0 : Math.max(0, summary.getPageCount()));
            var text = new Markup();
            var row = new ArrayList<String>();
            var cell = new StringBuilder();
            boolean inTable = false;
            var range = document.getRange();
            for (int i = 0; i < range.numParagraphs(); i++) {
                watch.at(i, range.numParagraphs());
                var paragraph = range.getParagraph(i);
                var words = Range.stripFields(paragraph.text());
                if (inTable && !paragraph.isInTable()) {
                    text.endTable();
                }
                inTable = paragraph.isInTable();
                if (!inTable) {
                    text.paragraph(Markup.level(paragraph.getLvl() + 1), clean(words));
                } else if (paragraph.isTableRowEnd()) {
                    text.row(row);
                    row.clear();
                } else {
                    cell.append(clean(words));
                    if (words.indexOf(CELL_END) >= 0) {
                        row.add(cell.toString());
                        cell.setLength(0);
                    }
                }
            }
            return new Draft(text.toString(), Draft.Lines.PARAGRAPHS, pages);
        } catch (OldWordFileFormatException e) {
            throw Refusal.OLD_WORD.with();
        }
    }

    /** Word's own signs: 11 a line break, 12 a page break, 30 a firm hyphen; the rest stands for what is no text. */
    private static String clean(String words) {
        var clean = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '\u000b', '\f', '\r' -> clean.append('\n');
                case '\u001e' -> clean.append('-');
                case '\t', '\n' -> clean.append(c);
                default -> {
                    if (c >= ' ') {
                        clean.append(c);
                    }
                }
            }
        }
        return clean.toString();
    }
}
