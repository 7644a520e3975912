package org.youju.reply.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.youju.reply.Citation;
import org.youju.reply.Contacts;
import org.youju.reply.Layout;
import org.youju.reply.Layout.Block;
import org.youju.reply.Letterhead;
import org.youju.reply.Reply;
import org.youju.reply.ReplyKind;

/**
 * A document set like an official paper: spans of it marked, contact persons masked, markup left out. Positions are
 * those of the frozen text. Each block says in {@code data-block} which of the layout's blocks it is, so that what a
 * person selects has a place.
 */
public final class PaperText extends Div {

    private static final String BLOCK = "data-block";
    private static final String NUMBER = "data-n";
    private static final String CURRENT = "aria-current";
    /** Scrolls the paper and not the page, which is where the person is. */
    private static final String SCROLL = """
            const box = this.closest('.yj-reader-scroll');
            if (box) {
                const from = box.getBoundingClientRect().top + (box.clientHeight - this.offsetHeight) / 2;
                box.scrollTop += this.getBoundingClientRect().top - from;
            }""";
    private static final String SELECTION = """
            const place = (node, offset) => {
                const block = (node instanceof Element ? node : node.parentElement).closest('[data-block]');
                if (!block || !this.contains(block)) return [-1, -1];
                const before = document.createRange();
                before.setStart(block, 0);
                before.setEnd(node, offset);
                return [Number(block.dataset.block), before.toString().length];
            };
            const selection = window.getSelection();
            if (!selection.rangeCount || selection.isCollapsed) return [-1, -1, -1, -1];
            const range = selection.getRangeAt(0);
            return [...place(range.startContainer, range.startOffset), ...place(range.endContainer, range.endOffset)];""";

    /**
     * Units {@code [start, end)} of the frozen text.
     *
     * @param start its first UTF-16 unit
     * @param end   the unit after it
     */
    public record Span(int start, int end) {
    }

    /**
     * A span to be marked.
     *
     * @param id    what it is known by
     * @param style class of its elements
     */
    public record Mark(long id, int start, int end, String style) {
    }

    private final @Nullable Layout layout;
    private final LongConsumer pressed;
    private final List<Element> blocks = new ArrayList<>();
    private final Map<Long, List<Element>> marks = new LinkedHashMap<>();
    private List<Element> current = List.of();
    private boolean masks;

    private PaperText(@Nullable Layout layout, LongConsumer pressed) {
        this.layout = layout;
        this.pressed = pressed;
        addClassName("yj-paper");
        getElement().setAttribute("lang", "zh-CN");
    }

    /**
     * A whole document under its head, of which is printed what its text does not begin with itself.
     *
     * @param reply   null where it is not recorded yet
     * @param marks   they may overlap; the first of those that do gives the style, and is told when it is pressed
     * @param pressed told the id of a mark that was pressed
     */
    public PaperText(@Nullable Reply reply, Layout layout, List<Mark> marks, LongConsumer pressed) {
        this(layout, pressed);
        var letterhead = new Letterhead(reply, layout);
        if (reply != null) {
            head(reply, letterhead);
        }
        var shown = Contacts.mask(layout.text());
        masks = !shown.equals(layout.text());
        var setting = new PaperBlock(layout.text(), shown, this::mark);
        layout.blocks().forEach(block -> append(setting.of(block, reply == null ? null : reply.issuer(), letterhead,
                marks)));
    }

    /** A document of which the full text is not held: its citations, one by one. */
    static PaperText quoting(Reply reply, List<Citation> citations, LongConsumer pressed) {
        var paper = new PaperText(null, pressed);
        paper.head(reply, new Letterhead(reply, Layout.of("")));
        citations.forEach(paper::quotation);
        return paper;
    }

    /** Citations as marks; those without a place are left out. */
    static List<Mark> marks(List<Citation> citations) {
        return citations.stream().filter(c -> c.start() != null && c.end() != null)
                .map(c -> new Mark(c.id(), c.start(), c.end(), "yj-cited")).toList();
    }

    /** Whether any of the text is masked. */
    public boolean masks() {
        return masks;
    }

    /** The elements of the layout's blocks, in its order. */
    public List<Element> blocks() {
        return List.copyOf(blocks);
    }

