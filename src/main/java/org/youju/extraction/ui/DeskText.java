package org.youju.extraction.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.control.SegmentedBar;
import org.youju.extraction.Extractor;
import org.youju.extraction.PassedOver;
import org.youju.extraction.review.CandidateState;
import org.youju.extraction.review.Review;
import org.youju.extraction.review.ReviewCandidate;
import org.youju.reply.Contacts;
import org.youju.reply.Layout;
import org.youju.reply.Layout.Block;
import org.youju.reply.Layout.Kind;
import org.youju.reply.ui.MaskedNote;
import org.youju.reply.ui.PaperCaret;
import org.youju.reply.ui.PaperText;
import org.youju.reply.ui.PositionStrip;

/**
 * The text on paper, every candidate marked by what was decided about it. It is set once; a decision changes classes
 * and labels of single marks.
 */
final class DeskText extends Section {

    /** What of the text is shown. */
    private enum Extent {
        FIGURES, ALL
    }

    private final Review review;
    private final Desk desk;
    private final Phrases phrases;
    private final LongConsumer pressed;
    private final Layout layout;
    private final Div scroller = new Div();
    private final PaperCaret caret = new PaperCaret();
    private final Div body = new Div(scroller);
    private final Element heading;
    private final List<Fold> folds = new ArrayList<>();
    private final List<PassedOver> passedOver;
    private final NativeButton passedOverToggle = new NativeButton();
    private PaperText paper;
    private PositionStrip strip;
    private Extent extent = Extent.FIGURES;
    private @Nullable ReviewCandidate current;

    /** @param pressed told which candidate was pressed, or by {@link #passedOver(long)} what the reading passed over */
    DeskText(Review review, Desk desk, Phrases phrases, LongConsumer pressed) {
        this.review = review;
        this.desk = desk;
        this.phrases = phrases;
        this.pressed = pressed;
        this.layout = Layout.of(review.text().text());
        var readable = Contacts.mask(review.text().text());
        this.passedOver = Extractor.passedOver(review.text().text()).stream()
                .filter(it -> readable.startsWith(review.text().text().substring(it.start(), it.end()), it.start()))
                .toList();
        addClassNames("yj-panel", "yj-reader-document", "yj-desk-text");
        heading = new Element("h2").setText(getTranslation("desk.text"));
        scroller.addClassName("yj-reader-scroll");
        scroller.getElement().setAttribute("tabindex", "0");
        scroller.getElement().setAttribute("role", "region");
        scroller.getElement().setAttribute("aria-label", getTranslation("desk.text"));
        body.addClassName("yj-reader-body");
        set();
        add(bar(), new MaskedNote(paper), body);
    }

    private Div bar() {
        var bar = new Div();
        bar.addClassName("yj-reader-bar");
        bar.getElement().appendChild(heading);
        for (var state : List.of(CandidateState.ACCEPTED, CandidateState.PROPOSED, CandidateState.REJECTED,
                CandidateState.DUPLICATE)) {
            var legend = new Span(getTranslation("desk.state." + state));
            legend.addClassNames("yj-cand", "yj-desk-legend", Phrases.style(state));
            bar.add(legend);
        }
        passedOverToggle.addClassNames("yj-desk-legend", "yj-passed");
        passedOverToggle.getElement().setAttribute("title", getTranslation("desk.passed.help"));
        passedOverToggle.addClickListener(click -> showPassedOver(!showsPassedOver()));
        showPassedOver(true);
        bar.add(passedOverToggle);
        bar.add(new SegmentedBar<>(getTranslation("desk.extent"), extent, List.of(Extent.values()),
                e -> getTranslation("desk.extent." + e)).onChoice(this::show));
        return bar;
    }

