package org.youju.reply.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Reads web pages: what a reader sees of the body, block by block, headings with {@code #}, tables as rows. */
final class HtmlReader {

    private static final Pattern OWN_ENTITIES =
            Pattern.compile("<!DOCTYPE[^>\\[]{0,1000}\\[|<!ENTITY", Pattern.CASE_INSENSITIVE);
    private static final String UNSEEN =
            "head, script, style, noscript, template, iframe, object, svg, select, button, textarea, [hidden]";

    private static final List<String> HEADINGS = List.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> BLOCKS =
            Set.of("td", "th", "tr", "tbody", "thead", "tfoot", "caption", "li", "dt", "dd");

    private HtmlReader() {
    }

    static Draft read(String page, Watch watch) {
        if (OWN_ENTITIES.matcher(page).find()) {
            throw Refusal.ENTITIES.with();
        }
        var document = Jsoup.parse(page);
        watch.check();
        document.select(UNSEEN).remove();
        watch.check();
        var writer = new Writer(watch);
        document.body().traverse(writer);
        writer.endBlock();
        return new Draft(writer.text.toString(), Draft.Lines.PARAGRAPHS, 0);
    }

    /** A table of figures has rows of several cells and no table within; one that lays out a page is read as blocks. */
    private static boolean isOfFigures(Element table) {
        return table.selectFirst("table table, td h1, td h2, td p + p") == null
                && table.selectFirst("td + td, th + td, th + th, td + th") != null;
    }

    private static final class Writer implements NodeVisitor {

        private final Markup text = new Markup();
        private final StringBuilder block = new StringBuilder();
        private final Watch watch;
        private int level;
        private int tableDepth = -1;

        Writer(Watch watch) {
            this.watch = watch;
        }

        @Override
        public void head(Node node, int depth) {
            watch.check();
            if (tableDepth >= 0) {
                return;
            }
            if (node instanceof TextNode words) {
                block.append(words.text());
            } else if (node instanceof Element element) {
                begin(element, depth);
            }
        }

        private void begin(Element element, int depth) {
            if (element.normalName().equals("br")) {
                block.append('\n');
            } else if (element.normalName().equals("table") && isOfFigures(element)) {
                endBlock();
                for (var row : element.select("tr")) {
                    watch.check();
                    var cells = new ArrayList<String>();
                    row.children().forEach(cell -> cells.add(cell.text()));
                    text.row(cells);
                }
                text.endTable();
                tableDepth = depth;
            } else if (isBlock(element)) {
                endBlock();
                level = HEADINGS.indexOf(element.normalName()) + 1;
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (tableDepth == depth) {
                tableDepth = -1;
            } else if (tableDepth < 0 && node instanceof Element element && isBlock(element)) {
                endBlock();
            }
        }

        private static boolean isBlock(Element element) {
            return element.isBlock() || BLOCKS.contains(element.normalName());
        }

        void endBlock() {
            var lines = block.toString().lines().map(line -> line.replaceAll("[ \\t]+", " ").strip()).toList();
            block.setLength(0);
            text.paragraph(level, String.join("\n", lines).strip());
            level = 0;
        }
    }
}
