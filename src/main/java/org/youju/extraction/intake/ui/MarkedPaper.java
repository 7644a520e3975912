package org.youju.extraction.intake.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.youju.reply.Layout;
import org.youju.reply.Layout.Block;
import org.youju.reply.Layout.Run;

/**
 * A text set like an official paper, contact persons masked, some of its spans marked. Each piece of words says in
 * {@code data-at} where in the text it begins, so that what a person selects has a place.
 */
final class MarkedPaper extends Div {

    /** Scrolls the paper and not the page, which is where the person is. */
    private static final String BRING_INTO_VIEW = """
            const box = this.closest('.yj-reader-scroll');
            if (box) {
                const from = box.getBoundingClientRect().top + (box.clientHeight - this.offsetHeight) / 2;
                box.scrollTop += this.getBoundingClientRect().top - from;
            }""";
    private static final String MASKED = "yj-masked";

    private final String text;
    private final String shown;
    private final List<Mark> marks;
    private final Consumer<String> pressed;
    private final Map<String, List<Element>> elements = new LinkedHashMap<>();

    /**
     * A span to be marked: units {@code [start, end)} of the text.
     *
     * @param key   what it is known by
     * @param style class of its elements
     * @param label what stands before it, such as its number; empty for nothing
     */
    record Mark(String key, int start, int end, String style, String label) {
    }

    /**
     * @param shown   the text, what is masked in it hidden unit for unit
     * @param marks   they may overlap; the first of those that do gives the style
     * @param pressed told which mark was pressed
     */
    MarkedPaper(String text, String shown, List<Mark> marks, Consumer<String> pressed) {
        this.text = text;
        this.shown = shown;
        this.marks = marks;
        this.pressed = pressed;
        addClassName("yj-paper");
        getElement().setAttribute("lang", "zh-CN");
        Layout.of(text).blocks().forEach(this::append);
    }

    /** Whether any of the text is masked. */
    boolean hides() {
        return !shown.equals(text);
    }

    /** Makes the mark of a key the current one and brings it into view; null or an unknown key leaves none current. */
    void choose(@Nullable String key) {
        elements.values().forEach(all -> all.forEach(element -> element.removeAttribute("aria-current")));
        var chosen = elements.getOrDefault(key, List.of());
        chosen.forEach(element -> element.setAttribute("aria-current", "true"));
        chosen.stream().findFirst().ifPresent(element -> element.executeJs(BRING_INTO_VIEW));
    }

    private void append(Block block) {
        var visible = block.visible(text);
        var element = new Element(tag(block, visible));
        style(block, visible).forEach(element.getClassList()::add);
        block.runs().forEach(run -> append(run, element));
        getElement().appendChild(element);
    }

    private static String tag(Block block, String visible) {
        return switch (block.kind()) {
            case RULE -> "hr";
            case PARAGRAPH -> "p";
            case HEADING -> block.level() == 1 ? "p" : Layout.isPart(visible) ? "h4" : "h3";
        };
    }

    private static List<String> style(Block block, String visible) {
        return switch (block.kind()) {
            case RULE -> List.of("yj-paper-rule");
            case HEADING -> List.of(block.level() == 1 ? "yj-paper-issuer"
                    : Layout.isPart(visible) ? "yj-paper-part" : "yj-paper-title");
            case PARAGRAPH -> Layout.isDocumentNumber(visible) ? List.of("yj-paper-no")
                    : Layout.isDate(visible) ? List.of("yj-paper-sign") : List.of();
        };
    }

    /** Cuts a run wherever a mark or a mask begins or ends. */
    private void append(Run run, Element block) {
        var into = block;
        if (run.bold()) {
            into = new Element("strong");
            block.appendChild(into);
        }
        var cuts = new TreeSet<Integer>(List.of(run.start(), run.end()));
        var here = marks.stream().filter(mark -> mark.start() < run.end() && mark.end() > run.start()).toList();
        here.forEach(mark -> {
            cuts.add(Math.max(run.start(), mark.start()));
            cuts.add(Math.min(run.end(), mark.end()));
        });
        for (int i = run.start() + 1; i < run.end(); i++) {
            if (isMasked(i) != isMasked(i - 1)) {
                cuts.add(i);
            }
        }
        int from = run.start();
        for (int to : cuts.tailSet(run.start(), false)) {
            int start = from;
            into.appendChild(piece(start, to, here.stream().filter(m -> m.start() <= start && m.end() >= to).toList()));
            from = to;
        }
    }

    private boolean isMasked(int position) {
        return text.charAt(position) != shown.charAt(position);
    }

    private Element piece(int start, int end, List<Mark> covering) {
        var piece = new Element(covering.isEmpty() ? "span" : "mark").setText(shown.substring(start, end));
        piece.setAttribute("data-at", Integer.toString(start));
        if (isMasked(start)) {
            piece.getClassList().add(MASKED);
        }
        if (!covering.isEmpty()) {
            var mark = covering.getFirst();
            piece.getClassList().add(mark.style());
            if (start == mark.start() && !mark.label().isEmpty()) {
                piece.setAttribute("data-n", mark.label());
            }
            piece.addEventListener("click", click -> pressed.accept(mark.key()));
            covering.forEach(it -> elements.computeIfAbsent(it.key(), key -> new ArrayList<>()).add(piece));
        }
        return piece;
    }
}
