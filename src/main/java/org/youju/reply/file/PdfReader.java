package org.youju.reply.file;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads {@code .pdf}: lines as they are printed, set into paragraphs by their place on the paper. */
final class PdfReader {

    private PdfReader() {
    }

    static Draft read(byte[] bytes, Watch watch) throws IOException {
        try (var document = new Inflation(bytes, watch).parse()) {
            if (!document.getCurrentAccessPermission().canExtractContent()) {
                throw Refusal.ENCRYPTED.with();
            }
            int pages = watch.pages(document.getNumberOfPages());
            var lines = new ArrayList<List<PrintedLine>>();
            for (int page = 1; page <= pages; page++) {
                watch.at(page - 1, pages);
                lines.add(new Stripper(page, watch).lines(document));
            }
            var text = Paragraphs.of(lines);
            if (text.isBlank() && hasPictures(document)) {
                throw Refusal.SCANNED.with();
            }
            return new Draft(text, Draft.Lines.AS_PRINTED, pages);
        } catch (InvalidPasswordException e) {
            throw Refusal.ENCRYPTED.with();
        }
    }

    private static boolean hasPictures(PDDocument document) {
        for (var page : document.getPages()) {
            var resources = page.getResources();
            if (resources != null && resources.getXObjectNames().iterator().hasNext()) {
                return true;
            }
        }
        return false;
    }

    /** Takes the words of one page with their places. */
    private static final class Stripper extends PDFTextStripper {

        private final PrintedLine.Collector lines = new PrintedLine.Collector();
        private final Watch watch;

        Stripper(int page, Watch watch) {
            this.watch = watch;
            setSortByPosition(true);
            setStartPage(page);
            setEndPage(page);
        }

        List<PrintedLine> lines(PDDocument document) throws IOException {
            writeText(document, Writer.nullWriter());
            return lines.end();
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            watch.check();
            super.processOperator(operator, operands);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            watch.check();
            super.processTextPosition(text);
        }

        @Override
        protected void writeString(String words, List<TextPosition> positions) {
            var first = positions.getFirst();
            var last = positions.getLast();
            lines.add(words, first.getXDirAdj(), last.getXDirAdj() + last.getWidthDirAdj(), first.getYDirAdj(),
                    first.getFontSizeInPt());
        }

        @Override
        protected void writeLineSeparator() {
            lines.endLine();
        }
    }
}
