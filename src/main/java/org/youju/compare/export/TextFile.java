package org.youju.compare.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** The table with its sentences, footer and citations, for a text: Markdown and Word. */
public final class TextFile {

    private TextFile() {
    }

    /** A Markdown table. */
    public static byte[] markdown(Report report) {
        var text = new StringBuilder("### ").append(plain(report.title())).append("\n\n");
        report.sentences().forEach(it -> text.append(plain(it)).append("\n\n"));
        text.append(line(report.heads())).append("|").append(" --- |".repeat(report.heads().size())).append('\n');
        report.rows().forEach(row -> text.append(line(row)));
        text.append('\n');
        report.notes().forEach(it -> text.append("- ").append(plain(it)).append('\n'));
        text.append('\n');
        report.citations().forEach(it -> text.append(plain(it)).append("  \n"));
        text.append('\n');
        report.footer().forEach(it -> text.append(it.equals(report.link()) ? "<" + it + ">" : plain(it)).append("  \n"));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(TextFile::plain).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** What would end a cell or begin something else in Markdown is written as what it is. */
    private static String plain(String text) {
        return text.replaceAll("([\\\\|*_`<>\\[\\]#])", "\\\\$1").replaceAll("\\R", " ");
    }

    /** A Word document. */
    public static byte[] word(Report report) {
        try (var document = new XWPFDocument(); var out = new ByteArrayOutputStream()) {
            var title = document.createParagraph().createRun();
            title.setBold(true);
            title.setFontSize(14);
            title.setText(report.title());
            report.sentences().forEach(it -> document.createParagraph().createRun().setText(it));
            var table = document.createTable(report.rows().size() + 1, report.heads().size());
            fill(table.getRow(0), report.heads(), true);
            for (int i = 0; i < report.rows().size(); i++) {
                fill(table.getRow(i + 1), report.rows().get(i), false);
            }
            report.notes().forEach(it -> small(document, it));
            report.citations().forEach(it -> small(document, it));
            report.footer().forEach(it -> small(document, it));
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(XWPFTableRow row, List<String> cells, boolean bold) {
        for (int i = 0; i < cells.size(); i++) {
            var run = row.getCell(i).getParagraphs().getFirst().createRun();
            run.setFontSize(9);
            run.setBold(bold);
            run.setText(cells.get(i));
        }
    }

    private static void small(XWPFDocument document, String text) {
        var run = document.createParagraph().createRun();
        run.setFontSize(9);
        run.setText(text);
    }
}