    /** The elements that mark a span, in the order of the text; none where its place was not found. */
    public List<Element> marks(long id) {
        return marks.getOrDefault(id, List.of());
    }

    /**
     * Makes a mark the current one; an unknown id leaves none current.
     *
     * @param number stands before it; null for none
     */
    public void choose(long id, @Nullable Integer number) {
        current.forEach(mark -> mark.removeAttribute(CURRENT).removeAttribute(NUMBER));
        current = marks(id);
        current.forEach(mark -> mark.setAttribute(CURRENT, "true"));
        if (number != null) {
            number(id, number);
        }
    }

    /** Puts a number before a mark. */
    public void number(long id, int number) {
        marks(id).stream().findFirst().ifPresent(mark -> mark.setAttribute(NUMBER, Integer.toString(number)));
    }

    /** Brings a mark into view in the paper's own box; the page stays where it is. */
    public void scrollTo(long id) {
        marks(id).stream().findFirst().ifPresent(mark -> mark.executeJs(SCROLL));
    }

    /** Asks the browser what the person has selected, and tells it without blanks at its ends; empty for nothing. */
    public void askSelection(Consumer<Optional<Span>> told) {
        getElement().executeJs(SELECTION).then(it -> told.accept(
                selected(it.get(0).asInt(), it.get(1).asInt(), it.get(2).asInt(), it.get(3).asInt())));
    }

    /**
     * The units between two places of what is to be seen, without blanks at their ends; empty if there are none.
     *
     * @param from counts the visible units of its block
     * @param to   counts the visible units of its block
     */
    public Optional<Span> selected(int fromBlock, int from, int toBlock, int to) {
        if (layout == null || fromBlock < 0 || toBlock >= layout.blocks().size() || fromBlock > toBlock) {
            return Optional.empty();
        }
        var start = position(layout.blocks().get(fromBlock), from, true);
        var end = position(layout.blocks().get(toBlock), to, false);
        while (start < end && Character.isWhitespace(layout.text().charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(layout.text().charAt(end - 1))) {
            end--;
        }
        return start < end ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    /** Where in the text the n-th visible unit of a block is. */
    private static int position(Block block, int visible, boolean first) {
        int left = visible;
        for (var run : block.runs()) {
            int length = run.end() - run.start();
            if (left < length || !first && left == length) {
                return run.start() + left;
            }
            left -= length;
        }
        return block.runs().isEmpty() ? block.start() : block.runs().getLast().end();
    }

    private void head(Reply reply, Letterhead own) {
        if (!own.says(reply.issuer())) {
            line("p", reply.issuer(), isOfficial(reply) ? "yj-paper-issuer" : "yj-paper-publisher");
        }
        if (reply.docNo() != null && !own.says(reply.docNo())) {
            line("p", reply.docNo(), "yj-paper-no");
        }
        if (!own.says(reply.title())) {
            line("h3", reply.title(), "yj-paper-title");
        }
    }

    /** What a newspaper reprints has no letterhead. */
    private static boolean isOfficial(Reply reply) {
        return reply.docNo() != null || reply.kind() != ReplyKind.OTHER;
    }

    private void line(String tag, String words, String style) {
        var line = new Element(tag).setText(words);
        line.getClassList().add(style);
        getElement().appendChild(line);
    }

    private void quotation(Citation citation) {
        var line = new Element("p");
        line.getClassList().add("yj-paper-quote");
        var mark = mark(citation.exact(), List.of(new Mark(citation.id(), 0, citation.exact().length(), "yj-cited")));
        line.appendChild(Element.createText(citation.prefix()), mark, Element.createText(citation.suffix()));
        getElement().appendChild(line);
    }

    private void append(Element block) {
        block.setAttribute(BLOCK, Integer.toString(blocks.size()));
        blocks.add(block);
        getElement().appendChild(block);
    }

    private Element mark(String words, List<Mark> covering) {
        var mark = new Element("mark").setText(words);
        mark.getClassList().add(covering.getFirst().style());
        mark.setAttribute("tabindex", "-1");
        mark.addEventListener("click", click -> pressed.accept(covering.getFirst().id()));
        covering.forEach(it -> marks.computeIfAbsent(it.id(), key -> new ArrayList<>()).add(mark));
        return mark;
    }
}
