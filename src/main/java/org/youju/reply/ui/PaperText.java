package org.youju.reply.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.youju.reply.Citation;
import org.youju.reply.Layout;
import org.youju.reply.Layout.Block;
import org.youju.reply.Layout.Kind;
import org.youju.reply.Layout.Run;
import org.youju.reply.Reply;

/**
 * A document set like an official paper, spans of it marked. All of it is text nodes; markup is left out, and positions
 * are those of the frozen text.
 */
public final class PaperText extends Div {

    /**
     * A span to be marked.
     *
     * @param id    what it is known by
     * @param start its first UTF-16 unit in the frozen text
     * @param end   the unit after it
     */
    public record Span(long id, int start, int end) {
    }

    private final Reply reply;
    private final LongConsumer pressed;
    private final List<Element> blocks = new ArrayList<>();
    private final Map<Long, List<Element>> marks = new LinkedHashMap<>();

    private PaperText(Reply reply, LongConsumer pressed) {
        this.reply = reply;
        this.pressed = pressed;
        addClassName("yj-paper");
        getElement().setAttribute("lang", "zh-CN");
    }

    /**
     * A whole document.
     *
     * @param spans   in any order
     * @param pressed told the id of a span that was pressed
     */
    public PaperText(Reply reply, Layout layout, List<Span> spans, LongConsumer pressed) {
        this(reply, pressed);
        if (layout.blocks().stream().noneMatch(b -> b.kind() == Kind.HEADING && b.level() == 1)) {
            head();
        }
        layout.blocks().forEach(block -> append(block, layout, spans));
    }

    /** A document of which the full text is not held: its citations, one by one. */
    static PaperText quoting(Reply reply, List<Citation> citations, LongConsumer pressed) {
        var paper = new PaperText(reply, pressed);
        paper.head();
        citations.forEach(paper::quotation);
        return paper;
    }

    /** Citations as spans; those without a place are left out. */
    static List<Span> spans(List<Citation> citations) {
        return citations.stream().filter(c -> c.start() != null && c.end() != null)
                .map(c -> new Span(c.id(), c.start(), c.end())).toList();
    }

    /** The elements of the layout's blocks, in its order. */
    public List<Element> blocks() {
        return List.copyOf(blocks);
    }

    /** The elements that mark a span, in the order of the text; none where its place was not found. */
    public List<Element> marks(long id) {
        return marks.getOrDefault(id, List.of());
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

    private void append(Block block, Layout layout, List<Span> spans) {
        var visible = block.visible(layout.text());
        var element = new Element(tag(block, visible));
        style(block, visible).forEach(element.getClassList()::add);
        var here = spans.stream().filter(s -> s.start() < block.end() && s.end() > block.start()).toList();
        block.runs().forEach(run -> append(run, element, layout.text(), here));
        blocks.add(element);
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

    /** Cuts a run wherever a span begins or ends. */
    private void append(Run run, Element block, String text, List<Span> ofBlock) {
        var into = block;
        if (run.bold()) {
            into = new Element("strong");
            block.appendChild(into);
        }
        var cuts = new TreeSet<Integer>(List.of(run.start(), run.end()));
        var here = ofBlock.stream().filter(s -> s.start() < run.end() && s.end() > run.start()).toList();
        here.forEach(s -> {
            cuts.add(Math.max(run.start(), s.start()));
            cuts.add(Math.min(run.end(), s.end()));
        });
        int from = run.start();
        for (int to : cuts.tailSet(run.start(), false)) {
            int start = from;
            var marked = here.stream().filter(s -> s.start() <= start && s.end() >= to).map(Span::id).toList();
            var words = text.substring(from, to);
            into.appendChild(marked.isEmpty() ? Element.createText(words) : mark(words, marked));
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
