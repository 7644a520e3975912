package org.youju.reply.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.youju.reply.Citation;
import org.youju.reply.Layout;
import org.youju.reply.Layout.Block;
import org.youju.reply.Layout.Kind;
import org.youju.reply.Layout.Run;
import org.youju.reply.Reply;

/**
 * A document set like an official paper, with every cited span marked. All of it is text nodes; markup is left out,
 * and positions are those of the frozen text.
 */
final class PaperText extends Div {

    private final Reply reply;
    private final List<Citation> citations;
    private final LongConsumer pressed;
    private final Map<Long, List<Element>> marks = new LinkedHashMap<>();

    /**
     * @param text      null where the full text is not held: the paper then quotes its citations one by one
     * @param citations in the order of the text
     * @param pressed   told which citation was pressed
     */
    PaperText(Reply reply, @Nullable String text, List<Citation> citations,
            LongConsumer pressed) {
        this.reply = reply;
        this.citations = citations;
        this.pressed = pressed;
        addClassName("yj-paper");
        getElement().setAttribute("lang", "zh-CN");
        if (text == null) {
            head();
            citations.forEach(this::quotation);
        } else {
            var layout = Layout.of(text);
            if (layout.blocks().stream().noneMatch(b -> b.kind() == Kind.HEADING && b.level() == 1)) {
                head();
            }
            layout.blocks().forEach(block -> append(block, layout));
        }
    }

    /** The elements that mark a citation, in the order of the text; none for one whose place was not found. */
    List<Element> marks(long citation) {
        return marks.getOrDefault(citation, List.of());
    }

    private void head() {
        line("p", reply.issuer(), "yj-paper-issuer");
        if (reply.docNo() != null) {
            line("p", reply.docNo(), "yj-paper-no");
        }
        line("h2", reply.title(), "yj-paper-title");
    }

    private void line(String tag, String words, String style) {
        var line = new Element(tag).setText(words);
        line.getClassList().add(style);
        getElement().appendChild(line);
    }

    private void quotation(Citation citation) {
        var line = new Element("p");
        line.getClassList().add("yj-paper-quote");
        var mark = mark(citation.exact(), List.of(citation.id()));
        line.appendChild(Element.createText(citation.prefix()), mark, Element.createText(citation.suffix()));
        getElement().appendChild(line);
    }

    private void append(Block block, Layout layout) {
        var visible = block.visible(layout.text());
        var element = new Element(tag(block, visible));
        style(block, visible).forEach(element.getClassList()::add);
        block.runs().forEach(run -> append(run, element, layout.text()));
        getElement().appendChild(element);
    }

    private static String tag(Block block, String visible) {
        return switch (block.kind()) {
            case RULE -> "hr";
            case PARAGRAPH -> "p";
            case HEADING -> block.level() == 1 ? "p" : Layout.isPart(visible) ? "h3" : "h2";
        };
    }

    private List<String> style(Block block, String visible) {
        return switch (block.kind()) {
            case RULE -> List.of("yj-paper-rule");
            case HEADING -> List.of(block.level() == 1 ? "yj-paper-issuer"
                    : Layout.isPart(visible) ? "yj-paper-part" : "yj-paper-title");
            case PARAGRAPH -> Layout.isDocumentNumber(visible) ? List.of("yj-paper-no")
                    : visible.equals(reply.issuer()) || Layout.isDate(visible) ? List.of("yj-paper-sign")
                    : visible.endsWith("：") && visible.length() < 60 ? List.of("yj-paper-to") : List.of();
        };
    }

    /** Cuts a run wherever a citation begins or ends. */
    private void append(Run run, Element block, String text) {
        var into = block;
        if (run.bold()) {
            into = new Element("strong");
            block.appendChild(into);
        }
        var cuts = new TreeSet<Integer>(List.of(run.start(), run.end()));
        var here = citations.stream().filter(c -> c.start() != null && c.end() != null)
                .filter(c -> c.start() < run.end() && c.end() > run.start()).toList();
        here.forEach(c -> {
            cuts.add(Math.max(run.start(), c.start()));
            cuts.add(Math.min(run.end(), c.end()));
        });
        int from = run.start();
        for (int to : cuts.tailSet(run.start(), false)) {
            int start = from;
            var cited = here.stream().filter(c -> c.start() <= start && c.end() >= to).map(Citation::id).toList();
            var words = text.substring(from, to);
            into.appendChild(cited.isEmpty() ? Element.createText(words) : mark(words, cited));
            from = to;
        }
    }

    private Element mark(String words, List<Long> cited) {
        var mark = new Element("mark").setText(words);
        mark.getClassList().add("yj-cited");
        mark.setAttribute("tabindex", "-1");
        mark.addEventListener("click", click -> pressed.accept(cited.getFirst()));
        cited.forEach(id -> marks.computeIfAbsent(id, key -> new ArrayList<>()).add(mark));
        return mark;
    }
}
