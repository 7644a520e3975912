package org.youju.reply.file;

import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;

/**
 * Where pages begin within the paragraphs of a {@code .docx}: at a break that somebody set, and where the word
 * processor noted that it broke the page. It notes the set ones too, so that a note right behind one of these is the
 * same.
 */
final class DocxPages {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final QName TYPE = new QName(WORD, "type");

    private boolean begun;
    private boolean set;

    /**
     * Where in the words of a paragraph pages begin, ascending. The paragraphs come in the order of the document.
     *
     * @param length how many units {@link XWPFParagraph#getText()} gives
     */
    List<Integer> in(XWPFParagraph paragraph, int length) {
        var starts = new ArrayList<Integer>();
        if (begun && paragraph.isPageBreak()) {
            starts.add(0);
            set = true;
        }
        walk(paragraph.getCTP(), length, starts);
        return starts;
    }

    /** How many pages begin within a row of a table. */
    int in(XmlObject row) {
        var starts = new ArrayList<Integer>();
        walk(row, Integer.MAX_VALUE, starts);
        return starts.size();
    }

    private void walk(XmlObject from, int length, List<Integer> starts) {
        int at = 0;
        int depth = 0;
        try (var cursor = from.newCursor()) {
            while (depth >= 0) {
                var token = cursor.toNextToken();
                if (token.isStart()) {
                    depth++;
                    at += element(cursor, Math.min(at, length), starts);
                } else if (token.isEnd()) {
                    depth--;
                } else if (token.isNone() || token.isEnddoc()) {
                    return;
                }
            }
        }
    }

    /** @return how many units of the paragraph's words an element is */
    private int element(XmlCursor cursor, int at, List<Integer> starts) {
        if (!WORD.equals(cursor.getName().getNamespaceURI())) {
            return 0;
        }
        switch (cursor.getName().getLocalPart()) {
            case "t" -> {
                var words = cursor.getTextValue();
                begun |= !words.isBlank();
                set &= words.isBlank();
                return words.length();
            }
            case "br" -> {
                if ("page".equals(cursor.getAttributeText(TYPE))) {
                    starts.add(at);
                    set = true;
                }
                return 1;
            }
            case "lastRenderedPageBreak" -> {
                if (!set) {
                    starts.add(at);
                }
                set = false;
                return 0;
            }
            case "tab", "cr" -> {
                return 1;
            }
            default -> {
                return 0;
            }
        }
    }
}
