package org.youju.reply.ui;

import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.youju.reply.Layout;
import org.youju.reply.Layout.Block;
import org.youju.reply.Layout.Run;
import org.youju.reply.Letterhead;
import org.youju.reply.ui.PaperText.Mark;

/** Sets one block of a document, in text nodes only, cut wherever a mark or a mask begins or ends. */
final class PaperBlock {

    private static final String MASKED = "yj-masked";

    /** Makes the element of a piece that marks cover. */
    interface Marking {

        /** @param covering never empty; the first of them gives the style */
        Element mark(String words, List<Mark> covering);
    }

    private final String text;
    private final String shown;
    private final Marking marking;

    /**
     * @param text  the frozen text
     * @param shown the same, what is masked in it hidden unit for unit
     */
    PaperBlock(String text, String shown, Marking marking) {
        this.text = text;
        this.shown = shown;
        this.marking = marking;
    }

    /**
     * The element of a block.
     *
     * @param issuer     who signs the document, null where nobody has said
     * @param letterhead of the document
     * @param marks      of the whole document
     */
    Element of(Block block, @Nullable String issuer, Letterhead letterhead, List<Mark> marks) {
        var visible = block.visible(text);
        var isTitle = block.kind() == Layout.Kind.PARAGRAPH && letterhead.isTitle(block, visible);
        var element = new Element(isTitle ? "h3" : tag(block, visible));
        element.getClassList().addAll(isTitle ? List.of("yj-paper-title")
                : block.kind() == Layout.Kind.PARAGRAPH && letterhead.isIssuer(block, visible)
                        ? List.of("yj-paper-issuer") : style(block, visible, issuer));
        var here = within(marks, block.start(), block.end());
        block.runs().forEach(run -> append(run, element, here));
        return element;
    }

    private static String tag(Block block, String visible) {
        return switch (block.kind()) {
            case RULE -> "hr";
            case PARAGRAPH -> "p";
            case HEADING -> block.level() == 1 ? "p" : Layout.isPart(visible) ? "h4"
                    : Layout.isSection(visible) ? "h5" : "h3";
        };
    }

    private static List<String> style(Block block, String visible, @Nullable String issuer) {
        return switch (block.kind()) {
            case RULE -> List.of("yj-paper-rule");
            case HEADING -> List.of(block.level() == 1 ? "yj-paper-issuer"
                    : Layout.isPart(visible) ? "yj-paper-part"
                    : Layout.isSection(visible) ? "yj-paper-section" : "yj-paper-title");
            case PARAGRAPH -> Layout.isDocumentNumber(visible) ? List.of("yj-paper-no")
                    : visible.equals(issuer) || Layout.isDate(visible) ? List.of("yj-paper-sign")
                    : visible.endsWith("：") && visible.length() < 60 ? List.of("yj-paper-to") : List.of();
        };
    }

    private static List<Mark> within(List<Mark> marks, int start, int end) {
        return marks.stream().filter(mark -> mark.start() < end && mark.end() > start).toList();
    }

    private void append(Run run, Element block, List<Mark> ofBlock) {
        var into = block;
        if (run.bold()) {
            into = new Element("strong");
            block.appendChild(into);
        }
        var here = within(ofBlock, run.start(), run.end());
        int from = run.start();
        for (int to : cuts(run, here)) {
            int start = from;
            into.appendChild(piece(start, to, here.stream().filter(m -> m.start() <= start && m.end() >= to).toList()));
            from = to;
        }
    }

    /** Where the pieces of a run end. */
    private List<Integer> cuts(Run run, List<Mark> marks) {
        var cuts = new TreeSet<Integer>(List.of(run.start(), run.end()));
        marks.forEach(mark -> {
            cuts.add(Math.max(run.start(), mark.start()));
            cuts.add(Math.min(run.end(), mark.end()));
        });
        for (int i = run.start() + 1; i < run.end(); i++) {
            if (isMasked(i) != isMasked(i - 1)) {
                cuts.add(i);
            }
        }
        return new ArrayList<>(cuts.tailSet(run.start(), false));
    }

    private boolean isMasked(int position) {
        return text.charAt(position) != shown.charAt(position);
    }

    private Element piece(int start, int end, List<Mark> covering) {
        var words = shown.substring(start, end);
        if (covering.isEmpty() && !isMasked(start)) {
            return Element.createText(words);
        }
        var piece = covering.isEmpty() ? new Element("span").setText(words) : marking.mark(words, covering);
        piece.getClassList().set(MASKED, isMasked(start));
        return piece;
    }
}