    /** Sets the whole text, once, and again after a figure was added to it. */
    void set() {
        var candidates = desk.shown(Desk.Filter.ALL);
        var marks = new ArrayList<PaperText.Mark>();
        candidates.forEach(c -> marks.add(new PaperText.Mark(c.id(), c.start(), c.end(), "yj-cand")));
        var left = passedOver.stream().filter(it -> !isCandidate(it)).toList();
        left.forEach(it -> marks.add(new PaperText.Mark(idOf(it), it.start(), it.end(), "yj-passed")));
        paper = new PaperText(review.reply(), layout, marks, pressed);
        left.forEach(this::draw);
        passedOverToggle.setText(getTranslation("desk.passed", left.size()));
        passedOverToggle.setVisible(!left.isEmpty());
        strip = new PositionStrip(List.of(), Math.max(1, layout.text().length()), pressed);
        candidates.forEach(this::draw);
        scroller.removeAll();
        scroller.add(paper, caret);
        body.removeAll();
        body.add(scroller, strip);
        folds.clear();
        fold();
        drawStrip();
        Optional.ofNullable(current).ifPresent(this::choose);
    }

    // what the reading passed over

    private boolean isCandidate(PassedOver number) {
        return desk.shown(Desk.Filter.ALL).stream().anyMatch(c -> c.start() < number.end() && number.start() < c.end());
    }

    /** Candidates have positive numbers. */
    private long idOf(PassedOver number) {
        return -1 - passedOver.indexOf(number);
    }

    /** What the reading passed over and that id stands for; empty where it stands for a candidate. */
    Optional<PassedOver> passedOver(long id) {
        return id < 0 ? Optional.of(passedOver.get((int) (-1 - id))) : Optional.empty();
    }

    /** The next passage behind a place that the reading passed over and nobody has added; round at the end. */
    Optional<PassedOver> passedOverAfter(int place) {
        var left = passedOver.stream().filter(it -> !isCandidate(it)).toList();
        return left.stream().filter(it -> it.start() > place).findFirst().or(() -> left.stream().findFirst());
    }

    /** Brings a passage that the reading passed over out of its fold; the element that marks it, if one does. */
    Optional<Element> reveal(PassedOver number) {
        showPassedOver(true);
        folds.stream().filter(fold -> fold.holds(number.start(), number.end())).forEach(fold -> fold.open(true));
        return mark(idOf(number));
    }

    private void draw(PassedOver number) {
        var why = phrases.passedOver(number);
        paper.marks(idOf(number)).forEach(mark -> mark.setAttribute("role", "button")
                .setAttribute("title", why)
                .setAttribute("aria-label", getTranslation("desk.passed.mark", mark.getText(), why)));
    }

    private boolean showsPassedOver() {
        return !hasClassName("yj-hides-passed");
    }

    private void showPassedOver(boolean wanted) {
        setClassName("yj-hides-passed", !wanted);
        passedOverToggle.getElement().setAttribute("aria-pressed", Boolean.toString(wanted));
    }

    /** The first element that marks a candidate, empty where its place is not to be seen. */
    Optional<Element> mark(long id) {
        return paper.marks(id).stream().findFirst();
    }

    /** Draws a candidate as it now stands. */
    void update(ReviewCandidate candidate) {
        draw(candidate);
        folds.stream().filter(fold -> fold.holds(candidate)).forEach(Fold::say);
        drawStrip();
    }

    private void draw(ReviewCandidate candidate) {
        for (var mark : paper.marks(candidate.id())) {
            for (var state : CandidateState.values()) {
                mark.getClassList().set(Phrases.style(state), state == candidate.state());
            }
            mark.setAttribute("role", "button");
            mark.setAttribute("aria-label", getTranslation("desk.mark", mark.getText(), candidate.number(),
                    phrases.state(candidate)));
        }
    }

    private void drawStrip() {
        strip.replace(desk.shown(Desk.Filter.ALL).stream()
                .map(c -> new PositionStrip.Tick(c.id(), c.start(), "yj-tick " + Phrases.style(c.state()))).toList());
        strip.choose(current == null ? -1 : current.id());
    }

