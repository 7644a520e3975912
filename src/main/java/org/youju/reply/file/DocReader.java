package org.youju.reply.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Reads {@code .doc} of Word 97 and later: paragraphs as lines, headings with {@code #}, tables as rows. */
final class DocReader {

    private static final char CELL_END = '\u0007';
    /** Some programs flag every cell as the end of a row; only at the end it stands alone. */
    private static final String ROW_END = String.valueOf(CELL_END);

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
                    endRow(row, cell, text);
                    text.endTable();
                }
                inTable = paragraph.isInTable();
                if (!inTable) {
                    text.paragraph(Markup.level(paragraph.getLvl() + 1), clean(words));
                } else if (paragraph.isTableRowEnd() && words.equals(ROW_END)) {
                    endRow(row, cell, text);
                } else {
                    cell.append(clean(words));
                    if (words.indexOf(CELL_END) >= 0) {
                        row.add(cell.toString());
                        cell.setLength(0);
                    }
                }
            }
            endRow(row, cell, text);
            return new Draft(text.toString(), Draft.Lines.PARAGRAPHS, pages);
        } catch (OldWordFileFormatException e) {
            throw Refusal.OLD_WORD.with();
        }
    }

    private static void endRow(List<String> row, StringBuilder cell, Markup text) {
        row.add(cell.toString());
        text.row(row.getLast().isBlank() ? row.subList(0, row.size() - 1) : row);
        row.clear();
        cell.setLength(0);
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