    /** Outlines a candidate with its number and opens the fold that it may lie in. */
    void choose(ReviewCandidate candidate) {
        current = candidate;
        paper.choose(candidate.id(), candidate.number());
        folds.stream().filter(fold -> fold.holds(candidate)).forEach(fold -> fold.open(true));
        strip.choose(candidate.id());
    }

    private void show(Extent wanted) {
        extent = wanted;
        fold();
        Optional.ofNullable(current).ifPresent(this::choose);
    }

    private void fold() {
        folds.forEach(Fold::remove);
        folds.clear();
        if (extent == Extent.ALL) {
            return;
        }
        var run = new ArrayList<Integer>();
        boolean inBody = false;
        for (int i = 0; i < layout.blocks().size(); i++) {
            var block = layout.blocks().get(i);
            if (inBody && block.kind() != Kind.HEADING && !statesFigures(block)) {
                run.add(i);
            } else {
                close(run);
            }
            inBody |= block.kind() == Kind.HEADING && block.level() > 1;
        }
        close(run);
    }

    private void close(List<Integer> run) {
        if (run.stream().anyMatch(i -> layout.blocks().get(i).kind() == Kind.PARAGRAPH)) {
            folds.add(new Fold(List.copyOf(run)));
        }
        run.clear();
    }

    private boolean statesFigures(Block block) {
        return within(block).stream().anyMatch(c -> c.state() == CandidateState.PROPOSED
                || c.state() == CandidateState.ACCEPTED);
    }

    private List<ReviewCandidate> within(Block block) {
        return desk.shown(Desk.Filter.ALL).stream()
                .filter(c -> c.start() < block.end() && c.end() > block.start()).toList();
    }

    /** The caret by which the text is selected without a pointer. */
    PaperCaret caret() {
        return caret;
    }

    /** The text as it is set on the paper. */
    PaperText paper() {
        return paper;
    }

    /** Paragraphs that state nothing to decide about, behind one line. */
    private final class Fold {

        private final List<Integer> blocks;
        private final NativeButton line = new NativeButton();
        private boolean open;

        Fold(List<Integer> blocks) {
            this.blocks = blocks;
            line.addClassName("yj-fold");
            line.addClickListener(click -> open(!open));
            var first = paper.blocks().get(blocks.getFirst());
            paper.getElement().insertChild(paper.getElement().indexOfChild(first), line.getElement());
            open(false);
        }

        boolean holds(ReviewCandidate candidate) {
            return holds(candidate.start(), candidate.end());
        }

        boolean holds(int start, int end) {
            return blocks.stream().map(layout.blocks()::get).anyMatch(b -> start < b.end() && end > b.start());
        }

        void open(boolean wanted) {
            open = wanted;
            blocks.forEach(i -> paper.blocks().get(i).setAttribute("hidden", !open));
            line.getElement().setAttribute("aria-expanded", Boolean.toString(open));
            say();
        }

        void say() {
            var paragraphs = blocks.stream().filter(i -> layout.blocks().get(i).kind() == Kind.PARAGRAPH).count();
            var counted = new ArrayList<String>();
            for (var state : List.of(CandidateState.PROPOSED, CandidateState.ACCEPTED, CandidateState.REJECTED,
                    CandidateState.DUPLICATE)) {
                var count = desk.shown(Desk.Filter.ALL).stream().filter(c -> c.state() == state && holds(c)).count();
                if (count > 0) {
                    counted.add(getTranslation("desk.fold.count", count, getTranslation("desk.state." + state)));
                }
            }
            line.setText(getTranslation(open ? "desk.fold.open" : "desk.fold", paragraphs, counted.isEmpty()
                    ? getTranslation("desk.fold.none") : String.join(getTranslation("desk.fold.and"), counted)));
        }

        void remove() {
            blocks.forEach(i -> paper.blocks().get(i).setAttribute("hidden", false));
            line.getElement().removeFromParent();
        }
    }
}
